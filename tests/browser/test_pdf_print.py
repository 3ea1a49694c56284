"""The browser prints each page as a PDF that a reader can hand on: A4, tagged, with an outline, and no folder of ours in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.reports.pdf import write_pdfs

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def printed(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in write_pdfs(pages, tmp_path_factory.mktemp("pdf"))}


def test_every_page_is_printed_on_a4(printed: dict[str, bytes]) -> None:
    assert list(printed) == ["index", "01_full", "02_other"]
    for data in printed.values():
        assert data.startswith(b"%PDF-")
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
        assert boxes
        assert all((round(float(w)), round(float(h))) == (595, 842) for w, h in boxes)


def test_a_pdf_has_tags_an_outline_its_title_and_its_language(printed: dict[str, bytes]) -> None:
    data = printed["01_full"]
    assert b"/StructTreeRoot" in data
    assert b"/Outlines" in data
    assert b"/Lang (en)" in data
    title = re.search(rb"/Title <FEFF([0-9A-F]+)>", data)
    assert title
    assert bytes.fromhex(title[1].decode()).decode("utf-16-be") == "Who states what? · Grenspost"
    assert b"/Alt (Bars: the spokesman made 12 statements, the mayor 3.)" in data


def test_links_between_pages_lead_to_the_pdf_beside_and_no_folder_is_named(printed: dict[str, bytes], pages: Path) -> None:
    assert b"(./01_full.pdf)" in printed["index"]
    assert b"(./02_other.pdf)" in printed["index"]
    for data in printed.values():
        assert b"file:" not in data
        assert str(pages).encode() not in data


def test_the_table_of_the_parts_of_a_pdf_stays_true(printed: dict[str, bytes]) -> None:
    data = printed["index"]
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    assert data[start:].startswith(b"xref")
    for offset in re.findall(rb"^(\d{10}) \d{5} n", data[start:], flags=re.MULTILINE):
        assert re.match(rb"\d+ \d+ obj", data[int(offset):])


def test_each_sheet_names_its_page_its_tables_and_its_number(pages: Path) -> None:
    text = (pages / "02_other.html").read_text(encoding="utf-8")
    foot = re.search(r'@bottom-left { content: "([^"]*)"; }', text)
    assert foot
    told = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), foot[1])
    assert re.fullmatch(r"What then\? · Grenspost · tables [0-9a-f]{12}", told)
    assert 'content: counter(page) " / " counter(pages)' in text
