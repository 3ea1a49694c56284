"""Claims as W3C Web Annotations (JSON-LD): position and quote selectors into the normalised text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from helpers.exports._rights import (
    Evidence,
    Finder,
    Permit,
    Tables,
    list_notices,
    list_rows,
    or_empty,
    read_evidence,
    read_permits,
)
from helpers.exports.permitted import select_permitted

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "urn:grenspost:claims"
_TAGS = ("status", "voice", "kind", "stance", "polarity", "certainty", "verification")
_WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True)
class _Known:
    """What the annotations say beside the claims themselves."""

    permits: Mapping[str, Permit]
    actors: Mapping[str, Any]
    evidence: Mapping[str, Mapping[str, Evidence]]
    finder: Finder


def render_webannotation(tables: Tables) -> str:
    """Render every claim as annotations of its article; without rights no words, only positions and hashes.

    The content of a claim is described: who states it, how, with which status. Where the text has them, the words
    that name the source are identified as an actor, and the cue is tagged as what announces the content.
    """
    kept = select_permitted(tables)
    known = _Known(
        read_permits(kept), {row.actor_id: row for row in list_rows(kept["actors"])},
        {prefix: read_evidence(kept, "claims", "claim_id", prefix) for prefix in ("", "source_", "cue_")}, Finder(kept),
    )  # fmt: skip
    items = [item for row in list_rows(kept["claims"]) for item in _build_annotations(row, known)]
    notices = "; ".join(f"{item['article_id']}: {item['notice']}" for item in list_notices(kept) if item["notice"])
    page = {
        "@context": CONTEXT, "id": f"{COLLECTION}:1", "type": "AnnotationPage", "startIndex": 0,
        "partOf": {"id": COLLECTION, "type": "AnnotationCollection", "total": len(items),
                   "label": "Who states what: claims read from news articles. " + notices},
        "items": items,
    }  # fmt: skip
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _build_annotations(row: Any, known: _Known) -> Iterator[dict[str, Any]]:
    claim_id, permit = f"urn:grenspost:{row.claim_id}", known.permits[row.article_id]
    content = [known.evidence[""][row.claim_id], *_find_pieces(row, known)]
    yield _annotate(claim_id, "describing", [*_describe(row, known), *_comment(permit)], content, permit)
    if source := known.evidence["source_"].get(row.claim_id):
        bodies = [_identify(row, known), *_comment(permit)]
        yield _annotate(f"{claim_id}:source", "identifying", bodies, [source], permit)
    if cue := known.evidence["cue_"].get(row.claim_id):
        bodies = [_tag("cue"), _text("describing", f"announces the content of {claim_id}"), *_comment(permit)]
        yield _annotate(f"{claim_id}:cue", "tagging", bodies, [cue], permit)


def _find_pieces(row: Any, known: _Known) -> Iterator[Evidence]:
    """Find the other pieces of a content that its cue splits."""
    for piece in filter(None, or_empty(row.more_spans).split("|")):
        start, _, end = piece.partition("-")
        yield known.finder.at(row.article_id, int(start), int(end))


def _describe(row: Any, known: _Known) -> Iterator[dict[str, Any]]:
    who = "the newsroom" if row.voice == "newsroom" else _name_source(row, known)
    yield _text("describing", f"{who} {row.stance} this; status: {row.status}; rule: {row.rule}")
    yield from (_tag(f"{name}: {getattr(row, name)}") for name in _TAGS)
    if row.voice == "source":
        yield _identify(row, known)


def _identify(row: Any, known: _Known) -> dict[str, Any]:
    actor = known.actors.get(row.source_id)
    if actor is not None and or_empty(actor.wikidata_id):
        return {"type": "SpecificResource", "purpose": "identifying", "source": _WIKIDATA + actor.wikidata_id}
    return _text("identifying", _name_source(row, known))


def _name_source(row: Any, known: _Known) -> str:
    actor = known.actors.get(row.source_id)
    return str(actor.name) if actor is not None else or_empty(row.source_text) or "a source that is not known"


def _comment(permit: Permit) -> Iterator[dict[str, Any]]:
    if permit.notice:
        yield _text("commenting", permit.notice)


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _text(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _annotate(
    name: str, motivation: str, bodies: list[dict[str, Any]], stretches: list[Evidence], permit: Permit
) -> dict[str, Any]:
    targets = [_build_target(stretch, permit) for stretch in stretches]
    return {
        "id": name, "type": "Annotation", "motivation": motivation,
        "generator": {"id": "urn:grenspost", "type": "Software", "name": f"Grenspost {version('grenspost')}"},
        "body": bodies, "target": targets if len(targets) > 1 else targets[0],
    }  # fmt: skip


def _build_target(evidence: Evidence, permit: Permit) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}]
    if evidence.exact:
        selectors.append({"type": "TextQuoteSelector", "exact": evidence.exact,
                          "prefix": evidence.prefix, "suffix": evidence.suffix})  # fmt: skip
    source = {"id": f"urn:sha256:{permit.sha256}", "type": "Text", "format": "text/plain"}
    return {"source": {**source, **({"language": permit.language} if permit.language else {})}, "selector": selectors}
