"""No cell of a table is lost or moved, whatever mark-up prints the table and whatever stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.placed_tables import place_tables
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from tests.property_tests import examples

TASKS = (
    "建设高标准农田3万亩",
    "改造农村公路120公里",
    "培训护理员2000名",
    "推进一网通办",
    "完善应急预案，组织演练",
)
BODIES = ("县农业农村局", "县交通运输局、各乡镇人民政府", "市民政局", "区住建局", "")
TIMES = ("2025年12月", "2026年6月底前", "长期", "10月", "")
HEADER = ["序号", "重点任务", "责任单位", "完成时限"]


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    count = draw(st.integers(1, 5))
    rows = [
        [
            str(number), draw(st.sampled_from(TASKS)), draw(st.sampled_from(BODIES)),
            draw(st.sampled_from(TIMES)),
        ]
        for number in range(1, count + 1)
    ]  # fmt: skip
    return [HEADER, *rows]


def as_html(rows: list[list[str]], line_end: str, indent: str) -> str:
    lines = ["<table>"]
    for row in rows:
        lines += [f"{indent}<tr>", *(f"{indent * 2}<td>{cell}</td>" for cell in row), f"{indent}</tr>"]
    return line_end.join([*lines, "</table>"])


def as_pipes(rows: list[list[str]], *, rule: bool) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "| --- | --- | --- | --- |", *lines[1:]] if rule else lines)


FORMS = {
    "html, a tag a line": lambda rows: as_html(rows, "\n", "  "),
    "html, one line": lambda rows: as_html(rows, "", ""),
    "html, a row a line": lambda rows: as_html(rows, "", "").replace("</tr>", "</tr>\n"),
    "pipes": lambda rows: as_pipes(rows, rule=True),
    "pipes without a rule": lambda rows: as_pipes(rows, rule=False),
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
}


@pytest.mark.parametrize("form", FORMS)
@examples(12)
@given(rows=tables())
def test_every_cell_is_where_it_was_printed(form: str, rows: list[list[str]]) -> None:
    text = f"某县重点任务分工方案\n一、任务分工\n{FORMS[form](rows)}\n二、工作要求\n各单位要抓好落实。\n"
    source = join_files([("a.txt", text.encode())])
    read = read_document(
        Document(DocumentSpec("a", "某县重点任务分工方案", ("a.txt",)), source),
        load_engine(lexicon_of(SEEDS)),
    )
    (table,) = place_tables(read.cleaned)
    found = [
        (placed.cell.row, placed.cell.column, placed.text(read.cleaned.text))
        for row in table.rows
        for placed in row
        if not placed.cell.is_empty
    ]
    assert found == [
        (number, column, cell)
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if cell
    ]
    assert [section.title for section in read.outline.sections if not section.is_implied] == [
        "任务分工",
        "工作要求",
    ]
    assert read.layout.breaks == ()
    kept = [paragraph.text for paragraph in read.outline.paragraphs if paragraph.is_table]
    assert kept == ["\t".join(cell for cell in row if cell) for row in rows]
