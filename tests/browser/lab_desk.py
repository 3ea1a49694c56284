"""One window with JupyterLab in it, for the tests that work with notebooks as a reader does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lab_server import run_lab
from playwright.sync_api import Browser, Page, expect

STEP_MS, RUN_MS = 30_000, 80_000
expect.set_options(timeout=STEP_MS)  # a slow machine is no failure
OPEN = "path => void window.jupyterapp.commands.execute('docmanager:open', {path})"
IS_IDLE = """path => {
  const panel = window.jupyterapp?.shell.currentWidget, session = panel?.sessionContext;
  return panel?.context?.path === path && session?.isReady && session.session?.kernel?.status === 'idle';
}"""
RUN_ALL = """() => {
  window.allCellsRan = false;
  void window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => { window.allCellsRan = true; });
}"""
CELLS = "() => JSON.stringify(window.jupyterapp.shell.currentWidget.content.model.toJSON().cells)"
RESTART = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
LOCAL = ("http://127.0.0.1:", "data:", "blob:", "about:")


class Desk:
    """One window with JupyterLab in it; the notebooks are opened in it one after the other."""

    def __init__(self, page: Page, home: Path) -> None:
        self.page, self.home = page, home
        self.cells: dict[str, list[dict]] = {}

    def run(self, name: str) -> list[dict]:
        """Run a notebook from top to bottom, unless that has been done, and return its code cells."""
        path = f"{name}.ipynb"
        self.page.evaluate(OPEN, path)
        self.page.wait_for_function(IS_IDLE, arg=path)
        if name not in self.cells:
            self.page.evaluate(RUN_ALL)
            self.page.wait_for_function("window.allCellsRan", timeout=RUN_MS)
            self.page.wait_for_function(IS_IDLE, arg=path)
            self.cells[name] = [cell for cell in json.loads(self.page.evaluate(CELLS)) if cell["cell_type"] == "code"]
        return self.cells[name]

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so on disk; the kernel writes when it comes to it."""
        end = time.monotonic() + STEP_MS / 1000
        while not is_so():
            assert time.monotonic() < end, "it did not come to be so"
            self.page.wait_for_timeout(50)

    def restart(self, name: str) -> list[dict]:
        """Restart the kernel of the notebook in front, and run it anew from top to bottom."""
        self.page.evaluate(RESTART)
        self.page.wait_for_function(IS_IDLE, arg=f"{name}.ipynb")
        del self.cells[name]
        return self.run(name)


@contextmanager
def open_desk(chromium: Browser, folder: Path) -> Iterator[Desk]:
    """Start JupyterLab and open a window on it; it may ask this machine alone."""
    asked: list[str] = []
    with run_lab(folder) as lab:
        context = chromium.new_context(viewport={"width": 1280, "height": 1000}, locale="en-GB")
        context.set_default_timeout(STEP_MS)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(lab.address, wait_until="domcontentloaded")
        page.wait_for_function("window.jupyterapp?.shell.currentWidget")
        yield Desk(page, folder / "home")
        context.close()
    assert [url for url in asked if not url.startswith(LOCAL)] == []
