"""Speed per stage on a folder of texts, beside what else a user would run, and per command: `make bench`.

MB are 10^6 bytes of the files; times are those of the processor (all threads), in one process, prepared as
that of a build is. Figures are medians over the runs.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.commands import print_commands
from evaluation.rivals import time_rivals
from gangyao.paths import SEEDS, lexicon_of
from gangyao.processes.own_process import prepare_process


def main() -> None:
    """Print the speed of every stage on the texts of a folder."""
    # As a build does it first, and before Arrow and NumPy are imported: what is timed is what users get. With
    # the threads that OpenBLAS takes by itself, layout alone takes twice the time.
    prepare_process()
    from evaluation.stage_times import texts_in, time_stages  # noqa: PLC0415
    from gangyao.ingest.seeds import document_from_file  # noqa: PLC0415

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
    runs = [time_stages(files, lexicon_of(SEEDS)) for _ in range(arguments.runs)]
    table = Table(title=f"{len(files)} documents, {size / 1e6:.1f} MB, {characters:,} characters")
    for column in ("stage", "MB/s", "µs per character"):
        table.add_column(column, justify="left" if column == "stage" else "right")

    def row(name: str, given: int, seconds: float) -> None:
        # No text of the folder may have asked for it.
        speed = f"{given / 1e6 / seconds:.2f}" if seconds else "–"
        table.add_row(name, speed, f"{seconds / characters * 1e6:.3f}")

    row("decoding", size, decoding)
    for stage in runs[0]:
        row(stage, size, statistics.median(run[stage] for run in runs))
    whole = size / 1e6 / statistics.median(run["whole"] for run in runs)
    for rival in time_rivals("\n".join(document.source.text for document in documents)):
        table.add_row(f"{rival.name} alone", f"{rival.speed:.2f}", f"whole = {whole / rival.speed:.2f} ×")
    Console().print(table)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")
    print_commands(arguments.runs)


if __name__ == "__main__":
    main()
