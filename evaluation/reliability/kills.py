"""Kill builds at random moments: `python -m evaluation.reliability.kills --kills 200`.

Each build replaces one of two releases by the other and is killed (SIGKILL) at a moment drawn evenly over
the time that a build takes, its end included. Afterwards the output must be one of the two releases, whole,
by its checksums; no process of the build may be left; and a build that is not killed must leave nothing
beside the output. Half of the builds do without the exchange of folders in one step, as on file systems that
lack it.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from gangyao.release.checks.release import checksum_problems
from gangyao.release.files import CHECKSUMS
from gangyao.release.kept import kept_releases

TEXTS = ("第一章 总则\n建设公园，增加绿地。\n", "第一章 总则\n修建水库，保护湿地。\n")
WITHOUT_EXCHANGE = (
    "from gangyao.release import atomic_folder; atomic_folder._exchange = lambda one, other: False; "
)
RUN = "from gangyao.cli import main; main()"
# What the system needs to end the processes that lost their parent.
PATIENCE = 10.0


def command(folder: Path, number: int, code: str) -> list[str]:
    """Return the command that builds one of the two releases in `folder`/out."""
    files = [str(folder / f"{number}-{part}.txt") for part in (0, 1)]
    return [sys.executable, "-c", code, "build", *files, "--output", str(folder / "out")]


def states(folder: Path, code: str) -> tuple[list[str], float]:
    """Build both releases; return their CSV files' checksums as one text each, and the seconds of a build."""
    known, seconds = [], 0.0
    for number in (0, 1):
        started = time.monotonic()
        subprocess.run(command(folder, number, code), check=True, capture_output=True)
        seconds = time.monotonic() - started
        known.append(rows_of(folder / "out"))
    return known, seconds


def rows_of(output: Path) -> str:
    """Return the checksums of the files that hold rows: the others tell of the build's time, or its past."""
    lines = (output / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.endswith((".csv", ".parquet")))


def processes_of(group: int) -> list[int]:
    """Return the processes of a group that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def kill_one(arguments: list[str], after: float) -> list[int]:
    """Start a build, kill it after some seconds, and return what is left of it when it had time to end."""
    with subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as build:
        time.sleep(after)
        build.send_signal(signal.SIGKILL)
        build.wait()
    until = time.monotonic() + PATIENCE
    left = processes_of(build.pid)
    while left and time.monotonic() < until:
        time.sleep(0.02)
        left = processes_of(build.pid)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    return left


def verdict(output: Path, known: list[str]) -> str:
    """Say what stands in the output: one of the two releases, nothing, or something that must not be."""
    if not output.exists():
        return "nothing"
    if any(checksum_problems(output)):
        return "BROKEN"
    return "whole" if rows_of(output) in known else "UNKNOWN"


def main() -> None:
    """Kill builds, and say what stood afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=16)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    folder = Path(tempfile.mkdtemp(prefix="gangyao-kills-"))
    told: Counter[str] = Counter()
    try:
        for number, text in enumerate(TEXTS):
            for part in (0, 1):
                (folder / f"{number}-{part}.txt").write_text(f"{text}修建{part}号桥。\n", encoding="utf-8")
        known, seconds = states(folder, RUN)
        for turn in range(arguments.kills):
            code = (WITHOUT_EXCHANGE if turn % 2 else "") + RUN
            left = kill_one(command(folder, turn % 4 // 2, code), rng.uniform(0, 1.05 * seconds))
            told[f"{verdict(folder / 'out', known)}{', without exchange' if turn % 2 else ''}"] += 1
            told["processes left"] += len(left)
        subprocess.run(command(folder, 0, RUN), check=True, capture_output=True)
        told["left beside the output"] = sum(path.name.startswith(".") for path in folder.iterdir())
        for kept in kept_releases(folder / "out"):
            told["BROKEN, kept"] += any(checksum_problems(kept.folder))
            told["kept, whole"] += not any(checksum_problems(kept.folder))
        told["last build whole"] = int(verdict(folder / "out", known) == "whole")
    finally:
        shutil.rmtree(folder)
    print(f"{arguments.kills} kills over builds of {seconds:.1f} s, seed {arguments.seed}")
    for name, count in sorted(told.items()):
        print(f"  {name}: {count}")
    # Without exchange, two renames leave nothing for an instant; the next build puts the old release back.
    bad = sum(told[name] for name in told if name.startswith(("BROKEN", "UNKNOWN")))
    sys.exit(1 if bad or told["nothing"] or told["processes left"] or not told["last build whole"] else 0)


if __name__ == "__main__":
    main()
