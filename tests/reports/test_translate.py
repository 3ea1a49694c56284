"""The words of the notebooks in Dutch: complete, bound to the English that they translate, and never passed off for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from sample_notebooks import write_notebook

from helpers.model import ReportError
from helpers.reports._page import Facts, build_page
from helpers.reports._translate import Part, check_translations, mark_text, read_translation, translate_notebook
from helpers.resources.paths import home


def test_every_word_of_our_notebooks_has_its_dutch_and_none_is_stale() -> None:
    assert check_translations(home() / "notebooks") == []
    ours = sorted(path.stem for path in (home() / "notebooks").glob("*.ipynb"))
    assert sorted(path.stem for path in (home() / "notebooks" / "nl").glob("*.md")) == ours


def test_the_translation_keeps_the_links_and_the_headings_of_its_original() -> None:
    import re

    from helpers.reports._execute import read_notebook

    for notebook in sorted((home() / "notebooks").glob("*.ipynb")):
        parts = read_translation(notebook.parent / "nl" / f"{notebook.stem}.md")
        for cell in read_notebook(notebook).cells:
            if cell.cell_type == "markdown":
                own, told = cell.source, parts[cell.id].text
                for pattern in (r"\]\(([^)]+)\)", r"^(#+) ", r"`[A-Z_]+`"):
                    found = [re.findall(pattern, text, flags=re.MULTILINE) for text in (own, told)]
                    assert sorted(found[0]) == sorted(found[1]), (notebook.stem, cell.id)


def test_a_stale_part_is_shown_in_english_and_marked_as_english() -> None:
    cells = [new_markdown_cell("# Who?", id="a"), new_markdown_cell("It rained.", id="b")]
    parts = {"a": Part("# Wie?", mark_text("# Who?")), "b": Part("Het regende.", mark_text("It snowed."))}
    told = translate_notebook(new_notebook(cells=cells), parts, "nl")
    page = build_page(told, "01", language="nl", facts=Facts()).html
    assert "Wie?</h1>" in page
    assert '<div class="prose" lang="en"><p>It rained.</p>' in page
    assert "Het regende" not in page


def test_each_thing_that_is_wrong_with_a_translation_is_told_with_the_line_to_write(tmp_path: Path) -> None:
    write_notebook(tmp_path / "01_rain.ipynb", "# Rain?", "x = 1", "It rains.")
    folder = tmp_path / "nl"
    folder.mkdir()
    (folder / "01_rain.md").write_text("<!-- gone of 00000000 -->\nWeg.\n", encoding="utf-8")
    (folder / "02_snow.md").write_text("", encoding="utf-8")
    told = check_translations(tmp_path)
    assert any("nl/02_snow.md translates no notebook" in line for line in told)
    assert any("is not translated; add <!-- " in line and f" of {mark_text('# Rain?')} -->" in line for line in told)
    assert any("there is no cell gone in the notebook" in line for line in told)


@pytest.mark.parametrize(("text", "told"), [
    ("Words.\n<!-- a of 00000000 -->\nx", "words stand before the first part"),
    ("<!-- a of 00000000 -->\nx\n<!-- a of 00000000 -->\ny", "the cell a is translated twice"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_says_what_to_mend(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "01.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReportError, match=told):
        read_translation(path)
