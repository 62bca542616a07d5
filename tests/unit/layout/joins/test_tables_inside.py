"""A table inside a sentence is read behind its paragraph; one between two paragraphs stays."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.layout.stage import lay_out
from tests.unit.layout.test_stage import source_of

TABLE = "| 年度 | 里程 |\n| --- | --- |\n| 2026年 | 180公里 |\n"


def read(before: str, after: str):
    source = source_of(f"一、建设任务\n\n{before}\n\n{TABLE}\n{after}\n\n二、保障措施\n\n落实养护资金。\n")
    layout = lay_out(source, load_model())
    return reading_text(source, layout).text.split("\n"), layout


def test_a_table_in_a_sentence():
    before = "全县将新建改建农村公路860公里，具体年度安排见下表，其中2026年重点改造"
    after = "通往产业园区和景区的路段，配套建设公交站点120个。"
    lines, layout = read(before, after)
    assert lines[1] == before + after
    assert lines[-2:] == ["二、保障措施", "落实养护资金。"]
    assert {cut.evidence for cut in layout.breaks} == {"table inside a sentence"}


@pytest.mark.parametrize(
    "before",
    [
        "全县将新建改建农村公路860公里，通行政村公路全部达标，年度安排如下",
        "年度安排见下表：",
        "全县修路860公里。",
    ],
)
def test_a_table_that_is_announced(before):
    lines, layout = read(before, "各乡镇要落实养护责任。")
    assert lines[1] == before
    assert not layout.breaks
