"""How a claim to be coded is shown: its label, its sentence, and what tells it from another with the same words."""

from __future__ import annotations

from helpers.teaching.coding import Unit
from helpers.views import Html
from helpers.views._index import TableIndex
from helpers.views.html import escape, shorten, tag
from helpers.views.reading._evidence import frame_row, quote_sentence


def label_units(index: TableIndex, units: list[Unit]) -> list[tuple[str, int]]:
    """Label each claim by its words; those with the same words by their cue as well."""
    return [(f"{number + 1}. {shorten(index.text_of(unit), 90)}{_tell_cue(index, units, unit)}", number)
            for number, unit in enumerate(units)]  # fmt: skip


def quote_unit(index: TableIndex, units: list[Unit], unit: Unit) -> Html:
    """Quote the sentence of a claim; the cue is marked where another claim has the same words.

    A cue that stands in another sentence is shown in that one, since who speaks is not to be seen without it.
    """
    start, is_twin = unit["cue_start_char"], has_twin(units, unit)
    framed = index.sentence_at(unit["article_id"], int(start)) if start is not None else None
    if framed is None:
        return Html(tag("p", quote_sentence(index, unit), class_="gp-proof"))
    cue, is_here = frame_row(unit, framed), framed["sentence_id"] == unit["sentence_id"]
    shown = tag("p", quote_sentence(index, unit, *([cue] if is_twin and is_here else [])), class_="gp-proof")
    if not is_here:
        shown += tag("p", quote_sentence(index, cue), class_="gp-proof")
    about = index.say("exercise_about_cue", words=index.text_of(unit, "cue_text"))
    return Html(shown + (tag("p", escape(about), class_="gp-note") if is_twin else ""))


def has_twin(units: list[Unit], unit: Unit) -> bool:
    """Tell whether another claim has the same words: two sources on one content.

    Examples
    --------
    >>> has_twin([{"start_char": 0, "end_char": 9}] * 2, {"start_char": 0, "end_char": 9})
    True
    """
    same = ("start_char", "end_char")
    return sum(all(other[key] == unit[key] for key in same) for other in units) > 1


def _tell_cue(index: TableIndex, units: list[Unit], unit: Unit) -> str:
    has_cue = unit["cue_text"] and has_twin(units, unit)
    return f" ({index.text_of(unit, 'cue_text')})" if has_cue else ""
