"""Run a command, and end it when the pipe to the one who started us closes: also where that one was killed.

A test run that is ended with SIGTERM or SIGKILL cleans nothing up, so the server must not depend on it.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

END_WITHIN_S = 8


def main() -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)  # noqa: S603  (what the test gave us)

    def end(*_: object) -> None:
        child.terminate()

    def end_with_the_pipe() -> None:
        sys.stdin.buffer.read()
        end()
        try:
            child.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            child.kill()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=end_with_the_pipe, daemon=True).start()
    return child.wait()


if __name__ == "__main__":
    sys.exit(main())
