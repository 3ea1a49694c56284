"""What the docs name exists: paths, make targets, commands, and the page made from the schema."""

import re
from pathlib import Path

import pytest

from helpers.cli import build_parser
from helpers.model import TABLES
from helpers.tables import render_schema

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")]
    if not {"node_modules", ".venv", "reports"} & set(path.relative_to(ROOT).parts)
)  # fmt: skip
BUILT = {"reports/index.html", "reports/", "data/tables/", "data/annotations/", ".venv/bin/python", ".venv/"}
COMMANDS = set(next(a for a in build_parser()._actions if a.dest == "command").choices)
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


def ids(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_path_that_a_page_names_exists(page):
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|data|docs|notebooks|seeds|tests|bench|\.ci)/[\w./-]*)`", text)
    missing = [name for name in named if name not in BUILT and not (ROOT / name).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_relative_link_of_a_page_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_command_that_a_page_names_exists(page):
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"python -m helpers ([a-z]+)", text)) <= COMMANDS
    assert set(re.findall(r"^\s*make ([a-z]+)|`make ([a-z]+)", text, flags=re.MULTILINE)) <= {
        pair for t in TARGETS for pair in ((t, ""), ("", t))
    }


def test_the_page_of_the_tables_is_the_one_made_from_the_schema():
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == render_schema()


def test_every_command_has_help():
    choices = next(a for a in build_parser()._actions if a.dest == "command")
    helped = {action.dest for action in choices._choices_actions if action.help}
    assert helped == COMMANDS


def test_the_readme_shows_the_pipeline_and_every_table():
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert all(f"## {name}\n" in page for name in TABLES)
    picture = "seeds -> text -> annotations -> tables -> views -> notebooks -> reports"
    for name in ("README.md", "ARCHITECTURE.md", "src/helpers/__init__.py"):
        assert picture in (ROOT / name).read_text(encoding="utf-8"), name
