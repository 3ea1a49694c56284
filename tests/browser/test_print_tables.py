"""Tables on paper: no heading alone at the foot of a sheet, no sign without its word, no word of a matrix cut."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
from small_tables import SmallTables

from helpers.reports._page import read_template
from helpers.views import render_articles, render_coverage
from helpers.views.html import page as render_page
from helpers.views.html import table, tag

pytestmark = pytest.mark.browser
HEAD, ROW = "https://head.example/", "https://row.example/"
LONG = "Meervoudigepersoonlijkheidsstoornissen"  # as long as an ordinary word can be
# words that stand on more than one line
CUT_WORDS = r"""cells => cells.flatMap(cell => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), cut = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (const word of node.data.matchAll(/[\p{L}\d‘’]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size > 1) cut.push(word[0]);
    }
  return cut;
})"""


def _write(folder: Path, inner: str) -> Path:
    file = folder / "sheet.html"
    file.write_text(f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>t</title><style>{read_template("page.css")}</style>'
                    f'<div class="sheet"><main><p class="above">x</p><div class="cell"><div class="outputs"><div class="drawn">{inner}</div></div></div>'
                    "</main></div></html>", encoding="utf-8")  # fmt: skip
    return file


def _list_links(pdf: bytes) -> list[set[str]]:
    """List the addresses that each sheet leads to: what stands on it can be told by them."""
    objects = {found[1]: found[2] for found in re.finditer(rb"(\d+) 0 obj\s*(<<.*?)endobj", pdf, re.DOTALL)}
    sheets = [body for body in objects.values() if b"/Type /Page\n" in body]
    refs = [re.findall(rb"(\d+) 0 R", (re.search(rb"/Annots \[(.*?)\]", sheet) or [b"", b""])[1]) for sheet in sheets]
    return [{found[1].decode() for ref in own if (found := re.search(rb"/URI \((.*?)\)", objects[ref]))} for own in refs]


def test_no_heading_of_a_table_stands_at_the_foot_of_a_sheet_without_a_row(watch, tmp_path: Path) -> None:
    rows = [[tag("a", "said", href=ROW), "word " * 60] for _ in range(3)]
    page = watch.open(_write(tmp_path, render_page(table([tag("a", "Clock", href=HEAD), "What"], rows, caption="All rows"))))
    seen = set()
    for above in range(700, 1000, 12):
        page.evaluate("px => { document.querySelector('.above').style.height = px + 'px'; }", above)
        sheets = _list_links(page.pdf(prefer_css_page_size=True))
        heads = [number for number, links in enumerate(sheets) if HEAD in links]
        assert [number for number in heads if ROW not in sheets[number]] == []
        seen |= set(heads)
    assert seen == {0, 1}


def _coverage() -> str:
    small = SmallTables()
    for number in range(9):
        article = small.article(f"nr{number}", f"2023-05-0{number + 1}")
        small.say(article, "een mededeling van de militaire inlichtingendienst" if number == 3 else "Ann Mayor", "It was taken.",
                  answers="gate.yes")
    return render_coverage(small.frames(), language="nl")


def _print(page: Page) -> Page:
    page.set_viewport_size({"width": 1000, "height": 900})  # what its margins leave of a sheet that is turned
    page.emulate_media(media="print")
    return page


def test_in_a_printed_matrix_no_word_is_cut_and_no_sign_parts_from_its_word(watch, tmp_path: Path) -> None:
    page = _print(watch.open(_write(tmp_path, _coverage())))
    cells = page.locator("table.gp-coverage :is(th[scope=col], tbody th[scope=row], td)")
    assert cells.count() > 15
    assert "inlichtingendienst" in page.locator("table.gp-coverage").inner_text()
    assert cells.evaluate_all(CUT_WORDS) == []
    tops = page.locator("table.gp-coverage td .gp-badge").evaluate_all("""all => all.map(one => {
      const word = document.createRange(), sign = one.querySelector("[aria-hidden]");
      word.selectNodeContents(sign.nextSibling);
      return Math.abs(sign.getBoundingClientRect().top - [...word.getClientRects()].at(-1).top) < 3;
    })""")
    assert len(tops) == 9
    assert all(tops)
    box = page.locator("table.gp-coverage").bounding_box()
    assert box["width"] <= page.locator(".gp-scroll").first.bounding_box()["width"] + 1


@pytest.mark.parametrize("language", ["en", "nl"])
def test_long_titles_and_names_of_files_wrap_and_no_column_is_lost(watch, tmp_path: Path, language: str) -> None:
    small = SmallTables()
    small.say(small.article("nl-2024-05-03-een-heel-lange-naam-van-een-artikel-over-de-dijk", None), "Ann Mayor", "It was taken.")
    tables = small.frames()
    tables["articles"]["title"] = f"<script>{LONG}</script>"
    page = watch.open(_write(tmp_path, render_articles(tables, language=language)))
    page.set_viewport_size({"width": 1010, "height": 900})  # what the list of contents leaves of 1280
    frame = page.locator(".gp-scroll").first
    assert LONG in frame.inner_text()
    for width in (1010, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert frame.evaluate("frame => frame.scrollWidth - frame.clientWidth") <= 0
