"""The server that is started for a run answers, and does not outlive a run that is killed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from flows.server import OwnServer

FLOW = """
import time
from flows.server import own_server

with own_server() as server:
    server.start()
    server.wait()
    print(server.api_url, flush=True)
    time.sleep(600)
"""


def test_the_server_answers_and_ends_when_the_run_is_killed(tmp_path: Path):
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT")},
        "PREFECT_HOME": str(tmp_path / "prefect"),
    }
    with subprocess.Popen(
        [sys.executable, "-c", FLOW], env=environment, stdout=subprocess.PIPE, text=True
    ) as flow:
        assert flow.stdout is not None
        url = flow.stdout.readline().strip()
        with urlopen(f"{url}/health", timeout=30) as answer:
            assert answer.read() == b"true"
        flow.kill()
        flow.wait()
    with pytest.raises(OSError, match="refused"):
        urlopen(f"{url}/health", timeout=30)


def test_a_server_that_cannot_start_is_told_with_its_cause():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = OwnServer(taken.getsockname()[1])
        server.start()
        with pytest.raises(RuntimeError, match="Prefect's server ended"):
            server.wait()
