"""The flow in this process, for a person or cron: what it says in a terminal, and how it exits."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import typer
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import get_current_settings

from flows.build import build
from flows.server import OwnServer
from gangyao.build import Outcome
from gangyao.errors import DataError
from gangyao.operations.summary import print_summary, summarise
from gangyao.paths import lexicon_of
from gangyao.pipeline import load_engine

SENT_WITHIN = 5.0


def run_here(server: OwnServer | None, *, seeds: Path, **parameters: Any) -> None:
    """Run the flow and print what it published; exits 1 where it failed or left documents out."""
    try:
        if server is not None:
            server.start()
            load_engine(lexicon_of(seeds))
            server.wait()
        # Joining Prefect's heartbeat thread costs each flow call a second; a run of seconds needs none. Set
        # here, since the environment cannot say none, and a copy of all settings costs half a second.
        get_current_settings().flows.heartbeat_frequency = None
        started = time.perf_counter()
        outcome: Outcome = build(seeds=seeds, **parameters)  # type: ignore[assignment]
        seconds = time.perf_counter() - started
    except DataError as error:
        print(f"gangyao: {error}", file=sys.stderr)
        raise typer.Exit(1) from None
    finally:
        if server is not None:
            # They would be sent when this process ends, which the server does not live to see.
            APILogWorker.drain_all(timeout=SENT_WITHIN)
            EventsWorker.drain_all(timeout=SENT_WITHIN)
    print_summary(summarise(outcome.tables, seconds), outcome.warnings)
    if outcome.left_out:
        print(f"gangyao: {len(outcome.left_out)} left out, see the table `problems`", file=sys.stderr)
        raise typer.Exit(1)
