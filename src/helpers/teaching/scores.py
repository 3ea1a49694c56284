"""How well the rules read: what they found against what a coder found, and every place where the two differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.teaching.classes import Coded, is_pair, is_same, read_explanations
from helpers.teaching.gold import KINDS, TABLES_OF_CODES, Gold, Tables, list_found, list_gold, rebuild_texts
from helpers.views import Html, message, word
from helpers.views._index import TableIndex
from helpers.views.html import escape, page, table, tag
from helpers.views.numbers import tell_number
from helpers.views.rights import shows_own_text

# Contents and sentences must share half of their characters; of names and times any overlap counts.
LEAST_OVERLAP = {"attributions": 0.5, "unverified": 0.3}
SHARES = ("precision", "recall", "f", "same_detail", "f_detail")
COLUMNS = ("kind", "n_gold", "n_found", "n_agreed", "precision", "recall", "f", "same_detail", "f_detail")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What coder and rules found of one kind, paired where they overlap."""

    kind: str
    agreed: tuple[tuple[Coded, Coded], ...]
    missed: tuple[Coded, ...]
    extra: tuple[Coded, ...]


def score_reading(tables: Tables, gold: Gold) -> pd.DataFrame:
    """Score the tables against hand-coded articles.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    gold : dict
        As `read_gold` gives it; articles that are not in the tables are left out.

    Returns
    -------
    pandas.DataFrame
        One row a kind: counts; precision, recall and F; ``same_detail``, the share of agreed spans with the same
        status, value, name, type or number; ``f_detail``, F where only these agree. Shares are missing where nothing
        can be counted.

    Examples
    --------
    >>> sentences = pd.DataFrame(columns=["article_id", "start_char", "text"])
    >>> list(score_reading({"sentences": sentences}, {})["n_gold"])
    [0, 0, 0, 0, 0, 0, 0, 0, 0]
    """
    rows = []
    for kind in KINDS:
        compared = compare_reading(tables, gold, kind)
        agreed, missed, extra = len(compared.agreed), len(compared.missed), len(compared.extra)
        coded = [pair for pair in compared.agreed if pair[0].detail]
        same = sum(is_same(kind, one, other) for one, other in coded)
        rows.append((
            kind, agreed + missed, agreed + extra, agreed, _share(agreed, agreed + extra),
            _share(agreed, agreed + missed), f_score(agreed, agreed + missed, agreed + extra), _share(same, len(coded)),
            f_score(same, agreed + missed, agreed + extra) if coded else None,
        ))  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype(dict.fromkeys(SHARES, "Float64"))


def compare_reading(tables: Tables, gold: Gold, kind: str) -> Comparison:
    """Pair what coder and rules found of one kind: one to one, largest overlap first.

    Of statements that overlap alike (two sources on one content) those are a pair whose cue or source is the same.
    Where the coder gave one code that stands for two of ours (thirteen wounded and one dead), both are right: the
    second is neither agreed again nor an extra.
    """
    texts = rebuild_texts(tables)
    wanted = list_gold(gold, kind, texts)
    found = list_found(tables, kind, set(gold) & set(texts))
    least = LEAST_OVERLAP.get(kind, 0.0)
    shares = (
        (overlap(one, other), _shared_marks(one, other), -i, -j)
        for i, one in enumerate(wanted) for j, other in enumerate(found)
        if one.article_id == other.article_id and one.start < other.end and other.start < one.end
        and is_pair(kind, one, other)
    )  # fmt: skip
    pairs = sorted((pair for pair in shares if pair[0] > 0 and pair[0] >= least), reverse=True)
    taken: dict[int, int] = {}
    for _, _, i, j in pairs:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    right = {-j for _, _, _, j in pairs} if kind in TABLES_OF_CODES else set(taken.values())
    return Comparison(
        kind, tuple((wanted[i], found[j]) for i, j in sorted(taken.items())),
        tuple(item for i, item in enumerate(wanted) if i not in taken),
        tuple(item for j, item in enumerate(found) if j not in right),
    )


def overlap(one: Coded, other: Coded) -> float:
    """Compute the share of characters that two spans have in common.

    Examples
    --------
    >>> overlap(Coded("a", 0, 10), Coded("a", 5, 10))
    0.5
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0.0, shared / (max(one.end, other.end) - min(one.start, other.start)))


def _shared_marks(one: Coded, other: Coded) -> int:
    return sum(start < until and begin < end for start, end in one.marks for begin, until in other.marks)


def f_score(agreed: int, n_gold: int, n_found: int) -> float | None:
    """Compute the harmonic mean of precision and recall; None where there is nothing to find and nothing found.

    Examples
    --------
    >>> f_score(0, 0, 0) is None
    True
    """
    return _share(2 * agreed, n_gold + n_found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def render_scores(scores: pd.DataFrame, *, language: str = "en") -> Html:
    """Render the scores as a table; a share that cannot be counted is a dash, not a nought.

    Parameters
    ----------
    scores : pandas.DataFrame
        As `score_reading` gives it.
    language : str
        Language of the labels.

    Examples
    --------
    >>> "No article" in render_scores(pd.DataFrame(columns=["kind", "n_gold"]))
    True
    """
    if scores.empty or not scores["n_gold"].sum():
        return page(tag("p", escape(message("empty_gold", language)), class_="gp-empty"), lang=language)
    headings = [escape(message(f"score.{name}", language)) for name in COLUMNS]
    rows = [
        [escape(word("score_kind", row["kind"], language)), *(str(row[name]) for name in COLUMNS[1:4]),
         *(tell_number(row[name], language, decimals=2) if row[name] is not None else "–" for name in SHARES)]
        for row in scores.astype(object).where(scores.notna(), None).to_dict("records")
    ]  # fmt: skip
    caption = message("caption_scores", language)
    return page(table(headings, rows, caption=caption, row_heads=True, class_="gp-number"), lang=language)


def render_misses(
    tables: Tables, gold: Gold, *, language: str = "en", show_own_text: bool = False, kinds: Sequence[str] = KINDS
) -> Html:
    """Render every place where the rules and the coders differ, with its sentence.

    Parameters
    ----------
    tables, gold
        As for `score_reading`.
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    kinds : sequence of str
        Which kinds to list.

    Examples
    --------
    >>> sentences = pd.DataFrame(columns=["article_id", "start_char", "text"])
    >>> "No article" in render_misses({"sentences": sentences}, {})
    True
    """
    if not set(gold) & set(rebuild_texts(tables)):
        return page(tag("p", escape(message("empty_gold", language)), class_="gp-empty"), lang=language)
    may_quote, names = _quotable(tables, show_own_text=show_own_text), _names_in(tables, language)
    parts = []
    for kind in kinds:
        compared = compare_reading(tables, gold, kind)
        name = word("score_kind", kind, language)
        for side, items in (("missed", compared.missed), ("extra", compared.extra)):
            summary = escape(f"{name}: {message(side, language, count=len(items))}")
            rows = [_show_span(tables, item, may_quote, names, language) + _explain(kind, item) for item in items]
            listed = tag("ul", "".join(tag("li", row) for row in rows), class_="gp-list") if rows else ""
            parts.append(tag("details", tag("summary", summary) + listed))
    return page(*parts, lang=language)


def _explain(kind: str, item: Coded) -> str:
    why = read_explanations().get((kind, item.article_id, item.start, item.code))
    return tag("p", escape(why), class_="gp-note", lang="en") if why else ""


def _quotable(tables: Tables, *, show_own_text: bool) -> set[str]:
    articles = tables["articles"]
    allowed = articles if shows_own_text(show_own_text) else articles[articles["text_rights"] == "full"]
    return set(allowed["article_id"])


def _show_span(tables: Tables, item: Coded, may_quote: set[str], names: Mapping[str, str], language: str) -> str:
    sentences = tables["sentences"]
    here = sentences[(sentences["article_id"] == item.article_id) & (sentences["start_char"] <= item.start)
                     & (sentences["end_char"] > item.start)]  # fmt: skip
    if here.empty or item.article_id not in may_quote:
        return escape(f"{item.article_id} " + message("offsets", language, start=item.start, end=item.end))
    text, start = str(here["text"].iloc[0]), int(here["start_char"].iloc[0])
    first, last = item.start - start, min(item.end - start, len(text))
    marked = escape(text[:first]) + tag("mark", escape(text[first:last])) + escape(text[last:])
    told = ": ".join(names.get(words, words) for words in (item.code, item.detail) if words)
    detail = f" [{escape(told)}]" if told else ""
    articles = tables["articles"]
    own = str(articles.loc[articles["article_id"] == item.article_id, "language"].iloc[0])
    return f"{tag('span', marked, lang=own)}{detail} " + tag("span", escape(item.article_id), class_="gp-note")


def _names_in(tables: Tables, language: str) -> dict[str, str]:
    """Return the names of actors and places in the language of the page, by their usual English name."""
    index = TableIndex(tables, language)
    return {str(row["name"]): index.name_of(table, row_id) for table in ("actors", "places")
            for row_id, row in index.rows(table).items()}  # fmt: skip
