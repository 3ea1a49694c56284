"""Where a correction is anchored: the words of its row with what stands before and after them.

After a text changed, an anchor is FOUND only where words, before and after stand together exactly once. The same words
elsewhere are a look-alike, not the row: AMBIGUOUS.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from helpers.model import TABLES, ResourceError
from helpers.tables._refusals import CorrectionError
from helpers.tables.build import Row, Tables

CONTEXT = 40
_OFFSETS = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words from a row's first character to its last (source, cue, content), and those around them."""

    article_id: str
    exact: str
    prefix: str
    suffix: str
    start: int

    def to_json(self) -> str:
        """Write the anchor as it stands in the table."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Anchor:
        """Read an anchor of the table.

        Raises
        ------
        ResourceError
            If it is not one.
        """
        try:
            found = cls(**json.loads(text))
            if not found.exact or not isinstance(found.start, int):
                raise ValueError("exact is empty or start no number")
        except (ValueError, TypeError) as error:
            raise ResourceError(f"a correction has the anchor {text[:60]!r}: {error}; it needs article_id, exact, "
                                "prefix, suffix and start, as they were written") from error
        return found


def make_anchor(tables: Tables, name: str, row: Row, texts: Mapping[str, str]) -> Anchor:
    """Make the anchor of a row.

    Raises
    ------
    CorrectionError
        If the row rests on no words of an article, or the article's text is not given.
    """
    start, end = _hull(tables, name, row)
    article_id = str(row["article_id"])
    if article_id not in texts:
        raise CorrectionError("text_away", article=article_id)
    text = texts[article_id]
    return Anchor(article_id, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def find_anchor(anchor: Anchor, text: str | None) -> tuple[str, int | None]:
    """Find an anchor in a text: its status, and where it begins now.

    Examples
    --------
    >>> anchor = Anchor("a", "six men", "The ", " came.", 4)
    >>> find_anchor(anchor, "The six men came.")
    ('FOUND', 4)
    >>> find_anchor(anchor, "Later six men left.")
    ('AMBIGUOUS', None)
    >>> find_anchor(anchor, "The nine men came.")
    ('ORPHANED', None)
    """
    if text is None:
        return "ORPHANED", None
    starts = _occurrences(anchor.exact, text)
    whole = [start for start in starts if _is_whole(anchor, text, start)]
    if len(whole) == 1:
        return "FOUND", whole[0]
    return ("AMBIGUOUS" if starts else "ORPHANED"), None


def shift_id(row_id: str, anchor: Anchor, start: int) -> str:
    """Return the id that an anchored row has where its words begin now: all its offsets move together.

    Examples
    --------
    >>> shift_id("a1.c24-30.20-23", Anchor("a1", "say six men", "", "", 20), 120)
    'a1.c124-130.120-123'
    """
    shift = start - anchor.start
    head, tail = row_id[: len(anchor.article_id)], row_id[len(anchor.article_id) :]
    return head + _OFFSETS.sub(lambda found: f"{int(found[1]) + shift}-{int(found[2]) + shift}", tail)


def _occurrences(words: str, text: str) -> list[int]:
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _is_whole(anchor: Anchor, text: str, start: int) -> bool:
    """Tell whether before and after stand there too; in a text too short to have either, nothing else may."""
    end = start + len(anchor.exact)
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if len(anchor.prefix) < CONTEXT and len(anchor.suffix) < CONTEXT:
        return (before, after) == (anchor.prefix, anchor.suffix)
    return before.endswith(anchor.prefix) and after.startswith(anchor.suffix)


def _hull(tables: Tables, name: str, row: Row) -> tuple[int, int]:
    """Return the first and the last character of all spans of a row; a dispute has those of its claim."""
    if name == "disputes":
        claims = tables["claims"]
        found: dict[str, Any] = claims[claims["claim_id"] == row["claim_id"]].iloc[0].dropna().to_dict()
        return _hull(tables, "claims", found)
    spans = [(row.get(f"{prefix}start_char"), row.get(f"{prefix}end_char")) for prefix in TABLES[name].spans]
    given = [(int(start), int(end)) for start, end in spans if start is not None and end is not None]
    if not given or name in ("unread", "articles"):
        raise CorrectionError("hand_made", table=name)
    return min(start for start, _ in given), max(end for _, end in given)
