"""Documents that were read, as the published Arrow tables: per batch, and batches put together.

Tables are in the order of their documents' ids and, within a document, in reading order (lines: raw order);
entities are in the order of their ids. So a release does not depend on how its documents were batched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gangyao.release.rows.citations import citation_rows
from gangyao.release.rows.documents import document_row, fact_rows, source_file_rows, witness_rows
from gangyao.release.rows.entities import entity_table, mention_rows
from gangyao.release.rows.figures import indicator_table, result_rows
from gangyao.release.rows.ledger import correction_rows, suspect_rows
from gangyao.release.rows.lines import box_rows, break_rows, line_cell_rows, line_rows
from gangyao.release.rows.outline import paragraph_rows, section_rows
from gangyao.release.rows.places import places
from gangyao.release.rows.problems import Row
from gangyao.release.rows.projects import project_rows
from gangyao.release.rows.responsibilities import responsibility_rows
from gangyao.release.rows.table_cells import cell_rows
from gangyao.release.rows.tasks import measure_rows
from gangyao.release.tables import OVER_DOCUMENTS, Tables, arrow_table
from schemas.projections.arrow import arrow_schema
from schemas.registry import TABLES

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument


def document_tables(read: Sequence[ReadDocument]) -> Tables:
    """Return the tables of a batch of documents; `problems` is empty, it is of all documents together."""
    rows = _rows(read)
    tables = {table.name: arrow_table(table.name, rows.get(table.name, ())) for table in TABLES}
    return Tables({**tables, **_over_documents(tables)})


def _over_documents(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the tables that follow from those of all documents."""
    return {
        "entities": entity_table([tables["mentions"]], [tables["documents"]]),
        "indicators": indicator_table([tables["targets"]], [tables["results"]]),
    }


def _rows(read: Sequence[ReadDocument]) -> dict[str, list[Row]]:
    """Return the rows of every table of documents, document by document."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES if table.name not in OVER_DOCUMENTS}
    for document in sorted(read, key=lambda one: one.document.spec.document_id):
        document_id, facts = document.document.spec.document_id, document.facts
        at = places(document_id, document.outline)
        measures = measure_rows(document, at)
        mentions = mention_rows(document, at)
        rows["documents"].append(document_row(document, facts))
        rows["sections"] += section_rows(document)
        rows["paragraphs"] += paragraph_rows(document, at)
        rows["tasks"] += measures.tasks
        rows["actions"] += measures.actions
        rows["targets"] += measures.targets
        rows["results"] += result_rows(document, at)
        rows["responsibilities"] += responsibility_rows(document, at)
        rows["projects"] += project_rows(document, at)
        rows["citations"] += citation_rows(document, at)
        rows["table_cells"] += cell_rows(document, at)
        rows["mentions"] += mentions.mentions
        rows["task_entities"] += mentions.task_entities
        rows["source_files"] += source_file_rows(document)
        rows["document_facts"] += fact_rows(document_id, facts)
        rows["lines"] += line_rows(document, at)
        rows["line_boxes"] += box_rows(document)
        rows["line_cells"] += line_cell_rows(document)
        rows["breaks"] += break_rows(document)
        rows["corrections"] += correction_rows(document, at)
        rows["suspects"] += suspect_rows(document, at)
        rows["witnesses"] += witness_rows(document, at)
    return rows


def merge(parts: Sequence[Tables]) -> Tables:
    """Put batches together; the result is the same for any batching and any order of the parts."""
    merged: dict[str, pa.Table] = {}
    for declared in TABLES:
        name = declared.name
        if name in OVER_DOCUMENTS:
            continue
        schema = arrow_schema(declared)
        table = pa.concat_tables([schema.empty_table(), *(part[name] for part in parts)])
        merged[name] = _in_order_of_documents(table)
    return Tables({**merged, **_over_documents(merged)})


def _in_order_of_documents(table: pa.Table) -> pa.Table:
    """Return the rows in the order of their document's id; rows of one document keep their order."""
    ids = table["document_id"]
    if table.num_rows < 2 or pc.all(pc.less_equal(ids[:-1], ids[1:])).as_py():
        return table
    encoded = ids.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    rank_of_code = np.argsort(np.argsort(np.array(encoded.dictionary.to_pylist(), dtype=object)))
    ranks = rank_of_code[encoded.indices.to_numpy(zero_copy_only=False)]
    return table.take(pa.array(np.argsort(ranks, kind="stable")))
