"""Cells that `targets` and `results` share, rows of `results`, and the table `indicators` that follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from gangyao.document.figures import FigureFacts, Indicator
from gangyao.document.tasks import Target
from gangyao.release.rows.places import Places
from schemas.projections.arrow import arrow_columns
from schemas.registry import BY_NAME

if TYPE_CHECKING:
    from gangyao.document.read_document import ReadDocument

Row = tuple[object, ...]
#: The columns of a figure that `indicators` follows from.
OF_INDICATORS = ("indicator_id", "indicator", "document_id")
_NO_FACTS: Row = (None,) * 9


def figure_cells(figure: Target, facts: FigureFacts | None) -> Row:
    """Return the cells that targets and results share, in the order of their columns."""
    return (
        figure.kind,
        figure.comparator,
        figure.value,
        figure.value_to,
        figure.unit or None,
        figure.unit_printed or None,
        figure.year,
        figure.indicator or None,
        figure.text,
        figure.start,
        figure.end,
        figure.direction,
        figure.base_year,
        figure.binding,
        *(_NO_FACTS if facts is None else _cells(facts)),
    )


def _cells(facts: FigureFacts) -> Row:
    period, measured = facts
    return (
        None if measured.indicator is None else id_of(measured.indicator),
        period.kind,
        period.year_from,
        period.year_to,
        measured.base_value,
        measured.base_value_to,
        measured.base_unit,
        measured.counter,
        measured.money,
    )


def id_of(indicator: Indicator) -> str:
    """Return the id of an indicator: its four parts, joined."""
    parts = (indicator.name, indicator.scope or "", indicator.measure or "", indicator.base_unit)
    return "|".join([part.replace("|", "｜") for part in parts])


def result_rows(read: ReadDocument, at: Places) -> list[Row]:
    """Return one row per figure that was reached."""
    document_id = read.document.spec.document_id
    return [
        (f"{paragraph_id}/f{rank}", document_id, section_id, paragraph_id, *figure_cells(*result))
        for paragraph_id, section_id, results in zip(
            at.paragraph_ids, at.section_ids_of_paragraphs, read.results, strict=False
        )
        for rank, result in enumerate(results, 1)
    ]


@dataclass(slots=True)
class _Seen:
    """What the figures of one indicator say, gathered one by one."""

    forms: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    targets: int = 0
    results: int = 0


def indicator_table(targets: Iterable[pa.Table], results: Iterable[pa.Table]) -> pa.Table:
    """Return the indicators that targets and results of any number of documents measure, sorted by id.

    Everything follows from the figures, so that it does not matter in which parts they were read.
    """
    seen: dict[str, _Seen] = {}
    for piece in targets:
        for one in _figures(piece, seen):
            one.targets += 1
    for piece in results:
        for one in _figures(piece, seen):
            one.results += 1
    ids = sorted(seen)
    split = [indicator_id.split("|") for indicator_id in ids]
    columns = (
        ids,
        [name for name, _, _, _ in split],
        [scope or None for _, scope, _, _ in split],
        [measure or None for _, _, measure, _ in split],
        [unit for _, _, _, unit in split],
        [sorted(seen[one].forms - {parts[0]}) for one, parts in zip(ids, split, strict=True)],
        [seen[one].targets for one in ids],
        [seen[one].results for one in ids],
        [len(seen[one].documents) for one in ids],
    )
    return arrow_columns(BY_NAME["indicators"], columns)


def _figures(piece: pa.Table, seen: dict[str, _Seen]) -> Iterable[_Seen]:
    for indicator_id, form, document_id in zip(
        *(piece[name].to_pylist() for name in OF_INDICATORS), strict=True
    ):
        if indicator_id is None:
            continue
        one = seen.setdefault(indicator_id, _Seen())
        if form is not None:
            one.forms.add(form)
        one.documents.add(document_id)
        yield one
