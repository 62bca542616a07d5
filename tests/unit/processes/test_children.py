"""Worker processes do not outlive the process that started them, even where it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from gangyao.processes.children import worker_pool

PARENT = """
import os, sys, time
from gangyao.processes.children import worker_pool

if __name__ == "__main__":
    with worker_pool(2) as pool:
        workers = {pool.submit(os.getpid).result() for _ in range(4)}
        print(*workers, flush=True)
        pool.submit(time.sleep, 600)
        time.sleep(600)
"""

OTHERS = """
import subprocess, sys, time
from gangyao.processes.children import end_with_this_process

child = subprocess.Popen(["sleep", "600"])
end_with_this_process(child.pid)
print(child.pid, flush=True)
if sys.argv[1] == "killed":
    time.sleep(600)
"""


def is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def all_end(pids: Sequence[int]) -> bool:
    until = time.monotonic() + 20
    while any(map(is_running, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(is_running, pids))


def test_workers_end_when_their_parent_is_killed(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        forkserver = int(Path(f"/proc/{workers[0]}/stat").read_text().rpartition(")")[2].split()[1])
        assert all(map(is_running, workers))
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    assert all_end([*workers, forkserver])


@pytest.mark.parametrize("how", ["killed", "ends"])
def test_a_process_that_others_started_ends_with_this_one(tmp_path: Path, how: str):
    script = tmp_path / "parent.py"
    script.write_text(OTHERS)
    with subprocess.Popen([sys.executable, str(script), how], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        if how == "killed":
            assert is_running(child)
            parent.kill()
        parent.wait()
    assert all_end([child])


def give_up(workers: set[int]) -> None:
    with worker_pool(2) as pool:
        workers.update(pool.submit(os.getpid).result() for _ in range(4))
        pool.submit(time.sleep, 600)
        raise KeyboardInterrupt


def test_workers_end_at_once_where_what_they_work_for_is_given_up() -> None:
    begun, workers = time.monotonic(), set[int]()
    with pytest.raises(KeyboardInterrupt):
        give_up(workers)
    assert time.monotonic() - begun < 60
    assert workers
    assert not any(is_running(pid) for pid in workers)
