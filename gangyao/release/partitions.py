"""Releases that are larger than a machine: partitions by document id, each a release, and views over all.

`FOLDER/partitions/03-of-16` holds the third of sixteen, made and proved like any release, by whatever
machine. `unite` puts beside them what is over all documents: the tables that follow from all (`parquet/`), a
database of views, and checksums. A document's partition follows from its id alone, so that it never moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gangyao.document.partition import Partition, partition_called
from gangyao.errors import DataError
from gangyao.release.checks.problems import Problem
from gangyao.release.checks.release import check
from gangyao.release.files import CHECKSUMS, DATABASE, PARQUET, PARTITIONS, parquet_file, sha256
from gangyao.release.merge import MergedTables
from gangyao.release.sql import free_connection, query
from gangyao.release.table_source import StoredTables
from gangyao.release.tables import OVER_DOCUMENTS, problem_table
from gangyao.release.views import VIEWS
from gangyao.release.writers.declared import STORAGE_VERSION
from gangyao.release.writers.full_text import folding_macros
from gangyao.release.writers.parquet import write_parquet
from schemas.projections.duckdb import comments, name, quoted
from schemas.registry import BY_NAME, TABLES

# As the macro of an undivided release, which has an index; here all paragraphs are read.
_SEARCH = """
CREATE MACRO search(wanted) AS TABLE
SELECT document_id, section_id, paragraph_id, text FROM paragraphs
WHERE trim(wanted) <> '' AND list_bool_and(list_transform(
    string_split_regex(trim(folded(wanted)), '\\s+'), lambda word: contains(small_letters(text), word)
))
ORDER BY document_id, paragraph_id
"""


def partitions_in(folder: Path) -> tuple[tuple[Partition, Path], ...]:
    """Return the partitions of a release, in order. Raises DataError where one is missing or too many."""
    place = folder / PARTITIONS
    named = ((partition_called(path.name), path) for path in place.iterdir() if path.is_dir())
    found = {partition.number: (partition, path) for partition, path in named if partition is not None}
    counts = {partition.count for partition, _ in found.values()}
    if len(counts) != 1:
        what = "partitions of different divisions" if counts else "no partition"
        raise DataError(f"{place} holds {what}: build each with `--partition K/N`, of one N")
    missing = [str(number) for number in range(1, max(counts) + 1) if number not in found]
    if missing:
        raise DataError(f"{place} lacks {', '.join(missing)} of {max(counts)}: build them first")
    return tuple(found[number] for number in sorted(found))


def unite(folder: Path) -> None:
    """Write what is over all partitions. Raises DataError where a partition is missing or is no release."""
    parts = tuple(path for _, path in partitions_in(folder))
    for part in parts:
        if not (part / CHECKSUMS).is_file():
            raise DataError(f"{part} holds no release: build it again")
    (folder / PARQUET).mkdir(exist_ok=True)
    written = [parquet_file(folder, table) for table in sorted(OVER_DOCUMENTS)]
    for path in written:
        staged = path.with_name(f".{path.name}")
        write_parquet(BY_NAME[path.stem], _over(parts).pieces(path.stem), staged)
        staged.replace(path)
    staged = folder / f".{DATABASE}"
    staged.unlink(missing_ok=True)
    _write_views(staged, folder)
    staged.replace(folder / DATABASE)
    # Last: without them, or with those of other partitions, a check asks to unite again.
    (folder / CHECKSUMS).write_bytes(_checksums(folder, parts).encode())


def same_bytes(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the ids of documents with the same bytes: a build finds those of its own partition only."""
    sql = (
        "SELECT list(document_id ORDER BY document_id) AS ids FROM documents "
        "GROUP BY source_sha256 HAVING count(*) > 1 ORDER BY ids"
    )
    return tuple(map(tuple, query(folder, sql)["ids"].to_pylist()))


def check_partitions(folder: Path, seeds: Path | None = None) -> Iterator[Problem]:
    """Prove a release part by part, and what is over all of them."""
    found = partitions_in(folder)
    for partition, part in found:
        for problem in check(part, seeds):
            yield replace(problem, file=f"{part.name}/{problem.file}" if problem.file else part.name)
        for piece in StoredTables(part / PARQUET).pieces("documents", "document_id"):
            for document_id in piece["document_id"].to_pylist():
                if not partition.holds(document_id):
                    what = "the document belongs to another partition"
                    yield Problem(what, file=part.name, table="documents", row=document_id)
    parts = tuple(part for _, part in found)
    try:
        stands = (folder / CHECKSUMS).read_bytes() == _checksums(folder, parts).encode()
    except OSError:
        stands = False
    if not stands:
        yield Problem("does not go with the partitions: run `gangyao unite`", file=CHECKSUMS)


def _over(parts: tuple[Path, ...]) -> MergedTables:
    stored = [StoredTables(part / PARQUET) for part in parts]
    return MergedTables(stored, None, frozenset(), frozenset(), problem_table(()))


def _checksums(folder: Path, parts: tuple[Path, ...]) -> str:
    """Return the checksums of what is over all partitions, and of theirs."""
    files = [*(parquet_file(folder, table) for table in OVER_DOCUMENTS), folder / DATABASE]
    files += [part / CHECKSUMS for part in parts]
    lines = sorted((path.relative_to(folder).as_posix(), sha256(path)) for path in files)
    return "".join(f"{digest}  {path}\n" for path, digest in lines)


def _write_views(database: Path, folder: Path) -> None:
    """Write a database without rows: its views read the files, from the folder that it lies in."""
    with free_connection() as connection:
        connection.execute(f"SET file_search_path = {quoted(str(folder.resolve()))}")
        attached = f"ATTACH {quoted(str(database))} AS release (STORAGE_VERSION {quoted(STORAGE_VERSION)})"
        connection.execute(attached)
        connection.execute("USE release")
        for table in TABLES:
            place = "" if table.name in OVER_DOCUMENTS else f"{PARTITIONS}/*/"
            files = f"{place}{PARQUET}/{table.name}.parquet"
            connection.execute(
                f"CREATE VIEW {name(table.name)} AS SELECT * FROM read_parquet({quoted(files)})"
            )
            for comment in comments(table):
                connection.execute(comment.replace("COMMENT ON TABLE", "COMMENT ON VIEW", 1))
        for macro in folding_macros():
            connection.execute(macro)
        for view in VIEWS:
            connection.execute(_SEARCH if view.name == "search" else view.create())
            connection.execute(view.comment())
        connection.execute("USE memory")
        connection.execute("DETACH release")
