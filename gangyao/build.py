"""A build from its plan to its release: parts are read, put together with what still holds, and published.

Whoever runs the parts (this process, workers, Prefect's task runners) does it between `plan_build` and
`settle`; then come `consolidate`, `validate_whole` and `publish_settled`, or all four as `publish_parts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from gangyao.document.problems import DocumentProblem
from gangyao.errors import DataError
from gangyao.ingest.doubles import identical
from gangyao.parts import WrittenPart
from gangyao.plan import Plan, Request
from gangyao.release.atomic_folder import staging_folder
from gangyao.release.checks.problems import Problem
from gangyao.release.diff import ReleaseDiff
from gangyao.release.files import DATABASE, PARQUET
from gangyao.release.inputs import Inputs, inputs_from
from gangyao.release.merge import MergedTables
from gangyao.release.part_tables import PartTables
from gangyao.release.publish import Publication, finish, hold_whole, refuse_output, release_site
from gangyao.release.table_source import StoredTables
from gangyao.release.tables import problem_table
from gangyao.release.writers.duckdb_change import DatabaseBefore
from gangyao.release.written_tables import WrittenTables, write_tables
from gangyao.state import DocumentRecord, State, file_stamps, write_state


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build left: the tables of the release, what it warns of, and what kept documents out.

    `read`: how many documents were read, and not taken over; `is_new`: a release was published; `changes`: in
    which rows it differs from the one before it, None where there is none that can be read.
    """

    tables: StoredTables
    warnings: tuple[Problem, ...]
    problems: tuple[DocumentProblem, ...]
    read: int = 0
    is_new: bool = False
    changes: ReleaseDiff | None = None

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of the documents that a reader of the release will miss, sorted."""
        return tuple(sorted({problem.document_id for problem in self.problems if problem.leaves_out}))


@contextmanager
def parts_folder(output: Path) -> Iterator[Path]:
    """Give an empty folder beside `output` for the parts of a build; nothing of it stays behind.

    Raises what `refuse_output` raises: nothing is read for a release that could not be put in its place.
    """
    output = output.resolve()
    refuse_output(output)
    with staging_folder(output.with_name(f"{output.name}.parts")) as folder:
        yield folder


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be published: which documents, from which tables, and all that kept others out."""

    plan: Plan
    records: Mapping[str, DocumentRecord]
    problems: tuple[DocumentProblem, ...]
    inputs: Inputs
    source: MergedTables


def publish_parts(plan: Plan, parts: Sequence[WrittenPart]) -> Outcome:
    """Publish what was read, in the order of the documents' ids, with what the plan takes over.

    Raises what `settle`, `validate_whole` and `publish_settled` raise; what stood in the output stays then.
    """
    settled = settle(plan, parts)
    with release_site(plan.request.output) as site:
        tables = consolidate(settled, site)
        warnings = validate_whole(settled, tables)
        return publish_settled(settled, tables, warnings, site)


def settle(plan: Plan, parts: Sequence[WrittenPart]) -> Settled:
    """Decide which documents are published: those that can be used, the first of those with the same bytes.

    Raises DataError when no document can be used, or too few of those that the release before holds.
    """
    request = plan.request
    records = _records(plan, parts)
    twins = _twins(records)
    records = {
        document_id: replace(record, is_published=record.is_published and document_id not in twins)
        for document_id, record in records.items()
    }
    published = {document_id for document_id, record in records.items() if record.is_published}
    if not published:
        raise DataError("nothing was published: none of the documents can be used; an older release stays")
    _refuse_shrunken(request, len(published))
    problems = (
        *(problem for record in records.values() for problem in record.problems),
        *twins.values(),
        *plan.problems,
    )
    left_out = {problem.document_id for problem in problems} - published
    inputs = inputs_from(
        (file for document_id in published for file in records[document_id].inputs),
        published,
        None if request.files else request.seeds,
        request.lexicon,
        left_out,
    )
    return Settled(plan, records, problems, inputs, _source(plan, parts, published, problems))


def _refuse_shrunken(request: Request, documents: int) -> None:
    """Raise DataError where much would be gone: a folder that is not mounted looks like an empty one."""
    if request.files or request.document_ids:
        return
    try:
        before = StoredTables(request.output.resolve() / PARQUET).count("documents")
    except (pa.ArrowException, OSError):
        # A release that is damaged is no reason to make no other.
        return
    if documents < request.least_share * before:
        raise DataError(
            f"nothing was published: {documents} documents are left of the {before} that {request.output} "
            f"holds, and at least {request.least_share:.0%} were asked for; if that is meant, ask for fewer "
            "(--least-share 0)"
        )


def consolidate(settled: Settled, site: Path) -> WrittenTables:
    """Write the tables of all documents into the new folder of the release, as Parquet."""
    return write_tables(settled.source, site)


def validate_whole(settled: Settled, tables: StoredTables) -> tuple[Problem, ...]:
    """Check what no batch can, and return what readers should be told; raises ReleaseError for losses."""
    return hold_whole(tables, settled.inputs)


def publish_settled(
    settled: Settled, tables: WrittenTables, warnings: tuple[Problem, ...], site: Path
) -> Outcome:
    """Write all else of the release, check it, and put it in place, all or nothing."""
    plan, problems = settled.plan, settled.problems

    def remember(site: Path) -> None:
        state = State(plan.fingerprint, plan.surroundings, settled.records, problems, file_stamps(site))
        write_state(state, site)

    changed = _changed(plan, settled.records, problems)
    how = Publication(
        plan.formats,
        changed=changed,
        write_state=remember,
        keep=plan.request.keep,
        places={one.document_id: one.path for one in plan.listed},
        database=_database_before(plan, changed),
    )
    output = plan.request.output
    changes = finish(settled.source, tables, site, output, settled.inputs, how)
    published = StoredTables(output.resolve() / PARQUET)
    return Outcome(published, warnings, problems, len(plan.to_read), True, changes)


def unchanged(plan: Plan) -> Outcome:
    """Return what the release already is, for a plan where nothing changed."""
    problems = () if plan.before is None else plan.before.problems
    return Outcome(StoredTables(plan.request.output.resolve() / PARQUET), (), problems)


def _records(plan: Plan, parts: Sequence[WrittenPart]) -> dict[str, DocumentRecord]:
    """Return the records of all documents by id, sorted."""
    checksums = {one.document_id: one.checksum for one in plan.listed}
    found = dict(plan.taken_over)
    for part in parts:
        for report in part.reports:
            found[report.document_id] = DocumentRecord(
                checksums[report.document_id],
                report.identity,
                report.inputs,
                report.is_in_part,
                report.problems,
            )
    return {document_id: found[document_id] for document_id in sorted(found)}


def _twins(records: Mapping[str, DocumentRecord]) -> dict[str, DocumentProblem]:
    """Warn of documents whose files have the same bytes as those of one with an earlier id."""
    # What is left out for another reason is no twin: its text would be in no document.
    used = [record for record in records.values() if record.is_published]
    known = [record.identity for record in used if record.identity is not None]
    return {known[rank].document_id: warning for rank, warning in identical(known).items()}


def _source(
    plan: Plan, parts: Sequence[WrittenPart], published: set[str], problems: Sequence[DocumentProblem]
) -> MergedTables:
    before = plan.before.documents if plan.before is not None else {}
    read = {report.document_id for part in parts for report in part.reports}
    return MergedTables(
        [PartTables(part.folder) for part in parts],
        StoredTables(plan.request.output.resolve() / PARQUET) if before else None,
        frozenset(
            document_id
            for document_id, record in before.items()
            if record.is_published and (document_id in read or document_id not in published)
        ),
        frozenset(read - published),
        problem_table(problems),
    )


def _changed(
    plan: Plan, records: Mapping[str, DocumentRecord], problems: Sequence[DocumentProblem]
) -> frozenset[str] | None:
    """Return the documents whose rows can differ from those of the release before; None: any."""
    if plan.before is None:
        return None
    before = plan.before.documents
    read = {one.document_id for one in plan.to_read}
    come_or_gone = {
        document_id
        for document_id in before.keys() | records.keys()
        if _is_published(before, document_id) != _is_published(records, document_id)
    }
    told_before, told = Counter(plan.before.problems), Counter(problems)
    told_otherwise = {one.document_id for one in (*(told_before - told), *(told - told_before))}
    return frozenset(read | come_or_gone | told_otherwise)


def _database_before(plan: Plan, changed: frozenset[str] | None) -> DatabaseBefore | None:
    stamp = None if plan.before is None else plan.before.files.get(DATABASE)
    if stamp is None or changed is None:
        return None
    return DatabaseBefore(plan.request.output.resolve() / DATABASE, stamp.sha256, changed)


def _is_published(records: Mapping[str, DocumentRecord], document_id: str) -> bool:
    return document_id in records and records[document_id].is_published
