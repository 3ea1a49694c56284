"""Write the rows of one article without a word of its text, so that a coding can be shared where the text may not."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from helpers.annotate.links import find_links
from helpers.exports import WITHOUT_WORDS, find_words, select_permitted
from helpers.model import Document, GrenspostError, TableError
from helpers.pipeline import read_article, read_documents, read_resources
from helpers.resources.seeds import CARD_COLUMNS
from helpers.tables import Tables, build_tables, read_withheld, render_csv, withheld_folder, write_withheld


def withhold_article(article: str, seeds: Path, out: Path | None = None, *, encoding: str = "utf-8") -> Path:
    """Write the rows of an article without its text.

    Parameters
    ----------
    article : str
        Path of its file, or id or file name of an article in `seeds`.
    seeds : Path
        Folder of articles: it holds the card, and the articles to which links lead.
    out : Path, optional
        Folder for a folder with the article's id; ``data/withheld`` by default, where a card finds it.
    encoding : str, optional
        Encoding of the articles, or ``detect``.

    Returns
    -------
    Path
        The folder with the tables of docs/tables.md as CSV: every cell of text is empty, a name that is in no list of
        ours is a number, and a rule names the list of words that decided, not the word.

    Raises
    ------
    GrenspostError
        If there is no such text, or a word of it would still be in a table.
    """
    with _lay_beside(Path(article), seeds) as folder:
        documents = read_documents(folder, encoding=encoding).documents
    document = _choose(Path(article).name, documents, seeds)
    tables = _take_words_away(_read_alone(document, documents))
    if left := sorted(set(find_words(tables, document.text))):
        raise TableError(f"words of {document.article_id} would still stand in {', '.join(left)}; nothing is written: "
                         "take them out of seeds.csv, or tell the makers of Grenspost")
    folder = (out or withheld_folder()) / document.article_id
    write_withheld(tables, folder, document.text, remark=WITHOUT_WORDS)
    return folder


def describe_card(folder: Path) -> str:
    """Return the row of ``seeds.csv`` by which rows without a text are found: its file, its day, its hash."""
    articles = read_withheld(folder)["articles"]
    return render_csv(articles[list(CARD_COLUMNS)]).strip()


@contextmanager
def _lay_beside(file: Path, seeds: Path) -> Iterator[Path]:
    """Give the folder of articles, or a copy with one more file from elsewhere that is gone afterwards."""
    if not file.is_file() or file.resolve().parent == seeds.resolve():
        yield seeds
        return
    with tempfile.TemporaryDirectory() as copy:
        for path in (*seeds.glob("*.txt"), *seeds.glob("seeds.csv"), file):
            shutil.copy(path, copy)
        yield Path(copy)


def _choose(name: str, documents: tuple[Document, ...], seeds: Path) -> Document:
    for document in documents:
        if name in (document.article_id, document.card.file_name):
            return document
    known = ", ".join(document.article_id for document in documents)
    raise GrenspostError(f"no text of {name!r} in {seeds}, nor a file of that name; name the file, or one of the "
                         f"articles {known or '(there are none)'}")


def _read_alone(document: Document, documents: tuple[Document, ...]) -> Tables:
    """Build the tables of one article, with its links to the others."""
    readings = {other.article_id: read_article(other) for other in documents}
    links = find_links([*readings.values()], read_resources().codebook)
    start = f"{document.article_id}."
    own = [link for link in links if link.from_id.startswith(start) or link.to_id.startswith(start)]
    return build_tables([readings[document.article_id]], links=own)


def _take_words_away(tables: Tables) -> Tables:
    absent = tables["articles"].assign(has_text=pd.array([False], dtype="boolean"))
    silent = select_permitted({**tables, "articles": absent}, has_found_names=False)
    articles = silent["articles"]
    headline = articles["title"] == articles["article_id"]  # a title that was the text's own
    silent["articles"] = articles.assign(title=articles["title"].mask(headline))
    return silent
