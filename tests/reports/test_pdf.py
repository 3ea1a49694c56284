"""What is missing for a PDF is told with what to do, and no PDF is left by halves."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from helpers.model import ReportError
from helpers.reports import pdf


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name in ("index", "01_a"):
        (tmp_path / f"{name}.html").write_text("<p>x</p>", encoding="utf-8")
    return tmp_path


def make_browser(path: Path, words: str) -> str:
    path.write_text(f"#!{sys.executable}\nimport sys\n{words}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_without_pages_the_command_that_makes_them_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="make them with: python -m helpers report --out"):
        pdf.write_pdfs(tmp_path)


def test_without_a_browser_it_says_how_to_get_one(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRENSPOST_BROWSER", raising=False)
    monkeypatch.setattr(pdf, "BROWSERS", ("no-such-browser",))
    with pytest.raises(ReportError, match="on Debian: apt-get install chromium"):
        pdf.write_pdfs(pages)
    monkeypatch.setenv("GRENSPOST_BROWSER", "nor-this-one")
    with pytest.raises(ReportError, match="there is no browser nor-this-one"):
        pdf.write_pdfs(pages)


@pytest.mark.skipif(sys.platform == "win32", reason="a script with #! is no program there")
@pytest.mark.parametrize(("words", "told"), [
    ("sys.exit('no display')", "could not print it: no display"),
    ("pass", "made no PDF; name a newer browser"),
    ("import time; time.sleep(60)", "not printed within 0.5 seconds"),
])  # fmt: skip
def test_a_browser_that_does_not_print_is_told_and_leaves_nothing_behind(
    pages: Path, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    monkeypatch.setenv("GRENSPOST_BROWSER", make_browser(pages / "browser", words))
    with pytest.raises(ReportError, match=told):
        pdf.write_pdfs(pages, pages / "out", timeout_s=0.5 if "sleep" in words else 60)
    assert list((pages / "out").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a script with #! is no program there")
def test_every_page_is_printed_the_index_first_and_links_lead_to_the_pdf_beside(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("to = next(a for a in sys.argv if a.startswith('--print-to-pdf=')).split('=', 1)[1]\n"
             "open(to, 'wb').write(b'/URI (' + sys.argv[-1].encode() + b'#x) /Next')")
    monkeypatch.setenv("GRENSPOST_BROWSER", make_browser(pages / "browser", words))
    made = pdf.write_pdfs(pages)
    assert [path.name for path in made] == ["index.pdf", "01_a.pdf"]
    before = len(f"/URI ({(pages / '01_a.html').as_uri()}#x) /Next")
    assert made[1].read_bytes().startswith(b"/URI (./01_a.pdf) ")
    assert len(made[1].read_bytes()) == before


def test_an_address_outside_is_left_as_it_is() -> None:
    for link in (b"/URI (https://example.org/01.html)", b"/URI (file:///a/data.csv)"):
        assert pdf.lead_to_neighbours(link) == link
