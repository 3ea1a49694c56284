"""Make a notebook's outputs fit for a page: plain twins for controls, words for images, tables that can be read."""

from __future__ import annotations

import copy
import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from helpers.reports._execute import INJECTED
from helpers.views.html import find_numeric, plain_text

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
# prose about code and controls is for JupyterLab: on a page it would promise what is not there
NOT_ON_A_PAGE = {INJECTED, "remove-cell", "lab-only"}
RICH = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown")
IMAGES = ("image/svg+xml", "image/png", "image/jpeg")
_OBJECT = re.compile(r"<[^<>]*( at 0x[0-9a-f]+| object| size )[^<>]*>|<Axes: .*>|\[\]|")
_DATAFRAME = re.compile(r'(<table border="1" class="dataframe[^>]*>)(.*?)(</table>)', re.DOTALL)
_ID = re.compile(r'\sid="([^"]+)"')
_ID_TAG = re.compile(r'(\sid=")([^"]+)(")')
_REFERENCE = re.compile(r'(\s(?:id|for|popovertarget|aria-[a-z]+|(?:xlink:)?href)="#?)([^"#]+)(")')
_SELECTOR = re.compile(r"([^&\w]#)([A-Za-z][\w-]*)(?=[:\s,~+>{])")
_UNTITLED_FRAME = re.compile(r"<iframe(?= srcdoc=)")
_FALSE_HINT = re.compile(r'<span style="color:#565656">Make this Notebook Trusted.*?</span>')
_SCOPED_STYLE = re.compile(r"<style scoped>.*?</style>\s*", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_REGION = re.compile(r'(<\w+(?=[^<>]*\srole="region")[^<>]*\saria-label=")([^"]*)(")')
_CELL = re.compile(r"<(t[hd])(?=[ >])([^>]*)>(.*?)</\1>", re.DOTALL)
_FOLD = re.compile(r"<details(?=[ >])(?![^>]*\sid=)")
_EMPTY_HEAD = re.compile(r"<th(?: [^<>]*)?>\s*</th>")


def prepare_outputs(notebook: Any, labels: Mapping[str, str], file_name: str) -> Any:
    """Return a copy of a notebook as a page shows it.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed.
    labels : mapping of str to str
    file_name : str
        Where the reader finds the live controls.
    """
    shown = copy.deepcopy(notebook)
    state = shown.metadata.pop("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    shown.cells = [cell for cell in shown.cells if not NOT_ON_A_PAGE & set(cell.metadata.get("tags", []))]
    numbers, folds = count(1), count(1)
    seen: set[str] = set()
    styles: set[str] = set()
    regions: Counter[str] = Counter()
    for cell in shown.cells:
        if cell.cell_type == "code":
            _replace_widgets(cell, state, labels, file_name)
            cell.outputs = [output for output in cell.outputs if _says_something(output)]
            for output in cell.outputs:
                _mend_html(output, labels, numbers)
                if "text/html" in output.get("data", {}):
                    page = drop_repeated_styles(separate_ids("".join(output.data["text/html"]), seen), styles)
                    page = number_regions(page, regions, labels)
                    output.data["text/html"] = name_folds(page, folds)
    return shown


def name_folds(page: str, numbers: Iterator[int]) -> str:
    """Give each fold of an output an id, so that a link from the search to words in it opens it.

    Examples
    --------
    >>> name_folds('<details></details><details id="a"></details><details open></details>', iter([4, 5]))
    '<details id="fold-4"></details><details id="a"></details><details id="fold-5" open></details>'
    """
    return _FOLD.sub(lambda _: f'<details id="fold-{next(numbers)}"', page)


def drop_repeated_styles(page: str, seen: set[str]) -> str:
    """Take away the stylesheets that stand on the page already; those of this piece are added to `seen`.

    Examples
    --------
    >>> drop_repeated_styles("<style>a</style><style>b</style><style>a</style>", {"<style>b</style>"})
    '<style>a</style>'
    """

    def keep_first(found: re.Match[str]) -> str:
        is_new = found[0] not in seen
        seen.add(found[0])
        return found[0] if is_new else ""

    return _STYLE.sub(keep_first, page)


def number_regions(page: str, seen: Counter[str], labels: Mapping[str, str]) -> str:
    """Give the regions of an output names that no region before them has.

    Examples
    --------
    >>> again = '<div role="region" aria-label="Claims"></div>'
    >>> number_regions(again * 2, Counter(), {"number_again": "{label} ({number})"})
    '<div role="region" aria-label="Claims"></div><div role="region" aria-label="Claims (2)"></div>'
    """

    def name(found: re.Match[str]) -> str:
        label = found[2]
        seen[label] += 1
        if seen[label] == 1:
            return found[0]
        told = html.escape(labels["number_again"]).format(label=label, number=seen[label])
        return f"{found[1]}{told}{found[3]}"

    return _REGION.sub(name, page)


def separate_ids(page: str, seen: set[str]) -> str:
    """Give the ids of an output that stand on the page already, or twice in it, a number of their own.

    What refers to them within the output follows them, so that a switch never moves another output's.

    Parameters
    ----------
    page : str
        HTML of one output.
    seen : set of str
        Ids of the outputs before; those of this one are added.

    Examples
    --------
    >>> taken = {"a"}
    >>> separate_ids('<b id="a"></b><a href="#a">x</a><i id="c"></i>', taken)
    '<b id="a-2"></b><a href="#a-2">x</a><i id="c"></i>'
    """
    own: dict[str, str] = {}
    for name in dict.fromkeys(_ID.findall(page)):
        own[name] = name if name not in seen else _free(name, seen)
        seen.add(own[name])
    moved = {name: new for name, new in own.items() if name != new}
    if moved:
        page = _REFERENCE.sub(lambda match: match[1] + moved.get(match[2], match[2]) + match[3], page)
        page = _SELECTOR.sub(lambda match: match[1] + moved.get(match[2], match[2]), page)
    used: set[str] = set()
    return _ID_TAG.sub(lambda match: match[1] + _once(match[2], used, seen) + match[3], page)


def _once(name: str, used: set[str], seen: set[str]) -> str:
    new = name if name not in used else _free(name, seen)
    used.add(new)
    seen.add(new)
    return new


def _free(name: str, seen: set[str]) -> str:
    return next(new for number in range(2, 100_000) if (new := f"{name}-{number}") not in seen)


def describe_image(output: Any) -> str:
    """Return the description that came with an image, empty where none did."""
    metadata = output.get("metadata", {})
    own = (metadata.get(kind, {}).get("alt", "") for kind in IMAGES)
    return str(metadata.get("alt", "") or next(filter(None, own), ""))


def title_frames(page: str, title: str) -> str:
    """Name the frames that folium makes, and take its hint about trust away, which is false of a page.

    Examples
    --------
    >>> title_frames('<iframe srcdoc="x"></iframe>', "Map")
    '<iframe title="Map" srcdoc="x"></iframe>'
    """
    return _UNTITLED_FRAME.sub(lambda _: f'<iframe title="{html.escape(title)}"', _FALSE_HINT.sub("", page))


def _replace_widgets(cell: Any, state: Mapping[str, Any], labels: Mapping[str, str], file_name: str) -> None:
    live = [output for output in cell.outputs if WIDGET_VIEW in output.get("data", {})]
    if not live:
        return
    has_twin = any(kind in output.get("data", {}) for output in cell.outputs for kind in RICH)
    kept = []
    for output in cell.outputs:
        view = output.get("data", {}).pop(WIDGET_VIEW, None)
        if view is None or any(kind in output.data for kind in RICH):
            kept.append(output)
        elif not has_twin:
            words = "".join(_static_parts(view["model_id"], state))
            if words:
                output.data, has_twin = {"text/html": words}, True
                kept.append(output)
    cell.outputs = kept
    cell.metadata["page_note"] = labels["widget_note"] if has_twin else labels["widget_only"].format(file=file_name)


def _static_parts(model_id: str, state: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a tree of widgets shows without being touched: its HTML, not its controls."""
    model = state.get(model_id, {})
    values = model.get("state", {})
    if model.get("model_name") in ("HTMLModel", "HTMLMathModel"):
        yield str(values.get("value", ""))
    elif model.get("model_name") == "LabelModel":
        yield f"<p>{html.escape(str(values.get('value', '')))}</p>"
    for child in values.get("children", []):
        yield from _static_parts(str(child).removeprefix("IPY_MODEL_"), state)


def _says_something(output: Any) -> bool:
    if output.output_type == "stream":
        lines = [line.rsplit("\r", 1)[-1] for line in output.text.split("\n") if "\r" not in line.rstrip("\r")]
        output.text = "\n".join(lines).strip("\n")
        return bool(output.text.strip())
    if output.output_type not in ("display_data", "execute_result"):
        return bool(output.output_type == "error")
    output.data.pop("application/javascript", None)
    if set(output.data) <= {"text/plain"}:
        return not _OBJECT.fullmatch(output.data.get("text/plain", "").strip())
    return True


def _mend_html(output: Any, labels: Mapping[str, str], numbers: Iterator[int]) -> None:
    data = output.get("data", {})
    if "text/html" in data:
        page = _SCOPED_STYLE.sub("", str(data["text/html"]))
        data["text/html"] = _DATAFRAME.sub(lambda found: _frame_table(found, labels, next(numbers)), page)


def _frame_table(found: re.Match[str], labels: Mapping[str, str], number: int) -> str:
    """Frame a table that pandas drew: its columns and values are those of the tables, which are English."""
    head, _, body = found[2].partition("</thead>")
    head = re.sub(r"<th(?=[ >])", '<th scope="col"', _EMPTY_HEAD.sub("<td></td>", head))
    body = re.sub(r"<th(?=[ >])", '<th scope="row"', body)
    if "span=" not in head + body:
        head, body = _label_cells(head, body)
    label = html.escape(labels["table_label"].format(number=number))
    caption = html.escape(labels["raw_table"])
    return (f'<p class="raw-note">{caption}</p><div class="scroll" tabindex="0" role="region" aria-label="{label}">'
            f'<table class="dataframe" lang="en" translate="no">{head}</thead>{body}{found[3]}</div>')  # fmt: skip


def _label_cells(head: str, body: str) -> tuple[str, str]:
    """Give each cell the heading of its column, which a narrow page shows beside it, and tell columns of numbers."""
    heads = [[plain_text(cell[2]) for cell in _CELL.findall(row)] for row in head.split("</tr>") if "<tr" in row]
    names = [next(filter(None, column), "") for column in zip(*reversed(heads), strict=False)]
    numeric = find_numeric([[cell[2] for cell in _CELL.findall(row)] for row in body.split("</tr>") if "<tr" in row])

    def mark(row: str, *, is_head: bool) -> str:
        numbers = count()

        def open_cell(found: re.Match[str]) -> str:
            number = next(numbers)
            told = ' class="gp-num"' if number in numeric else ""
            if found[1] == "td" and not is_head and number < len(names):
                told += f' data-label="{html.escape(names[number])}"'
            return f"<{found[1]}{told}{found[2]}>{found[3]}</{found[1]}>"

        return _CELL.sub(open_cell, row)

    return ("</tr>".join(mark(row, is_head=True) for row in head.split("</tr>")),
            "</tr>".join(mark(row, is_head=False) for row in body.split("</tr>")))  # fmt: skip
