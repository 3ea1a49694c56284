"""Stages 1 and 2: numbers, ages and counts that are no times, clock times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from helpers.annotate.times._cascade import Rule
from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning

HALF_PAST_NOON = 12


def first(parts: Sequence[Item], symbols: str) -> Any:
    """Return the value of the first item whose symbol is one of `symbols`, None where there is none."""
    return next((part.value for part in parts if part.symbol in symbols), None)


def glued(parts: Sequence[Item]) -> bool:
    """Tell whether no white space stands between the parts."""
    return not any(part.gap for part in parts[1:])


def _ordinal(parts: Sequence[Item]) -> int | None:
    if parts[0].symbol == "N" and parts[-1].symbol == "r":
        return int(parts[0].value) if glued(parts) else None
    tens, units = parts[0].value, parts[-1].value
    return int(tens + units) if tens % 10 == 0 and 20 <= tens < 100 and 1 <= units < 10 else None


def _tens_and_units(parts: Sequence[Item]) -> float | None:
    tens, units = parts[0], parts[-1]
    if tens.word.isdecimal() or units.word.isdecimal() or not glued(parts):
        return None
    fits = tens.value % 10 == 0 and 20 <= tens.value < 100 and units.value < 10
    return float(tens.value) + float(units.value) if fits else None


def _half(parts: Sequence[Item]) -> float:
    return 0.5 + sum(float(part.value) for part in parts if part.symbol == "N")


def _decimal(parts: Sequence[Item]) -> float | None:
    whole, fraction = parts[0], parts[-1]
    if not glued(parts) or not (whole.word.isdecimal() and fraction.word.isdecimal()):
        return None
    return float(f"{whole.word}.{fraction.word}")


def _thousands(parts: Sequence[Item]) -> int | None:
    return 10**7 if glued(parts) and all(len(part.word) == 3 for part in parts[2::2]) else None


def _nothing(parts: Sequence[Item]) -> int | None:
    return 0


def _frequency(parts: Sequence[Item]) -> int | None:
    """Refuse 12 uur een minuut: the smaller unit stands first where a rate is meant."""
    units = [UNIT_SIZES.get(str(part.value), 0) for part in parts if part.symbol in "Uu"]
    return None if any(part.symbol == "a" for part in parts[1:]) and units[0] >= units[-1] else 0


UNIT_SIZES = {"second": 1, "minute": 2, "quarter_hour": 3, "half_hour": 3, "hour": 4, "day": 5, "night": 5, "week": 6,
          "weekend": 6, "month": 7, "quarter": 8, "half_year": 9, "year": 10}  # fmt: skip


def _is_year_count(parts: Sequence[Item]) -> int | None:
    return 0 if first(parts, "U") == "year" or first(parts, "uI") in ("year", None, "month") else None


NUMBER_RULES = (
    # op de 4e mei, May 4th, the 19th century
    Rule("", "Nr", "R", _ordinal),
    # the twenty-first
    Rule("", "N-R", "R", _ordinal),
    # twenty-four hours
    Rule("", "N-N", "N", _tens_and_units),
    # twee en een half jaar, two and a half years
    Rule("", "N&ah", "N", _half),
    # een half uur, half an hour
    Rule("", "ah|(?<!c)ha", "N", _half),
    # 3,5 jaar
    Rule("", "N,N", "N", _decimal),
    # 1.950 stemmen, 12,000 people
    Rule("", "[N#](?:[!,]#)+", "#", _thousands),
)

AGE_RULES = (
    # de 34-jarige bestuurder, a 34-year-old man, 3 maanden oude baby
    Rule("age", "[N#](?:,#)*-?(?:[UuI]-?)?g", "_", _nothing),
    # aged 34, at the age of 34 years; in her late sixties, in his 40s
    Rule("age", "Qv?N[UuI]?8?", "_", _nothing),
    Rule("age", "Q(?:B-?)?(?:đ|N8)", "_", _nothing),
    # een man van 34 jaar
    Rule("age", "Dv[N#][UuI]", "_", _is_year_count),
    # hij was 34 jaar.
    Rule("age", "ßN[UI](?=[!,&%])", "_", _is_year_count),
    # elke maandag, per uur, twee keer per week, three times a week
    Rule("frequency", "X(?:N|R)?(?:[UuIWPS]|a[UuI])", "_", _nothing),
    # two days a week, vier dagen per week, om de tien minuten
    Rule("frequency", "[Na][Uu][aX][Uu]|cdN?[Uu]", "_", _frequency),
)


def make_clock(hour: float, minute: float = 0, second: float = 0, *, minutes_known: bool = True) -> Meaning | None:
    """Make the meaning of a clock time, None where no clock shows it."""
    if not (float(hour).is_integer() and float(minute).is_integer()):
        return None
    if not (0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 59) or (hour == 24 and minute):
        return None
    return Meaning("clock", clock=(int(hour) % 24, int(minute), int(second)), minutes_known=minutes_known)


def _digital(parts: Sequence[Item]) -> Meaning | None:
    numbers = [part for part in parts if part.symbol == "N"]
    if not glued(parts[: 2 * len(numbers) - 1]) or any(len(number.word) != 2 for number in numbers[1:]):
        return None
    if not all(number.word.isdecimal() for number in numbers) or not _is_hour(parts):
        return None
    made = _halves(make_clock(*(number.value for number in numbers)), parts)
    padded = numbers[0].word.startswith("0")
    return made if made is None or padded or first(parts, "A") else replace(made, half="figures")


def _is_hour(parts: Sequence[Item]) -> bool:
    return first(parts, "Uu") in (None, "hour")


def _halves(meaning: Meaning | None, parts: Sequence[Item]) -> Meaning | None:
    """Read a.m. and p.m."""
    half = first(parts, "A")
    if meaning is None or meaning.clock is None or half is None:
        return meaning
    hour, minute, second = meaning.clock
    if not 1 <= hour <= HALF_PAST_NOON:
        return None
    return replace(meaning, clock=(hour % 12 + (12 if half == "pm" else 0), minute, second))


def _military(parts: Sequence[Item]) -> Meaning | None:
    """Read 0600 GMT: four figures before a zone."""
    word = parts[0].word
    return make_clock(int(word[:2]), int(word[2:])) if len(word) == _FOUR and word.isdecimal() else None


_FOUR = 4


def _whole(parts: Sequence[Item]) -> Meaning | None:
    if not _is_hour(parts) or (first(parts, "Uu") is not None and first(parts, "N") == 0.5):
        return None
    made, word = make_clock(first(parts, "N"), minutes_known=False), parts[0].word
    if made is None or first(parts, "A") or word.startswith("0"):
        return _halves(made, parts)
    return replace(made, half="figure" if word.isdecimal() else "words")


def _marked(parts: Sequence[Item]) -> Meaning | None:
    numbers = [part.value for part in parts if part.symbol == "N"]
    made = make_clock(*numbers, minutes_known=len(numbers) > 1) if glued(parts) else None
    return made if made is None or len(numbers) > 1 else replace(made, half="figure")


def _half_to(parts: Sequence[Item]) -> Meaning | None:
    hour = parts[-1].value
    if first(parts, "h") != "to" or not (float(hour).is_integer() and 1 <= hour <= 12):
        return None
    return _unsaid(make_clock((hour - 1) % 12 or 12 if hour > 1 else 0, 30))


def _half_word(parts: Sequence[Item]) -> Meaning | None:
    """Read halftwee."""
    hour = int(parts[0].value)
    return _unsaid(make_clock(hour - 1 or 12 if hour > 1 else 0, 30))


def _beside(parts: Sequence[Item]) -> Meaning | None:
    """Read kwart over zes, ten to six, tien voor half negen."""
    minutes = {"q": 15, "h": 30}.get(parts[0].symbol, parts[0].value)
    hour = parts[-1].value
    sign = next(part.symbol for part in parts[1:] if part.symbol in "oLbt")
    if first(parts, "Uu") not in (None, "minute") or (parts[0].symbol == "h" and sign != "L"):
        return None
    if not (float(minutes).is_integer() and float(hour).is_integer() and 1 <= minutes <= 30 and 1 <= hour <= 24):
        return None
    total = int(hour) * 60 + (minutes if sign in "oL" else -minutes)
    total -= 30 if parts[-2].symbol == "h" else 0
    made = make_clock(int(total) // 60 % 24, int(total) % 60)
    return made if hour > HALF_PAST_NOON else _unsaid(made)


def _unsaid(meaning: Meaning | None) -> Meaning | None:
    """Mark that the words do not say which half of the day."""
    return None if meaning is None else replace(meaning, half="words")


def _named(parts: Sequence[Item]) -> Meaning | None:
    hour, minute = str(parts[-1].value).split(":")
    return make_clock(int(hour), int(minute), minutes_known=False)


def _bare_hour(parts: Sequence[Item]) -> Meaning | None:
    number = parts[0]
    return _whole(parts) if number.word.isdecimal() or number.value <= 12 else None


def _half_one(parts: Sequence[Item]) -> Meaning | None:
    return _unsaid(make_clock(0, 30)) if first(parts, "h") == "to" else None


def _one_hour(parts: Sequence[Item]) -> Meaning | None:
    return _unsaid(make_clock(1, minutes_known=False)) if first(parts, "U") == "hour" else None


CLOCK_RULES = (
    # 14:30, 14:30:15, 3:15 a.m., 14:30 uur
    Rule("clock", "N:N:N", "τ", _digital),
    Rule("clock", "N:N(?:A|U)?", "τ", _digital),
    # 0600 GMT, 1830 UTC
    Rule("clock", "[Y#](?=Z)", "τ", _military),
    # 9.30 uur, 3.15 p.m.
    Rule("clock", "N!N[UA]|(?<=[nfv])N!N(?=[t&-]N!N[UA])", "τ", _digital),
    # om 9.30
    Rule("clock", "(?:(?<=c)|(?<=c5))N!N(?![!N])", "τ", _digital),
    # 14u30, 14u
    Rule("clock", "N9N?", "τ", _marked),
    # 3 p.m., 6 o'clock
    Rule("clock", "NA|N1A?", "τ", _whole),
    # half vier
    Rule("clock", "hN", "τ", _half_to),
    Rule("clock", "ħ", "τ", _half_word),
    Rule("clock", "(?<=c)ha", "τ", _half_one),
    # kwart over zes, quarter past six, tien voor half negen; om tien over zes
    Rule("clock", "q[obLt]h?N|hLN|N[obL]hN|Nu[obLt]h?N(?![uI])|N[obL]N(?=V)", "τ", _beside),
    Rule("clock", "(?:(?<=c)|(?<=c5))N[obL]N(?![UuI])", "τ", _beside),
    # om vijf uur, vijf uur 's nachts, 6 uur lokale tijd, tussen 14 uur en 16 uur
    Rule("clock", "NU(?=V|,?Z|cV)|(?:(?<=ßd)|(?<=dß))NU(?=[V,!%])", "τ", _whole),
    Rule("clock", "(?:(?<=[csfn])|(?<=c5))NU(?![JlkGg])", "τ", _whole),
    # van 22 uur tot 3 uur, tussen 14 en 16 uur
    Rule("clock", "(?<=[vfn])NU(?=[t&]τ|[t&]NU)|(?<=nN&)NU|(?<=[vf]Nt)NU", "τ", _whole),
    # tot 5 uur; sinds, voor en na in cijfers
    Rule("clock", "(?<=[tb])NU(?![JlkGg])", "τ", _bare_hour),
    # rond één uur
    Rule("clock", "(?<=c)aU(?![JlkGg])", "τ", _one_hour),
    # noon, middernacht
    Rule("clock", "(?:1|NU)?K", "τ", _named),
)
