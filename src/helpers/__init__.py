"""Read news articles about a contested event into tables whose every row points at its evidence.

One picture; every folder is one word of it::

    seeds -> text -> annotations -> tables -> views -> notebooks -> reports

``model`` holds the words, ``resources`` reads what was made by hand, ``text`` cuts an article into
sentences, ``annotate`` finds, ``tables`` gathers, ``views`` and ``exports`` show, ``reports`` publishes,
``teaching`` asks back. ``pipeline`` names the steps in order: read it first.

Nothing is imported here on purpose: reading an article must not load pandas.
"""
