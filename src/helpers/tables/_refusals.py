"""Why a correction is refused: in English, and as a code with its values that a view says in its own language."""

from __future__ import annotations

from helpers.model import TableError

SENTENCES = {
    "no_row": "there is no row {row!r} in these tables; copy the id from a table",
    "decision": "the decision is {found!r}; write one of {allowed}",
    "fixed_column": "{table}.{column} cannot be corrected; choose one of {allowed}",
    "no_column": "a correction needs the column that it is about; to strike the whole row, reject it",
    "cell_rejected": "a row is rejected as a whole: leave the column empty, or correct the cell to an empty value",
    "no_reason": "a reason is missing; say in a few words why, so that another reader can judge it",
    "empty_value": "{column} may not be empty; give a value, or reject the whole row",
    "value": "{column} is {found!r}; write one of {allowed}",
    "value_type": "{column} is {found!r}; it needs a value of the type {type}",
    "no_such_id": "{column} is {found!r}, which is no {id_column} of the table {table}; write one of {allowed}",
    "no_such_id_of_many": "{column} is {found!r}, which is no {id_column} of the table {table}; write one of "
                          "{allowed}; {table}.csv has all {count}",
    "text_away": "the text of {article} is not here; read its article to correct one of its rows",
    "hand_made": "a row of {table} rests on no words of one article and cannot be corrected here; mend the hand-made "
                 "data it comes from (data/README.md)",
}  # fmt: skip


class CorrectionError(TableError):
    """A correction that cannot be made.

    Parameters
    ----------
    code : str
        Which refusal it is, a key of ``SENTENCES``.
    **values
        What was found, and what may be written instead.

    Examples
    --------
    >>> str(CorrectionError("decision", found="maybe", allowed="accepted, rejected"))
    "the decision is 'maybe'; write one of accepted, rejected"
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(SENTENCES[code].format(**values))
        self.code, self.values = code, values
