"""The commands: ``python -m helpers tables | report | pdf | check | ...``.

Each command is a function ``_run_<name>`` with its arguments declared in `build_parser`; the work itself is
done by the layers below.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from helpers.model import ExportError, GrenspostError, ResourceError
from helpers.resources.paths import home

if TYPE_CHECKING:

    from helpers.tables import Tables

Item = TypeVar("Item")
MOST_UNREAD = 10


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands; the docs' tests read it too."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers", description="Read news articles into tables of who states what, and publish them."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    _add_tables(commands)
    _add_report(commands)
    _add_pdf(commands)
    _add_check(commands)
    _add_explain(commands)
    _add_export(commands)
    _add_withhold(commands)
    _add_collect(commands)
    _add_class(commands)
    _add_lab(commands)
    _add_assets(commands)
    _add_docs(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 where it worked, 1 where something has to be mended first (one sentence says what), 2 for wrong usage.
    """
    options = build_parser().parse_args(arguments)
    if getattr(options, "codebook", None):  # the notebooks' own processes have to see it too
        os.environ["GRENSPOST_CODEBOOK"] = str(options.codebook.resolve())
    try:
        return int(options.run(options))
    except GrenspostError as error:
        return _fail(options.command, str(error))
    except OSError as error:
        where = error.filename or "a file"
        return _fail(options.command, f"{where}: {error.strerror or error}; name another folder, or mend its rights")


def _fail(command: str, sentence: str) -> int:
    print(f"{command}: {sentence}", file=sys.stderr)  # noqa: T201  (a command line speaks on its streams)
    return 1


def _say(*lines: str) -> None:
    print(*lines, sep="\n")  # noqa: T201  (a command line speaks on its streams)


def _show_progress(items: Iterable[Item]) -> Iterable[Item]:
    from tqdm import tqdm

    return tqdm(items, desc="articles", unit="article", disable=None)


def _add_folders(parser: argparse.ArgumentParser, out: str, out_help: str) -> None:
    parser.add_argument("--seeds", type=Path, default=None, metavar="DIR", help="folder of articles (default: seeds)")
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help=f"{out_help} (default: {out})")
    _add_codebook(parser)
    parser.add_argument("--encoding", default="utf-8", help="encoding of the articles, or detect (default: utf-8)")


def _add_codebook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--codebook", type=Path, default=None, metavar="DIR",
                        help="folder of the questions to ask, for another conflict (default: data/codebook)")


def _add_tables(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("tables", help="read a folder of articles and write its tables")
    _add_folders(parser, "data/tables", "folder for the tables")
    parser.add_argument("--corrections", type=Path, default=None, metavar="DIR",
                        help="people's corrections (default: data/annotations/corrections, for our articles)")
    parser.set_defaults(run=_run_tables)


def _run_tables(options: argparse.Namespace) -> int:
    from helpers.pipeline import build_tables

    out = options.out or home() / "data" / "tables"
    tables = build_tables(options.seeds or home() / "seeds", out, encoding=options.encoding, progress=_show_progress,
                          corrections=options.corrections)
    _tell_corrections(tables)
    _say(f"{len(tables['claims'])} claims of {_count_articles(tables)}: {out}")
    return _tell_unread(tables["unread"]["reason"].tolist(), int(tables["articles"]["has_text"].sum()))


def _count_articles(tables: Tables) -> str:
    articles = tables["articles"]
    with_text = articles["has_text"].astype(bool)
    without = int((~with_text & articles["n_sentences"].notna()).sum())
    n_articles = int(with_text.sum())
    counted = "1 article" if n_articles == 1 else f"{n_articles} articles"
    return counted + (f", and of {without} without its text" if without else "")


def _tell_corrections(tables: Tables) -> None:
    from helpers.tables import select_astray

    corrections = tables["corrections"]
    for status, told in (("AMBIGUOUS", "stands in the text more than once, or in other company"),
                         ("ORPHANED", "is no longer in the text")):
        for correction_id in corrections.loc[corrections["anchor_status"] == status, "correction_id"]:
            _say(f"correction not laid over: {correction_id}: what it was about {told}; decide it again")
    for row in select_astray(tables).itertuples():
        told = f"{row.column} is {row.corrected_value!r}, which is no id of these tables"
        _say(f"correction not laid over: {row.correction_id}: {told}; decide it again")


def _tell_unread(reasons: Sequence[str], n_articles: int) -> int:
    for reason in reasons[:MOST_UNREAD]:
        _say(f"unread: {reason}")
    if len(reasons) > MOST_UNREAD:
        _say(f"unread: {len(reasons) - MOST_UNREAD} more; all stand in unread.csv")
    return 0 if n_articles else 1


def _add_report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("report", help="build the tables, execute the notebooks, write the pages")
    _add_folders(parser, "reports", "folder for the pages")
    parser.add_argument("--language", choices=("en", "nl"), default="en", help="language of the labels (default: en)")
    parser.add_argument("--force", action="store_true", help="execute every notebook, changed or not")
    parser.set_defaults(run=_run_report)


def _run_report(options: argparse.Namespace) -> int:
    from helpers.reports import build_report

    summary = build_report(
        options.seeds or home() / "seeds", options.out, encoding=options.encoding,
        language=options.language, force=options.force, progress=_show_progress,
    )  # fmt: skip
    _say(*summary.lines)
    return _tell_unread(summary.unread, summary.n_articles)


def _add_pdf(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("pdf", help="print the pages of a report as PDF, with a Chromium that is installed")
    parser.add_argument("--pages", type=Path, default=None, metavar="DIR", help="folder of pages (default: reports)")
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help="folder for the PDFs (default: its pdf)")
    parser.set_defaults(run=_run_pdf)


def _run_pdf(options: argparse.Namespace) -> int:
    from helpers.reports.pdf import write_pdfs

    _say(*map(str, write_pdfs(options.pages or home() / "reports", options.out)))
    return 0


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("check", help="say what is wrong with the hand-made data, the seeds or the tables")
    parser.add_argument("--seeds", type=Path, default=None, metavar="DIR", help="folder of articles (default: seeds)")
    parser.add_argument("--tables", type=Path, default=None, metavar="DIR", help="tables to check as well")
    _add_codebook(parser)
    parser.set_defaults(run=_run_check)


def _run_check(options: argparse.Namespace) -> int:
    from helpers.pipeline import check_everything
    from helpers.tables import list_outdated_withheld

    problems = check_everything(options.seeds or home() / "seeds", options.tables)
    _say(*(problems or ["nothing wrong found"]), *(f"note: {remark}" for remark in list_outdated_withheld()))
    return 1 if problems else 0


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("explain", help="tell in one screen why a row exists")
    parser.add_argument("row_id", help="id of a claim, a time, a mention, ...")
    parser.add_argument("--seeds", type=Path, default=None, metavar="DIR", help="folder of articles (default: seeds)")
    parser.set_defaults(run=_run_explain)


def _run_explain(options: argparse.Namespace) -> int:
    from helpers.explain import explain_row

    _say(explain_row(options.row_id, options.seeds or home() / "seeds"))
    return 0


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("export", help="write the tables in a format of the field")
    parser.add_argument("format", choices=("csv", "geojson", "timelinejs", "webannotation"), help="which format")
    parser.add_argument("--tables", type=Path, default=None, metavar="DIR", help="tables (default: data/tables)")
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help="folder for the file (default: exports)")
    parser.set_defaults(run=_run_export)


def _run_export(options: argparse.Namespace) -> int:
    from helpers.exports import FORMATS, REMARK, list_older, select_shareable
    from helpers.tables import read_tables, write_tables, write_text
    from helpers.tables.store import PACKAGE_FILE

    folder, out = options.tables or home() / "data" / "tables", options.out or home() / "exports"
    tables = read_tables(folder)
    if options.format == "csv":
        _refuse_strangers(out / "csv", {"datapackage.json", *(f"{name}.csv" for name in tables)})
        written = write_tables(select_shareable(tables), out / "csv", remark=REMARK, has_parquet=False)
        _say(str(written), REMARK)
    else:
        name, render = FORMATS[options.format]
        _say(str(write_text(render(tables), out / name)))
    for path in list_older(out, folder / PACKAGE_FILE):
        _say(f"note: {path} is older than these tables and may show what they may not: export it anew, or remove it")
    return 0


def _refuse_strangers(folder: Path, own: set[str]) -> None:
    """Refuse to write a package into a folder with other things: what is passed on together should belong together."""
    others = [path.name for path in sorted(folder.iterdir()) if path.name not in own
              and not path.name.startswith(".")] if folder.is_dir() else []  # fmt: skip
    if others:
        more = f" and {len(others) - 3} more" if len(others) > 3 else ""
        raise ExportError(f"{folder} holds {', '.join(others[:3])}{more} beside the files of an export; name another "
                          "folder with --out, or move them elsewhere")


def _add_withhold(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("withhold", help="write an article's rows without its text, to be shared")
    parser.add_argument("article", metavar="FILE", help="the article's file, or an id of the folder of articles")
    parser.add_argument("--seeds", type=Path, default=None, metavar="DIR", help="folder of articles (default: seeds)")
    parser.add_argument("--out", type=Path, default=None, metavar="DIR",
                        help="folder for the article's folder (default: data/withheld)")
    parser.add_argument("--encoding", default="utf-8", help="encoding of the articles, or detect (default: utf-8)")
    parser.set_defaults(run=_run_withhold)


def _run_withhold(options: argparse.Namespace) -> int:
    from helpers.withhold import describe_card, withhold_article

    folder = withhold_article(options.article, options.seeds or home() / "seeds", options.out,
                              encoding=options.encoding)
    _say(f"{folder}: its rows without its text. Share the folder as data/withheld/{folder.name}, and this card for "
         "seeds.csv:", describe_card(folder))
    return 0


def _add_collect(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("collect", help="merge the students' files of a folder into one agreement report")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder with a CSV of each student")
    parser.add_argument("--tables", type=Path, default=None, metavar="DIR", help="tables (default: data/tables)")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE",
                        help="the page (default: agreement.html in the folder)")
    parser.add_argument("--language", choices=("en", "nl"), default="en", help="language of the page (default: en)")
    parser.set_defaults(run=_run_collect)


def _run_collect(options: argparse.Namespace) -> int:
    from helpers.tables import read_tables
    from helpers.teaching import write_collection

    tables = read_tables(options.tables or home() / "data" / "tables")
    written, collection = write_collection(tables, options.folder, options.out, language=options.language)
    n_coders, n_codes = len(collection.coders), len(collection.codes)
    counted = f"{n_coders} coder{'s' * (n_coders != 1)}, {n_codes} coded claim{'s' * (n_codes != 1)}"
    _say(f"{counted}: {written}", *collection.remarks)
    return 0


def _add_class(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("class", help="build a class's folder and zips: lessons, sheets, pages of exercises")
    parser.add_argument("--out", type=Path, default=None, metavar="DIR", help="the folder (default: reports/class)")
    parser.set_defaults(run=_run_class)


def _run_class(options: argparse.Namespace) -> int:
    from helpers.teaching import write_class

    summary = write_class(options.out or home() / "reports" / "class", read_page=_render_reading)
    _say(f"open {summary.folder / 'students' / 'index.html'}", *(f"hand out {path}" for path in summary.zips),
         *summary.remarks)
    return 0


def _render_reading(notebook: Path, language: str) -> str:
    from helpers.reports import execute_notebook, render_notebook

    return render_notebook(execute_notebook(notebook), notebook.stem, language=language)


def _add_lab(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("lab", help="open JupyterLab on the first notebook, or on a folder")
    parser.add_argument("folder", nargs="?", type=Path, help="what to open instead: the unpacked folder of a class")
    parser.set_defaults(run=_run_lab)


def _run_lab(options: argparse.Namespace) -> int:
    if options.folder and not options.folder.is_dir():
        raise ResourceError(f"{options.folder} is no folder here; unpack the zip first, and name what came out of it")
    opened = options.folder.resolve() if options.folder else home() / "notebooks" / "00_start_here.ipynb"
    command = [sys.executable, "-m", "jupyterlab", "--ServerApp.ip=127.0.0.1", str(opened)]
    if os.name == "posix":  # JupyterLab takes our place, so that what ends us ends it, and Ctrl-C is its own to answer
        os.execv(command[0], command)  # noqa: S606  (our own interpreter, our own file)
    with subprocess.Popen(command) as server:  # noqa: S603  (the same)
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:  # JupyterLab hears it too, and asks whether to stop
                continue


def _add_assets(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("assets", help="fetch the scripts that a map needs inside a page, with npm")
    parser.set_defaults(run=_run_assets)


def _run_assets(options: argparse.Namespace) -> int:
    from helpers.reports.assets import install_assets

    _say(str(install_assets()))
    return 0


def _add_docs(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("docs", help="write what is made from code: pages of docs/, workbooks of the lessons")
    parser.set_defaults(run=_run_docs)


def _run_docs(options: argparse.Namespace) -> int:
    from helpers.tables import render_schema
    from helpers.teaching import write_workbooks

    page = home() / "docs" / "tables.md"
    page.write_text(render_schema(), encoding="utf-8", newline="")
    _say(str(page), *map(str, write_workbooks()))
    return 0
