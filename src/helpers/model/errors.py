"""Everything that can go wrong, as one tree.

::

    GrenspostError
    |- SeedError        a file of the seeds folder cannot be read
    |  `- CardError     a row of seeds.csv is wrong
    |- ResourceError    hand-made data is missing or broken
    |  `- LexiconError  a lexicon row is wrong
    |- TableError       a table breaks its schema
    |- CodingError      a coder's name or file of codes cannot be used
    |- ExportError      an export cannot be written where it was asked for
    `- ReportError      a notebook or a page could not be made

Every message says what was found, where, and the next step.
"""


class GrenspostError(Exception):
    """Something that the reader of the message can mend."""


class SeedError(GrenspostError):
    """A file of the seeds folder cannot be read."""


class CardError(SeedError):
    """A row of seeds.csv is wrong."""


class ResourceError(GrenspostError):
    """Hand-made data is missing or broken."""


class LexiconError(ResourceError):
    """A lexicon row is wrong."""


class TableError(GrenspostError):
    """A table breaks its schema."""


class CodingError(GrenspostError):
    """A coder's name or file of codes cannot be used."""


class ExportError(GrenspostError):
    """An export cannot be written where it was asked for."""


class ReportError(GrenspostError):
    """A notebook or a page could not be made."""
