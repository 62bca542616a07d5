"""Dots come back into numbers that count as those of headings do, and into no others."""

from __future__ import annotations

import pytest

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.loops import find_loops
from gangyao.cleaning.rules.lost_dots import find_lost_dots


def made(text, findings):
    for edit in reversed(findings.edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def test_dots_are_put_back(rules):
    printed = "1 基础\n11 现状\n甲。\n12 问题\n2 任务\n21 路网\n211 干线\n22 服务"
    right = "1 基础\n1.1 现状\n甲。\n1.2 问题\n2 任务\n2.1 路网\n2.1.1 干线\n2.2 服务"
    assert made(printed, find_lost_dots(scan(printed, rules.kinds))) == right


@pytest.mark.parametrize(
    "text",
    [
        "1 甲县\n2 乙县\n3 丙县\n11 丁县",
        "1 基础\n11 现状\n12 问题\n13 形势",  # one chapter only
        "1 基础\n11 现状\n13 问题\n2 任务\n21 路网",  # 12 is missing
        "11 现状\n12 问题\n2 任务\n21 路网",
        "10 甲项\n11 乙项\n12 丙项\n20 丁项\n21 戊项",
    ],
)
def test_other_numbers_stay(rules, text):
    assert find_lost_dots(scan(text, rules.kinds)).edits == []


def doubted(rules, text):
    return [text[doubt.start : doubt.end] for doubt in find_loops(scan(text, rules.kinds)).doubts]


def test_a_paragraph_that_is_begun_again_is_doubted(rules):
    cut = "完善两项补贴机制，建设康复服务中心6个，实施无障碍改造800户，提升残疾"
    assert doubted(rules, f"{cut}\n{cut}人就业服务水平。") == [cut]
    assert doubted(rules, f"{cut}人就业。\n{cut}人就业。") == [f"{cut}人就业。"]
    assert doubted(rules, f"{cut}人就业。\n建设园区6个。\n{cut}人就业。") == []
    assert (
        doubted(
            rules, "某市国民经济和社会发展第十四个五年规划纲要\n某市国民经济和社会发展第十四个五年规划纲要"
        )
        == []
    )


def test_a_paragraph_right_below_itself_is_doubted(rules):
    line = "全年完成固定资产投资86亿元，新开工项目17个，完成率达到102%。"
    assert doubted(rules, f"{line}\n{line}") == [line]
    assert doubted(rules, f"{line}\n{line.replace('新', '薪')}") == [line.replace("新", "薪")]
    assert doubted(rules, f"{line}\n{line.replace('86', '97')}") == []
    assert doubted(rules, f"{line}\n{line[12:]}") == [line[12:]] if len(line[12:]) >= 20 else []


def test_lines_that_take_turns_are_doubted(rules):
    assert doubted(rules, "治理河道。\n" + "山\n水\n不\n" * 4 + "完。") == ["山", "水", "不"] * 3
    assert doubted(rules, "山\n水\n不\n" * 3) == []
    assert doubted(rules, "约束性\n" * 8) == []
    assert doubted(rules, "公里\n%\n" * 6) == []


def test_digits_that_come_again_and_again_in_one_number_are_doubted(rules):
    assert doubted(rules, "投资128128128128亿元，比重12.12.12.12.12%。") == ["128128128128", "12.12.12.12.12"]
    assert doubted(rules, "投资100000000元，编号202020，电话12345123451，比例9999.99。") == []


def test_of_rows_that_come_again_the_longest_cell_is_doubted(rules):
    assert doubted(rules, "1\t建设公园2处\t县局\n" + "2\t举办赛事30场\t县局\n" * 3) == ["举办赛事30场"] * 2
