"""Marks that an editor prints where it wraps a line; all texts are invented."""

from __future__ import annotations

import pytest

from gangyao.layout.split import split_lines
from gangyao.layout.wrap_marks import set_wrap_marks_aside
from tests.unit.layout.test_stage import source_of

WORKS = ("良种基地", "灌区", "农产品冷库", "种质资源圃", "育苗工厂")
PARAGRAPHS = [
    f"加快建设{work}，完善种质资源保护体系，支持企业联合攻关，推广新品种和新技术，培育种业企业，到2030年建成{n}个。"
    for n, work in enumerate(WORKS, 2)
]


@pytest.mark.parametrize("mark", ["-", "\\", "↵"])
def test_a_mark_at_the_end_of_wrapped_lines_is_none_of_the_text(mark: str) -> None:
    lines = [text[at : at + 20] for text in PARAGRAPHS for at in range(0, len(text), 20)]
    source = source_of("\n".join(line + mark * (len(line) == 20) for line in lines))
    left, found = set_wrap_marks_aside(split_lines(source))
    assert [line.text for line in left] == lines
    assert {source.text[one.raw_start : one.raw_end] for asides in found.values() for one in asides} == {mark}


def test_dashes_that_end_a_few_lines_stay() -> None:
    source = source_of("\n".join([*PARAGRAPHS * 3, *("实施期为2025-",) * 7]))
    assert set_wrap_marks_aside(split_lines(source))[1] == {}
