"""`gangyao explore`: its address, its errors."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

COMMAND = [sys.executable, "-c", "from gangyao.cli import main; main()", "explore", "--no-open"]


def test_it_serves_a_release_until_it_is_stopped(release: Path) -> None:
    with subprocess.Popen([*COMMAND, str(release), "--port", "0"], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        address = run.stdout.readline().split(" is at ")[1].split()[0]
        with urllib.request.urlopen(f"{address}release/parquet/tasks.parquet") as answer:
            assert answer.read(4) == b"PAR1"
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=20) == 0


def test_a_folder_without_a_release_is_refused(tmp_path: Path) -> None:
    run = subprocess.run([*COMMAND, str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith(f"gangyao: {tmp_path} holds no release")
    assert "gangyao build" in run.stderr


def test_a_port_that_is_taken_is_named(release: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [*COMMAND, str(release), "--port", port], capture_output=True, text=True, check=False
        )
    assert run.returncode == 1
    assert run.stderr == f"gangyao: port {port} is in use: name another with --port\n"
