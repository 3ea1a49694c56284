"""Persons and organisations that no table knows: one actor a name, however often and however short it returns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from helpers.annotate.actors._again import find_surnames, see_again
from helpers.annotate.actors._bodies import name_body
from helpers.annotate.actors._english import (
    curated_id,
    name_ministry,
    plain_ministry,
    read_english_names,
    respell_person,
)
from helpers.annotate.actors._kinds import judge
from helpers.annotate.actors._known import is_acronym
from helpers.annotate.actors._ministries import Countries
from helpers.annotate.actors._national import name_national
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run, find_runs
from helpers.annotate.actors._words import NameWords, read_name_words
from helpers.model import Actor, Alternative, Document, Mention, Span, make_id
from helpers.model.annotations import ActorType, MentionForm
from helpers.resources.lexicons import Lexicon
from helpers.text.transliteration import romanise

_JOINABLE = ("nothing_tells", "first_name_alone")
_SURE_RULES = ("organisation_named", "organisation_head", "organisation_word_in_name", "organisation_body")
_SHORT_WORD, _TITLE_CASED = 3, 0.7
_TIE = "part_of_several_names"
_CONSTITUENCY = re.compile(r"[DRI]-[A-Z]")  # Senator Ruth Wheel (D-Ohio)
_NUMBER = re.compile(r" \d{1,3}(?![\d.,%:]\d|%|\w)")
_NOT_ASCII = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Judged:
    run: Run
    kind: str
    rule: str
    name: str
    more: int = 0  # letters of the span after its last word: a number, or less an ending


@dataclass(slots=True)
class _Names:
    """The names of an article: by the words that may stand for them later."""

    kinds: dict[str, str] = field(default_factory=dict)
    short: dict[str, set[str]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    english: dict[str, str] = field(default_factory=dict)


def find_names(
    document: Document, pieces: Pieces, lexicon: Lexicon, taken: set[int]
) -> tuple[list[Mention], list[Actor]]:
    """Return the mentions of actors that no table knows, and these actors."""
    words = read_name_words(lexicon)
    judged = _without_endings(pieces, [_judged(pieces, run, words) for run in find_runs(pieces, words, taken)], words)
    things = {item.name for item in judged if not item.kind}
    judged = [item for item in judged if item.kind and item.name not in things]
    judged = [item for item in judged if not _only_in_headline(document, pieces, item)]
    judged = _in_brackets(pieces, _joined_to_names(pieces, judged, words))
    names = _gather(pieces, judged, words)
    judged = _with_surnames(pieces, judged, names, words, taken)
    english = read_english_names(lexicon)
    _translate(pieces, judged, names, lexicon)
    countries = Countries(document, pieces, lexicon, taken)
    mentions: list[Mention] = []
    used: dict[str, Actor] = {}
    for item in judged:
        name, rule = _resolve(item, names)
        if rule == _TIE:
            mentions.append(_tie(document, pieces, item, names))
        elif name:
            ministry = countries.ministry(item.run) if name not in names.english else ""
            plain = "" if ministry or name in names.english else plain_ministry(pieces, item.run, english)
            actor = Actor(ministry, name, "organisation", origin="curated") if ministry else \
                _make_actor(name, names, plain)
            if actor.origin == "found":
                # an English spelling of ours does not replace the Dutch text's own on a Dutch page
                is_respelled = document.language == "nl" and name != actor.name
                used[actor.actor_id] = replace(actor, name_nl=name) if is_respelled else actor
            mentions.append(_mention(document, pieces, item, actor, rule))
    return mentions, list(used.values())


def _judged(pieces: Pieces, run: Run, words: NameWords) -> _Judged:
    kind, rule = judge(pieces, run, words)
    name = pieces.span(run.first, run.last).of(pieces.text)
    if kind == ("?" if run.size == 1 else "person") and _is_letter(pieces, run.last):
        return _Judged(run, kind, rule, f"{name}.", 1)  # Kevin de B.
    number = _NUMBER.match(pieces.text, pieces.ends[run.last]) if rule == "organisation_noun_before_name" else None
    return _Judged(run, kind, rule, name + number.group(), len(number.group())) if number \
        else _Judged(run, kind, rule, name)  # fmt: skip


def _is_letter(pieces: Pieces, at: int) -> bool:
    """Tell whether a word is a letter with a stop, all that is told of a surname."""
    return len(pieces.words[at]) == 1 and pieces.capital[at] and pieces.text[pieces.ends[at] :][:1] == "."


def _without_endings(pieces: Pieces, judged: Sequence[_Judged], words: NameWords) -> list[_Judged]:
    """Cut the genitive off a name that the article or the lexicon has without it: Olegs vrouw."""
    endings = tuple(words.roles.get("genitive_ending", ()))
    known = {word for item in judged if item.kind == "person" and item.run.size > 1 for word in item.name.split()}
    done: list[_Judged] = []
    for item in judged:
        ending = next((end for end in endings if item.run.size == 1 and item.name.endswith(end)), "")
        bare = item.name.removesuffix(ending)
        told = ending and item.name not in known and item.name.lower() not in words.first_names and (
            bare in known or bare.lower() in words.first_names)
        owns = told and pieces.joined(item.run.last) and not pieces.capital[item.run.last + 1] \
            and not words.has("particle", pieces.keys[item.run.last + 1])  # Ans van der Wiel
        done.append(_Judged(item.run, "person", "genitive", bare, -len(ending)) if owns else item)
    return done


def _only_in_headline(document: Document, pieces: Pieces, item: _Judged) -> bool:
    """Tell a capital of a title-cased headline from a name: the article does not come back to it."""
    title = next((sentence.span for sentence in document.sentences if sentence.part == "title"), None)
    span = pieces.span(item.run.first, item.run.last)
    if title is None or not title.contains(span) or item.rule in _SURE_RULES:
        return False
    words = [word for word in title.of(document.text).split() if len(word) > _SHORT_WORD and word[0].isalpha()]
    cased = sum(word[0].isupper() for word in words) > _TITLE_CASED * len(words)
    return cased and item.name.split()[-1] not in document.text[title.end :]


def _joined_to_names(pieces: Pieces, judged: Sequence[_Judged], words: NameWords) -> list[_Judged]:
    """Give a name that nothing else tells the kind of the name that it is joined to: ASML en Wielkens."""
    done: list[_Judged] = []
    for item in judged:
        before = done[-1] if done else None
        joined = before is not None and before.kind not in ("", "?") and item.rule in _JOINABLE \
            and before.run.last + 2 == item.run.first and words.has("coordinator", pieces.key_before(item.run.first))
        done.append(replace(item, kind=before.kind, rule="joined_to_name") if before and joined else item)
    return done


def _in_brackets(pieces: Pieces, judged: Sequence[_Judged]) -> list[_Judged]:
    """Take a name in brackets after a person for the party or the firm of that person: Ruth Wiel (Vooruit)."""
    persons = {item.run.last for item in judged if item.kind == "person"}
    done: list[_Judged] = []
    for item in judged:
        first, last = item.run.first, item.run.last
        bracketed = pieces.gap(first - 1) == " (" and pieces.gap(last)[:1] == ")" and first - 1 in persons
        if bracketed and _CONSTITUENCY.match(item.name):
            continue
        done.append(replace(item, kind="organisation", rule="name_in_brackets") if bracketed and item.kind else item)
    return done


def _gather(pieces: Pieces, judged: Sequence[_Judged], words: NameWords) -> _Names:
    names = _Names()
    for item in judged:
        if item.kind != "?":
            names.kinds.setdefault(item.name, item.kind)
            if item.run.title:
                names.roles.setdefault(item.name, item.run.title)
    for name, kind in names.kinds.items():
        if kind == "person":
            for short in _short_forms(name, words):
                names.short.setdefault(short.lower(), set()).add(name)
    for item in judged:
        letters = _letters_after(pieces, item.run)
        if letters and item.kind in ("organisation", "group"):
            names.letters[letters] = item.name
    return names


def _with_surnames(
    pieces: Pieces, judged: Sequence[_Judged], names: _Names, words: NameWords, taken: set[int]
) -> list[_Judged]:
    """Add the surnames that no run shows, in place of the runs that they hold."""
    persons = [name for name, kind in names.kinds.items() if kind == "person"]
    runs = [*see_again(pieces, find_surnames(persons), [item.run for item in judged], words, taken)]
    held = {at for run in runs for at in range(run.first, run.last + 1)}
    again = [_Judged(run, "person", "part_of_name", pieces.span(run.first, run.last).of(pieces.text)) for run in runs]
    kept = [item for item in judged if item.run.last not in held]
    return sorted([*kept, *again], key=lambda item: item.run.first)


def _translate(pieces: Pieces, judged: Sequence[_Judged], names: _Names, lexicon: Lexicon) -> None:
    """Note the usual English names: of Slavic persons, bodies of a place, ministries of a country told here."""
    english = read_english_names(lexicon)
    told: dict[str, set[str]] = {}
    for item in judged:
        name = name_national(pieces, item.run, lexicon) if item.kind == "organisation" else ""
        if item.rule == "organisation_body":
            name = name_body(item.name, lexicon)
        elif not name and item.rule in ("organisation_head", "organisation_word_in_name"):
            name = name_ministry(pieces, item.run, english, lexicon)
        if name:
            told.setdefault(item.name, set()).add(name)
    names.english.update({name: next(iter(found)) for name, found in told.items() if len(found) == 1})
    for name, kind in names.kinds.items():
        if kind == "person":
            names.english[name] = respell_person(name, english)


def _short_forms(name: str, words: NameWords) -> Iterator[str]:
    """Yield what may stand for a person later: the surname with and without its small words, the first name."""
    parts = name.split()
    if len(parts) < 2:
        return
    yield " ".join(parts[1:])
    yield parts[-1]
    article, joined, rest = parts[-1].partition("-")
    if joined and article.lower() in words.roles["particle"]:
        yield rest  # al-Rashid
    if parts[0].lower() in words.first_names:
        yield parts[0]
    if len(parts) > 2 and parts[-2].lower() not in words.roles["particle"]:
        yield " ".join(parts[-2:])
    if len(parts) == 3 and len(parts[1].strip(".")) == 1:
        yield f"{parts[0]} {parts[2]}"  # Ruth W. Wheel, Ruth Wheel


def _letters_after(pieces: Pieces, run: Run) -> str:
    after = run.last + 1
    if after < len(pieces) and pieces.gap(run.last) == " (" and pieces.gap(after)[:1] == ")":
        word = pieces.words[after]
        if is_acronym(word) and word[0].lower() in {key[0] for key in pieces.keys[run.first : after]}:
            return word
    return ""


def _owners(name: str, names: _Names) -> set[str]:
    """Return the persons that a shorter name may stand for, each by the longest of its own names."""
    whole = set()
    for owner in names.short.get(name.lower(), set()) - {name}:
        longer = names.short.get(owner.lower(), set()) - {owner, name}
        whole |= longer if len(longer) == 1 else {owner}
    return whole


def _resolve(item: _Judged, names: _Names) -> tuple[str, str]:
    """Return the full name that an item stands for, and the rule; an empty name where nothing tells one."""
    if item.name in names.letters:
        return names.letters[item.name], "acronym_in_brackets"
    owners = _owners(item.name, names)
    shouted = item.rule == "acronym" and item.name.isupper() and len(item.name) > _SHORT_WORD
    if owners and (item.kind in ("person", "?") or shouted):
        return (next(iter(owners)), "part_of_name") if len(owners) == 1 else ("", _TIE)
    if item.kind != "?":
        return item.name, item.rule
    return (item.name, "name_again") if item.name in names.kinds else ("", "")


def _make_actor(name: str, names: _Names, plain: str = "") -> Actor:
    kind = cast("ActorType", names.kinds.get(name, "person"))
    letters = tuple(letters for letters, full in names.letters.items() if full == name)
    usual = plain or names.english.get(name, name)
    aliases = letters if usual == name else (name, *letters)
    curated = curated_id(usual)
    if curated:
        return Actor(curated, usual, kind, origin="curated")
    return Actor(found_id(usual), usual, kind, role=names.roles.get(name, ""), aliases=aliases, origin="found")


def _tie(document: Document, pieces: Pieces, item: _Judged, names: _Names) -> Mention:
    """Make a mention of a surname that several persons bear: no id, but each of them as an alternative."""
    span = pieces.span(item.run.first, item.run.last)
    owners = sorted(_owners(item.name, names))
    others = tuple(Alternative("part_of_name", _make_actor(owner, names).actor_id) for owner in owners)
    return Mention(make_id(document.article_id, "m", span), span, "actor", "name", _TIE, considered=others)


def found_id(name: str) -> str:
    """Return the permanent id of an actor that was found, made from its name.

    Examples
    --------
    >>> found_id("Mevlüt Özgür-Çelik")
    'found-mevlut-ozgur-celik'
    """
    plain = unicodedata.normalize("NFKD", romanise(name).replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return f"found-{_NOT_ASCII.sub('-', plain.encode('ascii', 'ignore').decode()).strip('-')}"


def _mention(document: Document, pieces: Pieces, item: _Judged, actor: Actor, rule: str) -> Mention:
    whole = pieces.span(item.run.first, item.run.last)
    span = Span(whole.start, whole.end + item.more)
    form: MentionForm = "alias" if rule == "acronym_in_brackets" else "name"
    return Mention(make_id(document.article_id, "m", span), span, "actor", form, rule, actor.actor_id)
