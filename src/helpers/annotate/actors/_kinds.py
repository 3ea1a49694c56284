"""Judge by its own words and its neighbours what a run of capitals names: a person, an organisation, or no actor."""

from __future__ import annotations

import re

from helpers.annotate.actors._known import is_acronym
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run
from helpers.annotate.actors._words import NameWords

_AGE = re.compile(r"\s?\(\d{1,3}\)|, \d{1,3}\b")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,}")
_CAMEL = re.compile(r"[^\W\d_][a-zß-ÿ]+[A-Z]")
_CAMEL_PERSON = re.compile(r"(?:Mc|Mac|De|Le|Di|Van|O['’]|Fitz)[A-Z]")
_SHORT = 3
_APPOSITION = 5
_OFFSET = re.compile(r"-\d+$")  # GMT-5
_NUMBER_BEFORE = re.compile(r"\d\s$")


def judge(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str]:
    """Return the type of actor and the rule that told it; ``"?"`` as type where only another mention can tell.

    The type ``""`` says that it names a thing, a place or a time.
    """
    if run.kind:
        return run.kind, run.rule
    return _first_and_surname(pieces, run, words) or _no_actor(pieces, run, words) \
        or _by_noun_before(pieces, run, words) or _by_own_words(pieces, run, words) \
        or _by_place_in_sentence(pieces, run, words)  # fmt: skip


def _first_and_surname(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str] | None:
    """Tell a person whose first name is a common word as well: Roman Wiel is no novel, Frans Wiel no French."""
    first, *rest = pieces.keys[run.first : run.last + 1]
    common = words.has("thing", first) or words.has("not_actor", first) or first in words.adjectives
    if not (common and rest and first in words.first_names) or _noun_before_is_thing(pieces, run, words):
        return None
    if any(words.has("not_actor", key) or key in words.heads or key in words.adjectives for key in rest):
        return None
    return "person", "first_name"


def _noun_before_is_thing(pieces: Pieces, run: Run, words: NameWords) -> bool:
    before = _noun_before(pieces, run, words)
    return any(words.has(role, before) for role in ("thing", "place_noun", "article"))


def _no_actor(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str] | None:
    """Tell a time, a thing, a place or an office by the words in and before the name."""
    if _is_office(pieces.keys[run.first : run.last + 1], words):
        return "", "portfolio"
    if run.size > 1 and all(word.isupper() for word in pieces.words[run.first : run.last + 1]):
        return "", "line_in_capitals"
    if words.has("number", pieces.key_before(run.first)):
        return "", "number_before_name"
    key, before = pieces.keys[run.first], _noun_before(pieces, run, words)
    if run.size == 1 and (words.has("not_actor", key) or key in words.adjectives):
        return "", "not_an_actor"
    if run.size == 1 and key in words.titles and pieces.gap(run.last) == ". ":
        return "", "title_before_name"  # Lt. | Col. | Ruth Wheel
    noun = words.has("thing", key) or words.has("place_noun", key)
    opens_thing = run.size > 1 and noun and key not in words.first_names
    if opens_thing or words.has("thing", before) or words.has("place_noun", before):
        return "", "noun_of_a_thing"
    return None


def _is_office(keys: list[str], words: NameWords) -> bool:
    """Tell whether a run is an office without its holder: Foreign Affairs, Defence Minister | Ruth Wheel."""
    fields = [words.has("portfolio", key) or words.has("linker", key) for key in keys]
    named = any(words.has("portfolio", key) for key in keys)  # De Boer, Van der Meer: only small words
    return named and (all(fields) or (all(fields[:-1]) and keys[-1] in words.titles))


def _by_noun_before(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str] | None:
    before = _noun_before(pieces, run, words)
    if run.title or words.is_person_noun(before):
        if run.size == 1 and is_acronym(pieces.words[run.first]):
            return _acronym(pieces, run, words)
        return "person", "title_before_name"
    kind = words.organisation_before(before)
    if kind:
        return kind, "organisation_noun_before_name"
    if run.size == 1 and is_acronym(pieces.words[run.first]):
        return _acronym(pieces, run, words)
    return None


def _noun_before(pieces: Pieces, run: Run, words: NameWords) -> str:
    key = pieces.key_before(run.first)
    if run.first and pieces.capital[run.first - 1] and run.first - 1 not in pieces.heads:
        return ""
    return key


def _acronym(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str]:
    word = pieces.words[run.first]
    if _INITIALS.fullmatch(word):
        letters = word.lower()
        return ("", "not_an_acronym") if words.has("not_acronym", letters) else ("person", "initials")
    known = words.has("not_acronym", _OFFSET.sub("", pieces.keys[run.first]))
    if len(word) > _SHORT and pieces.keys[run.first] in pieces.lowered:
        return "", "not_an_acronym"  # the MAYOR, where the text has a mayor as well
    if known or _shouted(pieces, run.first) or ("-" in word and not word.isupper()):
        return "", "not_an_acronym"
    return "organisation", "acronym"


def _shouted(pieces: Pieces, at: int) -> bool:
    """Tell whether the words around are in capitals as well, as in a heading."""
    near = [pieces.words[i] for i in (at - 1, at + 1) if 0 <= i < len(pieces) and pieces.joined(min(i, at))]
    return any(word.isupper() and len(word) > 3 for word in near)


def _by_own_words(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str] | None:
    keys = pieces.keys[run.first : run.last + 1]
    return _organisation_by_words(pieces, run, words) or _thing_or_person(pieces, run, words, keys)


def _organisation_by_words(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str] | None:
    last = pieces.keys[run.last]
    if last in words.heads and run.size > 1:
        return words.heads[last], "organisation_word_in_name"
    if len(last) > 3 and last.endswith(words.endings["organisation_ending"]) and _ends_a_name(pieces, run, words):
        return "organisation", "organisation_word_in_name"
    if any(pieces.gap(at) == " & " for at in range(run.first, run.last)):
        return "organisation", "joined_by_ampersand"
    if run.size > 1 and any(_is_letters(pieces.words[at], words) for at in (run.first, run.last)):
        return "organisation", "acronym_in_name"
    kind = _organisation_after(pieces, run, words)
    return (kind, "organisation_noun_after_name") if kind else None


def _organisation_after(pieces: Pieces, run: Run, words: NameWords) -> str:
    """Return the type that the noun after a name tells: the Fair Wheel association; Fair Wheel, a Danish charity."""
    if pieces.keys[run.first] in words.first_names:
        return ""
    if run.size > 1 and words.has("article", pieces.key_before(run.first)):
        return words.organisation_before(pieces.key_after(run.last))
    first = run.last + 1
    if pieces.gap(run.last) != ", " or not words.has("article", pieces.keys[first]):
        return ""
    for at in range(first + 1, min(first + _APPOSITION, len(pieces))):
        if not pieces.joined(at - 1) or words.is_person_noun(pieces.keys[at]) or words.has("linker", pieces.keys[at]):
            return ""
        if words.organisation_before(pieces.keys[at]):
            return words.organisation_before(pieces.keys[at])
    return ""


def _is_letters(word: str, words: NameWords) -> bool:
    return is_acronym(word) and not _INITIALS.fullmatch(word) and not words.has("not_acronym", word.lower())


def _thing_or_person(pieces: Pieces, run: Run, words: NameWords, keys: list[str]) -> tuple[str, str] | None:
    if any(words.has("not_actor", key) for key in keys):
        return "", "not_an_actor"
    whole = run.size > 2 or (run.size == 2 and keys[0] not in words.first_names)
    surname = all(words.has("particle", key) for key in keys[:-1])  # Van der Meer
    if whole and not surname and pieces.key_after(run.last) not in words.speech \
            and (words.has("place_noun", keys[-1]) or words.has("thing", keys[-1])):
        return "", "noun_of_a_thing"  # Ruth Wheel International Airport, Wheel County
    if any(key in words.adjectives for key in keys):
        several = run.size > 2 and words.has("article", pieces.key_before(run.first))
        return ("organisation" if several else "?"), "adjective_in_name"
    if keys[0] in words.first_names:
        if run.size > 1 and words.has("article", pieces.key_before(run.first)) and not run.title:
            return "?", "article_before_name"  # a ship, a prize or a hall that is called after somebody
        if run.size > 1:
            return "person", "first_name"
        return ("person", "first_name") if _first_name_alone(pieces, run, words) else ("?", "first_name_alone")
    if run.size > 1 and (_INITIALS.fullmatch(pieces.words[run.first]) or pieces.gap(run.first) == ". "):
        return "person", "initials"
    word = pieces.words[run.first]
    if run.size == 1 and _CAMEL.match(word) and not _CAMEL_PERSON.match(word) and "-" not in word:
        return "organisation", "capital_inside_word"
    return None


def _ends_a_name(pieces: Pieces, run: Run, words: NameWords) -> bool:
    """Tell whether an ending such as -bond is that of a name, not of one common word at the head of a sentence."""
    if run.size > 1:
        return pieces.keys[run.first] not in words.first_names
    return run.first not in pieces.heads and len(pieces.keys[run.last]) > 6


def _first_name_alone(pieces: Pieces, run: Run, words: NameWords) -> bool:
    key = pieces.keys[run.first]
    if key in pieces.lowered:
        return False
    if run.first in pieces.heads and words.has("ordinary_first_name", key):
        return pieces.key_after(run.last) in words.speech  # Will the dam hold? Will said so.
    return pieces.key_before(run.first) not in words.roles["article"] | words.roles["place_preposition"]


def _by_place_in_sentence(pieces: Pieces, run: Run, words: NameWords) -> tuple[str, str]:
    before, after = pieces.key_before(run.first), pieces.key_after(run.last)
    speaks = after in words.speech and pieces.keys[run.first] not in pieces.lowered
    if run.size == 1 and speaks and words.has("article", before):
        return "organisation", "article_and_verb_of_speech"
    start = pieces.starts[run.first]
    if words.has("article", before) or _NUMBER_BEFORE.search(pieces.text[max(0, start - 3) : start]):
        return "?", "article_before_name"
    if _AGE.match(pieces.text, pieces.ends[run.last]):
        return "person", "age_after_name"
    if run.size == 1:
        return _single(pieces, run, words, (before, after))
    if words.has("place_preposition", before) or _title_case(pieces, run):
        return "?", "place_preposition_before_name"
    return ("person", "sequence_of_capitals") if run.size <= 5 else ("?", "too_long")


def _title_case(pieces: Pieces, run: Run) -> bool:
    """Tell whether the line writes every word with a capital."""
    return run.size > 4 and run.first in pieces.heads


def _single(pieces: Pieces, run: Run, words: NameWords, around: tuple[str, str]) -> tuple[str, str]:
    before, after = around
    if words.has("one_letter", pieces.keys[run.first]) and words.has("platform_preposition", before):
        return "organisation", "platform"
    if len(pieces.words[run.first]) < 3:
        return "?", "too_short"
    if run.first not in pieces.heads:
        if before in words.speech or after in words.speech:
            return "person", "verb_of_speech"
        return "?", "nothing_tells"
    key = pieces.keys[run.first]
    if key in pieces.lowered or words.is_starter(key) or after not in words.speech:
        return "?", "head_of_sentence"
    if words.has("subject_behind", pieces.key_after(run.last + 1)):
        return "?", "subject_behind_verb"
    if words.has("noun_or_verb", after) and not words.has("after_verb", pieces.key_after(run.last + 1)):
        return "?", "head_of_sentence"  # Unconfirmed reports say
    plural_verb = after.endswith(words.endings["plural_verb"]) if words.endings["plural_verb"] else False
    plural_noun = key.endswith(words.endings["plural_noun"]) if words.endings["plural_noun"] else False
    return ("?", "plural_noun") if plural_verb or plural_noun else ("person", "verb_of_speech")
