"""Close reading: an article with everything that was found in it marked, and one sentence as evidence."""

from helpers.views.reading._article import render_article, render_library
from helpers.views.reading._evidence import render_evidence

__all__ = ["render_article", "render_evidence", "render_library"]
