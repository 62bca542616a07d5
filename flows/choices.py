"""What one may choose for a run; free of Prefect, so that the command line can ask before it is imported."""

from __future__ import annotations

from enum import StrEnum


class Runner(StrEnum):
    """Where batches are read."""

    local = "local"
    dask = "dask"
