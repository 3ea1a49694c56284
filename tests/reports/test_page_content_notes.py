"""A reader is warned before a sentence that tells of harm; the worst of them stand folded, never left out."""

from __future__ import annotations

from pathlib import Path

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.reports._content_notes import Warned, find_warned, fold_sentences, warn_of
from helpers.reports._page import build_page
from helpers.resources.content_notes import ContentNote

HARM = ContentNote("harm", False, "casualties", "", None, {"en": "people hurt", "nl": "gewonden"})
WOUNDS = ContentNote("wounds", True, "", "en", None, {"en": "wounds described", "nl": "verwondingen beschreven"})
HURT, BLED = Warned("Three hikers were hurt.", (HARM,)), Warned("The baker bled on the quay.", (WOUNDS,))


def shown(*outputs: str) -> object:
    return new_notebook(cells=[new_code_cell("x", outputs=[new_output("display_data", {"text/html": o}) for o in outputs])])


def test_the_tables_tell_which_sentences_and_an_event_that_did_not_happen_warns_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("article_id,language\na,en\n", encoding="utf-8")
    (tmp_path / "sentences.csv").write_text(
        "sentence_id,article_id,text\n1,a,Three hikers  were hurt.\n2,a,Nobody was hurt.\n3,a,It rained.\n", encoding="utf-8")
    (tmp_path / "events.csv").write_text(
        "sentence_id,event_type,polarity\n1,casualties,positive\n2,casualties,negative\n", encoding="utf-8")
    assert [one.text for one in find_warned(tmp_path, [HARM])] == ["Three hikers were hurt."]


def test_a_note_stands_before_the_output_in_the_language_of_the_page_and_counts_each_sentence_once() -> None:
    book = shown("<p>Three hikers <b>were</b> hurt.</p>", "<p>Three hikers were hurt.</p>")
    page = build_page(book, "01", language="nl", facts=_facts(), warned=[HURT, BLED]).html
    assert page.count('class="content-note"') == 1
    assert page.index("een van de zinnen hier gaat over gewonden") < page.index("Three hikers")


def test_a_page_without_such_a_sentence_has_no_note() -> None:
    book = shown("<p>It rained.</p>")
    assert 'class="content-note"' not in build_page(book, "01", language="en", facts=_facts(), warned=[HURT, BLED]).html


def test_a_sentence_whose_words_are_not_here_warns_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("article_id,language\na,en\n", encoding="utf-8")
    (tmp_path / "sentences.csv").write_text("sentence_id,article_id,text\n1,a,\n2,a,  \n", encoding="utf-8")
    (tmp_path / "events.csv").write_text(
        "sentence_id,event_type,polarity\n1,casualties,positive\n2,casualties,positive\n", encoding="utf-8")
    assert find_warned(tmp_path, [HARM]) == ()


def test_a_note_is_not_repeated_in_its_section_and_stands_again_in_the_next() -> None:
    hurt, both = "<p>Three hikers were hurt.</p>", "<p>Three hikers were hurt. The baker bled on the quay.</p>"
    book = shown(hurt, both, hurt, hurt)
    first, second, third, last = (new_code_cell("x", outputs=[one]) for one in book.cells[0].outputs)  # type: ignore[attr-defined]
    book.cells = [first, new_markdown_cell("Read on."), second, third, new_markdown_cell("## Next"), last]  # type: ignore[attr-defined]
    warn_of(book, [HURT, BLED], "en")
    labels = [cell.metadata.get("page_content_note", {}).get("labels") for cell in book.cells]  # type: ignore[attr-defined]
    assert labels == ["people hurt", None, "people hurt, wounds described", None, None, "people hurt"]


def test_only_a_folding_note_folds_and_the_words_stay_in_the_page() -> None:
    book = shown("<td>The baker bled on the quay.</td><td>Three hikers were hurt.</td>")
    warn_of(book, [HURT, BLED], "en")
    page = book.cells[0].outputs[0].data["text/html"]  # type: ignore[attr-defined]
    assert page == ('<td><details class="content-fold"><summary>wounds described</summary>The baker bled on the quay.'
                    "</details></td><td>Three hikers were hurt.</td>")


def test_a_hostile_sentence_stays_escaped_when_it_is_folded() -> None:
    warned = Warned("He bled <img src=x onerror=y>.", (WOUNDS,))
    page = fold_sentences("<p>He bled &lt;img src=x onerror=y&gt;.</p>", [warned], "en")
    assert "<details" in page
    assert "<img" not in page


def _facts() -> object:
    from helpers.reports import Facts

    return Facts()
