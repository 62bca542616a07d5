"""Server, work pool, deployments and worker here, in one command: `make server`. Ctrl-C or SIGTERM stops all.

On loopback only, unless `--host` says otherwise: Prefect's server lets everybody in who reaches it
(docs/operate.md shows how to ask for a password). Imports nothing of Prefect.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import FrameType
from typing import Annotated
from urllib.error import URLError
from urllib.request import urlopen

import typer

import flows
from gangyao.processes.children import end_with_this_process

POOL = "gangyao"
DECLARED = "prefect.yaml"
STARTS_WITHIN = 300.0
# As long as Prefect gives a flow run that is cancelled; then what is left is killed.
STOPS_WITHIN = 30.0
# Prefect's own command line, of the environment that runs this.
PREFECT = (sys.executable, "-m", "prefect")


class Stopped(BaseException):
    """Somebody asked for the end."""


def main(
    host: Annotated[str, typer.Option(help="Where the server listens.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Its port.")] = 4200,
    api: Annotated[
        str | None, typer.Option(metavar="URL", help="A server that runs already; then none is started.")
    ] = None,
    healthcheck: Annotated[
        bool, typer.Option("--healthcheck", help="Let the worker answer at :8080/health.")
    ] = False,
) -> None:
    """Run a server with its pages, the deployments of prefect.yaml and a worker, until it is stopped."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    url = api or f"http://{host}:{port}/api"
    # prefect.yaml names the folder by it, and only shells keep it.
    os.environ["PWD"] = str(Path.cwd())
    os.environ["PREFECT_API_URL"] = url
    # A worker looks for work every fifteen seconds unless it is told otherwise.
    os.environ.setdefault("PREFECT_WORKER_QUERY_SECONDS", "2")
    try:
        with ExitStack() as running:
            parts = []
            if api is None:
                parts.append(_start(running, "server", "start", "--host", host, "--port", str(port)))
            _wait_for(parts, f"{url}/health")
            _run("work-pool", "create", POOL, "--type", "process", "--overwrite")
            _run("--no-prompt", "deploy", "--all", "--prefect-file", str(_prefect_file()))
            health = ("--with-healthcheck",) if healthcheck else ()
            parts.append(_start(running, "worker", "start", "--pool", POOL, *health))
            print(f"gangyao: runs are shown at {url.removesuffix('/api')}; Ctrl-C stops all", flush=True)
            _until_one_ends(parts)
    except Stopped:
        print("gangyao: stopped", flush=True)


def _prefect_file() -> Path:
    """Return what declares the deployments: the operator's own, here, or ours."""
    beside = Path(flows.__file__).parent
    places = (Path.cwd(), beside.parent, beside)
    return next(place / DECLARED for place in places if (place / DECLARED).is_file())


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _start(running: ExitStack, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of Prefect that is stopped with the rest, and ends with this process however that ends."""
    # In a group of its own: Ctrl-C comes to us, and we stop the worker before the server.
    process = subprocess.Popen([*PREFECT, *arguments], start_new_session=True)
    end_with_this_process(process.pid)
    running.callback(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _run(*arguments: str) -> None:
    done = subprocess.run([*PREFECT, *arguments], check=False)
    if done.returncode:
        raise SystemExit(f"gangyao: `prefect {' '.join(arguments)}` failed")


def _wait_for(parts: Sequence[subprocess.Popen[bytes]], url: str) -> None:
    """Wait until the server answers, which may be among the parts that were started."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        for server in parts:
            if server.poll() is not None:
                raise SystemExit(f"gangyao: the server ended ({server.returncode}); is its port in use?")
        with suppress(URLError, OSError), urlopen(url, timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise SystemExit(f"gangyao: no server answered at {url} within {STARTS_WITHIN:.0f} s")


def _until_one_ends(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    while True:
        for process in processes:
            if process.poll() is not None:
                raise SystemExit(f"gangyao: {process.args!r} ended with code {process.returncode}")
        time.sleep(0.5)


if __name__ == "__main__":
    typer.run(main)
