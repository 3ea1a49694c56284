"""The search reads every passage of every page, knows where each stands, and can bring nothing to life."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.reports._links import find_malformed, list_outside
from helpers.reports._names import list_names
from helpers.reports._search import build_search, group_spellings, list_passages
from helpers.reports._sentences import Sentence, SentenceFinder, read_sentences

PAGE = """<html lang="en"><head><style>p { color: red }</style></head><body><nav>Contents</nav><main id="text">
<h2 id="who">Who?</h2><p>The <b>mayor</b> spoke.<br>Twice.</p>
<details class="code"><summary>Code</summary><pre>x = 1</pre></details>
<table><tr id="row-1"><td>mayor</td><td><span lang="nl">De dijk lekt.</span></td></tr></table>
<p id="w"><details class="content-fold"><summary>wounds</summary>The baker bled.</details></p>
<p>The mayor spoke. Twice.</p><img alt="x"><svg><text>drawn</text></svg></main><footer>About</footer></body></html>"""


def test_a_passage_knows_its_heading_its_nearest_anchor_and_its_language() -> None:
    found = {passage.text: passage for passage in list_passages(PAGE)}
    assert (found["Who?"].kind, found["Who?"].anchor) == ("h", "who")
    spoke = found["The mayor spoke. Twice."]
    assert (spoke.anchor, spoke.heading, spoke.language) == ("who", "Who?", "")
    assert found["mayor · De dijk lekt."].anchor == "row-1"


def test_code_navigation_and_drawings_are_not_searched_and_no_text_stands_twice() -> None:
    texts = [passage.text for passage in list_passages(PAGE)]
    assert not [text for text in texts if any(word in text for word in ("x = 1", "Contents", "About", "drawn", "red"))]
    assert len(texts) == len(set(texts))


def test_a_folded_sentence_is_found_but_marked_so_that_its_words_are_not_shown() -> None:
    assert [p.kind for p in list_passages(PAGE) if "bled" in p.text] == ["f"]


def test_a_passage_in_a_fold_names_the_fold_and_the_next_one_does_not() -> None:
    page = """<html lang="en"><main><h2 id="all">All articles</h2>
    <details><summary>The gate is shut (2024-03-01)</summary><p>The mayor slept.</p>
    <details><summary>Another fold inside</summary><p>A goat fled.</p></details></details>
    <details><summary>12</summary><p>The baker sang.</p></details><p>After it.</p></main></html>"""
    found = {passage.text: passage.heading for passage in list_passages(page)}
    in_fold = "All articles › The gate is shut (2024-03-01)"
    assert [found[text] for text in ("The mayor slept.", "A goat fled.")] == [in_fold, in_fold]
    assert [found[text] for text in ("The baker sang.", "After it.")] == ["All articles", "All articles"]


def test_the_words_around_a_citation_are_not_searched() -> None:
    page = """<html lang="en"><main><p>The mayor spoke.\u2060<button>Copy</button><span class="gp-cite-box"><b>Copy with citation</b>
    Click the text<code class="gp-cite">Mayor, p. 1</code></span> Twice.</p></main></html>"""
    assert [passage.text for passage in list_passages(page)] == ["The mayor spoke. Twice."]


def test_what_stands_in_the_page_for_the_search_cannot_end_its_script() -> None:
    page = '<html lang="en"><main><p>&lt;/script&gt;&lt;img src=x&gt;\u2028end</p></main></html>'
    told = build_search({"01": ("T", page)})
    assert "<" not in told
    assert "\u2028" not in told
    assert json.loads(told)["passages"][0][2].startswith("</script><img src=x>")


def test_the_spellings_of_one_name_are_grouped_and_different_names_are_not() -> None:
    assert list(group_spellings(["Poetin sprak.", "Putin spoke.", "Peskov sprak."])) == [["poetin", "putin"]]


def test_links_that_leave_are_listed_with_their_pages_and_a_malformed_one_is_seen() -> None:
    pages = {"a": '<a href="https://example.org/x?a=1&amp;b=2">x</a><a href="#c">c</a>', "b": '<a href="https:/no">n</a>'}
    assert list_outside(pages) == [("https://example.org/x?a=1&b=2", ("a",)), ("https:/no", ("b",))]
    assert find_malformed(link for link, _ in list_outside(pages)) == ["https:/no"]


def test_the_two_names_of_one_place_are_given_to_the_search_folded() -> None:
    page = '<html lang="nl"><main><p>Oekraïne zweeg.</p></main></html>'
    told = json.loads(build_search({"01": ("T", page)}, [("Ukraine", "Oekraïne")]))
    assert told["names"] == [["ukraine", "oekraine"]]


def test_every_spelling_of_a_name_on_the_pages_may_be_typed_and_no_name_of_what_they_do_not_have() -> None:
    page = '<html lang="nl"><main><p>Kapoestin zag Charkiv.</p></main></html>'
    names = [("Denis Kapustin", "Kapustin", "Kapoestin", "Капустин"), ("Kharkiv", "Charkiv", "Charkov"), ("Sumy", "Soemy")]
    told = build_search({"01": ("T", page)}, names)
    pairs = json.loads(told)["names"]
    for typed, shown in (("kapustin", "kapoestin"), ("капустин", "kapoestin"), ("charkov", "charkiv"), ("kharkiv", "charkiv")):
        assert [typed, shown] in pairs
    assert "soemy" not in told
    assert "sumy" not in told


def test_a_short_name_on_the_pages_is_not_searched_for_by_a_longer_one_since_it_stands_inside_other_words() -> None:
    page = '<html lang="en"><main><p>The US and Russia.</p></main></html>'
    assert json.loads(build_search({"01": ("T", page)}, [("United States", "US")]))["names"] == []


def test_other_spellings_come_from_the_kept_lists_never_from_an_article(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text(
        "actor_id,name,name_nl,actor_type,aliases,origin\nkwak,Kwakman,,person,Kwaakman,curated\n"
        "found-takens,Takens,,person,Wobbe de Hooivork,found\nnl,Netherlands,Nederland,state,Haagse regering,curated\n",
        encoding="utf-8",
    )  # fmt: skip
    (tmp_path / "places.csv").write_text("place_id,name,name_nl,origin\nkharkiv,Kharkiv,Charkiv,curated\n", encoding="utf-8")
    found = list_names(tmp_path)
    assert ("Kwakman", "Kwaakman") in found
    assert ("Netherlands", "Nederland") in found
    assert any({"Kharkiv", "Charkiv", "Charkov", "Харків"} <= set(names) for names in found)
    assert "Hooivork" not in str(found)


def test_a_row_is_one_passage_with_the_heading_before_each_count_and_no_empty_cell() -> None:
    page = """<html lang="en"><main><h2 id="who">Who?</h2><table><tr id="r"><th scope="row">Mayor Oortgat</th>
    <td data-label="denied"><span class="gp-note">–</span></td><td data-label="claimed"><details id="f"><summary>3</summary>
    <ul><li>The dike held.</li></ul></details></td><td data-label="Articles">1</td></tr></table></main></html>"""
    found = {passage.text: passage.anchor for passage in list_passages(page)}
    assert found == {"Who?": "who", "The dike held.": "f", "Mayor Oortgat · claimed: 3 · Articles: 1": "r"}


def test_lines_and_signs_of_one_cell_do_not_run_into_each_other() -> None:
    page = """<html lang="en"><main><table><tr><td><span class="gp-line">70 dead <span class="gp-badge">reported</span></span><span
    class="gp-line">39 dead</span></td></tr></table></main></html>"""
    assert [passage.text for passage in list_passages(page)] == ["70 dead reported · 39 dead"]


def test_a_folded_sentence_in_a_cell_stays_apart_from_the_words_of_its_row() -> None:
    page = """<html lang="en"><main><table><tr><td>Mayor Oortgat</td><td><details class="content-fold"><summary>wounds</summary>
    The baker bled.</details></td><td>claimed</td></tr></table></main></html>"""
    found = {passage.text: passage.kind for passage in list_passages(page)}
    assert found["Mayor Oortgat · claimed"] == "t"
    assert [kind for text, kind in found.items() if "bled" in text] == ["f"]


def test_passages_that_quote_one_sentence_carry_its_number_and_where_it_stands() -> None:
    said, other = Sentence("a.s0-22", "a", "The dike broke at dawn."), Sentence("a.s23-40", "a", "Two people died.")
    page = """<html lang="en"><main><p id="a.n1">The dike <b>broke</b> at dawn. Two people died.</p>
    <table><tr id="row-a.c0"><td>\N{SLIGHTLY SMILING FACE}</td><td>The dike broke at dawn.</td></tr></table></main></html>"""
    rows = json.loads(build_search({"01": ("T", page)}, sentences=[said, other]))["passages"]
    assert [row[5] for row in rows] == [[0, 0, 23, 1, 24, 40], [0, 5, 28]]


def test_the_same_words_in_two_articles_are_two_sentences_and_nobodys_where_nothing_tells_whose() -> None:
    finder = SentenceFinder([Sentence("a.s0", "a", "The dike broke at dawn."), Sentence("b.s0", "b", "The dike broke at dawn.")])
    assert [one.sentence.article_id for one in finder.find_quoted("x · The dike broke at dawn.", "row-b.c0-3")] == ["b"]
    assert finder.find_quoted("The dike broke at dawn.", "place-dike") == []


def test_a_withheld_sentence_is_known_by_what_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("article_id,has_text\na,true\n", encoding="utf-8")
    (tmp_path / "sentences.csv").write_text("sentence_id,article_id,start_char,end_char,text\na.s3-30,a,3,30,\n", encoding="utf-8")
    finder = SentenceFinder(read_sentences(tmp_path, "nl"))
    told = "Wubbo Haanstra · [tekst niet getoond: tekens 3–30]"
    assert [one.sentence.sentence_id for one in finder.find_quoted(told, "timeline-a.e1")] == ["a.s3-30"]
    assert finder.find_quoted(told, "place-venlo") == []
