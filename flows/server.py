"""The server that Prefect starts for a flow ends with the flow, also where that is killed."""

from __future__ import annotations

import subprocess
from typing import Any

from prefect.server.api.server import SubprocessASGIServer

from gangyao.child_processes import end_with_this_process


class EndingServer(SubprocessASGIServer):
    """Prefect's temporary server, watched from the moment it is started."""

    def _run_uvicorn_command(self) -> subprocess.Popen[Any]:
        server = super()._run_uvicorn_command()
        end_with_this_process(server.pid)
        return server


def end_server_with_flow() -> None:
    """Let Prefect take such a server wherever it starts one; a running one stays as it is.

    Prefect has no setting for it: it takes the server that is kept for no port in particular, or makes it.
    """
    EndingServer()
