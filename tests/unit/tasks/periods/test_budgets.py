"""Figures of budget reports: what was reached, and what is set beside last year. All are invented."""

from __future__ import annotations

import pytest

from gangyao.document.read_document import ReadDocument
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from gangyao.tasks.periods.when import Said, years_said

BUDGET = """关于临河市2025年预算执行情况和2026年预算草案的报告
——2026年1月12日在临河市第九届人民代表大会第六次会议上
一、2025年预算执行情况
全市一般公共预算收入完成86.3亿元，为预算的101.2%，同比增长4.6%。车船税收入2.4亿元，比上年增长3.1%。
二、2026年预算草案
“三公”经费预算比上年压减5%。
一九八三年，全市财政收入达到526万元，比上年增长6.4%。
"""


@pytest.fixture(scope="module")
def budget() -> ReadDocument:
    source = join_files([("page.txt", BUDGET.encode())])
    return read_document(
        Document(DocumentSpec("page", "", ("page.txt",)), source), load_engine(lexicon_of(SEEDS))
    )


def _reached(read: ReadDocument) -> list[tuple[str | None, str]]:
    figures = (result.figure for of_paragraph in read.results for result in of_paragraph)
    return [(figure.indicator, figure.text) for figure in figures]


def test_a_share_of_the_budget_measures_what_the_clause_before_does(budget: ReadDocument) -> None:
    assert _reached(budget)[:3] == [
        ("一般公共预算收入", "86.3亿元"),
        ("一般公共预算收入", "101.2%"),
        ("一般公共预算收入", "增长4.6%"),
    ]


def test_what_is_to_come_is_compared_with_last_year_and_no_result(budget: ReadDocument) -> None:
    reached = [text for _, text in _reached(budget)]
    assert "增长3.1%" in reached
    assert "压减5%" not in reached


def test_a_year_in_chinese_figures_is_one(budget: ReadDocument) -> None:
    assert [text for _, text in _reached(budget)][-2:] == ["达到526万元", "增长6.4%"]
    assert years_said("二〇二三年，建成三座", 2026) == [Said((2023, 2023), 0, 5)]


PLANNED = """关于临河市2025年预算执行情况和2026年预算草案的报告
一、2025年预算执行情况
教育支出完成68亿元，比上年增长4%。
二、2026年预算草案
安排教育支出72亿元，比上年增加3.5亿元、增长5.1%。
居民基础养老金最低标准由每人每月143元提高到163元。
去年安排的资金已增长3%。
全区有28万农牧民在城镇就业，要安排培训资金2000万元。
"""


@pytest.fixture(scope="module")
def planned() -> ReadDocument:
    source = join_files([("page.txt", PLANNED.encode())])
    return read_document(
        Document(DocumentSpec("page", "", ("page.txt",)), source), load_engine(lexicon_of(SEEDS))
    )


def test_figures_that_a_chapter_on_a_year_plans_are_targets(planned: ReadDocument) -> None:
    targets = [target.text for tasks in planned.tasks for task in tasks for target in task.targets]
    assert targets == ["72亿元", "增加3.5亿元", "增长5.1%", "提高到163元", "2000万元"]


def test_how_many_there_are_is_no_target(planned: ReadDocument) -> None:
    assert _reached(planned) == [
        ("教育支出", "68亿元"),
        ("教育支出", "增长4%"),
        ("资金", "增长3%"),
        ("农牧民", "28万"),
    ]
