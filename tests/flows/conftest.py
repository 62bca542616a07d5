"""A real Prefect test server, only here: it takes seconds to start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def prefect_server() -> Iterator[None]:
    from prefect.testing.utilities import prefect_test_harness

    import flows  # noqa: F401 - settles Prefect's environment before Prefect is imported

    with prefect_test_harness(server_startup_timeout=60):
        yield
