"""From the rows of the tables to the marks of the close reading: what is marked, and what each mark tells."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.views._index import Row, TableIndex
from helpers.views._times import tell_about, tell_time
from helpers.views.numbers import tell_number
from helpers.views.palette import LAYER_STYLES
from helpers.views.reading._marks import Mark, merge_marks

LAYERS = tuple(LAYER_STYLES)
# the words before an event that is not said to have happened
UNREALISED = {"negative": "said_not", "open": "said_open"}
HIDDEN_AT_FIRST = ("newsroom",)


def list_marks(index: TableIndex, article_id: str) -> list[Mark]:
    """List every mark of an article, in order."""
    marks = [
        *_claim_marks(index, article_id),
        *_place_marks(index, article_id),
        *_row_marks(index, article_id, "times", "time"),
        *_event_marks(index, article_id),
        *_row_marks(index, article_id, "quantities", "quantity"),
        *_row_marks(index, article_id, "wordings", "wording"),
    ]
    return sorted(merge_marks(marks), key=lambda mark: (mark.start, -mark.end, LAYERS.index(mark.layer)))


def claim_spans(claim: Row) -> Iterator[tuple[int, int]]:
    """Yield every piece of a claim's content, the main one first."""
    yield claim["start_char"], claim["end_char"]
    for piece in (claim["more_spans"] or "").split("|"):
        if piece:
            start, _, end = piece.partition("-")
            yield int(start), int(end)


def tell_claim(index: TableIndex, claim: Row) -> str:
    """Say in one line with which status a claim stands, who states it, and by which rule."""
    status = index.word("status", claim["status"])
    if claim["verification"] == "unverified" and claim["status"] != "unverified":
        status += f" ({index.word('status', 'unverified')})"
    if claim["certainty"] not in (None, "certain"):
        status += f" ({index.word('certainty', claim['certainty'])})"
    return f"{status} — {tell_source(index, claim)}"


def tell_source(index: TableIndex, claim: Row) -> str:
    """Say in one line who states a claim, by which word and by which rule."""
    cue = index.text_of(claim, "cue_text")
    said = index.say("tip_cue", cue=cue) if cue else ""
    return index.say("tip_claim", source=index.source_of(claim), cue=said, rule=index.rule_of(claim))


def _claim_marks(index: TableIndex, article_id: str) -> Iterator[Mark]:
    for claim in index.rows("claims").values():
        if claim["article_id"] != article_id:
            continue
        row_id, tips = claim["claim_id"], (f"{tell_claim(index, claim)} [{claim['rule'] or ''}]",)
        layer = "newsroom" if claim["voice"] == "newsroom" else "claim"
        for number, (start, end) in enumerate(claim_spans(claim)):
            ids = (row_id,) if number == 0 else (f"{row_id}-piece{number + 1}",)
            yield Mark(start, end, layer, ids, tips, (claim["status"],) if claim["status"] else ())
        for part in ("source", "cue"):
            if claim[f"{part}_start_char"] is not None:
                span = claim[f"{part}_start_char"], claim[f"{part}_end_char"]
                yield Mark(*span, part, (f"{row_id}-{part}",), (f"{index.word('layer', part)}: {tips[0]}",))


def _place_marks(index: TableIndex, article_id: str) -> Iterator[Mark]:
    for mention in index.rows("mentions").values():
        if mention["article_id"] == article_id and mention["entity_type"] == "place":
            name = index.name_of("places", mention["entity_id"]) or index.say("place_unknown")
            form, rule = index.word("form", mention["form"]), _cite_rule(index, mention)
            tip = index.say("tip_place", name=name, form=form, rule=rule)
            yield Mark(mention["start_char"], mention["end_char"], "place", (mention["mention_id"],), (tip,))


def _event_marks(index: TableIndex, article_id: str) -> Iterator[Mark]:
    for event_id, event in index.rows("events").items():
        if event["article_id"] == article_id and event["trigger_start_char"] is not None:
            span = event["trigger_start_char"], event["trigger_end_char"]
            yield Mark(*span, "event", (event_id,), (tell_event(index, event),))


def tell_event(index: TableIndex, event: Row) -> str:
    """Say in one line what kind of event a word names, whether it is said to be so, where, when, and by which rule."""
    what = index.word("event_type", event["event_type"])
    if event["polarity"] in UNREALISED:
        what = index.say(UNREALISED[event["polarity"]], what=what)
    place = index.name_of("places", event["place_id"]) if event["place_role"] == "happened_at" else ""
    dated_by = index.find("times", event["time_id"]) or {}
    when = tell_about(index, dated_by, event["edtf"]) if event["edtf"] else index.say("no_day")
    where = place or index.say("no_place")
    facts = [index.word("status", event["status"]), where, when]
    return index.say("tip_event", what=what, facts=", ".join(facts), rule=_cite_rule(index, event))


def _row_marks(index: TableIndex, article_id: str, table: str, layer: str) -> Iterator[Mark]:
    tell = {"time": _tell_time, "quantity": _tell_quantity, "wording": _tell_wording}[layer]
    for row_id, row in index.rows(table).items():
        if row["article_id"] == article_id:
            yield Mark(row["start_char"], row["end_char"], layer, (row_id,), (tell(index, row),))


def _tell_time(index: TableIndex, row: Row) -> str:
    value = row["duration"] if row["duration"] and not row["edtf"] else tell_time(index, row)
    precision = index.word("precision", row["precision"])
    return index.say("tip_time", value=value, precision=precision, rule=_cite_rule(index, row))


def _tell_quantity(index: TableIndex, row: Row) -> str:
    unit = index.word("unit", row["unit"])
    return index.say("tip_quantity", value=tell_range(index, row), unit=unit, rule=_cite_rule(index, row))


def _tell_wording(index: TableIndex, row: Row) -> str:
    speaker = index.name_of("actors", row["actor_id"]) or index.word("voice", row["voice"])
    term, referent = index.word("term", row["term_id"]), index.word("referent", row["referent_id"])
    return index.say("tip_wording", term=term, referent=referent, speaker=speaker, rule=_cite_rule(index, row))


def _cite_rule(index: TableIndex, row: Row) -> str:
    """Say a rule in words, with its own id: a tip is the only place where it can be read without a mouse."""
    return f"{index.rule_of(row)} [{row['rule'] or ''}]"


def tell_range(index: TableIndex, row: Row) -> str:
    """Say a quantity as exactly as its text does: no range is made up, and *dozens* stays that word."""
    if row["low"] is None and row["high"] is None:
        return index.say("quoted", words=row["text"]) if index.may_quote(row) else index.say("number_not_given")
    low, high = (None if value is None else tell_number(value, index.language) for value in (row["low"], row["high"]))
    qualifier = "" if row["qualifier"] == "exact" else index.word("qualifier", row["qualifier"])
    if low == high or low is None or high is None:
        return f"{qualifier} {low or high or ''}".strip()
    return f"{low}–{high}"
