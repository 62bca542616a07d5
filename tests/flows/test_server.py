"""The server that is started for a run does not outlive a run that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

FLOW = """
import time
from flows.server import own_server

with own_server():
    time.sleep(600)
"""


def processes_with(marker: str) -> list[str]:
    """Return the command lines of the processes whose environment holds `marker`."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if marker.encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # it has ended, or is another user's
            continue
    return found


def wait_until(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 30
    while not holds() and time.monotonic() < until:
        time.sleep(0.1)
    return holds()


def test_the_server_ends_when_the_run_is_killed(tmp_path: Path):
    script = tmp_path / "endless.py"
    script.write_text(FLOW)
    marker = f"GANGYAO_TEST_MARKER={tmp_path}"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT")},
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "GANGYAO_TEST_MARKER": str(tmp_path),
    }
    with subprocess.Popen([sys.executable, str(script)], env=environment) as flow:
        # As early as it can be: the server is there, and takes seconds more until it answers.
        assert wait_until(lambda: any("uvicorn" in command for command in processes_with(marker)))
        flow.kill()
        flow.wait()
    assert wait_until(lambda: not processes_with(marker))
