"""The heads of a table's columns say what its rows set."""

from __future__ import annotations

import pytest

from gangyao.paths import SEEDS, lexicon_of
from gangyao.tasks.grammar import load_grammar
from gangyao.tasks.table_rows.columns import Columns, ValueColumn, read_columns


def columns(*heads: str) -> Columns:
    return read_columns(dict(enumerate(heads, 1)))


@pytest.mark.parametrize(
    ("heads", "task", "leads", "supports", "deadline"),
    [
        (["序号", "重点任务", "责任单位", "完成时限"], 2, (3,), (), 4),
        (["编号", "实事项目", "牵头单位", "配合单位", "完成时间"], 2, (3,), (4,), 5),
        (["序号", "项目名称", "建设内容", "责任部门", "责任人"], 3, (4,), (), None),
        (["序号", "实事内容", "责任单位"], 2, (3,), (), None),
        (["领域", "工作事项", "牵 头 单 位", "时间节点"], 2, (3,), (), 4),
        (["序号", "重点任务", "具体举措", "牵头单位", "责任单位", "完成时限"], 3, (4, 5), (), 6),
        (["项目", "项目", "责任单位", "责任人"], 2, (3,), (), None),
        (["序号", "目标任务", "工作措施", "责任单位"], 2, (4,), (), None),
        (["序号", "项目名称", "主要建设内容及规模", "建设起止年限", "责任单位"], 3, (5,), (), 4),
        (["序号", "2026年工作任务", "责任单位", "完成时限"], 2, (3,), (), 4),
        (["月份", "重点工作", "责任部门"], 2, (3,), (), 1),
        (["重点任务", "具体任务", "责任单位"], 2, (3,), (), None),
        (["序号", "任务", "单位"], 2, (3,), (), None),
        (["重点工作", "工作任务", "责任单位", "完成时限"], 2, (3,), (), 4),
        (["序号", "反馈问题", "整改措施", "责任单位", "整改时限"], 3, (4,), (), 5),
        (["主要任务", "责任单位及分工", "时间进度"], 1, (2,), (), 3),
        (["任务", "单位", "时限"], 1, (2,), (), 3),
        (["序号", "决策事项名称", "承办单位", "计划完成时间"], 2, (3,), (), 4),
        (["领域", "数据内容", "责任部门", "开放时限"], 2, (3,), (), 4),
        (["序号", "职权事项", "责任科室", "备注"], None, (3,), (), None),
        (["主体", "序号", "职责内容", "依据", "备注"], 3, (1,), (), None),
        # Who leads beside who supports: whatever is called a task is one.
        (["年度考核目标任务", "省牵头部门", "省配合部门"], 1, (2,), (3,), None),
    ],
)
def test_lists_of_tasks(heads, task, leads, supports, deadline):
    read = columns(*heads)
    assert read.sets_tasks == (task is not None)
    assert (read.task, read.leads, read.supports, read.deadline) == (task, leads, supports, deadline)


@pytest.mark.parametrize(
    ("heads", "values", "base"),
    [
        (["指标", "单位", "2025年", "2030年", "属性"], (ValueColumn(4, 2030),), 2025),
        (["指标名称", "2026年", "2027年"], (ValueColumn(2, 2026), ValueColumn(3, 2027)), None),
        (["主要指标", "单位", "计划任务", "指标属性"], (ValueColumn(3, None),), None),
        (["指标", "2024年实际", "2025年目标"], (ValueColumn(3, 2025),), 2024),
        (["指标", "单位", "2025年", "2026年目标"], (ValueColumn(4, 2026),), 2025),
        (["指标", "目标值2025年（现状）", "目标值2030年"], (ValueColumn(3, 2030),), 2025),
        (["指标", "目标值2027年", "目标值2030年"], (ValueColumn(2, 2027), ValueColumn(3, 2030)), None),
        (["指标", "规划期2025年", "规划期2030年"], (ValueColumn(3, 2030),), 2025),
        (["指标", "基期值（2025年）", "目标值（2030年）"], (ValueColumn(3, 2030),), 2025),
        (["指标", "2026—2030年目标", "较2025年增减"], (ValueColumn(2, 2030),), None),
    ],
)  # fmt: skip
def test_tables_of_indicators(heads, values, base):
    read = columns(*heads)
    assert read.sets_targets
    assert (read.values, read.base_year) == (values, base)


def test_columns_of_what_was_reached():
    assert columns("指标", "单位", "2025年", "2030年").reached == (ValueColumn(3, 2025),)
    assert columns("指标", "2024年实际", "2025年目标").reached == (ValueColumn(2, 2024),)
    assert columns("指标", "2025年预计", "2030年").reached == ()
    assert columns("指标", "2026年", "2027年").reached == ()


@pytest.mark.parametrize(
    "heads", [["姓名", "职务", "电话"], ["地区", "人口", "面积"], ["序号", "名称", "备注"]]
)
def test_other_tables_set_nothing(heads):
    read = columns(*heads)
    assert not read.sets_tasks
    assert not read.sets_targets


@pytest.mark.parametrize(
    ("heads", "task", "theme"),
    [
        (["序号", "重点任务", "具体举措", "牵头单位"], 3, 2),
        (["项目", "项目", "主要内容及目标", "责任单位"], 3, 2),
        (["序号", "项目名称", "建设内容及规模", "责任单位"], 3, 2),
        (["序号", "重点任务", "责任单位"], 2, None),
        (["主要措施", "任务", "责任单位"], 2, None),
    ],
)
def test_measures_are_the_tasks_of_what_they_belong_to(heads, task, theme):
    read = columns(*heads)
    assert (read.task, read.theme) == (task, theme)


def test_a_head_says_that_the_first_of_its_bodies_leads():
    read = columns("序号", "重点任务", "责任单位（第一位为牵头单位）")
    assert (read.leads, read.leading, read.first_leads) == ((3,), (), (3,))


def test_the_last_column_below_a_head_over_several_names_the_indicator():
    read = columns("指标", "指标", "2025年", "2030年")
    assert (read.indicator, [value.column for value in read.values]) == (2, [4])


@pytest.mark.parametrize(
    ("heads", "cells", "leads"),
    [
        (["工作任务", "推进单位"], ["区水务局、区财政局、各相关街镇", "区教育局（配合）"], (2,)),
        (["任务", "认领"], ["市水利局", "城投集团"], (2,)),
        # Persons, places and texts are no bodies.
        (["任务", "认领"], ["王某某", "李某"], ()),
        (["任务", "认领"], ["完成管网改造。", "新建泵站。"], ()),
        (["任务", "联系人"], ["市水利局", "市财政局"], ()),
    ],
)
def test_a_column_of_names_of_bodies_says_who_acts(
    heads: list[str], cells: list[str], leads: tuple[int, ...]
) -> None:
    found = read_columns(dict(enumerate(heads, 1)), {1: ["改造管网"] * 2, 2: cells})
    assert (found.task, found.leads) == (1, leads)


@pytest.mark.parametrize(
    ("told", "task"),
    [
        (["1.清理河道，建立台账。", "完善管网；改造泵站。"], 3),
        (["清理河道，建立台账。", "完善管网；改造泵站。"], 3),
        (["污水处理率为百分之八十", "台账齐全、记录完整"], None),
    ],
)
def test_cells_that_open_with_acts_are_what_bodies_do(told: list[str], task: int | None) -> None:
    lexicon = load_grammar(lexicon_of(SEEDS)).lexicon
    heads = {1: "序号", 2: "考核部门", 3: "评分标准"}
    found = read_columns(heads, {1: ["1", "2"], 2: ["县水利局", "县环保局"], 3: told}, lexicon)
    assert (found.leads, found.task) == ((2,), task)


def test_what_was_done_is_nothing_to_do() -> None:
    lexicon = load_grammar(lexicon_of(SEEDS)).lexicon
    cells = {1: ["县水利局", "县环保局"], 2: ["清理河道，建立台账。", "完善管网；改造泵站。"]}
    assert read_columns({1: "责任单位", 2: "完成情况"}, cells, lexicon).task is None
