"""A folder of seeds is read whole; whatever is wrong with it becomes a sentence, and the rest is still read."""

import pytest

from helpers.model import SeedError
from helpers.resources.seeds import MAX_BYTES, read_seeds

HEADER = "file_name,title,publisher,published_on,published_basis,language,licence,text_rights,notice,url\n"


def fill(folder, cards="", **files):
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    if cards:
        (folder / "seeds.csv").write_text(HEADER + cards, encoding="utf-8")
    return read_seeds(folder)


def reasons(found):
    return " ; ".join(row.reason for row in found.unread)


def test_an_article_without_a_card_is_read_and_has_quotes_as_its_rights(tmp_path):
    found = fill(tmp_path, een="Tekst.")
    assert [seed.card.file_name for seed in found.seeds] == ["een.txt"]
    assert found.seeds[0].card.text_rights == "quotes"
    assert not found.unread


def test_a_full_card_is_read_cell_by_cell(tmp_path):
    found = fill(tmp_path, "een.txt,Kop,De Krant,2023-05-22,inferred,nl,CC BY 4.0,full,verzonnen,\n", een="Tekst.")
    card = found.seeds[0].card
    assert (card.title, card.publisher, str(card.published_on), card.published_basis) == (
        "Kop", "De Krant", "2023-05-22", "inferred",
    )  # fmt: skip
    assert (card.language, card.licence, card.text_rights, card.notice) == ("nl", "CC BY 4.0", "full", "verzonnen")


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        ("weg.txt,,,,,,,,,\n", "seeds.csv names weg.txt, which is not in the folder; only its card is shown"),
        ("een.txt,,,2023-02-30,,,,,,\n", "line 2: published_on is '2023-02-30'; write an existing day"),
        ("een.txt,,,22 mei,,,,,,\n", "published_on is '22 mei'"),
        ("een.txt,,,,gegokt,,,,,\n", "published_basis is 'gegokt'; write stated, inferred or missing"),
        ("een.txt,,,,,,,alles,,\n", "text_rights is 'alles'; write full, quotes or none"),
        ("../een.txt,,,,,,,,,\n", "file_name '../een.txt' points outside the folder"),
        (",Kop,,,,,,,,\n", "line 2: file_name is empty"),
        ("een.txt,,,,,,,,,\neen.txt,,,,,,,,,\n", "line 3: a second row for een.txt; the first one counts"),
    ],
)
def test_a_doubtful_card_is_told_and_the_article_is_still_read(tmp_path, cards, words):
    found = fill(tmp_path, cards, een="Tekst.")
    assert words in reasons(found)
    assert [seed.card.file_name for seed in found.seeds if seed.data] == ["een.txt"]


@pytest.mark.parametrize(("cell", "rights"), [
    ("", "quotes"), ("  ", "quotes"), ("full", "full"), (" Full ", "full"), ("QUOTES", "quotes"), ("None", "none"),
    ("volledig", "none"), ("geen", "none"), ("all rights reserved", "none"), ("ful", "none"), ("'full'", "none"),
])  # fmt: skip
def test_rights_are_read_in_any_case_and_what_is_no_right_gives_nothing_away(tmp_path, cell, rights):
    found = fill(tmp_path, f"een.txt,,,,,,,{cell},,\n", een="Tekst.")
    assert found.seeds[0].card.text_rights == rights
    is_doubtful = cell.strip(" ").casefold() not in ("", "full", "quotes", "none")
    assert ("no sentence of een.txt is published until it is mended" in reasons(found)) == is_doubtful


@pytest.mark.parametrize("data", [
    b'file_name,text_rights,title\neen.txt,none,"Kop\ntwee.txt,full,Kop\n',
    b"file_name,text_rights,title\neen.txt,none,caf\xe9\n",
    b"file_name;text_rights\neen.txt;none\n",
    b"bestand,rechten\neen.txt,none\n",
    b"",
    None,
], ids=["quotation mark", "encoding", "semicolons", "columns", "empty", "folder"])  # fmt: skip
def test_where_the_cards_cannot_be_read_no_article_has_rights_and_it_is_said(tmp_path, data):
    path = tmp_path / "seeds.csv"
    path.mkdir() if data is None else path.write_bytes(data)
    found = fill(tmp_path, een="Tekst.", twee="Tekst.")
    assert [seed.card.text_rights for seed in found.seeds] == ["none", "none"]
    told = "no sentence of any article is published until it is mended (text_rights is full, quotes or none)"
    assert told in reasons(found)


@pytest.mark.parametrize(("line", "rights"), [
    ("een.txt,Kop,Krant,,none", "none"),
    ("een.txt,Kop, met komma,Krant,,full", "none"),
    ("een.txt,Krant,,full", "none"),
    ('een.txt,"Kop, met komma",Krant,,full', "full"),
])  # fmt: skip
def test_a_row_whose_cells_may_stand_in_the_wrong_columns_gives_nothing_away(tmp_path, line, rights):
    (tmp_path / "seeds.csv").write_text(f"file_name,title,publisher,notice,text_rights\n{line}\n", encoding="utf-8")
    found = fill(tmp_path, een="Tekst.")
    assert found.seeds[0].card.text_rights == rights
    is_broken = line.count(",") != 4 and '"' not in line
    assert ("line 2: not as many cells as columns" in reasons(found)) == is_broken


@pytest.mark.parametrize(("header", "rights"), [
    ("file_name,Text_Rights", "full"), ("FILE_NAME , text_rights ", "full"), ("file_name,rechten", "none"), ("file_name,title", "quotes"),
])  # fmt: skip
def test_a_column_of_rights_under_another_name_gives_nothing_away(tmp_path, header, rights):
    (tmp_path / "seeds.csv").write_text(f"{header}\neen.txt,full\n", encoding="utf-8")
    found = fill(tmp_path, een="Tekst.")
    assert found.seeds[0].card.text_rights == rights
    assert ("it may hold the rights, so no sentence of any article" in reasons(found)) == (rights == "none")


@pytest.mark.parametrize(("first", "second", "rights"), [("full", "none", "none"), ("full", "full", "full"), ("full", "", "full")])
def test_of_two_rows_whose_rights_differ_neither_gives_anything_away(tmp_path, first, second, rights):
    rows = "".join(f"een.txt,,,,,,,{cell},,\n" for cell in (first, second))
    assert fill(tmp_path, rows, een="Tekst.").seeds[0].card.text_rights == rights


def read_rights(found):
    return {seed.card.file_name: (seed.card.text_rights, seed.card.title) for seed in found.seeds}


@pytest.mark.parametrize(("file", "row"), [
    ("een", "EEN.txt"), ("Een", "een.TXT"), ("cafe\u0301", "caf\u00e9.txt"), ("caf\u00e9", "CAFE\u0301.txt"),
])  # fmt: skip
def test_a_card_in_other_capitals_or_another_form_of_unicode_is_the_files(tmp_path, file, row):
    found = fill(tmp_path, f"{row},Kop,,,,,,none,,\n", **{file: "Tekst."})
    assert read_rights(found) == {f"{file}.txt": ("none", "Kop")}
    assert not found.unread


def test_the_card_of_the_very_name_wins(tmp_path):
    found = fill(tmp_path, "EEN.txt,Ander,,,,,,none,,\neen.txt,Kop,,,,,,full,,\n", een="Tekst.")
    assert read_rights(found) == {"een.txt": ("full", "Kop"), "EEN.txt": ("none", "Ander")}
    assert [seed.card.title for seed in found.seeds if seed.data] == ["Kop"]
    assert "seeds.csv names EEN.txt, which is not in the folder" in reasons(found)


def test_of_two_cards_that_may_be_meant_the_strictest_right_counts_and_it_is_told(tmp_path):
    found = fill(tmp_path, "EEN.txt,Kop,,,,,,full,,\nEen.txt,Ander,,,,,,none,,\n", een="Tekst.")
    assert [(seed.card.file_name, seed.card.text_rights) for seed in found.seeds if seed.data] == [("een.txt", "none")]
    assert "een.txt: the rows EEN.txt, Een.txt have its name but for capitals or accents" in reasons(found)
    assert "the strictest right of them (none)" in reasons(found)


def test_a_second_file_of_a_cards_name_has_no_more_rights_than_that_card(tmp_path):
    found = fill(tmp_path, "een.txt,Kop,,,,,,none,,\n", een="Tekst.", EEN="Andere tekst.")
    assert read_rights(found) == {"een.txt": ("none", "Kop"), "EEN.txt": ("none", "")}
    assert "EEN.txt: the row een.txt has its name but for capitals or accents" in reasons(found)


def test_an_impossible_date_leaves_the_date_missing(tmp_path):
    card = fill(tmp_path, "een.txt,,,2023-02-30,stated,,,,,\n", een="Tekst.").seeds[0].card
    assert card.published_on is None
    assert card.published_basis == "missing"


def test_a_card_file_without_its_first_column_is_told_and_left_aside(tmp_path):
    (tmp_path / "seeds.csv").write_text("naam,titel\neen.txt,Kop\n", encoding="utf-8")
    found = fill(tmp_path, een="Tekst.")
    assert "no column file_name; found naam, titel" in reasons(found)
    assert found.seeds[0].card.title == ""


def test_an_unknown_column_is_told_and_the_others_are_read(tmp_path):
    (tmp_path / "seeds.csv").write_text("file_name,title,kleur\neen.txt,Kop,rood\n", encoding="utf-8")
    found = fill(tmp_path, een="Tekst.")
    assert "the column 'kleur' is not known" in reasons(found)
    assert found.seeds[0].card.title == "Kop"


@pytest.mark.parametrize("data", [b"file_name,title\neen.txt,caf\xe9\n", b'file_name,title\neen.txt,"open\n'])
def test_an_unreadable_card_file_does_not_stop_the_articles(tmp_path, data):
    (tmp_path / "seeds.csv").write_bytes(data)
    found = fill(tmp_path, een="Tekst.")
    assert "the articles are read without their cards" in reasons(found)
    assert len(found.seeds) == 1


def test_a_card_file_with_bom_and_carriage_returns_is_read(tmp_path):
    (tmp_path / "seeds.csv").write_bytes("\ufefffile_name,title\r\neen.txt,Kop\r\n".encode())
    assert fill(tmp_path, een="Tekst.").seeds[0].card.title == "Kop"


def test_other_files_folders_and_too_large_files_are_named_not_dropped(tmp_path):
    (tmp_path / "foto.docx").write_bytes(b"PK")
    (tmp_path / "map").mkdir()
    (tmp_path / "groot.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    (tmp_path / "README.md").write_text("# hier", encoding="utf-8")
    found = fill(tmp_path, een="Tekst.")
    assert {row.file_name for row in found.unread} == {"foto.docx", "map", "groot.txt"}
    assert "5,000,001 bytes, more than the limit of 5,000,000" in reasons(found)


def test_a_file_name_with_spaces_is_an_article(tmp_path):
    assert fill(tmp_path, **{"een twee": "Tekst."}).seeds[0].card.file_name == "een twee.txt"


def test_a_missing_and_an_empty_folder_are_refused_with_the_next_step(tmp_path):
    with pytest.raises(SeedError, match="no such folder; name a folder"):
        read_seeds(tmp_path / "nergens")
    with pytest.raises(SeedError, match="no article here; put each article there"):
        read_seeds(tmp_path)


def test_a_file_that_leads_nowhere_is_named_and_the_others_are_read(tmp_path):
    (tmp_path / "weg.txt").symlink_to(tmp_path / "nergens.txt")
    found = fill(tmp_path, een="Tekst.")
    assert "weg.txt leads nowhere; put the file itself into the folder" in reasons(found)
    assert len(found.seeds) == 1


def test_a_card_file_with_semicolons_gets_the_cause(tmp_path):
    (tmp_path / "seeds.csv").write_text("file_name;title\neen.txt;Kop\n", encoding="utf-8")
    assert "separate the columns with commas, not with semicolons" in reasons(fill(tmp_path, een="Tekst."))


def test_a_card_file_that_is_a_folder_is_told_and_stops_nothing(tmp_path):
    (tmp_path / "seeds.csv").mkdir()
    found = fill(tmp_path, een="Tekst.")
    assert len(found.seeds) == 1
    assert "seeds.csv: not a file that can be read" in reasons(found)


def test_a_card_may_say_in_dutch_what_a_dutch_page_shows_and_one_without_still_works(tmp_path):
    cards = 'file_name,title,notice,title_nl,notice_nl\neen.txt,The first,"made up",De eerste,"verzonnen, alles"\ntwee.txt,B,c,,\n'
    (tmp_path / "seeds.csv").write_text(cards, encoding="utf-8")
    found = fill(tmp_path, een="Een.", twee="Twee.")
    first, second = (seed.card for seed in found.seeds)
    assert (first.title, first.title_nl, first.notice, first.notice_nl) == ("The first", "De eerste", "made up", "verzonnen, alles")
    assert (second.title_nl, second.notice_nl) == ("", "")
    assert found.unread == ()
