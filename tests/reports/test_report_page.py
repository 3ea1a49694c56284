"""What a page shows of a notebook's outputs, without running any."""

import base64
import csv
import re
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import helpers.reports
from helpers.model import ReportError
from helpers.reports import Facts, render_notebook
from helpers.reports._languages import mark_languages
from helpers.reports._messages import CATALOGUE, read_labels
from helpers.reports._policy import find_scripts, hash_script

VIEW, STATE = "application/vnd.jupyter.widget-view+json", "application/vnd.jupyter.widget-state+json"
PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()


def shown(data, **metadata):
    return new_output("display_data", data=data, metadata=metadata)


def widget(model_id):
    return shown({VIEW: {"model_id": model_id, "version_major": 2, "version_minor": 0}, "text/plain": "Dropdown(options=('a',))"})


def render(*outputs, source="x = 1", words="# Title\n\n## Part", state=None, tags=(), **options):
    book = new_notebook(cells=[new_markdown_cell(words), new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})])
    if state:
        book.metadata["widgets"] = {STATE: {"version_major": 2, "version_minor": 0, "state": state}}
    return render_notebook(book, "01_x", **options)


NOTICES = (("bring your own copy", "The dike"), ("made up", "The gate"), ("all made up", "The lock"))


def test_a_notice_stands_in_full_once_in_the_foot_and_its_number_leads_there_from_each_output():
    told = '<p class="gp-notice">Notice (gate): made up</p><p class="gp-notice">all made up</p>'
    page = render(shown({"text/html": told}), shown({"text/html": told}), facts=Facts(notices=NOTICES))
    line = ('<a aria-describedby="notice-2" href="#notice-2" title="Notice (gate): made up">2</a>, '
            '<a aria-describedby="notice-3" href="#notice-3" title="all made up">3</a></p>')  # fmt: skip
    assert page.count(line) == 2
    assert 'class="gp-notice"' not in page
    assert page.count('<li id="notice-2">The gate: made up</li>') == 1


def test_a_remark_that_is_no_notice_of_an_article_stays_as_it_is():
    remark = '<p class="gp-notice">5 more are not shown here; all is made up</p>'
    page = render(shown({"text/html": remark}), facts=Facts(notices=NOTICES))
    assert remark in page
    assert "notice-line" not in page.split("</style>")[-1]


def test_a_table_of_pandas_has_its_headings_beside_its_cells_and_numbers_at_the_right():
    table = ('<table border="1" class="dataframe"><thead><tr style="x"><th>status</th><th>claimed</th></tr><tr><th>article_id</th><th></th></tr>'
             '</thead><tbody><tr><th>gate</th><td>12</td></tr></tbody></table>')  # fmt: skip
    page = render(shown({"text/html": table}))
    assert '<td class="gp-num" data-label="claimed">12</td>' in page
    assert '<th scope="row">gate</th>' in page


def test_every_fold_of_an_output_has_an_id_of_its_own_so_that_a_link_opens_it():
    page = render(shown({"text/html": "<details><summary>a</summary></details><details id='b'></details>"}),
                  shown({"text/html": "<details open><summary>c</summary></details>"}))  # fmt: skip
    assert '<details id="fold-1"><summary>a' in page
    assert '<details id="fold-2" open=""><summary>c' in page


def test_a_control_with_a_twin_is_left_out_and_the_page_says_so():
    page = render(widget("m"), shown({"text/html": "<p>the twin</p>"}))
    assert "<p>the twin</p>" in page
    assert "The live control is in the notebook" in page
    assert "Dropdown" not in page
    assert "widget-view" not in page


def test_a_control_without_a_twin_leaves_what_its_widgets_say_by_themselves():
    state = {"box": {"model_name": "VBoxModel", "state": {"children": ["IPY_MODEL_d", "IPY_MODEL_h", "IPY_MODEL_l"]}},
             "d": {"model_name": "DropdownModel", "state": {"_options_labels": ["secret"]}},
             "h": {"model_name": "HTMLModel", "state": {"value": "<p>seven rows</p>"}},
             "l": {"model_name": "LabelModel", "state": {"value": "<b>label"}}}  # fmt: skip
    page = render(widget("box"), state=state)
    assert "<p>seven rows</p>" in page
    assert "&lt;b&gt;label" in page
    assert "secret" not in page


def test_a_control_that_says_nothing_by_itself_is_told_with_the_file_that_has_it():
    page = render(widget("d"), state={"d": {"model_name": "DropdownModel", "state": {}}})
    assert "open 01_x.ipynb in JupyterLab" in page


@pytest.mark.parametrize(
    ("metadata", "alt"),
    [
        ({"image/png": {"alt": 'Bars of "three"'}}, "Bars of &quot;three&quot;"),
        ({"alt": "Bars"}, "Bars"),
        ({}, "Figure without a description in the section Part"),
    ],
)
def test_every_image_has_words(metadata, alt):
    page = render(shown({"image/png": PIXEL}, **metadata))
    images = re.findall(r"<img\b[^>]*>", page)
    assert len(images) == 1
    assert re.search(rf'alt=(["\']){re.escape(alt)}\1', images[0]) or f"alt='{alt.replace('&quot;', chr(34))}'" in images[0]


@pytest.mark.parametrize("text", ["<Figure size 640x480 with 1 Axes>", "<IPython.core.display.HTML object>", "<a.B at 0x7f00>"])
def test_the_name_of_an_object_is_no_output(text):
    assert '<pre class="printed">' not in render(shown({"text/plain": text}))


def test_words_on_stderr_are_folded_and_a_progress_bar_is_gone():
    page = render(new_output("stream", name="stderr", text="\rreading: 10%\rreading: 100%\nUserWarning: seen\n"))
    assert "UserWarning: seen" in page
    assert "reading" not in page
    assert "Messages of the run" in page


@pytest.mark.parametrize(("tag", "gone"), [("remove-cell", "x = 1"), ("remove-input", "x = 1"), ("remove-output", "out there")])
def test_a_cell_can_hide_itself_its_code_or_its_output(tag, gone):
    output = new_output("stream", name="stdout", text="out there")
    source = "x = 1"
    assert gone in re.sub("<[^>]*>", "", render(output, source=source))
    assert gone not in re.sub("<[^>]*>", "", render(output, source=source, tags=[tag]))


def test_plain_text_and_errors_are_escaped():
    hostile = "</pre></script><img src=x onerror=alert(1)>"
    page = render(shown({"text/plain": hostile}), new_output("stream", name="stdout", text=hostile),
                  new_output("error", ename="E", evalue=hostile, traceback=[hostile]))  # fmt: skip
    assert "<img" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") == 3


def test_facts_and_titles_are_escaped():
    facts = Facts("abc", "1<2", "SEEDS = <b>", (("<i>notice", "</title><script>x</script>"),))
    page = render(words="# A `<b>` & </title><x>", facts=facts)
    assert len(list(find_scripts(page))) == 1
    assert "&lt;i&gt;notice" in page
    assert "SEEDS = &lt;b&gt;" in page


def test_links_to_notebooks_lead_to_pages_and_links_to_files_that_are_not_there_are_words():
    words = "# T\n\n[a](02_y.ipynb#part) [b](../docs/x.md) [c](https://example.org) [d](#part)\n\n## Part"
    page = render(words=words, pages=["01_x", "02_y"])
    assert 'href="02_y.html#part"' in page
    assert "docs/x.md" not in page
    assert '<a href="https://example.org" rel="noopener noreferrer">c</a>' in page
    assert '<a href="#part">d</a>' in page
    assert 'href="02_y.html" rel="next"' in page or 'rel="next" href="02_y.html"' in page


def test_there_is_one_heading_of_the_first_level_and_equal_headings_have_their_own_ids():
    page = render(words="# One\n\n## Same\n\n## Same\n\n# Two")
    assert page.count("<h1") == 1
    assert 'id="same"' in page
    assert 'id="same-2"' in page
    assert '<h2 id="two">' in page


def test_the_policy_names_each_script_by_its_hash_also_in_a_maps_frame():
    frame = "<iframe srcdoc='&lt;script&gt;draw(1 &amp;amp;&amp;amp; 2)&lt;/script&gt;'></iframe>"
    page = render(shown({"text/html": frame + "<script>own()</script>"}))
    policy = re.search(r'Content-Security-Policy["\'] content=["\'](.*?)["\']\s*/?>|content="([^"]*)" http-equiv="Content-Security-Policy"', page)
    assert policy
    scripts = list(find_scripts(page))
    assert len(scripts) == 3
    assert all(hash_script(script) in policy[0] for script in scripts)
    assert "default-src 'none'" in policy[0]
    assert "https://" not in policy[0]
    assert "script-src 'unsafe-inline'" not in policy[0]


def test_only_a_page_that_offers_tiles_may_fetch_them():
    page = render(shown({"text/html": "<p>https://tile.openstreetmap.org/{z}/{x}/{y}.png</p>"}))
    assert "img-src data: blob: https://tile.openstreetmap.org;" in page


def test_no_script_or_style_from_elsewhere_is_in_the_shell():
    page = render(shown({"text/html": "<p>x</p>"}))
    assert re.findall(r"(?:src|href)=[\"']?(https?:[^\"' >]*)", page) == []
    assert "require" not in page
    assert "mathjax" not in page.lower()
    assert len(page.encode()) < 40_000


def test_labels_are_complete_in_every_language_and_keep_their_places():
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        assert all(row[column] for column in ("key", "en", "nl", "note")), row
        assert set(re.findall(r"{\w*}", row["en"])) == set(re.findall(r"{\w*}", row["nl"])), row


def test_every_label_that_a_template_or_the_code_asks_for_is_there_and_none_is_left_over():
    folder = Path(helpers.reports.__file__).parent
    files = [*folder.glob("*.py"), *folder.glob("templates/**/*.j2")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    asked = set(re.findall(r"labels\.(\w+)", text)) | set(re.findall(r'labels\["(\w+)"\]', text))
    assert asked == set(read_labels("en"))


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(ReportError, match="'fy'; there are en, nl"):
        read_labels("fy")


def test_a_page_in_dutch_says_so_and_speaks_it():
    page = render(language="nl")
    assert '<html lang="nl">' in page
    assert "Naar de tekst" in page


@pytest.mark.parametrize("quote", ["'", "&#39;", "&#x27;"])
def test_a_foreign_text_is_marked_however_its_quotation_mark_is_written(quote):
    marked = mark_languages(f'<p title="it{quote}s">it{quote}s wet</p>', {"it's": "en"})
    assert marked == f'<p title="it{quote}s"><span lang="en">it{quote}s</span> wet</p>'


def test_a_title_is_marked_as_whole_words_only_and_one_of_a_letter_never():
    page = "<p>Wapens en wapenstilstand: een a in de ontwapening; &copy; Wapen</p>"
    marked = mark_languages(page, {"a": "en", "Wapen": "nl", "wapen": "nl", "copy": "en"})
    assert marked == '<p>Wapens en wapenstilstand: een a in de ontwapening; &copy; <span lang="nl">Wapen</span></p>'
