"""How an output stands, as OpenMetrics text: for a scraper, or node_exporter's folder of text files.

The format is that of the OpenMetrics specification, version 1.0.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gangyao.operations.status import Status


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure: its name, what it means, its unit (the end of its name, or nothing), and labelled values."""

    name: str
    help: str
    unit: str
    values: tuple[tuple[str, float], ...]


def _one(value: float) -> tuple[tuple[str, float], ...]:
    return (("", value),)


def _label(name: str, value: str) -> str:
    told = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'{{{name}="{told}"}}'


def gauges(status: Status) -> Iterator[Gauge]:
    """Yield what there is to measure; figures of what is not there are left out."""
    yield Gauge("gangyao_up", "1 when nothing needs to be looked at.", "", _one(status.is_well))
    yield Gauge("gangyao_held", "1 when builds are refused after a roll-back.", "", _one(bool(status.held)))
    yield Gauge("gangyao_kept_releases", "Earlier releases to go back to.", "", _one(status.kept))
    if status.release is not None:
        one = status.release
        built = one.built_at.timestamp()
        yield Gauge(
            "gangyao_release_built_seconds", "When the release was built (Unix time).", "seconds", _one(built)
        )
        rows = tuple((_label("table", name), count) for name, count in one.rows.items())
        yield Gauge("gangyao_rows", "Rows of the release.", "", rows)
        yield Gauge("gangyao_problems", "Rows of the table problems.", "", _one(one.problems))
        yield Gauge("gangyao_documents_left_out", "Documents missing in it.", "", _one(len(one.left_out)))
    if status.last is not None:
        run = status.last
        started = run.started.timestamp()
        yield Gauge(
            "gangyao_last_run_started_seconds",
            "When the last run began (Unix time).",
            "seconds",
            _one(started),
        )
        yield Gauge(
            "gangyao_last_run_duration_seconds", "How long the last run took.", "seconds", _one(run.seconds)
        )
        results = tuple(
            (_label("result", name), run.result == name)
            for name in ("published", "unchanged", "failed", "cancelled")
        )
        yield Gauge("gangyao_last_run_result", "How the last run ended.", "", results)
        yield Gauge("gangyao_last_run_documents_read", "Documents that it read.", "", _one(run.read))
    if status.due is not None:
        due = status.due.timestamp()
        yield Gauge("gangyao_run_due_seconds", "When a run is overdue (Unix time).", "seconds", _one(due))


def openmetrics(status: Status) -> str:
    """Return the status as OpenMetrics text."""
    return "".join(_lines(list(gauges(status))))


def _lines(found: Sequence[Gauge]) -> Iterator[str]:
    for gauge in found:
        yield f"# TYPE {gauge.name} gauge\n"
        if gauge.unit:
            yield f"# UNIT {gauge.name} {gauge.unit}\n"
        yield f"# HELP {gauge.name} {gauge.help}\n"
        for labels, value in gauge.values:
            yield f"{gauge.name}{labels} {float(value):.15g}\n"
    yield "# EOF\n"
