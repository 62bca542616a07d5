"""What commands take from their start to their end: those that users wait for most."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor (of all threads and child processes), and seconds that a user waits."""

    processor: float
    wall: float


def cost(arguments: Sequence[str], bytecode: Path) -> Cost:
    """Run `gangyao` with `arguments` once, its modules compiled to `bytecode` as on a user's machine."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
    before, started = os.times(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "from gangyao.cli import main; main()", *arguments],
        env=environment,
        check=True,
        capture_output=True,
    )
    after, ended = os.times(), time.perf_counter()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(spent, ended - started)


def print_commands(runs: int) -> None:
    """Print the medians of the commands; the first run of each, which compiles modules, is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        output = f"{folder}/output"
        commands = {
            "gangyao --help": ["--help"],
            "gangyao build, the seeds": ["build", "--force", "--output", output],
            "gangyao build, nothing changed": ["build", "--output", output],
            "gangyao sql, one count": ["sql", "select count(*) from tasks", "--output", output],
            "gangyao check": ["check", output],
        }
        table = Table(title="commands, with compiled modules")
        for column in ("command", "processor, s", "wall, s"):
            table.add_column(column, justify="left" if column == "command" else "right")
        for name, arguments in commands.items():
            _, *counted = [cost(arguments, Path(folder) / "bytecode") for _ in range(runs + 1)]
            processor = statistics.median(one.processor for one in counted)
            table.add_row(name, f"{processor:.2f}", f"{statistics.median(one.wall for one in counted):.2f}")
    Console().print(table)
