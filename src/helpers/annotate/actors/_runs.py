"""See every run of capitals that may be a name, and cut off what is no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.annotate.actors._bodies import find_body
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._words import NameWords

_LONGEST = 9
_INITIAL_GAP = ". "


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be one name.

    Parameters
    ----------
    first, last : int
    title : str
        The title that stood before it inside the run, in small letters.
    kind : str
        The type of actor that its own words tell, empty where they tell none.
    rule : str
    """

    first: int
    last: int
    title: str = ""
    kind: str = ""
    rule: str = ""

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first + 1


def find_runs(pieces: Pieces, words: NameWords, taken: set[int]) -> Iterator[Run]:
    """Yield the runs of capitals, trimmed, from left to right."""
    at, size, lower_heads = 0, len(pieces), words.endings["lower_head"]
    fields = words.roles.get("portfolio", frozenset()) if words.roles.get("closing_head") else frozenset()
    while at < size:
        key = pieces.keys[at]
        lower = not (pieces.capital[at] or key.endswith(lower_heads) or key in fields or key in words.body_first)
        if lower or (at in pieces.heads and words.has("article", key)):
            at += 1
            continue
        headed = _headed(pieces, at, words, taken)
        if headed is not None:
            yield headed
            at = headed.last + 1
        elif not pieces.capital[at] or at in taken:
            at += 1
        else:
            last = _reach(pieces, at, words, taken)
            run = _trim(pieces, Run(at, last), words)
            if run is not None:
                run = _past_head(pieces, run, words, taken)
                yield run
            at = max(last, run.last if run else last) + 1


def _reach(pieces: Pieces, at: int, words: NameWords, taken: set[int]) -> int:
    """Return the last word of the run of capitals that begins here."""
    last = at
    while last + 1 < len(pieces) and last - at < _LONGEST:
        following = last + 1
        if following in taken or not _goes_on(pieces, last):
            break
        if pieces.capital[following]:
            last = following
            continue
        beyond = _past_particles(pieces, following, words)
        if beyond is None or beyond in taken or _is_affiliation(pieces, at, following, beyond, words):
            break
        last = beyond
    return last


def _goes_on(pieces: Pieces, at: int) -> bool:
    gap = pieces.gap(at)
    initial = gap == _INITIAL_GAP and len(pieces.words[at]) <= 2 and at + 1 not in pieces.heads
    return gap in (" ", "\u00a0", " & ", "-") or initial


def _past_head(pieces: Pieces, run: Run, words: NameWords, taken: set[int]) -> Run:
    """Take what an organisation is for into its name: International Union | for Fair Trade."""
    key = pieces.keys[run.last]
    tells = key in words.heads or key.endswith(words.endings["organisation_ending"])
    if run.size == 1 or not tells or not words.has("purpose", pieces.key_after(run.last)):
        return run
    last = _name_part(pieces, run.last, words, taken)
    if last is None or last in taken:
        return run
    return replace(run, last=last, kind=words.heads.get(key, "organisation"), rule="organisation_head")


def _is_affiliation(pieces: Pieces, at: int, particle: int, beyond: int, words: NameWords) -> bool:
    """Tell whether "van" joins a whole name to something else: Joris Wiel van de Universiteit, no surname."""
    key = pieces.keys[particle]
    if not words.has("linker", key) or words.has("article", key):
        return False
    names = [other for i, other in enumerate(pieces.keys[at:particle], at)
             if not (other in words.titles or words.is_office(other) or words.has("particle", other)
                     or (i in pieces.heads and words.has("starter", other)))]  # fmt: skip
    whole = len(names) > 1 and names[-1] not in words.first_names
    office = bool(names) and words.has("portfolio", pieces.keys[beyond])  # Minister Wiel van Cultuur
    return whole or office or bool(words.heads.get(pieces.keys[beyond]))


def _past_particles(pieces: Pieces, at: int, words: NameWords) -> int | None:
    for following in range(at, min(at + 3, len(pieces))):
        if pieces.capital[following]:
            return following
        if not (words.has("particle", pieces.keys[following]) and pieces.joined(following)):
            return None
    return None


def _trim(pieces: Pieces, run: Run, words: NameWords) -> Run | None:
    first, title, kind = run.first, _office_before(pieces, run.first, words), ""
    while first <= run.last:
        key = pieces.keys[first]
        if key in words.before and first in pieces.heads and first < run.last:
            kind = words.before[key]
        elif (key in words.titles or words.is_office(key)) and (first < run.last or first in pieces.heads):
            title = key
        elif not (_before_first_name(pieces, first, run.last, words) or _is_opener(pieces, first, run.last, words)
                  or (title and _is_portfolio(pieces, first, words)) or _demonym_of_person(pieces, first, run, words)):
            break
        first += 1
    while first <= run.last and not pieces.capital[first]:
        first += 1
    last = _last_title(pieces, first, run.last, words)
    if last is not None:
        first, title = last + 1, pieces.keys[last]
    rule = "organisation_noun_before_name" if kind else ""
    return replace(run, first=first, title=title, kind=kind, rule=rule) if first <= run.last else None


def _office_before(pieces: Pieces, first: int, words: NameWords) -> str:
    """Return the title that the run's first words complete: minister van | Defensie Ruth Wiel."""
    linked = words.has("linker", pieces.key_before(first)) and words.has("portfolio", pieces.keys[first])
    title = pieces.key_before(first - 1) if linked else ""
    return title if words.is_person_noun(title) else ""


def _before_first_name(pieces: Pieces, at: int, last: int, words: NameWords) -> bool:
    """Tell whether a common noun opens the sentence before a whole name: Wereldkampioene Ruth Wiel."""
    if at not in pieces.heads or at == last or pieces.keys[at] in words.first_names:
        return False
    first = pieces.words[at]
    tail = first.rpartition("-")[2]
    if "-" in first and tail.islower() and words.is_person_noun(tail):
        return True  # Oud-prof Ruth Wiel, D66-onderhandelaar Ruth Wiel
    if words.is_person_noun(first.lower()) and first[1:].islower() and (
        last - at > 1 or pieces.keys[at + 1] in words.first_names
    ):
        return True  # Beheerder Ruth Wiel
    whole = last - at > 1
    return whole and pieces.keys[at] not in words.first_names and pieces.keys[at + 1] in words.first_names


def _is_opener(pieces: Pieces, at: int, last: int, words: NameWords) -> bool:
    if at not in pieces.heads:
        return False
    key = pieces.keys[at]
    if words.has("starter", key):
        return not (words.has("particle", key) and at < last and pieces.keys[at] not in words.roles["article"])
    return key in pieces.lowered and key not in words.first_names


def _is_portfolio(pieces: Pieces, at: int, words: NameWords) -> bool:
    """Tell whether a word says what an office is for; a small word with a capital is a surname's: Minister Van Wiel."""
    key = pieces.keys[at]
    return words.has("portfolio", key) or (words.has("linker", key) and not pieces.capital[at])


def _demonym_of_person(pieces: Pieces, at: int, run: Run, words: NameWords) -> bool:
    """Tell whether an adjective of nationality stands before a name rather than in it: French President X."""
    if pieces.keys[at] not in words.adjectives:
        return False
    rest = pieces.keys[at + 1 : run.last + 1]
    return not rest or any(key in words.titles for key in rest) or rest[0] in words.first_names


def _last_title(pieces: Pieces, first: int, last: int, words: NameWords) -> int | None:
    """Return the last title inside a run (Foreign Minister Ruth Wheel), if a name follows it."""
    found = [at for at in range(first, last) if pieces.keys[at] in words.titles and at - first <= 3]
    if not found:
        return None
    before = range(first, found[-1])
    if found[-1] + 1 < last and pieces.keys[found[-1] + 1] in words.first_names:
        return found[-1]  # Lakeside MP Ruth Wheel
    known = all(_is_portfolio(pieces, at, words) or words.has("title_part", pieces.keys[at])
                or pieces.keys[at] in words.titles or pieces.keys[at] in words.adjectives for at in before)  # fmt: skip
    return found[-1] if known else None


def _headed(pieces: Pieces, at: int, words: NameWords, taken: set[int]) -> Run | None:
    """Take an organisation that its first word tells: ministerie van X, Universiteit Y, Bank of Z."""
    key = pieces.keys[at]
    if at in taken:
        return None
    named = _named(pieces, at, words)
    if named is not None:
        return named
    body = find_body(pieces, at, words) if key in words.body_first else None
    if body is not None:
        return Run(at, body, kind="organisation", rule="organisation_body")
    closing = None if pieces.capital[at] or not words.has("portfolio", key) else _closing_head(pieces, at, words)
    if closing is not None:
        return Run(at, closing, kind="organisation", rule="organisation_head")
    kind = words.heads.get(key) or ("organisation" if words.is_compound_head(key) else None)
    lower = words.has("lower_head", key)
    if kind is None or not (pieces.capital[at] or lower) or not pieces.joined(at):
        return None
    last = _name_part(pieces, at, words, taken)
    if last is None:
        return None
    return Run(at, last, kind=kind, rule="organisation_head")


def _closing_head(pieces: Pieces, at: int, words: NameWords) -> int | None:
    """Return where an office without capitals ends that its last word tells: the health ministry, not its official."""
    last = at
    while words.has("portfolio", pieces.keys[last]) and pieces.joined(last) and last - at < 3:
        last += 1
        if words.has("closing_head", pieces.keys[last]):
            return None if words.is_person_noun(pieces.key_after(last)) else last
    return None


def _name_part(pieces: Pieces, at: int, words: NameWords, taken: set[int]) -> int | None:
    following = at + 1
    linked = False
    while following < len(pieces) and following - at <= 3 and _links(pieces.keys[following], words):
        if not pieces.joined(following):
            return None
        following, linked = following + 1, True
    if following >= len(pieces) or not pieces.capital[following]:
        return None
    if not linked and (pieces.keys[following] in words.first_names or not pieces.capital[at]):
        return None
    return _rest_of_office(pieces, following, words, taken)


def _links(key: str, words: NameWords) -> bool:
    """Tell whether a small word joins the words of a name; "in" and its like say where instead."""
    return words.has("linker", key) and not words.has("place_preposition", key)


def _rest_of_office(pieces: Pieces, at: int, words: NameWords, taken: set[int]) -> int:
    """Return the last word of what a head is for: of a ministry, all its portfolios."""
    last = at
    office = words.has("portfolio", pieces.keys[at])
    while last + 1 < len(pieces):
        gap, following = pieces.gap(last), last + 1
        if office and gap in (" ", ", ") and _next_portfolio(pieces, following, words) is not None:
            last = _next_portfolio(pieces, following, words) or last
        elif not office and gap == " " and pieces.capital[following] and following not in taken \
                and pieces.keys[following] not in words.first_names:
            last = following
        else:
            break
    return last


def _next_portfolio(pieces: Pieces, at: int, words: NameWords) -> int | None:
    if pieces.capital[at] and words.has("portfolio", pieces.keys[at]):
        return at
    after = at + 1
    linked = words.has("linker", pieces.keys[at]) and pieces.joined(at)
    if linked and after < len(pieces) and pieces.capital[after] and words.has("portfolio", pieces.keys[after]):
        return after
    return None


def _named(pieces: Pieces, at: int, words: NameWords) -> Run | None:
    if not pieces.capital[at] or pieces.keys[at] not in words.named_first:
        return None
    for size in (4, 3, 2, 1):
        last = at + size - 1
        if last < len(pieces) and all(pieces.joined(i) for i in range(at, last)):
            kind = words.named.get(" ".join(pieces.keys[at : last + 1]))
            if kind and not _completes_office(pieces, at, words):
                return Run(at, last, kind=kind, rule="organisation_named")
    return None


def _completes_office(pieces: Pieces, at: int, words: NameWords) -> bool:
    """Tell whether the words say what a minister is for: ministers van | Buitenlandse Zaken."""
    before = pieces.key_before(at)
    return words.has("linker", before) and not words.has("article", before) and words.has("portfolio", pieces.keys[at])
