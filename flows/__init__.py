"""Prefect flows over the operations of gangyao. Only this package imports Prefect.

Importing it settles, before Prefect is imported, what Prefect reads from the environment: no telemetry, no
noise, and its state in the user's cache directory. Whatever the user has set stays as it is.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
if not (Path.home() / ".prefect" / "profiles.toml").exists():
    # A user who has a Prefect profile keeps it, with the server that it names.
    home = Path(os.environ.setdefault("PREFECT_HOME", str(user_cache_path("gangyao") / "prefect")))
    # Prefect makes the folder, but not those above it.
    home.mkdir(parents=True, exist_ok=True)
