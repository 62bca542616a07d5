"""Rows of tables as tasks with actors and deadlines, and as targets of indicators."""

from __future__ import annotations

import pytest

from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document

TASKS = """某市重点工作任务分工表
一、任务分工
<table><tr><td rowspan="2">序号</td><td rowspan="2">重点任务</td><td colspan="2">责任分工</td>\
<td rowspan="2">完成时限</td></tr><tr><td>牵头单位</td><td>配合单位</td></tr>
<tr><td>1</td><td>更新燃气管道50公里。完善巡检制度。</td><td>市住房城乡建设局</td>\
<td>市应急管理局、市财政局等</td><td>2026年10月底前</td></tr>
<tr><td>2</td><td>农村公路建设200公里</td><td rowspan="2">市交通运输局（牵头）、各县（区）政府</td><td></td>\
<td>2026-12</td></tr>
<tr><td>3</td><td>开展桥梁隐患排查</td><td></td><td>长期坚持</td></tr></table>
"""
INDICATORS = """某市发展规划
一、主要指标
| 指标 | 单位 | 2025年 | 2030年 | 属性 |
| --- | --- | --- | --- | --- |
| 1.森林覆盖率 | % | 43.5 | ≥45 | 约束性 |
| 2.粮食产量（万吨） | | 120 | [650] | 预期性 |
| 3.水质 | — | 达标 | 达标 | 约束性 |
"""


def read(text: str) -> ReadDocument:
    source = join_files([("a.txt", text.encode())])
    return read_document(
        Document(DocumentSpec("a", "某市规划", ("a.txt",)), source), load_engine(lexicon_of(SEEDS))
    )


def test_rows_are_tasks_with_the_bodies_and_deadlines_of_their_cells():
    tasks = [task for of_row in read(TASKS).tasks for task in of_row]
    assert [(task.text, [party.text for party in task.actors]) for task in tasks] == [
        ("更新燃气管道50公里。", ["市住房城乡建设局", "市应急管理局", "市财政局"]),
        ("完善巡检制度。", ["市住房城乡建设局", "市应急管理局", "市财政局"]),
        ("农村公路建设200公里", ["市交通运输局", "各县（区）政府"]),
        ("开展桥梁隐患排查", ["市交通运输局", "各县（区）政府"]),
    ]
    due = [[target.year for target in task.targets if target.kind == "deadline"] for task in tasks]
    assert due == [[2026], [2026], [2026], []]
    assert [(action.verb, action.object) for action in tasks[0].actions] == [("更新", "燃气管道50公里")]


def test_rows_of_indicators_are_targets_by_the_year_of_their_column():
    targets = [t for of_row in read(INDICATORS).tasks for task in of_row for t in task.targets]
    assert [
        (t.indicator, t.comparator, t.value, t.unit, t.year, t.base_year, t.binding, t.text) for t in targets
    ] == [
        ("森林覆盖率", ">=", 45.0, "percent", 2030, 2025, "binding", "≥45"),
        ("粮食产量", "=", 6500000.0, "t", 2030, 2025, "expected", "[650]"),
    ]


def test_what_targets_of_a_table_start_from_are_results():
    read_document = read(INDICATORS)
    results = [one for of_paragraph in read_document.results for one in of_paragraph]
    assert [(one.figure.indicator, one.figure.value, one.facts.period.year_to) for one in results] == [
        ("森林覆盖率", 43.5, 2025),
        ("粮食产量", 1200000.0, 2025),
    ]


def test_what_a_row_says_stands_where_it_says():
    for text in (TASKS, INDICATORS):
        document = read(text)
        for paragraph, tasks in zip(document.outline.paragraphs, document.tasks, strict=True):
            for task in tasks:
                assert paragraph.text[task.start : task.end] == task.text
                for target in task.targets:
                    assert paragraph.text[target.start : target.end] == target.text


@pytest.mark.parametrize(
    ("cell", "duties"),
    [
        (
            "县水利局牵头，县财政局、各乡镇配合",
            {"县水利局": "lead", "县财政局": "support", "各乡镇": "support"},
        ),
        ("县水利局（牵头）、县财政局", {"县水利局": "lead", "县财政局": "responsible"}),
        ("牵头单位：县水利局；配合单位：县财政局等", {"县水利局": "lead", "县财政局": "support"}),
        ("县水利局、县财政局按职责分工负责", {"县水利局": "responsible", "县财政局": "responsible"}),
        ("各县（区）政府", {"各县（区）政府": "responsible"}),
        ("市财政局、各县(市、区)政府", {"市财政局": "responsible", "各县(市、区)政府": "responsible"}),
        ("市水务局市财政局", {"市水务局": "responsible", "市财政局": "responsible"}),
        ("市水务局<br>东门街道", {"市水务局": "responsible", "东门街道": "responsible"}),
        ("市水务局牵头<br>市财政局配合", {"市水务局": "lead", "市财政局": "support"}),
        ("国家税务总局<br>临河市税务局", {"国家税务总局临河市税务局": "responsible"}),
        ("临河经济开发区<br>管理委员会", {"临河经济开发区管理委员会": "responsible"}),
    ],
)
def test_a_cell_says_which_part_a_body_has(cell, duties):
    text = f"某县分工表\n| 任务 | 责任单位 |\n| --- | --- |\n| 修建水渠3公里 | {cell} |\n"
    (task,) = [task for of_row in read(text).tasks for task in of_row]
    assert {duty.body: duty.part for duty in task.responsibilities} == duties


def test_titles_across_a_table_are_no_rows_of_it():
    text = (
        "某市重点任务分工表\n"
        '<table><tr><td colspan="4">某市2026年重点任务分工表</td></tr>'
        "<tr><td>序号</td><td>重点任务</td><td>具体举措</td><td>牵头单位</td></tr>"
        '<tr><td colspan="4">一、稳定增长</td></tr>'
        '<tr><td>1</td><td rowspan="2">扩大投资</td><td>新建水厂2座。</td><td>市水务局</td></tr>'
        "<tr><td>2</td><td>更新管网50公里。</td><td>市住建局</td></tr></table>\n"
    )
    tasks = [task for of_row in read(text).tasks for task in of_row]
    assert [(task.theme, task.text, [party.text for party in task.actors]) for task in tasks] == [
        ("扩大投资", "新建水厂2座。", ["市水务局"]),
        ("扩大投资", "更新管网50公里。", ["市住建局"]),
    ]


def rows_of(head: str, *rows: str) -> str:
    return "\n".join(["某市分工表", head, "| --- " * (head.count("|") - 1) + "|", *rows, ""])


def test_the_first_body_leads_where_the_head_says_so():
    text = rows_of("| 任务 | 责任单位（第一位为牵头单位） |", "| 修建水渠3公里 | 县水利局、县财政局 |")
    (task,) = [task for of_row in read(text).tasks for task in of_row]
    assert [(duty.body, duty.part) for duty in task.responsibilities] == [
        ("县水利局", "lead"),
        ("县财政局", "support"),
    ]


def test_sums_are_no_tasks():
    text = rows_of(
        "| 序号 | 项目名称 | 责任单位 |",
        "| 合计（2项） | 总投资5亿元 | |",
        "| 1 | 修建水渠3公里 | 县水利局 |",
    )
    assert [task.text for of_row in read(text).tasks for task in of_row] == ["修建水渠3公里"]


def test_the_last_year_of_a_span_is_the_deadline():
    text = rows_of("| 项目名称 | 建设年限 | 责任单位 |", "| 修建水渠3公里 | 2025—2027 | 县水利局 |")
    (task,) = [task for of_row in read(text).tasks for task in of_row]
    assert [target.year for target in task.targets if target.kind == "deadline"] == [2027]


@pytest.mark.parametrize(
    ("cell", "comparator", "value"),
    [("不低于35", ">=", 35.0), ("94以上", ">=", 94.0), ("控制在8以内", "<=", 8.0), ("6左右", "~", 6.0)],
)
def test_a_value_may_have_words_around_it(cell, comparator, value):
    text = rows_of("| 指标 | 单位 | 2025年 | 2030年 |", f"| 岸线保有率 | % | 30 | {cell} |")
    (target,) = [t for of_row in read(text).tasks for task in of_row for t in task.targets]
    assert (target.comparator, target.value, target.unit) == (comparator, value, "percent")


def test_dashes_name_nobody():
    text = rows_of("| 任务 | 牵头单位 | 配合单位 |", "| 修建水渠3公里 | 县水利局 | —— |")
    (task,) = [task for of_row in read(text).tasks for task in of_row]
    assert [party.text for party in task.actors] == ["县水利局"]


def test_sums_over_the_years_stand_in_a_column_of_rates():
    text = rows_of(
        "| 指标 | 2025年 | 2030年 | 年均/累计 | 属性 |",
        "| 劳动生产率增长（%） | — | — | 高于经济增长5 | 预期性 |",
        "| 单位产值能耗降低（%） | — | — | 〔13.5〕 | 约束性 |",
        "| 城镇化率（%） | 60.6 | 65 | 〔4〕 | 预期性 |",
    )
    targets = [t for of_row in read(text).tasks for task in of_row for t in task.targets]
    assert [(t.indicator, t.kind, t.direction, t.value, t.year, t.text) for t in targets] == [
        ("单位产值能耗", "percent", "decrease", 13.5, 2030, "〔13.5〕"),
        ("城镇化率", "percent", None, 65.0, 2030, "65"),
        ("城镇化率", "percentage_points", "increase", 4.0, 2030, "〔4〕"),
    ]


def test_a_column_of_rates_tells_how_fast_things_grow():
    text = rows_of(
        "| 指标名称 | 单位 | 2025年 | 2030年 | 年均增长（%） | 属性 |",
        "| 地区生产总值 | 亿元 | 86 | 120 | 6.5左右 | 预期性 |",
        "| 研发经费投入增长（%） | | — | — | >7 | 预期性 |",
        "| 森林覆盖率 | % | 62 | ≥63 | — | 约束性 |",
    )
    targets = [t for of_row in read(text).tasks for task in of_row for t in task.targets]
    assert [(t.indicator, t.unit, t.direction, t.comparator, t.value) for t in targets] == [
        ("地区生产总值", "CNY", None, "=", 120e8),
        ("地区生产总值", "percent", "increase", "~", 6.5),
        ("研发经费投入", "percent", "increase", ">", 7.0),
        ("森林覆盖率", "percent", None, ">=", 63.0),
    ]


def test_a_row_cut_by_the_end_of_a_page_keeps_its_bodies():
    head = "| 序号 | 重点任务 | 牵头单位 | 完成时限 |\n| --- | --- | --- | --- |\n"
    first = f"{head}| 1 | 改造老旧小区18个，同步 | 县住建局 | 2026年 |\n"
    rest = f"\n— 5 —\n\n{head}|  | 更新供水管网40公里 |  |  |\n|  | 新建幼儿园6所 |  |  |\n"
    tasks = [task for of_row in read(f"分工表\n一、任务\n{first}{rest}").tasks for task in of_row]
    assert [[party.text for party in task.actors] for task in tasks] == [["县住建局"], ["县住建局"], []]
    assert [duty.deadline for task in tasks for duty in task.responsibilities] == ["2026年", "2026年"]


def test_a_ditto_mark_stands_for_the_cell_above():
    rows = (
        "| 序号 | 任务 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- |\n"
        "| 1 | 建设充电桩500个 | 市发展改革委 | 2026年底 |\n| 2 | 建设换电站8座 | 同上 | 〃 |\n"
        "| 3 | 更新公交车120辆 | 市交通运输局 | 〃 |\n"
    )
    tasks = [task for of_row in read(f"某市绿色出行任务表\n{rows}").tasks for task in of_row]
    assert [[party.text for party in task.actors] for task in tasks] == [
        ["市发展改革委"],
        ["市发展改革委"],
        ["市交通运输局"],
    ]
    assert [duty.deadline for task in tasks for duty in task.responsibilities] == ["2026年底"] * 3
