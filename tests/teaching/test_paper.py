"""The lesson without a kernel: the sheet, the marking sheet and the page of exercises, and what each of them must not show."""

from __future__ import annotations

import base64
import html
import json
import re
from dataclasses import replace

import pytest

from helpers.model import CodingError
from helpers.resources.actors import read_actors
from helpers.resources.codebook import read_codebook
from helpers.teaching._exercise_keys import label_here
from helpers.teaching._position_choices import label_positions
from helpers.teaching._word_uses import group_word_uses, list_word_uses
from helpers.teaching.coding import find_recut, gold_codes, list_choices
from helpers.teaching.exercise_page import disguise, render_exercise_page
from helpers.teaching.exercises import Exercise
from helpers.teaching.gold import rebuild_texts
from helpers.teaching.lesson_views import render_marked_article, render_words
from helpers.teaching.lessons import LANGUAGES, Lesson, build_exercise, list_coded, open_lesson
from helpers.teaching.numbered import find_lines, number_lines
from helpers.teaching.printing import find_browser
from helpers.teaching.sheets import render_marking_sheet, render_sheet
from helpers.views import message, word
from helpers.views.html import escape

BOTH = [(lesson_id, language) for lesson_id in ("who_says_so", "two_reports") for language in LANGUAGES]


@pytest.fixture(scope="module", params=BOTH, ids=lambda pair: "-".join(pair))
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return open_lesson(request.param[0], language=request.param[1])


@pytest.fixture(scope="module")
def exercises(lesson: Lesson) -> dict[str, Exercise]:
    return {exercise_id: build_exercise(lesson, exercise_id) for exercise_id in lesson.exercise_ids}


@pytest.fixture(scope="module")
def marking(lesson: Lesson) -> str:
    return render_marking_sheet(lesson)


@pytest.fixture(scope="module")
def sheet(lesson: Lesson) -> str:
    return render_sheet(lesson)


@pytest.fixture(scope="module")
def page(lesson: Lesson) -> str:
    return render_exercise_page(lesson)


def held(page: str, name: str) -> str:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, flags=re.DOTALL)
    assert found
    return found[1]


def test_the_lines_of_an_article_are_numbered_without_a_gap_and_hold_every_word(lesson: Lesson) -> None:
    for article_id in lesson.article_ids:
        lines = number_lines(lesson.tables, article_id)
        assert [line.number for line in lines] == [*range(1, len(lines) + 1)]
        assert max(len(line.text) for line in lines) <= 78
        words = " ".join(line.text for line in lines)
        sentences = lesson.tables["sentences"]
        for text in sentences.loc[sentences["article_id"] == article_id, "text"]:
            assert " ".join(text.split()) in words


def test_the_lines_that_a_question_names_hold_its_words(lesson: Lesson) -> None:
    claims = lesson.tables["claims"]
    lines = {article_id: number_lines(lesson.tables, article_id) for article_id in lesson.article_ids}
    for row in claims.itertuples():
        first, last = find_lines(lines[row.article_id], int(row.start_char), int(row.end_char))
        told = " ".join(line.text for line in lines[row.article_id][first - 1 : last])
        assert " ".join(str(row.text).split()) in told


def test_an_article_that_may_not_be_shown_whole_is_not_handed_out(lesson: Lesson) -> None:
    articles = lesson.tables["articles"].assign(text_rights="quotes")
    with pytest.raises(CodingError, match="may not be handed out"):
        number_lines({**lesson.tables, "articles": articles}, lesson.article_ids[0])


def test_the_sheet_has_the_note_first_then_the_article_then_every_question(lesson: Lesson, sheet: str) -> None:
    note, article = sheet.index(escape(lesson.note)), sheet.index('class="article"')
    places = [sheet.index(f'id="{exercise_id}"') for exercise_id in lesson.exercise_ids]
    assert note < article < places[0]
    assert places == sorted(places)
    assert sheet.index('class="grid"') > article


def test_sheet_and_page_have_every_step_of_the_workbook_in_its_order(lesson: Lesson, sheet: str, page: str) -> None:
    source = (lesson.folder / f"workbook_{lesson.language}.ipynb").read_text(encoding="utf-8")
    steps = re.findall(r'"## ((\d) [^(]+)\(', source)
    assert [number for _, number in steps] == list("1234567")
    for told in (sheet, page):
        places = [told.index(f"<h2>{escape(step.strip())} (") for step, _ in steps]
        assert places == sorted(places)
        assert places[1] < told.index('class="article"') < places[2]


def test_what_the_workbook_draws_is_a_table_with_the_lines_of_its_rows(lesson: Lesson, sheet: str, page: str) -> None:
    for told in (sheet, page):
        tables = re.findall(r"<caption>(.*?)</table>", told, flags=re.DOTALL)
        if lesson.number == 1:
            assert len(tables) == 2
            n_words = sum(int(n) for n in re.findall(r"\((\d+)\)", "".join(tables)))
            assert n_words == len(list_word_uses(lesson)) >= 20
        else:
            assert len(tables) == 4
            placed = [re.findall(r"\((?:Report|Verslag) [AB] (?:line|regel) \d+\)", table) for table in tables]
            assert all(placed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_table_of_words_stands_so_in_its_article_and_none_is_a_term_of_the_machine(language: str) -> None:
    lesson = open_lesson("who_says_so", language=language)
    texts = rebuild_texts(lesson.tables)
    words = {word: rows for _, said in group_word_uses(list_word_uses(lesson)) for word, rows in said}
    for one, rows in words.items():
        assert any(re.search(rf"\b{re.escape(one)}\b", texts[row["article_id"]]) for row in rows)
    wanted, unwanted = {
        "en": ({"raiders", "paramilitary groups", "sabotage group", "Poles"}, {"attackers", "militia", "saboteurs", "poles"}),
        "nl": ({"saboteurs", "sabotagegroep", "Russische burgers", "patriotten"}, {"terreur", "russen", "terrorisme"}),
    }[language]
    assert wanted <= {*words}
    assert not unwanted & {*words}


@pytest.mark.parametrize(
    ("language", "word", "speaker"),
    [
        ("nl", "terroristen", "Russische ministerie van Defensie"),
        ("nl", "inval", "Moskou"),
        ("nl", "saboteurs", "Vjatsjeslav Gladkov"),
        ("en", "nationalists", "Moscow"),
        ("en", "men", "Denis Nikitin"),
        ("en", "operation", "Freedom of Russia Legion and Russian Volunteer Corps"),
    ],
)
def test_a_word_has_the_speaker_of_the_coder_as_the_article_calls_him(language: str, word: str, speaker: str) -> None:
    said = dict(group_word_uses(list_word_uses(open_lesson("who_says_so", language=language))))
    assert word in [one for one, _ in said[speaker]]


def test_a_word_that_the_coder_gives_to_somebody_unknown_here_is_left_out_and_one_without_a_key_stays() -> None:
    lesson = open_lesson("who_says_so", language="nl")
    words = ["".join(use.row["text"] for use in list_word_uses(one) if use.row["start_char"] == 727)
             for one in (lesson, replace(lesson, gold={}))]  # fmt: skip
    assert words == ["", "aanvallers"]


def test_what_tells_of_the_machine_is_folded_in_a_browser_and_begins_a_page_on_paper(lesson: Lesson, sheet: str, page: str) -> None:
    language = lesson.language
    told = [escape(message("fold.exercises" if lesson.number == 1 else "fold.coding", language))]
    folds = re.findall(r'<details class="fold"><summary>(.*?)</summary>(.*?)</details>', page, flags=re.DOTALL)
    assert [summary for summary, _ in folds] == told * (1 if lesson.number == 1 else 2)
    assert sum(inner.count("<caption>") for _, inner in folds) == page.count("<caption>") > 0
    assert "<details" not in sheet
    before = sheet[: sheet.index("<caption>")]
    assert '<section class="ex"' not in before[before.rindex('<div class="break">') :]


def test_in_a_notebook_the_words_and_the_marked_article_are_folded(lesson: Lesson) -> None:
    for shown in (render_words(lesson), render_marked_article(lesson, layers=("source", "cue"))):
        _, _, inner = shown.partition("</style>")
        assert re.match(r'<div class="gp mathjax_ignore" lang="\w\w"><details class="gp-fold"><summary>', inner)
        assert inner.endswith("</details></div>")


def test_a_report_that_lacks_a_position_is_told_to_lack_it_and_nothing_of_what_it_could_know(lesson: Lesson, sheet: str, page: str) -> None:
    for told in (sheet, page):
        assert (escape(message("silent", lesson.language)) in told) == (lesson.number == 2)
        for key in ("silent_earlier", "silent_same_day", "silent_undated"):
            assert escape(message(key, lesson.language)) not in told


def test_neither_sheet_nor_page_shows_an_answer_or_a_reason(exercises: dict[str, Exercise], sheet: str, page: str) -> None:
    for exercise in exercises.values():
        for told in (sheet, page):
            assert not any(escape(why) in told or why in told for why in exercise.why if why)
            assert exercise.kind != "write" or exercise.answer[0][:40] not in told
        assert exercise.kind != "mark" or exercise.answer[0] not in page


def test_the_page_holds_its_answers_in_disguise_and_nothing_else_of_them(exercises: dict[str, Exercise], page: str) -> None:
    hidden = base64.b64decode(held(page, "key"))
    keys = json.loads(bytes(byte ^ hidden[n % 32] for n, byte in enumerate(hidden[32:])))
    assert [*keys] == [*exercises]
    for exercise_id, key in keys.items():
        assert tuple(key["answer"]) == exercises[exercise_id].answer
        assert len(key["steps"]) == (0 if exercises[exercise_id].kind == "write" else 2)
    assert "answer" not in json.loads(held(page, "settings"))


def test_a_text_of_an_article_cannot_end_the_data_of_the_page() -> None:
    assert "<" not in disguise({"why": "</script><script>alert(1)</script>"}, "salt")


def test_the_marking_sheet_tells_every_answer_its_reason_and_its_place(
    lesson: Lesson, exercises: dict[str, Exercise], marking: str
) -> None:
    for exercise in exercises.values():
        assert all(escape(words) in marking for words in exercise.answer_words)
        assert all(escape(why) in marking for why in exercise.why)
    n_placed = sum(entry["kind"] != "write" for entry in lesson.entries.values())
    assert len(re.findall(r"(?:lines?|regels?) \d+", marking)) >= n_placed


def test_the_marking_sheet_has_the_coders_codes_of_every_claim_to_be_coded_with_their_lines(lesson: Lesson, marking: str) -> None:
    article_id, language = lesson.article_ids[0], lesson.language
    grid = marking.partition('class="grid"')[2]
    rows = [re.findall(r"<td>(.*?)</td>", row) for row in grid.split("<tr>")[2:]]
    units = list_coded(lesson)
    codes = gold_codes(lesson.tables, lesson.gold, article_id).set_index("claim_id")
    assert len(rows) == lesson.n_coded
    recut = find_recut(lesson.tables, lesson.gold, article_id)
    for (claim, *cells), unit in zip(rows, units, strict=True):
        assert f"<mark>{escape(unit['text'])}</mark>" in claim
        assert re.search(r"(?:line|regel) \d+", claim)
        assert (message("marking_recut", language, words="").partition(":")[0] in claim) == (unit["claim_id"] in recut)
        for cell, variable in zip(cells, ("source", "status", "position"), strict=True):
            code = str(codes.loc[unit["claim_id"], variable])
            assert code
            assert cell == escape(label_positions(code, language) or label_here(lesson.tables, article_id, variable, code, language))


def test_where_the_coder_cut_a_statement_otherwise_the_key_has_the_coders_code_and_words() -> None:
    for lesson_id, words, cut in (("who_says_so", "Nationale Garde en FSB", "leger, grenswacht"), ("two_reports", "Rond het middaguur telde", "er negen")):
        lesson = open_lesson(lesson_id, language="nl")
        unit = next(unit for unit in list_coded(lesson) if unit["text"].startswith(words))
        codes = gold_codes(lesson.tables, lesson.gold, lesson.article_ids[0]).set_index("claim_id").loc[unit["claim_id"]]
        assert codes[["source", "status"]].tolist() == ["gladkov", "claimed"]
        assert f"De codeur bakende dit anders af: ‘{cut}" in html.unescape(render_marking_sheet(lesson))


def test_a_claim_to_be_coded_is_marked_in_its_sentence_on_sheet_and_page(lesson: Lesson, sheet: str, page: str) -> None:
    sentences = lesson.tables["sentences"].set_index("sentence_id")["text"]
    for unit in list_coded(lesson):
        before, _, behind = sentences[unit["sentence_id"]].partition(unit["text"])
        shown = f"{escape(before)}<mark>{escape(unit['text'])}</mark>{escape(behind)}"
        assert shown in sheet
        assert shown in page


def test_who_speaks_by_the_key_is_offered_on_sheet_and_page_and_nobody_twice(lesson: Lesson, sheet: str, page: str) -> None:
    article_id, language = lesson.article_ids[0], lesson.language
    codes = gold_codes(lesson.tables, lesson.gold, article_id).set_index("claim_id")["source"]
    offered = re.search(rf"<strong>{escape(word('variable', 'source', language))}</strong>: (.*?)</p>", sheet)
    assert offered
    names = html.unescape(offered[1]).split(", ")
    for unit in list_coded(lesson):
        label = label_here(lesson.tables, article_id, "source", codes[unit["claim_id"]], language)
        assert label in names
        assert f">{escape(label)}</option>" in page
    assert len(set(names)) == len(names)
    assert [name for name in names if re.search(r"\b(?:by|door) ", name)] == []


def positions_by_question(lesson: Lesson) -> dict[str, set[str]]:
    """The answers that can be chosen, under the question that each answers; of rules and gold."""
    asked = {row.key: row[f"title_{lesson.language}"] for row in read_codebook().rows("questions")}
    rows = {row.key: row for row in read_codebook().rows("positions")}
    found: dict[str, set[str]] = {}
    for _, code in list_choices(lesson.tables, lesson.article_ids[0], "position", language=lesson.language, gold=lesson.gold):
        if code in rows:
            found.setdefault(asked[rows[code]["question_id"]], set()).add(rows[code][f"label_{lesson.language}"])
    return found


def test_on_the_page_the_answers_to_a_question_stand_in_its_group(lesson: Lesson, page: str) -> None:
    wanted = positions_by_question(lesson)
    assert len(wanted) >= 3
    for number in range(lesson.n_coded):
        choice = re.search(rf'<select id="code-{number}-position">(.*?)</select>', page, flags=re.DOTALL)
        assert choice
        groups = re.findall(r'<optgroup label="(.*?)">(.*?)</optgroup>', choice[1], flags=re.DOTALL)
        shown = {html.unescape(label): set(map(html.unescape, re.findall(r">([^<]+)</option>", inner))) for label, inner in groups}
        assert shown == wanted
    assert "?" not in re.findall(r'<option value="(.)', page)


def test_on_the_sheet_the_answers_to_a_question_stand_behind_it(lesson: Lesson, sheet: str) -> None:
    codes = sheet.partition('class="codes"')[2]
    shown = {html.unescape(question): set(html.unescape(labels).split("; "))
             for question, labels in re.findall(r"<li><strong>(.*?)</strong> (.*?)</li>", codes)}  # fmt: skip
    assert shown == positions_by_question(lesson)


def test_the_rule_for_a_claim_with_several_positions_stands_on_sheet_and_page_and_on_the_key(
    lesson: Lesson, sheet: str, page: str, marking: str
) -> None:
    for told in (sheet, page):
        assert escape(message("coding_several", lesson.language)) in told
    assert escape(message("marking_coding", lesson.language)) in marking


def test_a_dutch_lesson_has_no_english_of_ours(sheet: str, page: str, marking: str, lesson: Lesson) -> None:
    """Names stay as the article has them; the pseudonyms of the page are no text."""
    if lesson.language == "en":
        return
    for told in (sheet, page, marking):
        words = html.unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]+>", " ", told, flags=re.DOTALL))
        for name in ("The Washington Post", "Institute for the Study of War", "CC BY"):
            words = words.replace(name, "")
        in_english = [a.name for a in read_actors() if a.name_nl and a.name not in a.name_nl and len(a.name) > 4]
        assert [name for name in in_english if re.search(rf"\b{re.escape(name)}\b", words)] == []
        assert re.findall(r"\b(?:the|and|by|from|with|this|written|not|armed|forces|which)\b", words, flags=re.IGNORECASE) == []


def test_pages_ask_for_nothing_and_only_the_page_of_exercises_may_run_its_one_script(sheet: str, page: str, marking: str) -> None:
    for told in (sheet, page, marking):
        assert "default-src 'none'" in told
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", told)
    assert "script-src 'none'" in sheet
    assert re.search(r"script-src 'sha256-[\w+/=]+'", page)


def test_a_browser_that_prints_can_be_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRENSPOST_BROWSER", "my-browser")
    assert find_browser([]) == "my-browser"
    monkeypatch.delenv("GRENSPOST_BROWSER")
    assert find_browser(["no-such-browser"]) == ""
