"""The tables of a release that is being made, written as Parquet: what all else of it is made from."""

from __future__ import annotations

import shutil
from pathlib import Path

from gangyao.processes.memory import give_back
from gangyao.release.checks.formats import Proofs
from gangyao.release.files import PARQUET, parquet_file
from gangyao.release.merge import MergedTables
from gangyao.release.table_source import StoredTables, TableSource
from gangyao.release.writers.parquet import write_parquet
from gangyao.release.writers.splice import Splice, plan_splice, write_splice
from schemas.declaration import Table
from schemas.registry import TABLES


class WrittenTables(StoredTables):
    """The tables of a release that is being made, and what proves them."""

    def __init__(self, folder: Path, proofs: Proofs) -> None:
        super().__init__(folder)
        self.proofs = proofs


def write_tables(source: TableSource, site: Path) -> WrittenTables:
    """Write the tables into the folder `site`, as Parquet: what all else is made from."""
    # What documents were read with.
    give_back()
    clear(site)
    (site / PARQUET).mkdir()
    splices = {}
    for table in TABLES:
        path = parquet_file(site, table.name)
        splice = _spliced(table, source, path)
        if splice is None:
            write_parquet(table, source.pieces(table.name), path)
        else:
            splices[table.name] = splice
    give_back()
    return WrittenTables(site / PARQUET, Proofs(splices=splices))


def _spliced(table: Table, source: TableSource, path: Path) -> Splice | None:
    """Write a table that a small change makes of a file, out of that; None where that cannot be done."""
    change = source.change(table.name) if isinstance(source, MergedTables) else None
    splice = None if change is None else plan_splice(table, change)
    return splice if splice is not None and write_splice(splice, path) else None


def clear(site: Path, *kept: str) -> None:
    """Remove what an earlier try left in the folder of a release that is being made."""
    for path in site.iterdir():
        if path.name not in kept:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
