"""Why something was not read is told in the language of the page: every reason that the code can give has its Dutch."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pandas as pd
import pytest

from helpers import pipeline
from helpers.model import Card, TableError
from helpers.pipeline import read_article, read_documents
from helpers.resources.paths import home
from helpers.tables import withheld
from helpers.text import build_document
from helpers.views import render_unread
from helpers.views.html import plain_text
from helpers.views.messages import read_messages
from helpers.views.reasons import is_known, tell_reason

KEYS = [key for key in read_messages() if key.startswith("unread.")]
HEAD = "file_name,title,published_on,published_basis,text_rights,sha256\n"
SENTENCE = "The mayor says that the gate is shut and that the road behind it was closed on Monday evening."


def write_seeds(folder: Path, cards: str | bytes = "", **files: str | bytes) -> Path:
    folder.mkdir()
    if cards:
        (folder / "seeds.csv").write_bytes(cards if isinstance(cards, bytes) else cards.encode())
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


FOLDERS = {
    "other files": ("", {"a_txt": SENTENCE, "a_doc": "x", "b_txt": "", "c_txt": b"\xff\xfe\x00x", "d_txt": SENTENCE,
                         "e_txt": "De\x00poort"}),
    "one id": ("", {"a b_txt": SENTENCE, "a-b_txt": f"{SENTENCE} It rained."}),
    "cards": (f"{HEAD}gone.txt,,,,,\nabsent.txt,,,,,{'0' * 64}\na.txt,,2023-99-01,perhaps,all,\na.txt,,,,none,\n,,,,,\n../b.txt,,,,,\n"
              f"c.txt,,\nd.txt,,,,,{'1' * 64}\n", {"a_txt": SENTENCE, "c_txt": f"{SENTENCE} c", "d_txt": f"{SENTENCE} d"}),
    "another column": ("file_name,colour,text_rights\na.txt,red,full\n", {"a_txt": SENTENCE}),
    "rights under another name": ("file_name,rights\na.txt,full\n", {"a_txt": SENTENCE}),
    "no name": ("name,title\na.txt,A\n", {"a_txt": SENTENCE}),
    "semicolons": ("file_name;title\na.txt;A\n", {"a_txt": SENTENCE}),
    "no UTF-8": (b"file_name,title\na.txt,\xff\n", {"a_txt": SENTENCE}),
    "no CSV": ('file_name,title\na.txt,"A\n', {"a_txt": SENTENCE}),
}  # fmt: skip


@pytest.mark.parametrize("name", FOLDERS)
def test_every_reason_of_a_folder_with_something_wrong_has_its_dutch(name: str, tmp_path: Path) -> None:
    cards, files = FOLDERS[name]
    check([row.reason for row in read_documents(write_seeds(tmp_path / "seeds", cards, **files)).unread])


def test_every_reason_of_a_file_that_is_none_has_its_dutch(tmp_path: Path) -> None:
    folder = write_seeds(tmp_path / "seeds", a_txt=SENTENCE, big_txt=b"x" * 5_000_001)
    (folder / "more").mkdir()
    (folder / "link.txt").symlink_to(folder / "nowhere")
    (folder / "seeds.csv").mkdir()
    check([row.reason for row in read_documents(folder).unread], least=4)


@pytest.mark.parametrize("encoding", ["detect", "no-such-encoding"])
def test_every_reason_of_an_encoding_has_its_dutch(encoding: str, tmp_path: Path) -> None:
    folder = write_seeds(tmp_path / "seeds", a_txt=bytes(range(128, 256)) * 3)
    check([row.reason for row in read_documents(folder, encoding=encoding).unread])


@pytest.mark.parametrize(
    ("text", "language"),
    [(f"{SENTENCE[:-1]}, {'and so on, ' * 4000}.", "en"), ("La porte est fermée.", "fr"), ("Xq zzt.", "")],
)
def test_every_reason_of_an_article_has_its_dutch(text: str, language: str) -> None:
    document = build_document(text, Card("a.txt", language=language))
    check([row.reason for row in read_article(document).unread])


def test_a_failure_of_the_rules_has_its_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_document: object) -> None:
        raise ValueError("a rule; with a sign")

    monkeypatch.setattr(pipeline, "read_article", fail)
    check([row.reason for row in pipeline._read_or_tell(build_document(SENTENCE, Card("a.txt", language="en"))).unread])


def test_every_reason_of_rows_without_their_text_has_its_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    article_id = next((home() / "data" / "withheld").iterdir()).name
    card, rows = Card("a.txt", language="nl"), withheld.read_withheld(withheld.withheld_folder(article_id))
    reasons = [withheld._tell(card, rows, withheld.withheld_folder(article_id))]
    monkeypatch.setattr(withheld, "hash_rules", lambda: "other")
    reasons.append(withheld._tell(card, rows, withheld.withheld_folder(article_id)))
    for sha256 in ("0" * 64, str(rows["articles"]["sha256"].iloc[0])):
        with pytest.raises(TableError) as told:
            withheld._check_card(rows, sha256, None)
        reasons.append(str(told.value))
    check(reasons, least=4)


@pytest.mark.parametrize("missing", ["marks.txt", "claims.csv"])
def test_a_broken_folder_of_rows_has_its_dutch(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = next((home() / "data" / "withheld").iterdir())
    folder = tmp_path / source.name
    folder.mkdir()
    for path in source.iterdir():
        if path.name != missing:
            (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(withheld, "withheld_folder", lambda name="": folder if name else tmp_path)
    with pytest.raises(TableError) as told:
        withheld.read_withheld(folder)
    check([str(told.value)])


def check(reasons: list[str], least: int = 1) -> None:
    assert len(reasons) >= least
    for reason in reasons:
        assert is_known(reason), reason
        assert tell_reason(reason, "en") == reason
        assert tell_reason(reason, "nl") != reason


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_of_the_catalogue_is_known_again_with_its_values(key: str) -> None:
    texts = read_messages()[key]
    values = {name: f"x{name}1" for _, name, _, _ in Formatter().parse(texts["en"]) if name}
    assert tell_reason(texts["en"].format(**values), "nl") == texts["nl"].format(**values)


def test_a_reason_that_is_not_known_stays_and_is_marked_as_english() -> None:
    rows = pd.DataFrame({"file_name": ["a.txt", "b.doc"],
                         "reason": ["a new reason", "b.doc is not a .txt file; save the article as plain text"]})  # fmt: skip
    page = render_unread({"unread": rows}, language="nl")
    assert '<span lang="en">a new reason</span>' in page
    assert "<span>b.doc is geen .txt-bestand; bewaar het artikel als platte tekst</span>" in page
    assert "save the article as plain text" in plain_text(render_unread({"unread": rows}))
