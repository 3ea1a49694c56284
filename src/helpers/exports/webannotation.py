"""Claims as W3C Web Annotations (JSON-LD): position and quote selectors into the normalised text."""

from __future__ import annotations

import json
from typing import Any

from helpers.exports._rights import Evidence, Permit, Tables, list_rows, or_empty, read_evidence, read_permits

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BODY = ("voice", "kind", "stance", "certainty", "verification", "status", "source_text", "source_id", "rule")


def render_webannotation(tables: Tables) -> str:
    """Render every claim as an annotation of its article; without rights no words, only positions and hashes."""
    permits = read_permits(tables)
    evidence = read_evidence(tables, "claims", "claim_id")
    items = [
        _build_annotation(row, evidence[row.claim_id], permits[row.article_id])
        for row in list_rows(tables["claims"])
    ]
    page = {"@context": CONTEXT, "id": "urn:grenspost:claims", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _build_annotation(row: Any, evidence: Evidence, permit: Permit) -> dict[str, Any]:
    stated = {name: or_empty(getattr(row, name)) for name in _BODY}
    if not evidence.exact:
        stated["source_text"] = ""
    words = "; ".join(f"{name}: {value}" for name, value in stated.items() if value)
    bodies = [{"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words}]
    if permit.notice:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": permit.notice})
    selectors: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    ]
    if evidence.exact:
        selectors.append({"type": "TextQuoteSelector", "exact": evidence.exact,
                          "prefix": evidence.prefix, "suffix": evidence.suffix})
    return {
        "id": f"urn:grenspost:{row.claim_id}", "type": "Annotation", "motivation": "describing", "body": bodies,
        "target": {"source": f"urn:sha256:{permit.sha256}", "selector": selectors},
    }  # fmt: skip
