"""Builds after one another, each after a small random change.

`python -m evaluation.reliability.repeats CORPUS --builds 500`, in one process. Every release is checked;
nothing may be left beside the output but its history, which is bounded; and the memory that is held must not
grow. Every tenth change spoils a document (bytes that are no text), which must then be left out, and come
back when it is mended.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from evaluation.reliability.fuzz import texts_of
from evaluation.reliability.mutations import excerpt, mutated
from gangyao.cli import app
from gangyao.paths import history_of
from gangyao.release.checks.release import check
from gangyao.release.kept import KEPT, kept_releases

DOCUMENTS = 3
LONGEST = 1200
# The first builds fill caches.
WARM_UP = 20


def resident_megabytes() -> float:
    """Return the memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def build(files: list[Path], output: Path) -> int:
    """Run the command, in this process; return its exit code."""
    try:
        app(["build", *map(str, files), "--output", str(output), "--workers", "1"], standalone_mode=False)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def main() -> None:
    """Build again and again, and say what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--builds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=16)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    texts = texts_of(arguments.corpus)
    wrong: list[str] = []
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"plan-{number}.txt" for number in range(DOCUMENTS)]
        for path in files:
            path.write_text(excerpt(rng, rng.choice(texts), LONGEST), encoding="utf-8")
        for turn in range(arguments.builds):
            changed = rng.choice(files)
            before = changed.read_bytes()
            spoilt = turn % 10 == 9
            changed.write_bytes(b"\x00\xff\xfe\x81" * 50 if spoilt else mutated(rng, texts, LONGEST))
            build(files, folder / "out")
            if spoilt:
                changed.write_bytes(before)
            wrong += [f"build {turn}: {problem}" for problem in check(folder / "out")]
            known = {*files, folder / "out", history_of(folder / "out")}
            beside = sorted(path.name for path in folder.iterdir() if path not in known)
            kept = len(kept_releases(folder / "out"))
            if beside or kept > KEPT:
                wrong.append(f"build {turn}: beside the output: {beside}, and {kept} releases before it")
            memory.append(resident_megabytes())
    settled = memory[min(WARM_UP, len(memory) - 1)]
    print(
        f"{len(memory)} builds, seed {arguments.seed}; memory {settled:.0f} MB after build {WARM_UP}, "
        f"{memory[-1]:.0f} MB at the end, {max(memory):.0f} MB at most"
    )
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
