"""One build of an output at a time, in whatever process."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from gangyao.operations.sole_build import LOCK, sole_build
from gangyao.paths import history_of

HOLDER = """
import sys, time
from pathlib import Path
from gangyao.operations.sole_build import sole_build
with sole_build(Path(sys.argv[1]), lambda: print("waits", flush=True)):
    print("has it", flush=True)
    sys.stdin.read()
"""


def holder(output: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(output)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def ask(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


def test_the_second_waits_until_the_first_has_ended(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with holder(output) as first:
        assert ask(first) == "has it\n"
        with holder(output) as second:
            assert ask(second) == "waits\n"
            first.communicate("")
            assert ask(second) == "has it\n"
            second.communicate("")
    assert not history_of(output).exists()


def test_a_build_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with holder(output) as first:
        assert ask(first) == "has it\n"
        first.kill()
    waited: list[float] = []
    with sole_build(output, lambda: waited.append(time.monotonic())):
        assert waited == []


def test_what_is_kept_beside_the_lock_stays(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with sole_build(output):
        (history_of(output) / "runs.jsonl").write_text("")
    assert sorted(path.name for path in history_of(output).iterdir()) == [LOCK, "runs.jsonl"]


def test_two_outputs_do_not_wait_for_each_other(tmp_path: Path) -> None:
    waited: list[str] = []
    with sole_build(tmp_path / "a"), sole_build(tmp_path / "b", lambda: waited.append("b")):
        assert waited == []
