"""Operated for real: a server, deployments and a worker on loopback, and what an operator lives through.

One test, because the server takes longest: a password, the nightly build of three documents, one changed and
one broken in the next night, one build cancelled, everything stopped.
"""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from gangyao.operations.runs import read_runs
from gangyao.release.load import load_tables

REPOSITORY = Path(__file__).parents[2]
# Nobody is let in without it, as docs/operate.md shows.
PASSWORD = "admin:of this test"
# Only that a test that hangs ends: on a quiet machine all of it takes less than one.
MINUTES = 6


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], Any], what: str) -> Any:
    until = time.monotonic() + 60 * MINUTES
    while time.monotonic() < until:
        found = holds()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"waited in vain for {what}")


class Receiver:
    """Who is told: keeps the JSON of what is posted."""

    def __init__(self) -> None:
        self.told: list[dict[str, str]] = []
        told = self.told

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/told"


class Prefect:
    """The server's API."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/api"

    def call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        request = Request(
            f"{self.url}/{quote(path)}",
            None if body is None else json.dumps(body).encode(),
            {
                "Content-Type": "application/json",
                "Authorization": f"Basic {base64.b64encode(PASSWORD.encode()).decode()}",
            },
        )
        for _ in range(60):
            try:
                with urlopen(request, timeout=60) as answer:
                    return json.loads(answer.read())
            except HTTPError as error:
                # As Prefect's own client does: its database may be busy.
                if error.code != 503:
                    raise
                time.sleep(1)
        raise AssertionError(f"{path}: the server is not available")

    def start(self, deployment: str, **parameters: object) -> str:
        found = self.call(f"deployments/name/{deployment}")
        run = self.call(f"deployments/{found['id']}/create_flow_run", {"parameters": parameters})
        return str(run["id"])

    def state(self, run: str) -> dict[str, Any]:
        return dict(self.call(f"flow_runs/{run}")["state"] or {})

    def end(self, run: str) -> str:
        """Wait until a run has ended, and return the name of its state."""
        ends = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
        wait_until(lambda: self.state(run).get("type") in ends, f"the end of {run}: {self.state(run)}")
        return str(self.state(run)["name"])

    def task_states(self, run: str) -> dict[str, str]:
        runs = self.call("task_runs/filter", {"flow_runs": {"id": {"any_": [run]}}})
        return {one["name"]: str((one["state"] or {}).get("message")) for one in runs}


def write_document(seeds: Path, name: str, text: str) -> None:
    folder = seeds / "documents" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "document.yaml").write_text(f"title: 规划{name}\nfiles: [a.txt]\n", encoding="utf-8")
    (folder / "a.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with seeds of three documents."""
    for name in "abc":
        write_document(tmp_path / "seeds", name, f"第一章 总则\n到2027年，建设公园{name}。\n")
    return tmp_path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    return {
        **kept,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_SERVER_API_AUTH_STRING": PASSWORD,
        "PREFECT_API_AUTH_STRING": PASSWORD,
        "PYTHONPATH": str(REPOSITORY),
        "GANGYAO_TEST_MARKER": str(tmp_path),
    }


@pytest.fixture
def prefect(place: Path, environment: dict[str, str]) -> Iterator[Prefect]:
    """What `make server` starts; after the test it is stopped, and nothing of it may be left."""
    port = free_port()
    command = [sys.executable, "-m", "flows.serve", "--port", str(port)]
    with (place / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=log)
    try:
        wait_until(
            lambda: b"runs are shown at" in (place / "server.log").read_bytes() or server.poll() is not None,
            "the server",
        )
        assert server.poll() is None, (place / "server.log").read_text(errors="replace")[-3000:]
        yield Prefect(port)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)
    assert server.returncode == 0
    wait_until(lambda: processes_of(place) == [], f"the end of {processes_of(place)}")


def processes_of(place: Path) -> list[str]:
    """Return the command lines of the processes that the test started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"GANGYAO_TEST_MARKER={place}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # it has ended, or is another user's
            continue
    return [one for one in found if one]


def hidden(place: Path) -> list[str]:
    return [path.name for path in place.iterdir() if path.name.startswith(".")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_night_at_the_operators(place: Path, prefect: Prefect, environment: dict[str, str]) -> None:
    with pytest.raises(HTTPError, match="401"):
        urlopen(f"{prefect.url}/flows/count", b"{}", timeout=60)
    receiver = Receiver()
    subprocess.run(
        [sys.executable, "-m", "flows.alerts", receiver.url],
        env={**environment, "PREFECT_API_URL": prefect.url}, check=True, capture_output=True,
    )  # fmt: skip
    nightly, output = "gangyao build/nightly", place / "output"

    first = prefect.start(nightly)
    assert prefect.end(first) == "Completed"
    assert load_tables(output)["documents"]["document_id"].to_pylist() == ["a", "b", "c"]
    assert "→ 3 documents to read" in prefect.task_states(first)["ingest seeds"]
    assert read_runs(output)[-1].due is not None
    assert receiver.told == []

    write_document(place / "seeds", "b", "第一章 总则\n到2027年，建设学校。\n")
    (place / "seeds" / "documents" / "c" / "a.txt").unlink()
    second = prefect.start(nightly)
    assert prefect.end(second) == "CompletedWithProblems"
    assert "→ 2 documents to read, 1 taken over" in prefect.task_states(second)["ingest seeds"]
    assert load_tables(output)["problems"]["document_id"].to_pylist() == ["c"]
    told = wait_until(lambda: receiver.told, "the notification")[0]
    assert "left documents out" in told["title"]
    assert "output stands without c" in told["message"]
    status = [sys.executable, "-m", "gangyao", "status", "output"]
    assert subprocess.run(status, cwd=place, env=environment, check=False).returncode == 1

    for number in range(40):
        text = "\n".join(f"第{number}处支持建设{number}号公园{line}座，推动发展。" for line in range(600))
        write_document(place / "seeds", f"long-{number}", f"第一章 总则\n{text}\n")
    before = (output / "SHA256SUMS").read_bytes()
    third = prefect.start(nightly)
    wait_until(lambda: any(path.name.startswith(".output.parts") for path in place.iterdir()), "the reading")
    prefect.call(f"flow_runs/{third}/set_state", {"state": {"type": "CANCELLING"}})
    assert prefect.end(third) == "Cancelled"
    wait_until(lambda: hidden(place) == [], "the clearing away")
    assert (output / "SHA256SUMS").read_bytes() == before
    assert [run.result for run in read_runs(output)] == ["published", "published", "cancelled"]
