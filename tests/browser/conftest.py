"""One Chromium for all browser tests; it reaches nothing but files, and every other request is written down."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lab_desk import Desk, open_desk
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))
from sample_notebooks import write_full_notebook, write_other_notebook, write_small_tables

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # fmt: skip
LOCAL = ("file:", "data:", "blob:", "about:")
HOW_TO_INSTALL = "no Chromium on PATH; on Debian: apt-get install --no-install-recommends chromium fonts-dejavu-core"


@dataclass
class Watch:
    """A context of its own, and what happened in it."""

    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: Path, anchor: str = "") -> Page:
        page = self.context.new_page()
        page.on("console", lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(path.as_uri() + anchor, wait_until="load")
        return page

    def answer(self, route: Route) -> None:
        if route.request.url.startswith(LOCAL):
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail(HOW_TO_INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


def _watch(chromium: Browser, **options: object) -> Iterator[Watch]:
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **options})
    context.set_default_timeout(10_000)
    watch = Watch(context)
    context.route("**/*", watch.answer)
    yield watch
    context.close()


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Watch]:
    """Scripts on."""
    yield from _watch(chromium)


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Watch]:
    """Scripts off."""
    yield from _watch(chromium, java_script_enabled=False)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Watch]:
    """A narrow screen."""
    yield from _watch(chromium, viewport={"width": 390, "height": 800})


@pytest.fixture(scope="session")
def pages(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of pages made from two notebooks; asks for the browser first, so that nothing is made in vain."""
    from helpers.reports import write_reports

    folder = tmp_path_factory.mktemp("site")
    books = [write_full_notebook(folder / "01_full.ipynb"), write_other_notebook(folder / "02_other.ipynb")]
    write_reports(books, write_small_tables(folder / "tables"), folder / "pages", timeout_s=120)
    return folder / "pages"


@pytest.fixture(scope="session")
def desk(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """JupyterLab, started once for all tests that work in it."""
    with open_desk(chromium, tmp_path_factory.mktemp("lab")) as opened:
        yield opened
