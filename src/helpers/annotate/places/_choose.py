"""Choose a place for every name of an article: the plain ones first, so that they can speak for the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.annotate.places._found import Named, Reader, between, key_of
from helpers.annotate.places._names import of_type
from helpers.annotate.places._resolve import Choice, Surroundings, choose
from helpers.annotate.places._setting import Setting, is_closed, is_too_large, is_village, see_setting
from helpers.annotate.places._support import is_mere_alias, nationality
from helpers.model import Place
from helpers.model.annotations import PlaceType

AREA_TYPES: dict[str, PlaceType] = {"region": "oblast", "district": "district"}
_SMALL = 30_000
_IN = ", in "
_BRACKETS = re.compile(r" \([^()\n]{2,25}\)")
_Group = tuple[str, str, str, str, str, bool, tuple[str, ...]]


def choose_all(reader: Reader, known: Sequence[Named], around: Surroundings) -> list[Choice | None]:
    """Choose for every known name: the plain ones first, so that they can speak for the others."""
    asked = [_with_area(reader, named) for named in known]
    asked = [_as_container(reader, asked, index) for index in range(len(asked))]
    asked = [_with_name(reader, named) for named in asked]
    for index, named in enumerate(asked):
        if len(named.candidates) == 1 and _is_plain(reader, asked, index, around):
            around.fix(named.candidates[0])
    for named in asked:
        if len(named.candidates) > 1:
            first = choose(named, around, Setting())
            if first.place is not None and first.confidence == "high" and not _is_small(first.place, around):
                around.fix(first.place)
    settings = [see_setting(reader, asked, index, lambda other: choose(other, around, Setting()).place)
                for index in range(len(asked))]  # fmt: skip
    groups = [_group(reader, named, setting) for named, setting in zip(asked, settings, strict=True)]
    decided: dict[_Group, Choice] = {}
    for _ in range(2):  # the second time every other place can speak for what was left open
        for named, group, setting in zip(asked, groups, settings, strict=True):
            earlier = decided.get(group)
            if named.candidates and (earlier is None or earlier.place is None or earlier.is_whole):
                choice = decided[group] = choose(named, around, setting)
                if choice.place is not None and not choice.is_whole:
                    around.fix(choice.place)
    return [decided.get(group) for group in groups]


def _group(reader: Reader, named: Named, setting: Setting) -> _Group:
    """Return what the mentions of one place have in common: name, kind of area, setting and candidates."""
    kind = named.kind if named.kind in AREA_TYPES else ""
    meant = tuple(place.place_id for place in named.candidates)
    return key_of(reader.pieces, named), kind, *setting.key, named.country, named.small, meant


def _with_name(reader: Reader, named: Named) -> Named:
    name = reader.pieces.span(named.first, named.last).of(reader.pieces.text)
    named = replace(named, candidates=_of_brackets(reader, named, name) or named.candidates)
    return replace(named, name=name, country=nationality(reader, named), small=is_village(named, reader))


def _of_brackets(reader: Reader, named: Named, name: str) -> tuple[Place, ...]:
    """Return the places whose own name ends in the brackets behind it: Halle (Saale)."""
    told = _BRACKETS.match(reader.pieces.text, reader.pieces.ends[named.last])
    return of_type(reader.gazetteer.candidates(name + told.group()), "settlement") if told else ()


def _is_plain(reader: Reader, asked: Sequence[Named], index: int, around: Surroundings) -> bool:
    """Tell whether the only place of a name is certain enough to speak for others."""
    named, place = asked[index], asked[index].candidates[0]
    if named.kind == "part" or _is_small(place, around) or is_mere_alias(place, named.name):
        return False
    if named.small and is_too_large(place, around.gazetteer):
        return False
    if place.place_type != "settlement":
        return True
    is_said = index + 1 < len(asked) and between(reader.pieces, named, asked[index + 1]) == _IN
    return named.country in ("", place.country) and (place.origin == "curated" or not is_said)


def _is_small(place: Place, around: Surroundings) -> bool:
    return place.place_type == "settlement" and around.gazetteer.population(place) < _SMALL


def _as_container(reader: Reader, asked: Sequence[Named], index: int) -> Named:
    """Read the second of ``London, Ontario`` as the region, not as the town of that name."""
    named, before = asked[index], asked[index - 1]
    areas = [place for place in named.candidates if place.place_type in ("oblast", "other")]
    if not index or named.kind or not areas or between(reader.pieces, before, named) != ", ":
        return named
    towns = of_type(before.candidates, "settlement")
    is_within = any(reader.gazetteer.lies_in(town, area) for town in towns for area in areas)
    told = towns and len(areas) == 1 and is_closed(reader, asked, index)
    return replace(named, candidates=tuple(areas)) if is_within or told else named


def _as_area(named: Named) -> Named:
    """Read the name of what a town lies in: a country of that name and its areas, or else the region."""
    if not of_type(named.candidates, "country"):
        return replace(named, kind="region")
    return replace(named, kind="", candidates=of_type(named.candidates, "country", "oblast", "district", "other"))


def _with_area(reader: Reader, named: Named) -> Named:
    """Add the region, district, crossing or site that the name means together with its generic word."""
    if named.kind == "area":
        named = _as_area(named)
    if named.kind not in reader.words.areas or not named.candidates:
        return named
    name = reader.pieces.span(named.first, named.last).of(reader.pieces.text)
    found: dict[str, Place] = {}
    for pattern in reader.words.areas[named.kind]:
        for place in reader.gazetteer.candidates(pattern.format(name)):
            found[place.place_id] = place
    areas = of_type(tuple(found.values()), "oblast", "district", "other", "crossing")
    if named.kind == "place":
        return replace(named, candidates=areas) if areas else named
    if areas:
        return replace(named, candidates=(*areas, *(p for p in named.candidates if p.place_id not in found)))
    fitting = of_type(named.candidates, "oblast", "district", "other") if named.kind != "crossing" else named.candidates
    plain = named.row is None or named.row["unknown"] == "no"
    return replace(named, kind="") if not fitting and plain else named
