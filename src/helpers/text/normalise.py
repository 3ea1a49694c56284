"""Bring the bytes of a seed into the one form that every offset points into."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from helpers.model import SeedError
from helpers.resources.seeds import MAX_BYTES

# what Dutch and English newsrooms and their archives have written in
DETECTABLE = ("utf_8", "utf_16", "cp1252", "mac_roman")
_BOM = "\ufeff"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def normalise_text(text: str) -> str:
    r"""Return `text` with LF line ends, without BOM, in Unicode's composed form (NFC).

    Examples
    --------
    >>> normalise_text("\ufeffe\u0301e\u0301n\r\ntwee")
    'één\ntwee'
    """
    return unicodedata.normalize("NFC", text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n"))


def decode_seed(data: bytes, file_name: str, encoding: str = "utf-8") -> str:
    """Decode the bytes of a seed and normalise them.

    Parameters
    ----------
    data : bytes
    file_name : str
        For the messages only.
    encoding : str
        ``utf-8`` unless the reader asked for another one; ``detect`` lets charset-normalizer decide.

    Raises
    ------
    SeedError
        If the file is empty, too large, binary, or not in that encoding (the message names the byte).
    """
    if len(data) > MAX_BYTES:
        raise SeedError(
            f"{file_name}: {len(data):,} bytes, more than the limit of {MAX_BYTES:,}; split it into single articles"
        )
    if encoding == "detect":
        encoding = _detect_encoding(data, file_name)
    try:
        text = normalise_text(data.decode(encoding))
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise SeedError(
            f"{file_name}: not {encoding}: byte 0x{byte:02x} at position {error.start}; save the file as UTF-8, "
            "or name its encoding with --encoding (or --encoding detect)"
        ) from error
    except LookupError as error:
        raise SeedError(f"{file_name}: no encoding is called {encoding!r}; try utf-8, cp1252 or detect") from error
    if not text.strip():
        raise SeedError(f"{file_name}: the file is empty; put the article's text into it")
    control = _CONTROL.search(text)
    if control:
        raise SeedError(
            f"{file_name}: looks like a binary file (control character U+{ord(control.group()):04X} at character "
            f"{control.start()}); save the article as plain text"
        )
    return text


def _detect_encoding(data: bytes, file_name: str) -> str:
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    best = from_bytes(data, cp_isolation=list(DETECTABLE)).best()
    if best is None:
        raise SeedError(f"{file_name}: its encoding could not be detected; save the file as UTF-8")
    return best.encoding


def hash_text(text: str) -> str:
    """Return the SHA-256 of a normalised text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
