"""What the search on the first page looks through: every heading and every passage of every page, with its link."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby

from helpers.reports._content_notes import FOLD_CLASS
from helpers.reports._names import pair_names
from helpers.reports._sentences import Quoted, Sentence, SentenceFinder
from helpers.text.folding import fold_text
from helpers.text.transliteration import sound_keys

_DRAWN = re.compile(r"<(script|style|svg|iframe)\b.*?</\1>", re.DOTALL)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_BLOCKS = frozenset({"p", "li", "tr", "h1", "h2", "h3", "h4", "summary", "caption", "pre", "div", "details",
                     "blockquote", "table", "ul", "ol", "section", "figure", "thead", "tbody"})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3"})
_LEFT_OUT = frozenset({"nav", "footer", "header", "button", "label"})
_LEFT_OUT_CLASSES = frozenset({"code", "gp-tip", "skip", "live-note", "gp-cite", "gp-cite-box", "gp-elsewhere",
                               "notice-line"})  # fmt: skip
_NAME = re.compile(r"[^\W\d_]{4,}")
_JOINER = "\u2060"  # stands between a sentence and its sign for citing
_CELLS = frozenset({"td", "th"})
_IN_CELL = frozenset({"details", "summary"})  # in a cell what opens is a count: it belongs to the row
_APART = {"gp-line": " · ", "gp-note": " ", "gp-silent": " ", "gp-badge": " "}  # stand off from what is before
_COUNT = re.compile(r"\d[\d.,\s]*")
_NOTHING = frozenset({"", "–"})  # what an empty cell holds
_SHORTEST = 3
_SHORTEST_TITLE = 12  # the words of a fold that are fewer name nothing: a count, a sign


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page that the search can find.

    Parameters
    ----------
    anchor : str
        Id of the nearest element that holds it, or of the heading above it.
    heading : str
        Words of the heading above it, and of the fold that it stands in.
    text : str
    language : str
        Where it is another than the page's.
    kind : str
        ``h`` a heading, ``t`` a text, ``f`` a text that stands folded under a content note.
    """

    anchor: str
    heading: str
    text: str
    language: str = ""
    kind: str = "t"


def list_passages(page: str) -> list[Passage]:
    """List the passages of a page, each text once.

    Examples
    --------
    >>> [found] = list_passages('<html lang="nl"><main><h2 id="a">Wie?</h2></main></html>')
    >>> found.anchor, found.text, found.kind
    ('a', 'Wie?', 'h')
    """
    walker = _Walker()
    walker.feed(_DRAWN.sub(" ", page))
    walker.close()
    walker.end_passage()
    return list({passage.text: passage for passage in reversed(walker.passages)}.values())[::-1]


def build_search(
    pages: Mapping[str, tuple[str, str]], names: Sequence[Sequence[str]] = (), sentences: Sequence[Sentence] = ()
) -> str:
    """Build what the search reads, as JSON that may stand inside a page.

    Parameters
    ----------
    pages : mapping of str to (str, str)
        By the name of the page: its title, and the whole page.
    names : sequence of sequences of str
        All names of one actor or place each: whoever types one finds those that stand on the pages. Names of what
        the pages do not have are left out.
    sentences : sequence of Sentence
        Those of the articles: passages that quote the same one are found as one.
    """
    finder, numbers = SentenceFinder(sentences), _Numbers()
    heads: dict[tuple[int, str], int] = {}
    passages = []
    for number, (_, page) in enumerate(pages.values()):
        for passage in list_passages(page):
            head = heads.setdefault((number, passage.heading), len(heads))
            quoted = numbers.tell(passage.text, finder.find_quoted(passage.text, passage.anchor))
            rest = [passage.kind, passage.language, *([quoted] if quoted else [])]
            passages.append([head, passage.anchor, passage.text, *(rest if quoted or rest != ["t", ""] else [])])
    texts = [str(row[2]) for row in passages]
    folded = [tuple(dict.fromkeys(map(fold_text, own))) for own in names]
    found = {
        "pages": [[name, title] for name, (title, _) in pages.items()], "heads": [list(head) for head in heads],
        "passages": passages, "spellings": list(group_spellings(texts, [name for own in names for name in own])),
        "names": sorted(set(pair_names(folded, map(fold_text, texts)))),
    }  # fmt: skip
    told = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@dataclass(slots=True)
class _Numbers:
    """Numbers the sentences that are quoted, and tells where as a script counts: a few signs are two letters there."""

    known: dict[str, int] = field(default_factory=dict)

    def tell(self, text: str, quoted: Sequence[Quoted]) -> list[int]:
        """Return number, start and end of each sentence, one after another."""
        return [part for one in quoted for part in (
            self.known.setdefault(one.sentence.sentence_id, len(self.known)),
            _count_units(text[: one.start]), _count_units(text[: one.end]),
        )]  # fmt: skip


def _count_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def group_spellings(texts: Iterable[str], names: Iterable[str] = ()) -> Iterator[list[str]]:
    """Yield the names that are spellings of each other, folded as the search folds what is typed.

    Parameters
    ----------
    texts : iterable of str
    names : iterable of str
        Names that may be typed; a word of them is kept where it sounds as a word of the texts.

    Examples
    --------
    >>> list(group_spellings(["Poetin zweeg", "Putin spoke"], ["Путин", "Peskov"]))
    [['poetin', 'putin', 'путин']]
    """
    by_sound = _gather_sounds(texts)
    for key, group in _gather_sounds(names).items():
        if key in by_sound:
            by_sound[key] |= group
    groups = {tuple(sorted(group)) for group in by_sound.values() if len(group) > 1}
    return iter(sorted(map(list, groups)))


def _gather_sounds(texts: Iterable[str]) -> dict[str, set[str]]:
    names = {name[0] for text in texts for name in _NAME.finditer(text) if name[0][0].isupper()}
    by_sound: dict[str, set[str]] = {}
    for name in names:
        for key in sound_keys(name):
            by_sound.setdefault(key, set()).add(fold_text(name))
    return by_sound


@dataclass(slots=True)
class _Open:
    tag: str
    anchor: str
    language: str
    is_left_out: bool
    is_folded: bool
    label: str = ""
    is_inside_cell: bool = False
    title: str = ""
    held: tuple[list[str], list[_Open]] | None = None  # words of the row, while a list stands in one of its cells


@dataclass
class _Walker(HTMLParser):
    passages: list[Passage] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Open] = []
        self.words: list[str] = []
        self.heading = ("", "")
        self.here: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        above = self.open[-1] if self.open else _Open("", "", "", False, False)
        classes = given.get("class", "").split()
        is_in_cell = above.is_inside_cell and (tag in _IN_CELL or tag not in _BLOCKS) and FOLD_CLASS not in classes
        held = None
        if tag in _BLOCKS and above.is_inside_cell and not is_in_cell:
            held, self.words, self.here = (self.words, self.here), [], []
        elif tag in _BLOCKS and not above.is_inside_cell:
            self.end_passage()
        elif tag in _CELLS and self.words:
            self.words.append(" · ")
        elif tag == "br":
            self.words.append(" ")
        if tag in _VOID:
            return
        left_out = tag in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(classes) or given.get("aria-hidden") == "true"
        if self.words and not left_out:
            self.words += [_APART[name] for name in classes if name in _APART]
        self.open.append(_Open(
            tag, "" if tag == "main" else given.get("id") or above.anchor, given.get("lang") or above.language,
            above.is_left_out or left_out, above.is_folded or FOLD_CLASS in classes, held=held,
            label=given.get("data-label", "") if tag in _CELLS else "", is_inside_cell=tag in _CELLS or is_in_cell,
        ))  # fmt: skip

    def handle_endtag(self, tag: str) -> None:
        places = [n for n, one in enumerate(self.open) if one.tag == tag]
        if tag in _BLOCKS and not (places and self.open[places[-1]].is_inside_cell):
            self.end_passage()
        if places:
            held = self.open[places[-1]].held
            del self.open[places[-1]:]
            if held:
                self.words, self.here = held

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1].is_left_out and any(one.tag == "main" for one in self.open):
            self._label(data)
            self.words.append(data)
            if data.strip():
                self.here.append(self.open[-1])

    def _label(self, data: str) -> None:
        """Put the heading of its column before what a cell counts: a figure alone says nothing."""
        cell = next((one for one in reversed(self.open) if one.label), None)
        if cell and self.open[-1].is_inside_cell and _COUNT.fullmatch(data.strip()):
            self.words.append(f"{cell.label}: ")
            cell.label = ""

    def end_passage(self) -> None:
        text = " ".join("".join(self.words).replace(_JOINER, "").split())
        parts = (part.strip(" ·") for part in text.split(" · "))
        text = " · ".join(part for part, _ in groupby(parts) if part not in _NOTHING)
        here, self.words, self.here = self.here, [], []
        if len(text) < _SHORTEST or not here:
            return
        block = next((one for one in reversed(self.open) if one.tag in _BLOCKS), here[0])
        is_heading = block.tag in _HEADINGS
        if is_heading:
            self.heading = (here[0].anchor, text)
        anchor = here[0].anchor or self.heading[0]
        languages = {one.language for one in here}
        page_language = self.open[0].language if self.open else ""
        language = next(iter(languages)) if len(languages) == 1 else ""
        kind = "h" if is_heading else "f" if any(one.is_folded for one in here) else "t"
        if block.tag == "summary":
            self._name_fold(text)
        self.passages.append(
            Passage(anchor, self._tell_place(), text, "" if language == page_language else language, kind)
        )

    def _name_fold(self, title: str) -> None:
        fold = next((one for one in self.open if one.tag == "details"), None)
        if fold and not fold.title and len(title) >= _SHORTEST_TITLE:
            fold.title = title

    def _tell_place(self) -> str:
        titles = [one.title for one in self.open if one.title][:1]
        return " › ".join(filter(None, (self.heading[1], *titles)))
