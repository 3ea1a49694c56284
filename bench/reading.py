"""How long does reading take, next to two tools that people know? Ratios within one run.

Run with ``make bench``; writes docs/performance.md. Absolute times are those of the machine that ran it.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator

from helpers.annotate.times import find_times
from helpers.model import Document
from helpers.pipeline import read_article, read_documents, read_resources
from helpers.resources.lexicons import read_lexicon
from helpers.resources.paths import home
from helpers.tables import build_tables, check_tables

ROUNDS = 15
HELD_BY = """What holds the second aim: the profile is flat. The attributions take a quarter of the time, the times a
seventh, the places a tenth, twelve more stages the rest; no single function takes over 5 %. Cutting words in one call
of the pattern, asking sets before walking, and indexing the table of actors once gained a tenth. Tried without a gain
that could be told from noise: named tuples for candidates and frames, one index of the claims handed from stage to
stage, freezing the garbage collector. Halving it would need another design, such as one walk over the words for all."""
CORPUS_SIZES = (10, 100, 1000)


def main() -> None:
    """Measure everything and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--sizes", type=int, nargs="+", default=CORPUS_SIZES)
    options = parser.parse_args()
    documents = read_documents(home() / "seeds").documents
    article = min((d for d in documents if d.language == "nl"), key=lambda d: abs(len(d.text) - 2400))
    lines = [*_page(article, documents, options)]
    page = home() / "docs" / "performance.md"
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(page.read_text(encoding="utf-8"))


def _page(article: Document, documents: tuple[Document, ...], options: argparse.Namespace) -> Iterator[str]:
    yield "# Performance\n"
    yield "Made by `make bench`; one run, side by side, so that the ratios hold where the times do not.\n"
    yield f"Python {platform.python_version()}, {platform.machine()}; {options.rounds} rounds in turn, medians.\n"
    yield f"## One article ({len(article.text):,} characters, Dutch)\n"
    yield from _one_article(article, options.rounds)
    yield "\n## Growing numbers of articles\n"
    yield from _growth(documents, options.sizes)
    yield "\n## Starting\n"
    yield from _starting()


def _one_article(article: Document, rounds: int) -> Iterator[str]:
    read_resources()
    lexicon = read_lexicon("nl")
    jobs: dict[str, Callable[[], object]] = {
        "Grenspost: the whole reading, before pandas": lambda: read_article(article),
        "Grenspost: reading, tables and checks": lambda: _tables_of(article),
        "Grenspost: times alone": lambda: find_times(article, lexicon),
        "spaCy: blank('nl') + sentencizer + PhraseMatcher": _spacy_job(article.text),
        "dateparser: search_dates": _dateparser_job(article.text),
    }
    times = _take_turns(jobs, rounds)
    base, other = times["spaCy: blank('nl') + sentencizer + PhraseMatcher"], times["dateparser: search_dates"]
    yield "| job | median ms | min-max ms | x spaCy | x dateparser |\n|---|---|---|---|---|"
    for name, values in times.items():
        middle = statistics.median(values)
        yield (f"| {name} | {middle:.1f} | {min(values):.1f}-{max(values):.1f} | "
               f"{middle / statistics.median(base):.1f} | {middle / statistics.median(other):.2f} |")
    whole = statistics.median(times["Grenspost: the whole reading, before pandas"])
    by_spacy, by_dateparser = whole / statistics.median(base), whole / statistics.median(other)
    told = {True: "met", False: "not met"}
    yield (f"\nAims: the whole reading at most 20 x spaCy ({told[by_spacy <= 20]}) and less than 0.5 x dateparser "
           f"({told[by_dateparser < 0.5]}).\n")
    yield HELD_BY


def _take_turns(jobs: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Time every job once a round, so that a slow moment of the machine hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()
    for _ in range(rounds):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            times[name].append(1000 * (time.perf_counter() - start))
    return times


def _tables_of(article: Document) -> None:
    check_tables(build_tables([read_article(article)]), {article.article_id: article.text})


def _spacy_job(text: str) -> Callable[[], object]:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("cue", [nlp.make_doc(row.key) for rows in read_lexicon("nl").files.values() for row in rows])

    def job() -> object:
        document = nlp(text)
        return [*document.sents], matcher(document)

    return job


def _dateparser_job(text: str) -> Callable[[], object]:
    from dateparser.search import search_dates

    return lambda: search_dates(text, languages=["nl"])


def _growth(documents: tuple[Document, ...], sizes: list[int]) -> Iterator[str]:
    yield "| articles | seconds | ms an article | peak MB (tracemalloc, a second pass) |\n|---|---|---|---|"
    for size in sizes:
        corpus = [documents[number % len(documents)] for number in range(size)]
        start = time.perf_counter()
        for document in corpus:
            read_article(document)
        seconds = time.perf_counter() - start
        yield f"| {size} | {seconds:.2f} | {1000 * seconds / size:.1f} | {_peak(corpus):.0f} |"


def _peak(corpus: list[Document]) -> float:
    tracemalloc.start()
    readings = [read_article(document) for document in corpus[:100]]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del readings
    return peak / 1e6


def _starting() -> Iterator[str]:
    code = "import time; t = time.perf_counter(); import helpers.pipeline; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", code]
    taken = []
    for _ in range(5):
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  (our own interpreter)
        taken.append(float(done.stdout))
    middle = statistics.median(taken)
    yield f"Importing what reads an article: {middle:.2f} s (median of 5; aim under 0.5 s, no pandas)."


if __name__ == "__main__":
    main()
