"""Cells printed line by line are put together, and the ledger of their pieces is unbroken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.batch import build_batch
from gangyao.document.placed_tables import place_tables
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from tests.property_tests import examples

HEAD = ["序号", "重点任务", "责任单位", "完成时限"]
TASKS = (
    "建设高标准农田3万亩，配套灌溉渠道20公里",
    "改造农村公路120公里",
    "培训养老护理员2000名，覆盖全部乡镇敬老院",
    "完善应急预案，组织演练4次",
)
BODIES = ("县农业农村局", "县交通运输局、各乡镇人民政府", "市民政局、市财政局")
TIMES = ("2025年12月", "2026年6月底前", "长期")
FORMS = ("aligned", "tabs", "boxed", "ruled")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    cells = (st.sampled_from(TASKS), st.sampled_from(BODIES), st.sampled_from(TIMES))
    return [[str(number), *map(draw, cells)] for number in range(1, draw(st.integers(3, 6)))]


def printed_rows(rows: list[list[str]], widths: list[int], *, centred: bool) -> list[list[list[str]]]:
    """Return for each row its lines, each with the part of every cell."""
    printed = []
    for row in rows:
        parts = [
            [cell[at : at + wide] for at in range(0, len(cell), wide)]
            for cell, wide in zip(row, widths, strict=True)
        ]
        height = max(map(len, parts))
        above = [(height - len(cell)) // 2 if centred else 0 for cell in parts]
        columns = [
            [""] * over + cell + [""] * (height - over - len(cell))
            for over, cell in zip(above, parts, strict=True)
        ]
        printed.append([list(line) for line in zip(*columns, strict=True)])
    return printed


def width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def as_text(form: str, rows: list[list[list[str]]]) -> str:
    if form == "tabs":
        return "\n".join("\t".join(line).rstrip("\t") for row in rows for line in row)
    widths = [
        max(width(part) for row in rows for line in row for part in [line[n]]) for n in range(len(HEAD))
    ]
    filled = [
        [[part + " " * (wide - width(part)) for part, wide in zip(line, widths, strict=True)] for line in row]
        for row in rows
    ]
    if form == "aligned":
        return "\n".join("   ".join(line).rstrip() for row in filled for line in row)
    rule = "├" + "┼".join("─" * ((wide + 2) // 2) for wide in widths) + "┤"
    boxes = [["│" + "│".join(f" {part} " for part in line) + "│" for line in row] for row in filled]
    if form == "ruled":
        return "\n".join([rule, *(line for row in boxes for line in [*row, rule])])
    return "\n".join([rule, *boxes[0], rule, *(line for row in boxes[1:] for line in row), rule])


@pytest.mark.parametrize("form", FORMS)
@examples(8)
@given(rows=tables(), task=st.integers(7, 12), centred=st.booleans())
def test_each_cell_is_whole(form: str, rows: list[list[str]], task: int, centred: bool) -> None:
    table = as_text(form, printed_rows([HEAD, *rows], [2, task, 6, 5], centred=centred))
    text = f"某县重点任务分工方案\n一、任务分工\n{table}\n二、工作要求\n各单位要抓好落实。\n"
    document = Document(
        DocumentSpec("a", "某县重点任务分工方案", ("a.txt",)), join_files([("a.txt", text.encode())])
    )
    read = read_document(document, load_engine(lexicon_of(SEEDS)))
    wrapped = any(len(row[1]) > task or len(row[2]) > 6 or len(row[3]) > 5 for row in rows)
    if wrapped:
        (placed,) = place_tables(read.cleaned)
        found = [[one.text(read.cleaned.text) for one in row] for row in placed.rows]
        assert found == [HEAD, *rows]
        assert [section.title for section in read.outline.sections if not section.is_implied] == [
            "任务分工",
            "工作要求",
        ]
    # Every character is accounted for, and replaying the ledger gives the published text.
    assert build_batch([document], lexicon_of(SEEDS)).problems == ()
