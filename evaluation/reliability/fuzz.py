"""Search for texts that Gangyao falls over: `python -m evaluation.reliability.fuzz CORPUS --minutes 60`.

Texts of the corpus are spoilt at random (`mutations`) or tables are made up (`table_texts`); they are
read in batches, published and proved. What should never happen is written down once per kind, with the
shortest text that still shows it; exit code 1 when anything was found. Without feedback from coverage:
that needs one text a run, and the checks of a release cost half a second a run, so that in the same time
a batch tries some ten times as many texts.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.reliability.mutations import mutated
from evaluation.reliability.table_texts import table_text
from evaluation.reliability.trial import Find, publish_texts, read_texts

BATCH = 40
# Long enough for headings, items and prose together, short enough that many are tried.
LONGEST = 1500
# So many of ten texts are tables that were made up.
OF_TABLES = 3
# Trials to shorten a find by; each takes half a second or more.
SHORTEN_TRIES = 80


def texts_of(corpus: Path) -> list[str]:
    """Return the texts of a folder; what is no UTF-8 loses its bytes."""
    return [path.read_bytes().decode("utf-8", errors="ignore") for path in sorted(corpus.rglob("*.txt"))]


def shortened(find: Find) -> bytes:
    """Return a short piece of a find's text that shows it: halves of its lines and bytes are left out."""
    best = find.data
    tries = 0
    for split in (b"\n", b""):
        size = len(best)
        while size > 1 and tries < SHORTEN_TRIES:
            parts = best.split(split) if split else [best[at : at + 1] for at in range(len(best))]
            size = min(size, len(parts)) // 2
            for start in range(0, len(parts), max(size, 1)):
                rest = split.join(parts[:start] + parts[start + size :])
                tries += 1
                if tries > SHORTEN_TRIES or any(one.kind == find.kind for one in read_texts([rest])[1]):
                    break
            else:
                continue
            if tries <= SHORTEN_TRIES:
                best, size = rest, size * 2
    return best


def search(texts: Sequence[str], seconds: float, rng: random.Random, finds: Path) -> tuple[int, int]:
    """Try spoilt texts for some time; return how many were tried, and how many kinds of finds there were."""
    kinds: set[str] = set()
    tried = 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        batch = [_text(rng, texts) for _ in range(BATCH)]
        tables, found = read_texts(batch)
        for find in (*found, *publish_texts(batch, tables)):
            if find.kind not in kinds:
                kinds.add(find.kind)
                write(find, finds, len(kinds))
        tried += BATCH
    return tried, len(kinds)


def _text(rng: random.Random, texts: Sequence[str]) -> bytes:
    if rng.randrange(10) < OF_TABLES:
        texts = [table_text(rng)]
        return texts[0].encode() if rng.random() < 0.5 else mutated(rng, texts, LONGEST)
    return mutated(rng, texts, LONGEST)


def write(find: Find, finds: Path, number: int) -> None:
    """Write a find's text, shortened, and its report."""
    finds.mkdir(parents=True, exist_ok=True)
    (finds / f"{number}.whole.txt").write_bytes(find.data)
    (finds / f"{number}.report").write_text(
        f"{find.kind}\n{find.what}\n{find.report}", errors="backslashreplace"
    )
    print(f"find {number}: {find.kind}: {find.what[:200]}", flush=True)
    if find.place != "publication":
        (finds / f"{number}.txt").write_bytes(shortened(find))


def main() -> None:
    """Search, and say how much was tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None, help="for the same texts again")
    parser.add_argument("--finds", type=Path, default=Path("dist/finds"))
    arguments = parser.parse_args()
    seed = random.randrange(2**32) if arguments.seed is None else arguments.seed
    tried, kinds = search(
        texts_of(arguments.corpus), 60 * arguments.minutes, random.Random(seed), arguments.finds
    )
    print(f"seed {seed}: {tried:,} texts tried in {arguments.minutes:g} minutes, {kinds} kinds of finds")
    sys.exit(1 if kinds else 0)


if __name__ == "__main__":
    main()
