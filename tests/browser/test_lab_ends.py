"""No JupyterLab and no kernel outlives the one who started it, however that one ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil
import pytest

from helpers.resources.paths import home

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="signals are of another kind there; make is not used there"),
]
HERE, SOURCE = Path(__file__).parent, Path(__file__).resolve().parents[2] / "src"
WITHIN_S = 40
RUN = """
import signal, sys, time
from pathlib import Path
from lab_server import run_lab
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits that it is ignored
with run_lab(Path(sys.argv[1])) as lab:
    print(lab.url, lab.token, lab.pid, flush=True)
    time.sleep(600)
"""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(SOURCE)]), **more}


def start_kernel(url: str, token: str) -> None:
    headers = {"Authorization": f"token {token}", "Content-Type": "application/json"}
    asked = urllib.request.Request(f"{url}/api/kernels", json.dumps({}).encode(), headers, method="POST")  # noqa: S310
    with urllib.request.urlopen(asked, timeout=WITHIN_S) as answer:  # noqa: S310  (our own server)
        assert answer.status == 201


def wait_until_gone(processes: list[psutil.Process]) -> list[psutil.Process]:
    return psutil.wait_procs(processes, timeout=WITHIN_S)[1]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sent: sent.name)
def test_the_lab_of_a_test_ends_with_the_test_run(tmp_path: Path, sent: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", RUN, str(tmp_path)], env=environment(), cwd=HERE,  # noqa: S603
                          stdout=subprocess.PIPE, text=True) as run:  # fmt: skip
        assert run.stdout is not None
        url, token, pid = run.stdout.readline().split()
        start_kernel(url, token)
        guard = psutil.Process(int(pid))
        started = [guard, *guard.children(recursive=True)]
        assert len(started) >= 3  # the guard, the server, the kernel
        run.send_signal(sent)
    assert wait_until_gone(started) == []


@pytest.mark.parametrize("folder", ["", "my students"])
def test_make_lab_is_jupyterlab_itself_so_that_what_ends_it_ends_the_server(tmp_path: Path, folder: str) -> None:
    """It opens the notebooks of the suite, or the folder that it is given."""
    given = [str(tmp_path / folder)] if folder else []
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / "jupyter_server_config.json").write_text(
        json.dumps({"ServerApp": {"allow_root": True, "open_browser": False, "port": 0}}), encoding="utf-8")
    run = subprocess.Popen([sys.executable, "-m", "helpers", "lab", *given],  # noqa: S603  (our own program)
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                           env=environment(JUPYTER_CONFIG_DIR=str(tmp_path), JUPYTER_RUNTIME_DIR=str(tmp_path / "run")))  # fmt: skip
    end = time.monotonic() + WITHIN_S
    while not list(tmp_path.glob("run/jpserver-*.json")) and run.poll() is None and time.monotonic() < end:
        time.sleep(0.2)
    assert [path.name for path in tmp_path.glob("run/jpserver-*.json")] == [f"jpserver-{run.pid}.json"]
    stated = json.loads((tmp_path / "run" / f"jpserver-{run.pid}.json").read_text(encoding="utf-8"))
    assert Path(stated["root_dir"]) == (tmp_path / folder if folder else home() / "notebooks").resolve()
    run.send_signal(signal.SIGTERM)
    run.communicate(timeout=WITHIN_S)
    assert not psutil.pid_exists(run.pid)
