"""Run a notebook's cells in a kernel of our own interpreter, with a bound on the whole notebook.

nbclient can wait for ever: where a cell uses an output widget, the wake-up of its shell channel is lost now and then.
A read with a short time-out looks again and finds the reply, so no read here waits longer than `READ_S`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError

READ_S = 0.1
STARTUP_S = 60
_LONGEST_SOCKET = 90


class StoppedError(Exception):
    """The run was stopped from outside."""


class OwnKernelSpecs(KernelSpecManager):
    """Every kernel name is this interpreter's ipykernel, whatever is installed for the user."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the specification of our kernel."""
        command = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")


class PollingClient(NotebookClient):
    """A NotebookClient that never waits for long, keeps within one bound for all cells, and can be stopped.

    Parameters
    ----------
    nb : nbformat.NotebookNode
    folder : Path
        Folder for what the kernel keeps while it runs.
    stop : threading.Event
        Set to end the run.
    bound_s : float
        Seconds for the whole notebook.
    **options
        As for `nbclient.NotebookClient`.
    """

    def __init__(self, nb: Any, *, folder: Path, stop: threading.Event, bound_s: float, **options: Any) -> None:
        super().__init__(nb, startup_timeout=STARTUP_S, shutdown_kernel="immediate", **options)
        self.folder, self._stop = folder, stop
        self._end = time.monotonic() + bound_s
        self.timeout_func = self._seconds_left

    def _seconds_left(self, cell: Any) -> int:
        left = self._end - time.monotonic()
        if left <= 0:
            raise CellTimeoutError.error_from_timeout_and_cell("no time is left for this cell", 0, cell)
        return max(1, round(left))

    def create_kernel_manager(self) -> AsyncKernelManager:
        """Make the manager of our own kernel, with its files in our folder."""
        socket = str(self.folder / "kernel")
        local = {"transport": "ipc", "ip": socket} if os.name == "posix" and len(socket) < _LONGEST_SOCKET else {}
        self.km = AsyncKernelManager(
            kernel_spec_manager=OwnKernelSpecs(), connection_file=str(self.folder / "kernel.json"), config=self.config,
            **local,
        )
        return self.km

    async def async_start_new_kernel_client(self) -> Any:
        """Start the client and give each read of its shell channel a short time-out."""
        client = await super().async_start_new_kernel_client()
        read = client.shell_channel.get_msg

        async def get_msg(timeout: float | None = None) -> Any:
            end = None if timeout is None else time.monotonic() + timeout
            while True:
                left = READ_S if end is None else min(READ_S, max(0.0, end - time.monotonic()))
                if self._stop.is_set():
                    raise StoppedError
                try:
                    return await read(timeout=left)
                except Empty:
                    if end is not None and time.monotonic() >= end:
                        raise

        client.shell_channel.get_msg = get_msg
        return client


def run_client(notebook: Any, *, cwd: Path, stop: threading.Event, bound_s: float) -> None:
    """Execute a notebook in place, in an event loop of its own in a thread of its own.

    So it works from a script, from a thread, and from a notebook, whose own loop is already running.
    """
    with tempfile.TemporaryDirectory(prefix="grenspost-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        where = {"metadata": {"path": str(cwd)}}
        client = PollingClient(notebook, folder=folder, stop=stop, bound_s=bound_s, resources=where)
        with ThreadPoolExecutor(max_workers=1) as pool:
            try:
                pool.submit(_run_loop, client, kernel_environment(folder)).result()
            except (KeyboardInterrupt, SystemExit):
                stop.set()  # only who ends the whole run stops the notebooks beside this one
                raise


def _run_loop(client: PollingClient, environment: dict[str, str]) -> None:
    # a selector loop on every system: the channels of the kernel cannot use the one that Windows proposes
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(client.async_execute(env=environment))


def kernel_environment(folder: Path) -> dict[str, str]:
    """Return the kernel's environment: ours, with no settings of the user and no clock or chance in it."""
    own = {"IPYTHONDIR": str(folder / "ipython"), "JUPYTER_CONFIG_DIR": str(folder / "config"),
           "JUPYTER_RUNTIME_DIR": str(folder), "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8",
           "GRENSPOST_PUBLISHING": "1"}  # fmt: skip
    return {**os.environ, **own}
