"""Print the quality figures of every stage beside their bars: `make quality`."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation import quality
from gangyao.paths import SEEDS


def main() -> None:
    """Run the figures of the stages named, all where none is."""
    stages = [
        module.name for module in pkgutil.iter_modules(quality.__path__) if not module.name.startswith("_")
    ]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of reference texts, see README")
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=f"of {', '.join(stages)}")
    arguments = parser.parse_args()
    if not arguments.corpus.is_dir():
        parser.error(
            f"{arguments.corpus} is not there; name the folder of reference texts (make quality CORPUS=…)"
        )
    unknown = set(arguments.stages) - set(stages)
    if unknown:
        parser.error(f"no such stage: {', '.join(sorted(unknown))}")
    console = Console()
    for stage in arguments.stages or stages:
        module = importlib.import_module(f"evaluation.quality.{stage}")
        if not hasattr(module, "figures"):
            continue
        table = Table(title=stage, title_justify="left")
        table.add_column("figure")
        for column in ("value", "bar", "reached"):
            table.add_column(column, justify="right")
        table.add_column("note")
        for figure in module.figures(arguments.corpus, SEEDS):
            bar = "" if figure.bar is None else f"{'≥' if figure.better == 'higher' else '≤'} {figure.bar:g}"
            reached = {True: "yes", False: "NO", None: ""}[figure.reached]
            table.add_row(figure.name, f"{figure.value:.4g}", bar, reached, figure.note)
        console.print(table)


if __name__ == "__main__":
    main()
