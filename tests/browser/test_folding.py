"""The search on the first page folds a text as the search in the tables does."""

import re
import unicodedata
from importlib.resources import files

from helpers.text.folding import fold_text

# controls stand in no text; a letter that only one of two versions of Unicode knows is no matter of ours
_LEFT_OUT = {"Cc", "Cn", "Cs", "Co"}


def read_fold():
    script = files("helpers.reports").joinpath("templates/grenspost/contents.js").read_text(encoding="utf-8")
    found = re.search(r"const SIGNS = .*?const fold = .*?;\n", script, re.DOTALL)
    assert found
    return f"() => {{ {found[0]} return Array.from({{ length: 0x20000 }}, (_, code) => fold(String.fromCodePoint(code))); }}"


def test_every_letter_is_folded_alike_in_the_page_and_in_the_tables(chromium):
    page = chromium.new_page()
    folded = page.evaluate(read_fold())
    page.close()
    letters = [chr(code) for code in range(0x20000) if unicodedata.category(chr(code)) not in _LEFT_OUT]
    assert {letter: folded[ord(letter)] for letter in letters if folded[ord(letter)] != fold_text(letter)} == {}
    assert folded[ord("’")] == "'"
