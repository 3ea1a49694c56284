"""The steps in order, each one line: read this file first.

::

    seeds -> text -> annotations -> tables

`read_article` is the whole reading of one text; `build_tables` does a folder of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.annotate.actors import ActorIndex, build_actor_index, find_known_actors, find_new_actors
from helpers.annotate.attributions import LONGEST, find_attributions
from helpers.annotate.claims import date_claims, find_claims
from helpers.annotate.events import find_events
from helpers.annotate.links import find_links
from helpers.annotate.mentions import in_order, outside_names, used_actors, used_places, with_head
from helpers.annotate.places import find_metonyms, find_places
from helpers.annotate.positions import find_positions, link_responses
from helpers.annotate.quantities import find_quantities
from helpers.annotate.quotes import find_quotes
from helpers.annotate.sources import resolve_sources
from helpers.annotate.times import find_times
from helpers.annotate.wordings import find_wordings
from helpers.model import Document, GrenspostError, Reading, SeedError, Unread
from helpers.resources.actors import read_actors
from helpers.resources.codebook import Codebook, read_codebook
from helpers.resources.codebook_checks import check_codebook
from helpers.resources.content_notes import read_content_notes
from helpers.resources.gazetteer import Gazetteer, read_gazetteer
from helpers.resources.lexicons import Lexicon, languages, read_lexicon
from helpers.resources.paths import home
from helpers.resources.seeds import read_seeds
from helpers.text.intake import Intake, read_documents

if TYPE_CHECKING:
    from helpers.tables import Tables

Progress = Callable[[Iterable[Document]], Iterable[Document]]

__all__ = [
    "Intake",
    "Resources",
    "build_tables",
    "check_everything",
    "open_tables",
    "read_article",
    "read_documents",
    "read_resources",
    "write_permitted_tables",
]


@dataclass(frozen=True, slots=True)
class Resources:
    """The hand-made knowledge that every article is read with."""

    actors: ActorIndex
    gazetteer: Gazetteer
    codebook: Codebook


@cache
def read_resources() -> Resources:
    """Read the hand-made knowledge once."""
    return Resources(build_actor_index(read_actors()), read_gazetteer(), read_codebook())


def build_tables(
    seeds: Path, out: Path | None, *, encoding: str = "utf-8", progress: Progress = iter,
    corrections: Path | None = None,
) -> Tables:  # fmt: skip
    """Read a folder of articles and write its tables.

    Parameters
    ----------
    seeds : Path
        Folder of ``*.txt`` with an optional ``seeds.csv``.
    out : Path or None
        Folder for the tables; its old tables stay whole until the new ones are. None writes nothing.
    encoding : str
        Encoding of the files, or ``detect``.
    progress : callable, optional
        Wraps the documents, to show how far the reading is.
    corrections : Path, optional
        Folder of people's corrections; that of the checkout for the articles of the checkout, else none.

    Returns
    -------
    dict of str to pandas.DataFrame
        The tables: the machine's rows, whatever was corrected, and the corrections beside them.
    """
    from helpers import tables  # here, so that reading an article does not load pandas

    intake = read_documents(seeds, encoding=encoding)
    readings = [_read_or_tell(document) for document in progress(intake.documents)]
    made_here = tables.corrections_folder() if seeds.resolve() == (home() / "seeds").resolve() else None
    kept = corrections or made_here
    built, texts = _build(readings, intake, kept), _texts(intake)
    if _try(lambda: tables.check_tables(built, texts)):
        built = _build([_sound(reading) for reading in readings], intake, kept)
        tables.check_tables(built, texts)
    if out is not None:
        tables.write_tables(built, out)
    return built


def _read_or_tell(document: Document) -> Reading:
    """Read an article; where the rules fail on it, keep its sentences and say so: no article costs another."""
    try:
        return read_article(document)
    except Exception as error:
        told = f"the rules failed on this article ({type(error).__name__}: {' '.join(str(error).split())})"
        return _read_sentences(document, told, "please report it with this line")


def _build(readings: Sequence[Reading], intake: Intake, corrections: Path | None) -> Tables:
    from helpers import tables  # here, so that reading an article does not load pandas

    links = find_links(readings, read_resources().codebook)
    withheld, unread = tables.find_withheld(intake.cards, intake.hashes, intake.unread)
    built = tables.build_tables(readings, cards=intake.cards, unread=unread, links=links)
    built = tables.lay_withheld(built, withheld)
    if corrections:
        built["corrections"] = tables.build_corrections(tables.read_corrections(corrections), _texts(intake))
    return built


def _texts(intake: Intake) -> dict[str, str]:
    return {document.article_id: document.text for document in intake.documents}


def _sound(reading: Reading) -> Reading:
    """Return a reading whose rows keep the contract; of one that breaks it, no more than its sentences."""
    from helpers import tables  # here, so that reading an article does not load pandas

    document = reading.document
    problem = _try(lambda: tables.check_tables(tables.build_tables([reading]), {document.article_id: document.text}))
    if problem is None:
        return reading
    told = " ".join(str(problem).split())
    return _read_sentences(document, f"{told} (what was read of this article)", "please report it with this line")


def write_permitted_tables(built: Tables, out: Path) -> Path:
    """Write the tables without the words that an article's rights forbid, for pages and for who gets them."""
    from helpers import exports, tables  # here, so that reading an article does not load pandas

    remark = f"{exports.WITHOUT_WORDS} {exports.AS_IT_STANDS}"
    return tables.write_tables(exports.select_permitted(built), out, remark=remark)


def open_tables(tables: str | Path = "", seeds: str | Path = "", *, corrected: bool = False) -> Tables:
    """Open the tables for a notebook: those of a folder, else new ones of a folder of articles.

    Parameters
    ----------
    tables : str or Path, optional
        Folder of tables that are there already; they are read as they are.
    seeds : str or Path, optional
        Folder of articles, where no tables are named; the articles of the checkout by default. Their tables are
        built anew, so that they never lag behind an article or a lexicon row, in ``data/tables``. Where that takes
        long, the notebook shows how far it is.
    corrected : bool
        True lays people's corrections over the machine's rows; the tables on disk keep the machine's.
    """
    from helpers.tables import lay_corrections, read_tables  # here, so that reading an article does not load pandas
    from helpers.views.progress import show_progress

    if tables:
        opened = read_tables(Path(tables))
    else:
        folder = Path(seeds) if seeds else home() / "seeds"
        opened = build_tables(folder, home() / "data" / "tables", progress=show_progress)
    return lay_corrections(opened) if corrected else opened


def read_article(document: Document, resources: Resources | None = None) -> Reading:
    """Read one article: every annotation that the rules find in it.

    An unknown language gives sentences, quotation marks and an ``unread`` row that says so.
    """
    if document.language not in languages():
        return _read_without_lexicon(document)
    known = resources or read_resources()
    lexicon = read_lexicon(document.language)

    named = find_known_actors(document, known.actors, lexicon)
    places = find_places(document, known.gazetteer, lexicon, taken=tuple(m.span for m in named))
    new = find_new_actors(document, lexicon, taken=tuple(m.span for m in (*named, *places.mentions)))
    places = replace(places, mentions=outside_names(places.mentions, new.mentions))
    times = find_times(document, lexicon)
    names = (*named, *new.mentions, *places.mentions)

    stated = find_attributions(document, lexicon, mentions=names)
    sources = tuple(span for claim in stated if claim.source for span in with_head(document, claim.source))
    metonyms = find_metonyms(
        document, lexicon, mentions=places.mentions, sources=sources, gazetteer=known.gazetteer
    )
    actors = (*known.actors.actors, *new.actors, *metonyms.actors)
    resolved = resolve_sources(
        document, stated, lexicon, mentions=(*named, *new.mentions, *metonyms.mentions),
        actors=(*new.actors, *metonyms.actors), table=known.actors.actors,
    )  # fmt: skip
    claims = find_claims(document, lexicon, attributed=date_claims(document, resolved.claims, times))
    quotes = find_quotes(document, lexicon, claims=claims)

    mentions = in_order((*named, *new.mentions, *metonyms.mentions, *resolved.mentions))
    quantities = find_quantities(document, lexicon, claims=claims, times=times)
    events = find_events(document, lexicon, claims=claims, mentions=mentions, times=times, codebook=known.codebook)
    wordings = find_wordings(document, lexicon, claims=claims, codebook=known.codebook)
    disputes = find_positions(
        document, claims=claims, events=events, quantities=quantities, wordings=wordings,
        codebook=known.codebook, lexicon=lexicon,
    )  # fmt: skip
    claims = link_responses(
        document, claims, lexicon, events=events, disputes=disputes, codebook=known.codebook
    )
    return Reading(
        document, quotes=quotes, claims=claims, mentions=mentions, times=times, events=events,
        actors=used_actors((*actors, *resolved.actors), mentions, {claim.source_id for claim in claims}),
        places=used_places(places.places, mentions), quantities=quantities, wordings=wordings,
        disputes=disputes, unread=(*places.unread, *_undated(document), *_overlong(document)),
    )  # fmt: skip


def check_everything(seeds: Path, tables_folder: Path | None = None) -> list[str]:
    """Check the hand-made data, the articles and, where asked, the tables.

    Returns
    -------
    list of str
        One sentence for each thing found; empty where nothing is wrong.
    """
    steps: list[Callable[[], object]] = [*(partial(read_lexicon, language) for language in languages()),
                                         read_actors, read_gazetteer, read_content_notes, check_codebook]
    problems = [str(error) for error in map(_try, steps) if error]
    try:
        awaited = {seed.card.file_name for seed in read_seeds(seeds).seeds if seed.data is None and seed.sha256}
        problems += [row.reason for row in read_documents(seeds).unread if row.file_name not in awaited]
    except SeedError as error:
        problems.append(str(error))
    from helpers import tables  # here, so that reading an article does not load pandas

    problems += tables.list_withheld_problems()
    if tables_folder is not None:
        broken = _try(lambda: tables.check_tables(tables.read_tables(tables_folder)))
        problems += [str(broken)] if broken else []
    return problems


def _try(step: Callable[[], object]) -> GrenspostError | None:
    try:
        step()
    except GrenspostError as error:
        return error
    return None


def _read_without_lexicon(document: Document) -> Reading:
    what = f"the language {document.language!r} has no lexicon" if document.language else "the language is not known"
    return _read_sentences(document, f"{what} (there are {', '.join(languages())})",
                           "state the language in seeds.csv, or add a folder to data/lexicons")  # fmt: skip


def _read_sentences(document: Document, why: str, step: str) -> Reading:
    reason = f"{document.card.file_name}: {why}; only sentences and quotation marks were read: {step}"
    bare = Lexicon(document.language, {})
    return Reading(
        document, quotes=find_quotes(document, bare, claims=()),
        unread=(Unread(document.card.file_name, reason, article_id=document.article_id),),
    )  # fmt: skip


def _undated(document: Document) -> Iterator[Unread]:
    if document.published_on is None:
        yield Unread(
            document.card.file_name,
            f"{document.card.file_name}: no date of publication; relative dates are found but have no value: "
            "give published_on in seeds.csv",
            article_id=document.article_id,
        )


def _overlong(document: Document) -> Iterator[Unread]:
    for sentence in document.sentences:
        if len(sentence.span) > LONGEST:
            yield Unread(
                document.card.file_name,
                f"{document.card.file_name}: sentence {sentence.position + 1} has {len(sentence.span)} characters; who "
                f"says what was read in pieces of at most {LONGEST}, cut at commas: a statement that runs over a cut "
                "is cut there; put full stops into the text where they are missing",
                article_id=document.article_id, span=sentence.span,
            )
