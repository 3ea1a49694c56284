"""The names of rules that the annotators can write, read from their code: nothing has to be run for a name to count."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from helpers import annotate
from helpers.resources.lexicons import languages, read_lexicon

_FOLDER = Path(annotate.__file__).parent
_NAME = re.compile(r"[a-z]+(?:[._][a-z]+)*")
SHOWN = ("attributions", "claims", "sources", "positions", "events", "quantities", "times", "wordings", "links")
_ROLES = {"quantity_numbers": "count_", "quantity_units": "unit_"}


def list_rule_names() -> set[str]:
    """List the names of all rules that a view shows: those of claims, places, times, events, counts, words, links."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.rglob("*.py"))}
    places = {path: place for tree in trees.values() for path, place in _list_places(tree)}
    names = set(_list_roles())
    for path, tree in trees.items():
        part = path.relative_to(_FOLDER).parts[0].removesuffix(".py")
        if part in SHOWN:
            names |= {name for text in _list_texts(tree, places) if (name := _first_name(text))}
        if part in ("places", "quantities", "events"):
            names |= set(_list_spelled(tree))
    return names


def _list_places(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the functions and classes that take a rule, with the place of it among their arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [argument.arg for argument in node.args.args if argument.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            arguments = [one.target.id for one in node.body
                         if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]  # fmt: skip
        else:
            continue
        if "rule" in arguments:
            yield node.name, arguments.index("rule")


def _list_texts(tree: ast.Module, places: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword | ast.Assign) and "rule" in _targets(node):
            yield from _texts_of(node.value)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = 0 if name == "Rule" else places.get(name)
            if at is not None and at < len(node.args):
                yield from _texts_of(node.args[at])


def _targets(node: ast.keyword | ast.Assign) -> list[str | None]:
    return [node.arg] if isinstance(node, ast.keyword) else [t.id for t in node.targets if isinstance(t, ast.Name)]


def _texts_of(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts_of(node.body)
        yield from _texts_of(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _texts_of(value)
    elif isinstance(node, ast.JoinedStr):
        for piece in node.values:
            if isinstance(piece, ast.Constant):
                yield str(piece.value).removeprefix(" + ")


def _first_name(text: str) -> str:
    found = _NAME.match(text.strip())
    return found[0] if found and (found.end() == len(text.strip()) or text.strip()[found.end()] == " ") else ""


def _list_spelled(tree: ast.Module) -> Iterator[str]:
    """Yield names that are spelled with their family: ``metonyms.verb``, ``unit_list``, ``place_in_clause``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = re.match(r"(?:metonyms|places)\.[a-z]+|(?:unit|range)_[a-z_]+(?=$| )|place_(?:in|as)_[a-z]+$", node.value)
            if found and found[0] != "places.candidate":
                yield found[0]


def _list_roles() -> Iterator[str]:
    """Yield the names that are made of a role in a list of words."""
    for language in languages():
        for name, lead in _ROLES.items():
            for row in read_lexicon(language).files[name]:
                yield lead + row["role"]
