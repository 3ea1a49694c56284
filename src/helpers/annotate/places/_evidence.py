"""Judge by its neighbours whether a name is a place here: what stands before it, after it, and elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.annotate.places._found import Named
from helpers.annotate.places._lexicon import Phrases, PlaceWords
from helpers.annotate.places._pieces import Pieces
from helpers.resources.gazetteer import Gazetteer
from helpers.resources.lexicons import LexiconRow

_HYPHENS = ("-", "\u2011")
_DATELINE = re.compile(r"(?=[, (]{2})(?:, [^\W_][\w.'’ ]{1,30}){0,3}(?: \([^()\n]{2,40}\))? ?[–—-] ")
_LARGE = 100_000
_RUN = 3  # words of a name that are looked through
FIRM = ("strong", "medium", "known", "generic", "list", "container", "dateline", "alias")


def with_generic(pieces: Pieces, named: Named, words: PlaceWords) -> Named:
    """Return the name with the kind that a generic word beside it states (``het dorp X``, ``the X region``)."""
    row = generic_before(pieces, named.first, words) or phrase_after(pieces, named.last, words.generics_after)
    if row is None or named.kind:
        return named
    return replace(named, kind=row["kind"], evidence="generic", row=row)


def with_preposition(pieces: Pieces, named: Named, words: PlaceWords, adjectives: frozenset[str]) -> Named:
    """Return the name with the strength of the preposition before it, past an article or an adjective."""
    if named.evidence:
        return named
    before = named.first
    for _ in range(3):
        row = phrase_before(pieces, before, words.prepositions)
        if row is not None:
            return replace(named, evidence=_strength(pieces, named, row, words), row=row)
        if not (pieces.spaced(before - 1) and _passes(pieces.keys[before - 1], words, adjectives)):
            break
        before -= 1
    return replace(named, evidence="dateline") if _is_dateline(pieces, named) else named


def _strength(pieces: Pieces, named: Named, row: LexiconRow, words: PlaceWords) -> str:
    """Return the strength of a preposition; a weak one is firm where another follows: ``van X naar``."""
    if row["strength"] == "weak" and pieces.spaced(named.last):
        for keys, following in words.prepositions.get(pieces.keys[named.last + 1], ()):
            if len(keys) == 1 and following["strength"] in ("medium", "known"):
                return "known"
    return row["strength"]


def _passes(key: str, words: PlaceWords, adjectives: frozenset[str]) -> bool:
    return words.role(key, "article", "modifier", "compass", "regional") or key in adjectives


def _is_dateline(pieces: Pieces, named: Named) -> bool:
    if named.first not in pieces.heads:
        return False
    gap = pieces.gap(named.last)
    if gap == ". " and (named.first == 0 or pieces.gap(named.first - 1).endswith("\n\n")):
        return True  # a paragraph that begins with the town and a stop
    return gap in (" - ", " – ", " — ") or (
        pieces.word(named.first).isupper() and (gap == " (" or opens_dateline(pieces, named.last))
    )


def opens_dateline(pieces: Pieces, last: int) -> bool:
    """Tell whether a country, a date or an agency and a dash follow word `last`: ``, Poland, Feb 20 (Reuters) -``."""
    return _DATELINE.match(pieces.text, pieces.ends[last]) is not None


def phrase_before(pieces: Pieces, index: int, phrases: Phrases) -> LexiconRow | None:
    """Return the longest phrase that ends right before word `index`."""
    last = index - 1
    if last < 0 or not pieces.spaced(last):
        return None
    for keys, row in phrases.get(pieces.keys[last], ()):
        first = index - len(keys)
        if first >= 0 and pieces.keys[first:index] == keys and all(map(pieces.spaced, range(first, index))):
            return row
    return None


def generic_before(pieces: Pieces, index: int, words: PlaceWords) -> LexiconRow | None:
    """Return the generic word right before word `index`, also as the last part of a compound: het grensdorp X."""
    row = phrase_before(pieces, index, words.generics_before)
    if row is not None or not words.heads or not pieces.spaced(index - 1) or pieces.capital[index - 1]:
        return row
    return words.head(pieces.keys[index - 1])


def phrase_after(pieces: Pieces, index: int, phrases: Phrases) -> LexiconRow | None:
    """Return the longest phrase that begins right after word `index`; its capitals have to be those of the row."""
    first = index + 1
    if first >= len(pieces) or not pieces.spaced(index):
        return None
    for keys, row in phrases.get(pieces.keys[first], ()):
        last = index + len(keys)
        if (last < len(pieces) and pieces.keys[first : last + 1] == keys
                and all(map(pieces.spaced, range(index, last)))
                and pieces.word(first)[0].isupper() == row["word"][0].isupper()
                and not (pieces.capital[first] and _goes_on(pieces, last))):  # fmt: skip
            return row
    return None


def _goes_on(pieces: Pieces, last: int) -> bool:
    return pieces.spaced(last) and pieces.capital[last + 1] and last not in pieces.loud


def is_other_name(pieces: Pieces, named: Named, words: PlaceWords, adjectives: frozenset[str]) -> bool:
    """Tell whether the stretch is part of a longer name: of a person, an organisation, a compound."""
    return (_in_compound(pieces, named, words) or _name_goes_on(pieces, named, words, adjectives)
            or _name_began(pieces, named, words, adjectives) or _in_organisation(pieces, named, words))  # fmt: skip


def _in_compound(pieces: Pieces, named: Named, words: PlaceWords) -> bool:
    after, before = named.last + 1, named.first - 1
    if named.last not in pieces.owners and after < len(pieces) and pieces.gap(named.last) in _HYPHENS:
        return True  # a hyphenated pair of places is mended by the caller
    return before >= 0 and pieces.gap(before) in _HYPHENS and not pieces.capital[before]


def _name_goes_on(pieces: Pieces, named: Named, words: PlaceWords, adjectives: frozenset[str]) -> bool:
    after = named.last + 1
    if after >= len(pieces) or not pieces.spaced(named.last):
        return False
    key = pieces.keys[after]
    is_whole = not pieces.text[pieces.starts[after]].islower()
    if words.role(key, "after_name") and is_whole:
        return True
    if words.role(f"{pieces.keys[named.last]} {key}", "no_place"):
        return True
    if not pieces.capital[after]:
        return False
    if after not in pieces.loud and _outlet_follows(pieces, after, words):
        return True
    if pieces.keys[named.first] in words.first_names and after not in pieces.heads and not named.kind:
        return named.last not in pieces.owners
    if named.last in pieces.owners or words.role(key, "neutral", "venue", "never") or named.kind:
        return False
    return after not in pieces.loud and key not in adjectives


def _outlet_follows(pieces: Pieces, after: int, words: PlaceWords) -> bool:
    """Tell whether the run of capitals ends in the name of an organisation: South China Morning Post."""
    for index in range(after, min(after + _RUN, len(pieces) - 1)):
        if not (pieces.spaced(index) and pieces.capital[index + 1]):
            return False
        if words.role(pieces.keys[index + 1], "after_name"):
            return True
    return False


def is_surname(pieces: Pieces, named: Named, words: PlaceWords) -> bool:
    """Tell whether a first name, a title or an initial right before makes the name a person's."""
    before = named.first - 1
    if before >= 0 and pieces.gap(before) == ". " and pieces.ends[before] - pieces.starts[before] == 1:
        return True
    if not pieces.spaced(before):
        return False
    return pieces.keys[before] in words.first_names or words.role(pieces.keys[before], "title")


def _name_began(pieces: Pieces, named: Named, words: PlaceWords, adjectives: frozenset[str]) -> bool:
    before = named.first - 1
    if before >= 0 and pieces.gap(before) == ". " and pieces.ends[before] - pieces.starts[before] == 1:
        return pieces.capital[before]  # an initial
    if before < 0 or not pieces.spaced(before) or named.evidence in ("generic", "alias"):
        return False
    key = pieces.keys[before]
    if words.role(key, "title"):
        return True
    if not pieces.capital[before]:
        return words.role(key, "body_before") or (key in words.particles and _person_before(pieces, before, words))
    if before in pieces.heads:
        is_title = words.role(key, "organisation") and not (words.role(key, "article") and _is_land(named))
        return key in words.first_names or is_title
    if before not in pieces.loud and (key in words.particles or words.role(key, "of")):
        return True  # Van Brussel, Di Roma
    if key in adjectives or words.role(key, "compass", "neutral", "article", "regional") or before in pieces.owners:
        return False
    return before not in pieces.loud or key in words.first_names


def _person_before(pieces: Pieces, particle: int, words: PlaceWords) -> bool:
    """Tell whether "van" stands between a first name and the name: Ludwig van ..."""
    before = particle - 1
    return before >= 0 and pieces.spaced(before) and pieces.keys[before] in words.given_names and pieces.capital[before]


def _in_organisation(pieces: Pieces, named: Named, words: PlaceWords) -> bool:
    """Tell whether a capitalised noun and "of" open a name that ends with the place: Bank of England."""
    particle = named.first - 1
    before = particle - 1
    if words.role(pieces.keys[particle], "article") and before >= 0:
        particle, before = particle - 1, before - 1
    if before < 0 or not words.role(pieces.keys[particle], "of"):
        return False
    if not (pieces.spaced(particle) and pieces.spaced(before)):
        return False
    if not pieces.capital[before] or words.role(pieces.keys[before], "title", "neutral", "compass", "regional"):
        return False
    return words.role(pieces.keys[before], "organisation") or not (
        before in pieces.heads or before in pieces.loud or _is_person(pieces, before, words)
    )


def _is_person(pieces: Pieces, last: int, words: PlaceWords) -> bool:
    """Tell whether a first name or a title stands shortly before, in one run of capitals."""
    at = last
    while at >= 0 and last - at < 4 and pieces.capital[at]:
        if pieces.keys[at] in words.first_names or words.role(pieces.keys[at], "title", "neutral"):
            return True
        if at == 0 or not pieces.spaced(at - 1):
            return False
        at -= 1
    return False


def _is_land(named: Named) -> bool:
    """Tell whether a name may be that of a river, a lake, a region kept by hand: these take an article."""
    return any(place.origin == "curated" and place.place_type in ("water", "other") for place in named.candidates)


def with_article(pieces: Pieces, named: Named, words: PlaceWords) -> Named | None:
    """Read ``de Dnipro`` as the river, not the town; a town alone takes no such article and is then no place."""
    before = named.first - 1
    after = named.last + 1
    if pieces.spaced(named.last) and pieces.capital[after] and words.role(pieces.keys[after], "venue"):
        return named
    if named.kind or before < 0 or not pieces.spaced(before) or not words.role(pieces.keys[before], "article"):
        return named
    others = tuple(place for place in named.candidates if place.place_type != "settlement")
    if others and named.first == named.last and _is_land(named):
        return replace(named, candidates=others, evidence=named.evidence or "known")
    if others:
        return replace(named, candidates=others)
    return None if words.role(pieces.keys[before], "no_town") and named.first == named.last else named


def prominence(named: Named, gazetteer: Gazetteer) -> int:
    """Return how well known the best candidate is: 3 a region, sea or capital; 2 a city or kept by hand; 0 else."""
    best = 0
    for place in named.candidates:
        if place.place_id in gazetteer.seats or (place.origin == "curated" and place.place_type != "settlement"):
            return 3
        if place.origin == "curated" or gazetteer.population(place) >= _LARGE:
            best = 2
    return best


def is_place(pieces: Pieces, named: Named, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Tell whether a name with its evidence is a place, without a look at the rest of the article."""
    key = pieces.keys[named.first]
    firm = named.evidence in FIRM
    known = prominence(named, gazetteer)
    if named.first < named.last:
        return firm or known > 0 or named.first not in pieces.heads
    if words.role(key, "never"):
        return False
    if pieces.acronym(named.first) and not _written_so(pieces, named):
        return named.evidence == "dateline" or (named.first in pieces.loud and known > 0)
    use = words.stopwords.get(key)
    if any(place.place_type == "country" for place in named.candidates):
        return firm or use is None or named.first not in pieces.heads
    if use == "context" or key in words.first_names:
        return firm
    if named.first in pieces.heads:
        return firm or (known > 0 and use is None)
    return firm or known > 0 or (named.evidence == "weak" and not use)


def _written_so(pieces: Pieces, named: Named) -> bool:
    word = pieces.word(named.first)
    return any(word in (place.name, *place.aliases) for place in named.candidates)
