"""A JupyterLab of its own for the tests: a copy of the notebooks, nobody's settings, and an end."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers.resources.paths import home

SOURCE = Path(__file__).resolve().parents[2] / "src"
GUARD = Path(__file__).with_name("guard.py")
UP_WITHIN_S, DOWN_WITHIN_S = 60, 10
QUIET = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},  # every cell stays in the page
}


@dataclass(frozen=True)
class Lab:
    """Where a running JupyterLab answers."""

    url: str
    token: str
    pid: int

    @property
    def address(self) -> str:
        return f"{self.url}/lab?reset&token={self.token}"


@contextmanager
def run_lab(folder: Path) -> Iterator[Lab]:
    """Run JupyterLab on a copy of the notebooks; it ends with the test, and with the test run however that ends."""
    root = _copy_checkout(folder / "home") / "notebooks"
    port, token = _free_port(), secrets.token_hex(16)
    log = folder / "lab.log"
    with log.open("wb") as said:
        server = subprocess.Popen(  # noqa: S603  (our own interpreter, our own words)
            [sys.executable, str(GUARD), *_command(root, port, token)], cwd=root, env=_environment(folder),
            stdin=subprocess.PIPE, stdout=said, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            lab = Lab(f"http://127.0.0.1:{port}", token, server.pid)
            _wait_until_up(lab, server, log)
            yield lab
        finally:
            _end(server)


def _copy_checkout(to: Path) -> Path:
    """Copy what a notebook reads, so that it runs as a reader runs it and writes nothing into the checkout."""
    for name in ("data", "seeds", "notebooks"):
        shutil.copytree(home() / name, to / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "tables"))
    (to / "node_modules").symlink_to(home() / "node_modules")
    return to


def _command(root: Path, port: int, token: str) -> list[str]:
    return [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser",
        f"--ServerApp.root_dir={root}", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}", "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.extension_manager=readonly",
    ]  # fmt: skip


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of the server and its kernels: ours, with no setting of the person who runs the tests."""
    own = {name: folder / name.lower() for name in (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR", "MPLCONFIGDIR")}  # fmt: skip
    for path in own.values():
        path.mkdir()
    for plugin, settings in QUIET.items():
        package, _, name = plugin.partition(":")
        file = own["JUPYTERLAB_SETTINGS_DIR"] / package / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(settings), encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(SOURCE), os.environ.get("PYTHONPATH"))))
    return {**os.environ, **{name: str(path) for name, path in own.items()}, "PYTHONPATH": path,
            "GRENSPOST_HOME": str(folder / "home")}  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(lab: Lab, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{lab.url}/api/status?token={lab.token}", timeout=2):  # noqa: S310
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"JupyterLab did not start within {UP_WITHIN_S} s; it said:\n{log.read_text()[-3000:]}")


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server and its kernels: asked first, then made to."""
    server.terminate()
    try:
        server.wait(DOWN_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    if server.stdin:
        server.stdin.close()
    try:
        os.killpg(server.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
