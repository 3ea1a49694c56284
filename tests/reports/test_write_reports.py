"""Pages are made from what changed, never by halves, and a failing notebook stops no other."""

import json
import re

import pandas as pd
import pytest
from sample_notebooks import HOSTILE, write_notebook, write_other_notebook, write_small_tables

from helpers.model import ReportError
from helpers.reports import _write, build_report, write_reports
from helpers.reports._policy import find_scripts
from helpers.tables import write_text


@pytest.fixture
def tables(tmp_path):
    return write_small_tables(tmp_path / "tables")


@pytest.fixture
def light(tmp_path):
    return write_notebook(tmp_path / "01_light.ipynb", "# Question?\n\nWords.", "LANGUAGE = 'en'\nSEEDS = ''", "print(LANGUAGE, SEEDS)",
                          tags={1: ["parameters"]})  # fmt: skip


def test_unchanged_is_kept_and_each_change_is_executed_anew(tmp_path, tables, light):
    out, other = tmp_path / "pages", write_other_notebook(tmp_path / "02_other.ipynb")
    both = [light, other]
    assert write_reports(both, tables, out, parameters={"SEEDS": "a"}).made == ("01_light", "02_other")
    before = (out / "01_light.html").read_bytes()
    again = write_reports(both, tables, out, parameters={"SEEDS": "a"})
    assert (again.made, again.kept) == ((), ("01_light", "02_other"))
    assert (out / "01_light.html").read_bytes() == before

    write_notebook(other, "# Another question?")
    assert write_reports(both, tables, out, parameters={"SEEDS": "a"}).made == ("02_other",)
    (out / "01_light.html").write_bytes(before[:500])
    assert write_reports(both, tables, out, parameters={"SEEDS": "a"}).made == ("01_light",)
    assert write_reports(both, tables, out, parameters={"SEEDS": "b"}).made == ("01_light", "02_other")


@pytest.mark.parametrize("change", ["tables", "language", "force"])
def test_a_change_of_what_a_page_depends_on_makes_it_anew(tmp_path, tables, change):
    book, out = write_notebook(tmp_path / "01_words.ipynb", "# Words only"), tmp_path / "pages"
    write_reports([book], tables, out)
    assert write_reports([book], tables, out).kept == ("01_words",)
    if change == "tables":
        (tables / "datapackage.json").write_text('{"other": 1}', encoding="utf-8")
    options = {"language": {"language": "nl"}, "force": {"force": True}}.get(change, {})
    assert write_reports([book], tables, out, **options).made == ("01_words",)


def test_parameters_reach_the_notebook_and_their_cell_stays_out_of_the_page(tmp_path, tables, light):
    write_reports([light], tables, tmp_path / "pages", parameters={"LANGUAGE": "nl", "SEEDS": "/deep/folder/mine"}, language="nl")
    page = (tmp_path / "pages" / "01_light.html").read_text(encoding="utf-8")
    assert "nl /deep/folder/mine" in page
    assert "LANGUAGE = nl, SEEDS = mine" in page
    assert '<html lang="nl">' in page
    assert "Eerste pagina" in page
    assert page.count("/deep/folder") == 1


def test_a_failing_notebook_is_named_with_its_cell_and_the_others_are_made(tmp_path, tables, light):
    bad = write_notebook(tmp_path / "02_bad.ipynb", "# Bad", "x = 1", "raise ValueError('first line\\nthe last line')")
    out = tmp_path / "pages"
    with pytest.raises(ReportError, match=r"02_bad\.ipynb, cell 3: .*the last line") as told:
        write_reports([bad, light], tables, out, parameters={"LANGUAGE": "nl"})
    assert "\n" not in str(told.value)
    assert (out / "01_light.html").exists()
    assert not (out / "02_bad.html").exists()
    assert "02_bad.ipynb, cell 3" in (out / "index.html").read_text(encoding="utf-8")


def test_an_old_page_stays_whole_where_its_notebook_fails_now(tmp_path, tables, light):
    out = tmp_path / "pages"
    write_reports([light], tables, out)
    good = (out / "01_light.html").read_bytes()
    write_notebook(light, "# Question?", "1 / 0")
    with pytest.raises(ReportError, match="ZeroDivisionError"):
        write_reports([light], tables, out)
    assert (out / "01_light.html").read_bytes() == good
    assert list(out.glob("*.part")) == list(out.glob(".*.part")) == []


def lay_pdfs(out, *names):
    (out / "pdf").mkdir(exist_ok=True)
    for name in names:
        (out / "pdf" / f"{name}.pdf").write_bytes(b"%PDF an older page")


def list_pdfs(out):
    return sorted(path.name for path in (out / "pdf").iterdir())


def test_the_pdf_of_a_page_that_is_made_anew_is_removed_and_the_others_stay(tmp_path, tables, light):
    out, other = tmp_path / "pages", write_other_notebook(tmp_path / "02_other.ipynb")
    write_reports([light, other], tables, out)
    lay_pdfs(out, "index", "01_light", "02_other", "of_the_reader")
    kept = write_reports([light, other], tables, out)
    assert (kept.removed.pdfs, len(list_pdfs(out)), len(kept.lines)) == ((), 4, 2)
    write_notebook(other, "# Another question?")
    lines = write_reports([light, other], tables, out).lines
    assert list_pdfs(out) == ["01_light.pdf", "of_the_reader.pdf"]
    assert lines[1] == f"2 PDFs of older pages removed from {out / 'pdf'}; print them anew with: python -m helpers pdf --pages {out}"


def test_the_pdf_of_a_page_whose_notebook_fails_now_is_removed_and_it_is_said(tmp_path, tables, light):
    out = tmp_path / "pages"
    write_reports([light], tables, out)
    lay_pdfs(out, "01_light")
    write_notebook(light, "# Question?", "1 / 0")
    with pytest.raises(ReportError, match=r"ZeroDivisionError.*\n1 PDF of older pages removed"):
        write_reports([light], tables, out)
    assert list_pdfs(out) == []


def test_an_old_page_gives_way_where_its_notebook_fails_on_other_tables(tmp_path, tables, light):
    out, other = tmp_path / "pages", write_other_notebook(tmp_path / "02_other.ipynb")
    write_notebook(light, "# Question?", "print('a withdrawn sentence')")
    write_reports([light, other], tables, out)
    assert "a withdrawn sentence" in (out / "index.html").read_text(encoding="utf-8")
    lay_pdfs(out, "01_light")
    (tables / "datapackage.json").write_text('{"rights": "none"}', encoding="utf-8")
    write_notebook(light, "# Question?", "1 / 0")
    with pytest.raises(ReportError, match=r"ZeroDivisionError.*\n01_light\.html: what an older run wrote is taken away.*\n1 PDF"):
        write_reports([light, other], tables, out)
    assert [path.name for path in out.rglob("*") if path.is_file() and b"a withdrawn sentence" in path.read_bytes()] == []
    assert "a right may have been withdrawn" in (out / "01_light.html").read_text(encoding="utf-8")
    assert "01_light.ipynb, cell 2" in (out / "index.html").read_text(encoding="utf-8")
    write_notebook(light, "# Question?", "print('it goes again')")
    assert write_reports([light, other], tables, out).made == ("01_light",)
    assert "it goes again" in (out / "01_light.html").read_text(encoding="utf-8")


def test_a_run_that_is_broken_off_leaves_no_word_of_older_tables(tmp_path, tables, light, monkeypatch):
    out = tmp_path / "pages"
    write_notebook(light, "# Question?", "print('a withdrawn sentence')")
    write_reports([light], tables, out)
    (tables / "datapackage.json").write_text('{"rights": "none"}', encoding="utf-8")

    def break_off(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(_write, "execute_notebook", break_off)
    with pytest.raises(KeyboardInterrupt):
        write_reports([light], tables, out)
    assert [path.name for path in out.rglob("*") if path.is_file() and b"a withdrawn sentence" in path.read_bytes()] == []


def test_the_page_of_a_notebook_that_is_gone_is_removed_with_its_pdf_and_a_readers_own_file_stays(tmp_path, tables, light):
    out, other = tmp_path / "pages", write_other_notebook(tmp_path / "02_other.ipynb")
    write_reports([light, other], tables, out)
    lay_pdfs(out, "01_light", "02_other")
    (out / "mine.html").write_text("of the reader", encoding="utf-8")
    summary = write_reports([light], tables, out)
    assert sorted(path.name for path in out.glob("*.html")) == ["01_light.html", "index.html", "mine.html"]
    assert "02_other.pdf" not in list_pdfs(out)
    assert f"removed, because there is no such notebook any more: 02_other.html (from {out})" in summary.lines
    assert write_reports([light], tables, out).removed.gone == ()


def test_tables_that_are_not_there_are_asked_for(tmp_path, light):
    with pytest.raises(ReportError, match="python -m helpers tables"):
        write_reports([light], tmp_path, tmp_path / "pages")


def test_a_notebook_that_would_take_the_indexs_place_is_refused(tmp_path, tables):
    with pytest.raises(ReportError, match=r"index\.html; rename"):
        write_reports([write_notebook(tmp_path / "index.ipynb", "# x")], tables, tmp_path / "pages")


def test_no_notebook_at_all_is_said(tmp_path, tables):
    with pytest.raises(ReportError, match="no notebooks"):
        write_reports([], tables, tmp_path / "pages")


def test_a_file_that_is_no_notebook_is_named(tmp_path, tables):
    broken = tmp_path / "03_broken.ipynb"
    broken.write_text("{not json", encoding="utf-8")
    with pytest.raises(ReportError, match=r"03_broken\.ipynb cannot be read"):
        write_reports([broken], tables, tmp_path / "pages")


def test_the_index_shows_articles_notices_and_what_was_not_read_with_hostile_titles_escaped(tmp_path, tables):
    path = tables / "articles.csv"
    cell = HOSTILE.replace('"', '""')
    path.write_text(path.read_text(encoding="utf-8").replace("<b>The gate</b>", f'"{cell}"'), encoding="utf-8")
    book = write_notebook(tmp_path / "01_words.ipynb", "# Words & <i>signs</i>")
    write_reports([book], tables, tmp_path / "pages")
    index = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert "<img" not in index
    assert index.count("</script>") == 2
    assert len(list(find_scripts(index))) == 2
    assert "&lt;/script&gt;&lt;img src=x" in index
    assert "written for this test; not a publication" in index
    assert "c.txt is empty: put its text into it" in index
    assert "2 articles (English: 1, Dutch: 1; of one the text is not here), printed 1 March 2024 (one has no date), read into 3 statements by 0 sources and" in index
    assert "(text not here)" in index
    page = (tmp_path / "pages" / "01_words.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "written for this test; not a publication" in page


def test_the_index_of_dutch_pages_has_the_titles_the_notices_and_the_reasons_in_dutch(tmp_path, tables):
    for name, column, own in (("articles", "notice_nl", "voor deze toets geschreven"), ("articles", "title_nl", "De poort")):
        frame = pd.read_csv(tables / f"{name}.csv", dtype=str)
        frame.assign(**{column: own}).to_csv(tables / f"{name}.csv", index=False)
    unread = pd.read_csv(tables / "unread.csv", dtype=str)
    unread.assign(reason="c.doc is not a .txt file; save the article as plain text").to_csv(tables / "unread.csv", index=False)
    write_reports([write_notebook(tmp_path / "01_words.ipynb", "# Words")], tables, tmp_path / "pages", language="nl")
    index = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert "voor deze toets geschreven" in index
    assert "not a publication" not in index
    assert "<b>De poort</b>" in index
    assert "<li>c.doc is geen .txt-bestand; bewaar het artikel als platte tekst</li>" in index


def test_a_stamp_beside_the_page_holds_its_hash(tmp_path, tables):
    book = write_notebook(tmp_path / "01_words.ipynb", "# Words")
    write_reports([book], tables, tmp_path / "pages")
    stamp = json.loads((tmp_path / "pages" / ".stamps" / "01_words.json").read_text(encoding="utf-8"))
    assert re.fullmatch("[0-9a-f]{64}", stamp["page_sha256"])
    assert stamp["title"] == "Words"


def test_a_page_is_never_half_written(tmp_path, monkeypatch):
    page = tmp_path / "01.html"
    write_text("the old page, whole", page)

    def write_half(path, text, **options):
        path.write_bytes(text.encode()[: len(text) // 2])
        raise KeyboardInterrupt

    monkeypatch.setattr(type(page), "write_text", write_half)
    with pytest.raises(KeyboardInterrupt):
        write_text("the new page, longer than the old one", page)
    assert page.read_bytes() == b"the old page, whole"


def test_a_report_is_made_from_a_folder_of_articles(tmp_path, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    write_notebook(
        tmp_path / "notebooks" / "01_count.ipynb", "# How many?", "TABLES = ''",
        "from pathlib import Path\nlines = Path(TABLES, 'sentences.csv').read_text(encoding='utf-8').count('sandbags')\nprint(lines, 'found')",
        tags={1: ["parameters"]},
    )  # fmt: skip
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "dike.txt").write_text("The dike\n\nThe mayor said that the sandbags were gone.\n", encoding="utf-8")
    monkeypatch.setattr(_write, "home", lambda: tmp_path)
    summary = build_report(seeds, tmp_path / "out")
    assert summary.made == ("01_count",)
    assert (tmp_path / "out" / "tables" / "datapackage.json").exists()
    assert "1 found" in (tmp_path / "out" / "01_count.html").read_text(encoding="utf-8")
    assert build_report(seeds, tmp_path / "out").kept == ("01_count",)
