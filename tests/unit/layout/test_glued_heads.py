"""Headings come off the lines that they were glued to where their number is due, and nowhere else."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.contents import find_contents
from gangyao.layout.glued_heads import find_glued_heads
from gangyao.layout.tables.find import find_grids


def cut(text: str) -> list[str]:
    """Return what stands behind each cut, to the end of its line."""
    source = join_files([("a.txt", text.encode())])
    return [source.text[place:].split("\n")[0] for place in find_glued_heads(source, ())]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("一、任务\n扫描300万页。二、保障\n落实资金。\n三、步骤\n", ["二、保障"]),
        ("一、任务\n扫描300万页。二、保障。落实资金。\n三、步骤\n", ["二、保障。落实资金。"]),
        ("（一）甲\n建成3座。（二）乙项\n建成4座。\n（三）丙\n", ["（二）乙项"]),
        ("一、任务\n扫描300万页。二、保障\n落实资金。\n", ["二、保障"]),
        ("一、任务\n扫描300万页。二、保障落实，资金到位。\n", []),
        ("一、任务\n原则是。二、甲项\n二、保障\n", []),
        ("一、任务\n原则是。一、甲项。二、乙项\n三、步骤\n", []),
        ("扫描300万页。二、保障\n三、步骤\n", []),
        ("一、任务\n包括二、保障\n三、步骤\n", []),
    ],
)
def test_a_heading_behind_a_sentence(text: str, heads: list[str]) -> None:
    assert cut(text) == heads


def test_contents_end_where_the_text_repeats_the_first_entry_with_a_number() -> None:
    entries = ["目录", "前言1", "第一章 基础2", "第二章 任务5", "第三章 保障9"]
    body = ["第一章 基础", "水库12座。", "第二章 任务", "第三章 保障"]
    assert find_contents([*entries, *body]) == [True] * len(entries) + [False] * len(body)


def test_a_list_at_the_end_of_a_row_goes_on_below() -> None:
    text = "序号\t任务\t责任单位\n1\t扩大参保\t县医保局\n2\t推进改革\t县医保局、\n县卫健局\n"
    (table,) = find_grids(text, load_model())
    cell = table.rows[2][2]
    assert text[cell.raw_start : cell.raw_end] == "县医保局、\n县卫健局"
