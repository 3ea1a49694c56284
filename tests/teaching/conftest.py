"""One invented article, read by the rules, with a coding by hand that differs in one status."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers.model import Card
from helpers.pipeline import read_article
from helpers.tables import build_tables
from helpers.text import build_document

BRIDGE = (
    "The bridge of Ramlow stays shut\n\n"
    "Mayor Jan Hoek says that the bridge will stay shut for three weeks. Vera Wiel denies that she was asked. "
    "On the quay two boats turned back. According to the harbour office, twelve boats turned back on the first day.\n"
)
Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="session")
def bridge() -> Tables:
    return build_tables([read_article(build_document(BRIDGE, Card("bridge.txt", language="en", text_rights="full")))])


@pytest.fixture(scope="session")
def bridge_text() -> str:
    return BRIDGE


@pytest.fixture
def bridge_gold() -> dict[str, object]:
    def item(words: str, status: str, name: str | None, source: str) -> dict[str, object]:
        start, at = BRIDGE.index(words), BRIDGE.index(source)
        return {"content": {"start": start, "end": start + len(words)}, "status": status, "source_name": name,
                "source": {"start": at, "end": at + len(source)}}  # fmt: skip

    return {"bridge": {"id": "bridge", "attributions": [
        item("the bridge will stay shut for three weeks", "claimed", "Jan Hoek", "Mayor Jan Hoek"),
        item("she was asked", "questioned", "Vera Wiel", "Vera Wiel"),
        item("twelve boats turned back on the first day", "claimed", "the harbour", "the harbour office"),
    ]}}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "annotations"
