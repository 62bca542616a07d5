"""Speed per stage on a folder of texts, beside what else a user would run, and per command: `make bench`.

MB are 10^6 bytes of the files; times are those of the processor (all threads), in one process. Figures are
medians over the runs.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import gangyao.pipeline as engine_module
from evaluation.commands import print_commands
from gangyao.batch import batches, build_batch
from gangyao.document.source import Document
from gangyao.ingest.seeds import document_from_file
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine
from gangyao.release.publish import publish, release_inputs
from gangyao.release.tables import merge

# The functions that `gangyao.pipeline` calls, by stage; timing wraps them where they are called, so that the
# order of the stages stands in one place.
STAGES = {
    "layout": ("lay_out", "reading_text"),
    "cleaning": ("clean", "place_errata", "detect_script"),
    "statistics": ("statistical_suspects",),
    "outline": ("read_outline",),
    "measures": ("read_contexts", "read_tasks"),
    "entities": ("find_mentions", "task_entities"),
    "collation": ("confirm",),
    "script": ("to_traditional", "to_simplified"),
}
JIEBA_BYTES = 300_000  # jieba.posseg is slow; this much tells its speed.


def texts_in(folder: Path) -> list[Path]:
    """Return the text files below `folder` that are documents, in a stable order."""
    skipped = {"spelling", "admin-divisions"}
    return sorted(path for path in folder.rglob("*.txt") if not skipped & set(path.parts))


def timed(spent: dict[str, float], stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `function` so that its time is added to `spent[stage]`."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            spent[stage] += time.process_time() - started

    return run


def time_stages(documents: list[Document], lexicon: Path) -> dict[str, float]:
    """Read and publish all documents once, in batches; return the seconds of each stage and of the whole."""
    spent = dict.fromkeys([*STAGES, "tables", "publication", "whole"], 0.0)
    load_engine(lexicon)
    originals = {name: getattr(engine_module, name) for names in STAGES.values() for name in names}
    started = time.process_time()
    try:
        for stage, names in STAGES.items():
            for name in names:
                setattr(engine_module, name, timed(spent, stage, originals[name]))
        parts = [build_batch(batch, lexicon).tables for batch in batches(documents)]
    finally:
        for name, original in originals.items():
            setattr(engine_module, name, original)
    tables = merge(parts)
    # What building the batches took beyond the stages; the tables are nearly all of it.
    spent["tables"] = time.process_time() - started - sum(spent.values())
    with tempfile.TemporaryDirectory() as folder:
        inputs = release_inputs(tuple(documents), SEEDS, lexicon)
        timed(spent, "publication", publish)(tables, Path(folder) / "output", inputs)
    spent["whole"] = time.process_time() - started
    return spent


def time_alternatives(text: str) -> dict[str, tuple[int, float]]:
    """Time what a user would otherwise run: bytes read and seconds, by name."""
    import jieba.posseg  # noqa: PLC0415 - loaded only here, it takes a second
    import opencc  # noqa: PLC0415

    sample = text.encode()[:JIEBA_BYTES].decode(errors="ignore")
    jieba.posseg.lcut(sample[:100])
    converter = opencc.OpenCC("s2t")
    figures: dict[str, tuple[int, float]] = {}
    alternatives: list[tuple[str, str, Callable[[str], object]]] = [
        ("OpenCC s2t alone", text, converter.convert),
        ("jieba.posseg", sample, jieba.posseg.lcut),
    ]
    for name, given, run in alternatives:
        started = time.process_time()
        run(given)
        figures[name] = (len(given.encode()), time.process_time() - started)
    return figures


def main() -> None:
    """Print the speed of every stage on the texts of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    files = texts_in(arguments.corpus)
    if not files:
        parser.error(f"{arguments.corpus}: no .txt file there; name a folder of texts")
    started = time.process_time()
    documents = [document_from_file(path) for path in files]
    decoding = time.process_time() - started
    size = sum(path.stat().st_size for path in files)
    characters = sum(len(document.source.text) for document in documents)
    runs = [time_stages(documents, lexicon_of(SEEDS)) for _ in range(arguments.runs)]
    table = Table(title=f"{len(files)} documents, {size / 1e6:.1f} MB, {characters:,} characters")
    for column in ("stage", "MB/s", "µs per character"):
        table.add_column(column, justify="left" if column == "stage" else "right")

    def row(name: str, given: int, seconds: float) -> None:
        table.add_row(name, f"{given / 1e6 / seconds:.2f}", f"{seconds / characters * 1e6:.3f}")

    row("decoding", size, decoding)
    for stage in runs[0]:
        row(
            stage, size, statistics.median(run[stage] for run in runs) + (decoding if stage == "whole" else 0)
        )
    for name, (given, seconds) in time_alternatives("\n".join(d.source.text for d in documents)).items():
        table.add_row(name, f"{given / 1e6 / seconds:.2f}", "")
    Console().print(table)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")
    print_commands(arguments.runs)


if __name__ == "__main__":
    main()
