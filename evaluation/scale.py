"""What many documents cost: time and peak memory of builds, again, and after one change; and queries.

`python -m evaluation.scale CORPUS COUNT…`: for each count, that many documents of about 2,000 characters, all
different, each an excerpt of one of the texts in CORPUS, are built on one worker and on two. Peak memory is
that of the largest process; the processor's seconds are those of the command's own process (a large database
is written and proved by another, beside it). Then four questions are asked of the release, five times each.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

from evaluation.stage_times import texts_in
from gangyao.release.files import DATABASE

CHARACTERS = 2_000


# What is asked of a release, the first hundred rows of it.
QUESTIONS = {
    "tasks of the entity with most": (
        "SELECT t.* FROM tasks t JOIN task_entities e USING (task_id) WHERE e.entity_id = "
        "(SELECT entity_id FROM task_entities GROUP BY ALL ORDER BY count(*) DESC LIMIT 1) LIMIT 100"
    ),
    "tasks by modality": "SELECT * FROM tasks WHERE modality = 'prohibit' LIMIT 100",
    "tasks by deadline": (
        "SELECT t.* FROM targets q JOIN tasks t USING (task_id) "
        "WHERE q.kind = 'deadline' AND q.year <= 2025 LIMIT 100"
    ),
    "full text of two words": "SELECT * FROM search('城市 公园') LIMIT 100",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor, seconds that passed, and peak memory of the largest process in MB."""

    processor: float
    wall: float
    memory: float


def write_documents(folder: Path, count: int, corpus: Path, seed: int) -> None:
    """Write `count` documents: consecutive lines of a text drawn at random, under a title of their own."""
    draw = random.Random(seed)
    texts = [path.read_text("utf-8-sig").splitlines() for path in texts_in(corpus)]
    texts = [[line for line in lines if line.strip()] for lines in texts if sum(map(len, lines)) > CHARACTERS]
    folder.mkdir(parents=True)
    for number in range(count):
        lines = draw.choice(texts)
        start = draw.randrange(len(lines))
        text, length = [f"第{number}号城市建设发展规划", ""], 0
        for line in (*lines[start:], *lines[:start]):
            text.append(line)
            length += len(line)
            if length >= CHARACTERS:
                break
        (folder / f"d{number:07d}.txt").write_text("\n".join(text) + "\n", encoding="utf-8")


def run(files: Path, output: Path, workers: int) -> Cost:
    """Build all files of a folder with the command line; its output is thrown away."""
    code = (
        "import sys; from pathlib import Path; from gangyao.cli import main\n"
        "sys.argv[1:2] = map(str, sorted(Path(sys.argv[1]).iterdir())); sys.argv.insert(1, 'build'); main()"
    )
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(files), "--output", str(output), "--workers", str(workers)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build of {files} failed")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def ask(release: Path) -> dict[str, tuple[float, float]]:
    """Return for each question the milliseconds of the processor, and those that passed: medians of five."""
    answered = {}
    with duckdb.connect(release / DATABASE, read_only=True) as connection:
        for question, query in QUESTIONS.items():
            taken = []
            for _ in range(5):
                processor, passed = time.process_time(), time.perf_counter()
                connection.execute(query).fetchall()
                taken.append((time.process_time() - processor, time.perf_counter() - passed))
            processor, passed = (statistics.median(one) * 1e3 for one in zip(*taken, strict=True))
            answered[question] = (processor, passed)
    return answered


def main() -> None:
    """Print one line per count and kind of build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print("| documents | build | processor, s | wall, s | peak MB |\n|---:|---|---:|---:|---:|")
    for count in arguments.counts:
        with tempfile.TemporaryDirectory() as place:
            files, output = Path(place) / "texts", Path(place) / "output"
            write_documents(files, count, arguments.corpus, arguments.seed)
            costs = {"one worker": run(files, output, 1), "nothing changed": run(files, output, 1)}
            changed = files / f"d{count // 2:07d}.txt"
            changed.write_text(changed.read_text("utf-8") + "加快建设城市公园。\n", encoding="utf-8")
            costs["one changed"] = run(files, output, 1)
            costs["two workers"] = run(files, Path(place) / "other", 2)
            for name, cost in costs.items():
                told = f"{cost.processor:.1f} | {cost.wall:.1f} | {cost.memory:.0f}"
                print(f"| {count:,} | {name} | {told} |", flush=True)
            for question, (processor, passed) in ask(output).items():
                print(f"| {count:,} | {question} | {processor / 1e3:.3f} | {passed / 1e3:.3f} | |")


if __name__ == "__main__":
    main()
