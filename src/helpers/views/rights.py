"""Who may see an own text: the reader in a notebook, never the readers of a published page."""

from __future__ import annotations

import os

PUBLISHING = "GRENSPOST_PUBLISHING"


def shows_own_text(asked: bool) -> bool:
    """Tell whether the text of an article is shown whatever its ``text_rights`` say.

    Where the variable ``GRENSPOST_PUBLISHING`` is set, as it is while pages are made, nothing lifts the rights,
    whatever a notebook asks for; and nothing but ``True`` itself asks for it.

    Parameters
    ----------
    asked : bool
        The ``show_own_text`` of a view.

    Examples
    --------
    >>> shows_own_text(False), shows_own_text("False")
    (False, False)
    """
    return asked is True and not is_publishing()


def is_publishing() -> bool:
    """Tell whether a page is being made, whose readers have no code to change."""
    return bool(os.environ.get(PUBLISHING))
