"""Sentences cut by line ends where nothing else shows that the text is wrapped."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.joins.cut_sentences import find_cut_sentences
from gangyao.layout.joins.read_line import ReadLine


def joined(*texts: str) -> list[bool]:
    return find_cut_sentences([ReadLine(text) for text in texts], load_model())


@pytest.mark.parametrize(
    "lines",
    [
        ["建设物流园2个，完善县乡村三级", "配送体系。"],
        ["加强组织领导，压实工作", "责任。"],
        ["改造老旧小区，完善养老、托育、家", "政等服务，新增停车位300个。"],
        ["基本医保参保率稳定在95%", "以上。"],
    ],
)
def test_a_line_goes_on_in_mid_sentence(lines: list[str]) -> None:
    assert joined("二、重点工作", *lines) == [False, False, True]


@pytest.mark.parametrize(
    "lines",
    [
        ["立足新阶段，贯彻新理念", "我们要加快发展。"],
        ["强化创新驱动，建设科技强市", "加大研发投入。"],
        ["建设物流园2个，完善配送体系，", "培育电商企业。"],
        ["建设物流园2个，完善县乡村三级", "（二）培育电商企业。"],
        ["城乡居民基本医疗保险待遇", "略。"],
        ["特此通知，请认真贯彻执行", "某县人民政府", "2025年1月8日"],
    ],
)
def test_titles_items_and_signatures_begin_anew(lines: list[str]) -> None:
    assert not any(joined(*lines))


def test_blank_lines_between_all_lines_part_no_paragraphs() -> None:
    text = ["一、目标", "供电可靠率达到99%，户均停电时间降到", "2小时以内。", "二、任务", "改造线路。"]
    lines = [ReadLine(line, gap="blank" if n else "none") for n, line in enumerate(text)]
    assert find_cut_sentences(lines, load_model()) == [False, False, True, False, False]
    few = [ReadLine(line, gap="blank" if n == 2 else "none") for n, line in enumerate(text)]
    assert not any(find_cut_sentences(few, load_model()))


def test_clauses_that_stand_a_line_each_are_one_sentence() -> None:
    clause = ["加快建设物流园，", "完善配送体系，", "培育电商企业。"]
    assert joined("二、重点工作", *clause * 4) == [False, *[False, True, True] * 4]
    assert not any(joined("二、重点工作", *clause[1:]))
