"""Content notes on a page: a line before an output that holds such sentences, and a fold round the worst of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.reports._rows import read_rows
from helpers.resources.content_notes import ContentNote, read_content_notes

FOLD_CLASS = "content-fold"
_SHORTEST_PART = 20
_HIDDEN = re.compile(r'<span class="gp-tip.*?</span>|<style.*?</style>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Warned:
    """A sentence that a reader is warned of.

    Parameters
    ----------
    text : str
        The sentence, with single spaces.
    notes : tuple of ContentNote
    """

    text: str
    notes: tuple[ContentNote, ...]

    @property
    def folding(self) -> ContentNote | None:
        """The first note that folds the sentence."""
        return next((note for note in self.notes if note.folds), None)


def find_warned(tables: Path, notes: Sequence[ContentNote] | None = None) -> tuple[Warned, ...]:
    """Find the sentences of the tables that a reader is warned of.

    Parameters
    ----------
    tables : Path
        Folder of tables.
    notes : sequence of ContentNote, optional
        Those of ``data/content_notes.csv`` by default.
    """
    known = read_content_notes() if notes is None else notes
    languages = {row["article_id"]: row["language"] for row in read_rows(tables / "articles.csv")}
    happened: dict[str, set[str]] = {}
    for event in read_rows(tables / "events.csv"):
        if event["polarity"] != "negative":
            happened.setdefault(event["sentence_id"], set()).add(event["event_type"])
    found = []
    for row in read_rows(tables / "sentences.csv"):
        if not row["text"].strip():
            continue  # a sentence whose words are not here is shown nowhere
        kinds = happened.get(row["sentence_id"], set())
        fitting = tuple(n for n in known if n.fits(row["text"], languages.get(row["article_id"], ""), kinds))
        if fitting:
            found.append(Warned(_squeeze(row["text"]), fitting))
    return tuple(found)


def warn_of(shown: Any, warned: Sequence[Warned], language: str) -> None:
    """Write above each output of a notebook what its sentences tell of, and fold the worst of them.

    A note that says no more than those above it in the same section is left out.

    Parameters
    ----------
    shown : nbformat.NotebookNode
        As a page shows it; changed in place.
    warned : sequence of Warned
    language : str
        Language of the page.
    """
    told: set[str] = set()
    for cell in shown.cells:
        if cell.cell_type == "markdown" and _HEADING.search(cell.source):
            told.clear()
        held: list[Warned] = []
        for output in cell.get("outputs", []):
            page = str(output.get("data", {}).get("text/html", ""))
            words = _visible_words(page)
            here = [one for one in warned if one.text in words]
            folded = [one for one in here if one.folding]
            if folded:
                output.data["text/html"] = fold_sentences(page, folded, language)
            held += here
        names = dict.fromkeys(n.names.get(language, n.names["en"]) for one in held for n in one.notes)
        if not told.issuperset(names):
            told.update(names)
            unique = list(dict.fromkeys(one.text for one in held))
            cell.metadata["page_content_note"] = {"count": len(unique), "labels": ", ".join(names)}


def fold_sentences(page: str, warned: Sequence[Warned], language: str) -> str:
    """Fold each of the sentences in a piece of HTML behind a line that says what it tells of; a reader opens it.

    Examples
    --------
    >>> note = ContentNote("n", True, "", "en", None, {"en": "wounds"})
    >>> fold_sentences('<p lang="en">He <mark>bled</mark>.</p>', [Warned("He bled.", (note,))], "en")
    '<div lang="en"><details class="content-fold"><summary>wounds</summary>He <mark>bled</mark>.</details></div>'
    """
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "html.parser")
    for one in warned:
        note = one.folding
        if note is None:
            continue
        for element in list(_holders(soup, one.text)):
            _fold(soup, element, note.names.get(language, note.names["en"]))
    return str(soup)


def _holders(soup: Any, text: str) -> Iterator[Any]:
    """Yield the smallest elements that hold the sentence, or, in the same row of a table, a long part of it."""
    for element in soup.find_all(["td", "p", "span", "li", "code", "a"]):
        if element.find_parent("details", class_=FOLD_CLASS) or "gp-tip" in (element.get("class") or ()):
            continue
        words = _element_words(element)
        if text in words:
            inner = element.find_all(["td", "p", "span", "li", "code"])
            if not any(text in _element_words(child) for child in inner):
                yield element
        elif element.name == "td" and len(words) >= _SHORTEST_PART and words in text:
            yield element


def _fold(soup: Any, element: Any, label: str) -> None:
    fold, summary = soup.new_tag("details", attrs={"class": FOLD_CLASS}), soup.new_tag("summary")
    summary.string = label
    fold.append(summary)
    for child in list(element.contents):
        fold.append(child.extract())
    element.append(fold)
    if element.name == "p":
        element.name = "div"  # a fold cannot stand in a paragraph
    parent = element.find_parent("p")
    if parent is not None:
        parent.name = "div"


def _element_words(element: Any) -> str:
    return _visible_words(str(element))


def _visible_words(page: str) -> str:
    """Return the words of a piece of HTML, those of the frames in it too."""
    once = html.unescape(_TAG.sub("", _HIDDEN.sub("", page)))
    frames = " ".join(_TAG.sub(" ", html.unescape(html.unescape(f))) for f in re.findall(r'srcdoc="([^"]*)"', page))
    return _squeeze(f"{once} {frames}")


def _squeeze(text: str) -> str:
    return " ".join(text.split())

