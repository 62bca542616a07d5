"""Where things lie by default: one place for each path."""

from __future__ import annotations

from pathlib import Path

import gangyao

SEEDS = Path("seeds")
OUTPUT = Path("output")
DOCUMENTS = "documents"
LEXICON = "lexicon"


def lexicon_of(seeds: Path) -> Path:
    """Return the lexicon folder of `seeds`, or the one that Gangyao brings along where `seeds` has none.

    That one is `seeds/lexicon` of a source checkout, or its copy inside an installed package.
    """
    own = seeds / LEXICON
    if own.is_dir():
        return own
    package = Path(gangyao.__file__).parent
    packaged = package / LEXICON
    return packaged if packaged.is_dir() else package.parent / SEEDS / LEXICON


def history_of(output: Path) -> Path:
    """Return the folder beside a release that keeps what operators ask for: runs, and releases before it."""
    output = output.resolve()
    return output.with_name(f"{output.name}.history")
