"""A process that is asked to end clears away what it began, and the record of runs says so."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gangyao.operations.runs import read_runs

# What a build is: an exception wherever it is takes it through what it has to clear away.
BUILD = """
import sys, time
from pathlib import Path
from gangyao.operations.runs import failures_recorded
from gangyao.processes.asked_to_end import end_when_asked
from gangyao.release.atomic_folder import staging_folder
end_when_asked()
output = Path(sys.argv[1])
with failures_recorded(output, "a test"), staging_folder(output):
    print("begun", flush=True)
    time.sleep(60)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_was_begun_is_cleared_away_and_recorded(tmp_path: Path, name: str):
    output = tmp_path / "out"
    output.mkdir()
    build = subprocess.Popen([sys.executable, "-c", BUILD, str(output)], stdout=subprocess.PIPE, text=True)
    assert build.stdout is not None
    assert build.stdout.readline() == "begun\n"
    number = getattr(signal, name)
    build.send_signal(number)
    build.communicate(timeout=30)
    assert build.returncode == 128 + number
    (run,) = read_runs(output)
    assert (run.result, run.message) == ("cancelled", f"asked to end ({name})")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.history"]


def test_what_is_ignored_stays_so():
    code = (
        "import os, signal; from gangyao.processes.asked_to_end import end_when_asked\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN); end_when_asked()\n"
        "os.kill(os.getpid(), signal.SIGHUP); print('goes on')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "goes on\n"
