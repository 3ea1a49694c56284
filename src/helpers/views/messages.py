"""Every word that a view or a report says itself, in every language of the catalogue ``messages.csv``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from helpers.model import ResourceError

CATALOGUE = Path(__file__).with_name("messages.csv")
_BESIDE = ("key", "note")


def message(key: str, language: str = "en", **values: object) -> str:
    """Return one message of the catalogue with its values filled in.

    Parameters
    ----------
    key : str
        First column of ``messages.csv``.
    language : str, optional
        Column of ``messages.csv``.
    **values : object
        What stands between braces in the message. Values are put in as they are: escape the result for HTML.

    Raises
    ------
    ResourceError
        If the key or the language is not in the catalogue, or a value is missing.

    Examples
    --------
    >>> message("shown", "nl", shown=3, total=40)
    '3 van 40 getoond'
    """
    texts = read_messages()
    if language not in message_languages():
        raise ResourceError(f"no language {language!r} in {CATALOGUE.name}; it has {', '.join(message_languages())}")
    if key not in texts:
        raise ResourceError(f"no message {key!r} in {CATALOGUE.name}; add a row with that key")
    try:
        return texts[key][language].format(**values)
    except KeyError as error:
        raise ResourceError(f"the message {key!r} needs the value {error}; pass it by that name") from error


def word(kind: str, value: str | None, language: str = "en") -> str:
    """Return the catalogue's word for a value of a closed list, or the value itself with its underscores taken out.

    Parameters
    ----------
    kind : str
        What the value is: ``status``, ``precision``, ``place_type``, ...
    value : str or None

    Examples
    --------
    >>> word("status", "denied", "nl"), word("status", "brand_new", "nl")
    ('ontkend', 'brand new')
    """
    if not value:
        return ""
    texts = read_messages().get(f"{kind}.{value}")
    return texts[language] if texts and language in texts else value.replace("_", " ")


def tell_notice(notice: str, language: str) -> str:
    """Return the notice of an article in a language, where it is one of our own; that of another stands as it is.

    Examples
    --------
    >>> tell_notice("written for this suite from public reports; not a publication", "nl")
    'voor deze suite geschreven op basis van openbare berichten; geen publicatie'
    >>> tell_notice("all invented", "nl")
    'all invented'
    """
    own = (texts for key, texts in read_messages().items() if key.startswith("own_notice.") and texts["en"] == notice)
    return next(own, {}).get(language, notice)


@cache
def read_messages() -> dict[str, dict[str, str]]:
    """Read the catalogue: from key to language to text."""
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {name: text for name, text in row.items() if name not in _BESIDE}
                for row in csv.DictReader(file, strict=True)}  # fmt: skip


@cache
def message_languages() -> tuple[str, ...]:
    """Return the languages of the catalogue."""
    return tuple(next(iter(read_messages().values())))
