"""How the time to read a document grows with it: `python -m evaluation.reliability.growth`.

Each shape once made some stage work many times as long for each doubling of its length. It is doubled
three times; the last doubling may take at most `LIMIT` times as long (2 is linear, the rest is noise). What
no longer fits into a cache of the processor takes longer at one length, what grows faster at every one: so a
shape that takes longer is doubled further, at most `FURTHER` times, and judged by the last doubling.
Processor seconds of the document's tables, checked; exit code 1 where a shape grows faster.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of

LIMIT = 2.3
DOUBLINGS = 3
FURTHER = 2
RUNS = 3
# Of what takes less, the clock tells nothing.
_LEAST = 0.01
_SENTENCE = "加快推进重点领域改革，完善城乡基础设施，到2025年建成公园100个，支持成都市建设西部金融中心。"
SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "（ repeated": (lambda n: "（" * n, 20_000),
    "“ repeated": (lambda n: "“" * n, 20_000),
    "（ before words": (lambda n: "建设（" * n, 10_000),
    "） repeated": (lambda n: "）" * n, 20_000),
    "第N章, a line each": (lambda n: "\n".join(f"第{k}章 总则" for k in range(1, n + 1)), 20_000),
    "推动**加快 repeated": (lambda n: "推动**加快" * n, 20_000),
    "one line of prose": (lambda n: _SENTENCE * (n // len(_SENTENCE)), 344_000),
    "prose without full stops": (lambda n: (_SENTENCE[:-1] + "，") * (n // len(_SENTENCE)), 100_000),
    "加 repeated": (lambda n: "加" * n, 100_000),
    "digits": (lambda n: "1" * n, 100_000),
    "white space": (lambda n: "建" + " " * n + "设", 100_000),
    "line feeds": (lambda n: "建设公园\n\n" * n, 10_000),
    "one sentence a line": (lambda n: (_SENTENCE + "\n") * n, 2_000),
    "> on each line": (lambda n: ">\n" * n, 10_000),
    "<b> repeated": (lambda n: "<b>" * n, 20_000),
    "& repeated": (lambda n: "&" * n, 20_000),
    "$ repeated": (lambda n: "$" * n, 20_000),
    "\\textbf{ repeated": (lambda n: "\\textbf{" * n, 10_000),
    "| repeated": (lambda n: "|" * n, 20_000),
    "、 between names": (lambda n: "成都市、重庆市、" * n, 5_000),
    "建设 repeated": (lambda n: "建设" * n, 50_000),
    "应当 repeated": (lambda n: "应当" * n, 12_000),
    "the repeated, 的 between": (lambda n: "发展的" * n, 30_000),
    "numbers on each line": (lambda n: "\n".join(f"{k}.建设公园{k}个。" for k in range(1, n + 1)), 4_000),
    "labels below each line": (lambda n: "建设公园。\n责任单位：市财政局\n" * n, 2_000),
    "figures in one line": (lambda n: "2020年地区生产总值达到100亿元，比上年增长5%。" * n, 4_000),
    "figures without marks": (lambda n: "由今年的1%30个县建成医院优化安排12类" * n, 1_500),
    "bodies that others lead in one sentence": (
        lambda n: "支持某市建设园区，到2027年覆盖率提高到56%以上，由市发展改革委牵头，" * n,
        800,
    ),
    "works in one sentence": (lambda n: "天宇多晶硅、远星零碳电池等项目，" * n, 2_000),
    "duties in one line": (lambda n: "县级以上人民政府应当建设公园，" * n, 1_000),
}


def seconds(text: str) -> float:
    """Return the processor seconds that a text takes to become tables, the least of some runs."""
    source = join_files([("a.txt", text.encode())])
    document = Document(DocumentSpec("a", "某市规划", ("a.txt",)), source)
    return min(_timed(document) for _ in range(RUNS))


def _timed(document: Document) -> float:
    # What an earlier text left behind is not this one's.
    gc.collect()
    started = time.process_time()
    build_batch([document], lexicon_of(SEEDS))
    return time.process_time() - started


def growth(make: Callable[[int], str], largest: int) -> tuple[float, ...]:
    """Return the seconds at an eighth, a quarter, half and the whole of the largest size.

    Where the last takes too long beside the one before, those at twice and four times that size follow.
    """
    taken = [seconds(make(largest >> step)) for step in range(DOUBLINGS, -1, -1)]
    for step in range(1, FURTHER + 1):
        if last_ratio(taken) <= LIMIT:
            break
        taken.append(seconds(make(largest << step)))
    return tuple(taken)


def last_ratio(taken: Sequence[float]) -> float:
    """Return how many times as long as the size before the last one took."""
    return taken[-1] / max(taken[-2], _LEAST)


def main() -> None:
    """Print the growth of each shape."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shape", action="append", help="only the shapes that hold this text")
    wanted = parser.parse_args().shape
    seconds(_SENTENCE)
    table = Table(title=f"processor seconds over {DOUBLINGS} doublings, {FURTHER} more where they tell")
    for name in ("shape", "largest", "seconds", "last ratio"):
        table.add_column(name, justify="left" if name == "shape" else "right")
    too_fast = []
    for name, (make, largest) in SHAPES.items():
        if wanted and not any(part in name for part in wanted):
            continue
        taken = growth(make, largest)
        ratio = last_ratio(taken)
        table.add_row(name, f"{largest:,}", ", ".join(f"{one:.2f}" for one in taken), f"{ratio:.2f}")
        if ratio > LIMIT:
            too_fast.append(name)
    Console().print(table)
    if too_fast:
        print(f"grow faster than {LIMIT} a doubling: {', '.join(too_fast)}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
