"""The positions that a claim may be coded as, under the question that each answers."""

from __future__ import annotations

from helpers.resources.codebook import read_codebook

_HEADING, _INDENT = "?", "\u2003"  # no code begins with a question mark; a list of choices drops ordinary spaces


def group_positions(choices: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    """Put the choices under their questions: a line of its own for each, which is no code.

    Examples
    --------
    >>> group_positions([("none", "none"), ("Who?: the baker", "who.russians")], "en")[1][1]
    '?who'
    """
    rows = {row.key: row for row in read_codebook().rows("positions")}
    titles = {row.key: row[f"title_{language}"] for row in read_codebook().rows("questions")}
    grouped, last = [], ""
    for label, code in choices:
        if code not in rows:
            grouped.append((label, code))
            continue
        question = rows[code]["question_id"]
        if question != last:
            grouped.append((titles[question], f"{_HEADING}{question}"))
        grouped.append((f"{_INDENT}{rows[code][f'label_{language}']}", code))
        last = question
    return grouped


def find_question(code: str, language: str) -> str:
    """Find the question that a position answers: "not known" alone does not say what is not known.

    Examples
    --------
    >>> find_question("who.russians", "en"), find_question("none", "en")
    ('Who carried out the raid?', '')
    """
    row = read_codebook().row("positions", code)
    asked = read_codebook().row("questions", row["question_id"]) if row else None
    return asked[f"title_{language}"] if asked else ""


def label_positions(codes: str, language: str) -> str:
    """Name positions with the questions that they answer; nothing where they are none.

    Examples
    --------
    >>> label_positions("kyiv_role.none|who.russians", "en")
    'What part did Kyiv have? not involved / Who carried out the raid? Russians in revolt against Moscow'
    """
    rows = [row for code in codes.split("|") if (row := read_codebook().row("positions", code))]
    return " / ".join(f"{find_question(row.key, language)} {row[f'label_{language}']}" for row in rows)


def is_heading(code: str) -> bool:
    """Tell whether a choice is the line of a question.

    Examples
    --------
    >>> is_heading("?who"), is_heading("who.russians")
    (True, False)
    """
    return code.startswith(_HEADING)
