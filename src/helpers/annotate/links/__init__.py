"""Find what belongs together across articles: copied passages, one event told twice, one speaker over time."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.annotate.links._events import link_events
from helpers.annotate.links._passages import link_passages
from helpers.annotate.links._speakers import link_speakers
from helpers.model import Link, Reading
from helpers.resources.codebook import Codebook

__all__ = ["find_links"]


def find_links(readings: Sequence[Reading], codebook: Codebook | None = None) -> tuple[Link, ...]:
    """Find the links between the rows of several articles.

    Parameters
    ----------
    readings : sequence of Reading
        In any order: links run from the article published first.
    codebook : Codebook, optional
        Says of which questions the positions shut each other out: only there a change of position is a
        retraction.

    Returns
    -------
    tuple of Link
        In order of their ids. The rows that a link joins stay apart: nothing is merged.

    Examples
    --------
    >>> find_links([])
    ()
    """
    ordered = sorted(readings, key=lambda r: (str(r.document.published_on or "9999"), r.document.article_id))
    questions = codebook.rows("questions") if codebook else ()
    exclusive = {row.key for row in questions if row["exclusive"] == "yes" and row["changes"] != "yes"}
    numeric = {row.key for row in questions if row["kind"] == "numeric"}
    speakers = link_speakers(ordered, exclusive=exclusive, numeric=numeric)
    found = [*link_passages(ordered, exclusive=exclusive), *link_events(ordered), *speakers]
    return tuple(sorted({link.link_id: link for link in found}.values(), key=lambda link: link.link_id))
