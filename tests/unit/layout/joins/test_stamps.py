"""Stamps of readers, readings and labels of axes in the midst of sentences."""

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.joins.interruptions import find_interruptions

MODEL = load_model()
STAMP = "周明远 0931 2026-03-05"


def test_a_stamp_that_interrupts_a_sentence_is_no_text_elsewhere() -> None:
    lines = [
        "会议指出，重复信访积案仍有存量。", STAMP, "二、各县区要落实首接", STAMP, "负责制，不得推诿。",
        "三、市司法局负责组建律师服务团，每", STAMP, "周接访不少于2次。",
    ]  # fmt: skip
    found = find_interruptions(lines, MODEL)
    assert found.lines == (1, 3, 6)
    assert found.goes_on == {4, 7}


def test_a_reading_goes_with_the_character_above_it() -> None:
    lines = ["统筹推进郪", "qī", "江、涪", "fú", "江沿线湿地修复，新建水质监测站6座。"]
    found = find_interruptions(lines, MODEL)
    assert found.lines == (1, 3)
    assert found.goes_on == {2, 4}


def test_numbers_of_an_axis_with_their_caption_are_no_text() -> None:
    lines = [
        "推进抽水蓄能电站前期工作，到2030年非化石能源消费比重达到", "100%", "80%", "60%",
        "图3 非化石能源消费比重预测", "35%以上，淘汰落后煤电机组2台。",
    ]  # fmt: skip
    assert find_interruptions(["开展工作。", *lines], MODEL).lines == (2, 3, 4, 5)


@pytest.mark.parametrize(
    "lines",
    [
        ["坚持创新驱动。", "森林覆盖率达到", "42", "个百分点，草原覆盖率稳定。"],
        ["坚持创新驱动。", "某县人民政府办公室", "2026-03-05", "（此件公开发布）"],
        ["坚持创新驱动。", "IPv6", "加快建设园区6个，培育企业12家。"],
    ],
)
def test_numbers_and_names_of_the_text_stay(lines: list[str]) -> None:
    assert find_interruptions(lines, MODEL).lines == ()


def test_a_heading_below_a_reading_goes_on_nothing() -> None:
    lines = ["郪江流域保护方案", "qī", "一、总体要求", "新建水质监测站6座，修复湿地2处。"]
    found = find_interruptions(lines, MODEL)
    assert found.lines == (1,)
    assert found.goes_on == frozenset()
