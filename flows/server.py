"""Prefect's server for one run, where none is named: started before Prefect is imported, ended with the run.

Prefect would start the same one itself, but only once it is wanted, and imports all of it here for that:
started early it comes up beside the imports, and costs half the processor time. It ends with this process
however that ends. Imports nothing of Prefect.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from gangyao.processes.children import end_with_this_process

API_URL = "PREFECT_API_URL"
# It takes four seconds of a processor; on a machine with ten other things to do, a minute and more.
STARTS_WITHIN = 300.0


def is_named() -> bool:
    """Tell whether the environment or the user's Prefect profile names a server."""
    home = Path(os.environ.get("PREFECT_HOME", Path.home() / ".prefect"))
    if API_URL in os.environ:
        return True
    with suppress(OSError):
        return API_URL in (home / "profiles.toml").read_text(encoding="utf-8", errors="replace")
    return False


@dataclass(frozen=True, slots=True)
class OwnServer:
    """A server that was started here; it may not answer yet."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def api_url(self) -> str:
        """Where it will answer."""
        return f"http://127.0.0.1:{self.port}/api"

    def wait(self) -> None:
        """Wait until it answers. Raises RuntimeError where it ended, or takes too long."""
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise RuntimeError(f"Prefect's server ended with code {self.process.returncode}")
            with suppress(URLError, OSError), urlopen(f"{self.api_url}/health", timeout=5) as answer:
                if answer.status == 200:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"Prefect's server did not answer within {STARTS_WITHIN:.0f} s")


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Start a server on loopback, name it in the environment, and stop it at the end."""
    port = _free_port()
    process = subprocess.Popen(
        [
            sys.executable, "-m", "uvicorn", "--factory", "prefect.server.api.server:create_app",
            "--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "--lifespan", "on",
        ],
        env={
            **os.environ,
            "PREFECT_UI_ENABLED": "0",
            # As Prefect marks the servers that it starts for one run.
            "PREFECT__SERVER_EPHEMERAL": "1",
            "PREFECT__SERVER_FINAL": "1",
        },
    )  # fmt: skip
    end_with_this_process(process.pid)
    server = OwnServer(process, port)
    os.environ[API_URL] = server.api_url
    try:
        yield server
    finally:
        del os.environ[API_URL]
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
