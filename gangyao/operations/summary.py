"""What a build says of itself when it is done."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gangyao.document.problems import DocumentProblem
from gangyao.release.checks.problems import Problem
from gangyao.release.table_source import TableSource

COUNTED = ("documents", "sections", "tasks", "entities", "corrections", "suspects")


@dataclass(frozen=True, slots=True)
class Summary:
    """Rows per table, for the tables that a reader asks for first, and the time taken in seconds."""

    rows: tuple[tuple[str, int], ...]
    seconds: float


def summarise(tables: TableSource, seconds: float) -> Summary:
    """Count the rows of a build."""
    return Summary(tuple((name, tables.count(name)) for name in COUNTED), seconds)


def markdown(summary: Summary) -> str:
    """Return the summary as a Markdown table."""
    names = [*(name for name, _ in summary.rows), "time"]
    values = [*(str(count) for _, count in summary.rows), f"{summary.seconds:.1f} s"]
    return f"| {' | '.join(names)} |\n|{' ---: |' * len(names)}\n| {' | '.join(values)} |\n"


def print_problems(problems: Sequence[DocumentProblem], reports: Sequence[Path]) -> None:
    """Print to stderr what kept documents out, a line for each, and where the reports of faults are."""
    for problem in problems:
        print(problem, file=sys.stderr)
    for report in reports:
        print(f"report of the fault: {report}", file=sys.stderr)
    left_out = {problem.document_id for problem in problems if problem.leaves_out}
    if left_out:
        print(f"gangyao: {len(left_out)} left out, see above and the table `problems`", file=sys.stderr)


def print_summary(summary: Summary, warnings: Sequence[Problem]) -> None:
    """Print the summary table to stdout, and the warnings of the publication, if any, to stderr."""
    table = Table()
    for name, _ in summary.rows:
        table.add_column(name, justify="right")
    table.add_column("time", justify="right")
    table.add_row(*(f"{count:,}" for _, count in summary.rows), f"{summary.seconds:.1f} s")
    Console().print(table)
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)
