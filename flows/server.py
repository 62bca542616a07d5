"""Prefect's server for one run, where none is named: a thread of this process, which ends with it.

Prefect would start a process for it, which imports all over again what is imported here already, and outlives
a run that is killed: that takes a quarter more of a processor's time. Imports nothing of Prefect before it is
started.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uvicorn

API_URL = "PREFECT_API_URL"
# It takes four seconds of a processor; on a machine with ten other things to do, a minute and more.
STARTS_WITHIN = 300.0
ENDS_WITHIN = 5.0


def is_named() -> bool:
    """Tell whether the environment or the user's Prefect profile names a server."""
    home = Path(os.environ.get("PREFECT_HOME", Path.home() / ".prefect"))
    if API_URL in os.environ:
        return True
    with suppress(OSError):
        return API_URL in (home / "profiles.toml").read_text(encoding="utf-8", errors="replace")
    return False


class OwnServer:
    """A server on loopback; it answers some time after it is started."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._server: uvicorn.Server | None = None
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._serve, name="Prefect's server", daemon=True)

    @property
    def api_url(self) -> str:
        """Where it will answer."""
        return f"http://127.0.0.1:{self.port}/api"

    def start(self) -> None:
        """Start it. What of Prefect this process uses must be imported by then: imports may not cross."""
        self._thread.start()

    def wait(self) -> None:
        """Wait until it answers. Raises RuntimeError where it ended, or takes too long."""
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            if not self._thread.is_alive():
                raise RuntimeError("Prefect's server ended") from self._failure
            if self._server is not None and self._server.started:
                return
            time.sleep(0.02)
        raise RuntimeError(f"Prefect's server did not answer within {STARTS_WITHIN:.0f} s")

    def stop(self) -> None:
        """Let it end, if it was started; what takes too long ends with this process."""
        if self._server is not None:
            self._server.should_exit = True
            self._thread.join(ENDS_WITHIN)

    def _serve(self) -> None:
        try:
            import uvicorn  # noqa: PLC0415
            from prefect.server.api.server import create_app  # noqa: PLC0415

            app = create_app(ephemeral=True, final=True)
            self._server = uvicorn.Server(
                uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="error", lifespan="on")
            )
            self._server.run()
        # Also what ends a program (uvicorn's way to say that its port is taken): `wait` tells of it.
        except BaseException as error:
            self._failure = error


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Give a server that is not started yet, name it in the environment, and stop it at the end."""
    server = OwnServer(_free_port())
    os.environ[API_URL] = server.api_url
    # No flow here uses a block, and to register them all takes a server as long as to serve a run.
    os.environ.setdefault("PREFECT_SERVER_REGISTER_BLOCKS_ON_START", "false")
    try:
        yield server
    finally:
        del os.environ[API_URL]
        server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
