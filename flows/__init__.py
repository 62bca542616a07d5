"""Prefect flows over the operations of gangyao. Only this package imports Prefect.

Importing it settles, before Prefect is imported, what Prefect reads from the environment: no telemetry, no
noise, the log of the stages to the server (and as JSON where `GANGYAO_LOG` asks for it), and its state in the
user's cache directory. Whatever the user has set stays as it is.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from gangyao.operations.logs import VARIABLE, LogFormat

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
# What flows and tasks say goes to the server, and the console keeps to what went wrong.
os.environ.setdefault("PREFECT_LOGGING_LOGGERS_PREFECT_FLOW_RUNS_LEVEL", "INFO")
os.environ.setdefault("PREFECT_LOGGING_LOGGERS_PREFECT_TASK_RUNS_LEVEL", "INFO")
if VARIABLE in os.environ:
    if os.environ[VARIABLE] == LogFormat.json:
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_FORMATTER", "json")
else:
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "WARNING")
if not (Path.home() / ".prefect" / "profiles.toml").exists():
    # A user who has a Prefect profile keeps it, with the server that it names.
    home = Path(os.environ.setdefault("PREFECT_HOME", str(user_cache_path("gangyao") / "prefect")))
    # Prefect makes the folder, but not those above it.
    home.mkdir(parents=True, exist_ok=True)
