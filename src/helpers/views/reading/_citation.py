"""A sentence to take along: its words, who printed it, when, and where in the article it stands."""

from __future__ import annotations

from helpers.views._index import Row, TableIndex
from helpers.views.html import escape, tag


def cite_sentence(index: TableIndex, sentence: Row) -> str:
    """Build the citation of a sentence: a click marks all of it, and so does the Tab key, in a field that it opens."""
    article = index.article_of(sentence)
    cited = index.say(
        "citation", text=sentence["text"], publisher=article["publisher"] or index.say("no_publisher"),
        article=index.label_article(sentence), start=sentence["start_char"], end=sentence["end_char"],
    )  # fmt: skip
    words = tag("code", escape(cited), class_="gp-cite", aria_hidden="true", data_copied=index.say("cite_copied"))
    # a browser selects what is in a field when the Tab key comes to it, without any script
    label = escape(index.say("cite"))
    return f'{words}<input class="gp-cite-field" readonly aria-label="{label}" value="{escape(cited)}">'


def offer_citation(index: TableIndex, sentence: Row, number: int) -> str:
    """Build the sign after a sentence that opens its citation; a browser does so without a script.

    Parameters
    ----------
    index : TableIndex
    sentence : dict
        Its id becomes the id of the sign, so that a link can open it.
    number : int
        Its place in the article, counted from one, for readers who do not see it.
    """
    box_id = f"cite-{sentence['sentence_id']}"
    label = index.say("cite_number", number=number)
    sign = tag("button", "", type="button", class_="gp-cite-sign", id=sentence["sentence_id"], popovertarget=box_id,
               aria_label=label, title=index.say("cite"), data_lm_suppress_shortcuts="true")  # fmt: skip
    head = tag("b", escape(index.say("cite"))) + " " + tag("small", escape(index.say("cite_help")))
    shut = tag("button", escape(index.say("cite_close")), type="button", popovertarget=box_id,
               popovertargetaction="hide")  # fmt: skip
    box = tag("span", head + cite_sentence(index, sentence) + shut, class_="gp-cite-box", id=box_id, popover="auto",
              lang=index.language)  # fmt: skip
    # keeps the sign on the line of its sentence
    joiner = tag("span", "&#8288;", class_="gp-join")
    return joiner + sign + box
