"""Print the pages as PDF with the Chromium that is there: A4, tagged, with an outline and numbered sheets.

How a page looks on paper is told by its own print style; see ``templates/grenspost/page.css``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from helpers.model import ReportError

FOLDER = "pdf"
WORKERS = 2
BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)  # fmt: skip
FLAGS = (
    "--headless", "--disable-gpu", "--disable-sync", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
    "--generate-pdf-document-outline", "--user-agent=Grenspost",
)  # fmt: skip
_FILE_LINK = re.compile(rb"\(file://[^()\s]*?/([\w.-]+)\.html(?:#[^()\s]*)?\)")


def write_pdfs(pages: Path, out: Path | None = None, *, timeout_s: float = 180) -> tuple[Path, ...]:
    """Print every page of a folder of pages.

    Parameters
    ----------
    pages : Path
        Folder that `write_reports` made.
    out : Path, optional
        Folder for the PDFs; ``pdf`` inside `pages` by default.
    timeout_s : float, optional
        Seconds for each page.

    Returns
    -------
    tuple of Path
        The PDFs, the index first.

    Raises
    ------
    ReportError
        If there are no pages, there is no browser, or it did not print.
    """
    if not (pages / "index.html").is_file():
        raise ReportError(f"no pages in {pages}; make them with: python -m helpers report --out {pages}")
    browser, folder = find_browser(), out or pages / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(pages.glob("*.html"), key=lambda path: (path.stem != "index", path.stem))
    with ThreadPoolExecutor(WORKERS) as pool:
        printed = [pool.submit(_print_page, browser, source, folder, timeout_s) for source in sources]
        return tuple(one.result() for one in printed)


def find_browser() -> str:
    """Find the browser that prints: the one in ``GRENSPOST_BROWSER``, else a Chromium that is installed.

    Raises
    ------
    ReportError
        If there is none: says how to get one.
    """
    wanted = os.environ.get("GRENSPOST_BROWSER")
    found = next(filter(None, map(shutil.which, [wanted] if wanted else BROWSERS)), None)
    if found is None:
        told = f"there is no browser {wanted}" if wanted else "no Chromium, Chrome or Edge was found to print with"
        raise ReportError(f"{told}; install one (on Debian: apt-get install chromium), or name it in GRENSPOST_BROWSER")
    return found


def _print_page(browser: str, source: Path, folder: Path, timeout_s: float) -> Path:
    with tempfile.TemporaryDirectory(dir=folder, prefix=".", ignore_cleanup_errors=True) as draft:
        printed = Path(draft) / f"{source.stem}.pdf"
        command = [browser, *FLAGS, *_sandbox_flags(), f"--user-data-dir={draft}/profile", f"--print-to-pdf={printed}",
                   source.resolve().as_uri()]  # fmt: skip
        _run(command, source.name, timeout_s)
        if not printed.is_file():
            raise ReportError(f"{source.name}: {browser} made no PDF; name a newer browser in GRENSPOST_BROWSER")
        printed.write_bytes(lead_to_neighbours(printed.read_bytes()))
        return printed.replace(folder / printed.name)


def _sandbox_flags() -> tuple[str, ...]:
    """Give up the sandbox only where Chromium refuses to start with one: as root, in a container."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


def _run(command: list[str], name: str, timeout_s: float) -> None:
    try:
        ended = subprocess.run(command, capture_output=True, timeout=timeout_s, check=False)  # noqa: S603  (no shell)
    except subprocess.TimeoutExpired as error:
        raise ReportError(f"{name}: not printed within {timeout_s:g} seconds; let other work end, try again") from error
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
        raise ReportError(f"{name}: {command[0]} could not print it: {said}")


def lead_to_neighbours(printed: bytes) -> bytes:
    """Lead the links between pages to the PDFs beside this one; Chromium writes this machine's folders into them.

    Each keeps its length, filled up with spaces behind it, so that the table of a PDF's parts stays true.

    Examples
    --------
    >>> lead_to_neighbours(b"/URI (file:///home/a/02_when.html#x)>>")
    b'/URI (./02_when.pdf)                >>'
    """
    return _FILE_LINK.sub(lambda found: b"(./%s.pdf)" % found[1] + b" " * (len(found[0]) - len(found[1]) - 8), printed)
