"""Sections that are printed in another order than that of their numbers."""

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.counting import Counting, make_fragment
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.sections import misplaced_sections
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.stage import lay_out

CHAPTERS = (
    (
        "第一章　总则",
        "为了保护河道，防治水患，改善人居环境，保障防洪安全，根据有关法律法规，结合本县实际，制定本办法。",
        "本办法适用于本县行政区域内河道的规划、整治、管护和监督。法律法规另有规定的，从其规定。",
    ),
    (
        "第二章　规划",
        "县水务局应当会同有关部门编制河道整治规划，征求沿河村民意见，报县人民政府批准后公布实施。",
        "河道整治规划应当与国土空间规划、防洪规划相衔接，并明确整治范围、建设标准和完成时限。",
    ),
    (
        "第三章　管护",
        "河道实行分级管护。乡镇人民政府负责本辖区内河道的日常巡查、保洁和设施维修，费用列入年度预算。",
        "村民委员会可以组织村民参加义务巡河，发现侵占河道、倾倒垃圾等行为的，应当及时劝阻并报告。",
    ),
    (
        "第四章　监督",
        "县人民政府每年对乡镇河道管护情况进行考核，考核结果向社会公布，并作为安排下一年度补助资金的依据。",
        "任何单位和个人都有权举报侵占河道的行为。接到举报的部门应当在十五日内核实处理，并为举报人保密。",
    ),
)


def units_of(*lines: str) -> list[Unit]:
    return [Unit(line, read_mark(line), read_mark(line) is not None) for line in lines]


def reading_of(*chapters: int) -> list[str]:
    lines = [line for chapter in chapters for line in CHAPTERS[chapter]]
    source = join_files([("page.txt", "\n".join(lines).encode())])
    return reading_text(source, lay_out(source, load_model())).text.split("\n")


@pytest.mark.parametrize("printed", [(2, 3, 0, 1), (3, 0, 1, 2), (1, 2, 3, 0), (1, 0, 3, 2), (3, 2, 1, 0)])
def test_chapters_are_read_by_their_numbers(printed):
    assert reading_of(*printed) == [line for chapter in CHAPTERS for line in chapter]


def test_numbers_that_do_not_ascend():
    units = units_of("三、加强监督", "定期检查。", "（一）建立台账", "一、总体要求", "二、主要任务")
    assert misplaced_sections(units) == {0, 3, 4}


@pytest.mark.parametrize(
    "lines",
    [
        ("一、总体要求", "二、主要任务", "三、保障措施"),
        ("一、总体要求", "二、主要任务", "一、组织领导", "二、督促检查"),
        ("二、主要任务", "一、总体要求"),
    ],
)
def test_numbers_that_ascend_or_come_twice_or_are_few(lines):
    assert not misplaced_sections(units_of(*lines))


def test_fragments_in_the_order_of_their_numbers():
    fragments = [
        make_fragment(units_of(*lines))
        for lines in (
            ("某县实施方案", "为了保护河道，制定本方案。"),
            ("三、加强监督", "定期检查。"),
            ("建立台账，", "及时整改。"),
            ("一、总体要求",),
            ("二、主要任务", "清理河道。"),
        )
    ]
    assert Counting(fragments, frozenset()).in_numbers_order() == (0, 3, 4, 1, 2)
    assert Counting(fragments[:2] + fragments[2:3], frozenset()).in_numbers_order() == (0, 1, 2)
    assert Counting(fragments[:1], frozenset()).in_numbers_order() is None
