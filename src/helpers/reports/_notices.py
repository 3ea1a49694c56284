"""The notices of the articles: in full once a page, in its foot; under an output a line leads there by number."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

_NOTICES = re.compile(r'(?:<p class="gp-notice">[^<]*</p>)+')
_NOTICE = re.compile(r'<p class="gp-notice">([^<]*)</p>')


def number_notices(page: str, notices: Sequence[tuple[str, str]], labels: Mapping[str, str]) -> str:
    """Put one line of numbers in the place of the notices under an output.

    Each number leads to the whole notice in the foot of the page, and holds it as its title, so that it goes along
    where an output is copied alone. What is no notice of an article stays as it is.

    Parameters
    ----------
    page : str
        HTML of one output.
    notices : sequence of (str, str)
        The notices in the order of the foot, with the articles that carry them.
    labels : mapping of str to str

    Examples
    --------
    >>> told = {"notices_line": "Notices: {numbers}"}
    >>> print(number_notices('<p class="gp-notice">a: made up</p>', [("made up", "The gate")], told))
    <p class="notice-line">Notices: <a href="#notice-1" title="a: made up" aria-describedby="notice-1">1</a></p>
    """

    def gather(found: re.Match[str]) -> str:
        kept, links = [], {}
        for paragraph in _NOTICE.finditer(found[0]):
            number = _find_number(html.unescape(paragraph[1]), notices)
            if number:
                links[number] = (f'<a href="#notice-{number}" title="{paragraph[1]}" '
                                 f'aria-describedby="notice-{number}">{number}</a>')  # fmt: skip
            else:
                kept.append(paragraph[0])
        if links:
            numbers = ", ".join(link for _, link in sorted(links.items()))
            line = html.escape(labels["notices_line"]).format(numbers=numbers)
            kept.append(f'<p class="notice-line">{line}</p>')
        return "".join(kept)

    return _NOTICES.sub(gather, page)


def _find_number(words: str, notices: Sequence[tuple[str, str]]) -> int:
    """Find the notice that the words are, or end with; 0 where they are none."""
    fitting = [n for n, (notice, _) in enumerate(notices, 1) if words == notice or words.endswith(f": {notice}")]
    return max(fitting, key=lambda number: len(notices[number - 1][0]), default=0)
