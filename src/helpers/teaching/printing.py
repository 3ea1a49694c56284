"""Print a sheet as PDF with a Chromium of the machine, where there is one; the HTML prints from any browser anyway."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
          "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer",
          "--host-resolver-rules=MAP * ~NOTFOUND")  # fmt: skip
_SECONDS = 120


def find_browser(names: Sequence[str] = BROWSERS) -> str:
    """Find a browser that prints; empty where there is none.

    Examples
    --------
    >>> find_browser(["no-such-browser"]) if not os.environ.get("GRENSPOST_BROWSER") else ""
    ''
    """
    return os.environ.get("GRENSPOST_BROWSER") or next(filter(None, map(shutil.which, names)), "")


def print_page(page: Path, pdf: Path, browser: str) -> bool:
    """Print a page; tell whether the browser did.

    Parameters
    ----------
    page, pdf : Path
    browser : str
        As `find_browser` finds it.
    """
    with tempfile.TemporaryDirectory(prefix="grenspost-", ignore_cleanup_errors=True) as profile:
        command = [browser, *_FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={pdf.resolve()}",
                   page.resolve().as_uri()]  # fmt: skip
        try:
            done = subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0 and pdf.is_file() and pdf.read_bytes().startswith(b"%PDF")
