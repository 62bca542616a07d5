"""Columns of wrapped lines: where they were glued to each other, and that they are put in order."""

from itertools import pairwise

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.layout.joins.line_joins import find_joins
from gangyao.layout.joins.odd_joins import find_doubtful_joins, find_odd_joins
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.reading_order import margins
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.stage import lay_out
from gangyao.layout.wrapping import find_wrapping
from tests.unit.layout.test_stage import source_of

_WIDTH = 24
_PARAGRAPHS = [
    "第一章　总体要求",
    "坚持以人民为中心的发展思想，完善基本公共服务体系，加强普惠性、基础性、兜底性民生建设，健全多层次社会保障制度，"
    "推动教育、医疗、养老、托育等服务向基层延伸，让发展成果更多更公平惠及全体群众。",
    "第二章　产业发展",
    "加快建设现代化产业体系，培育先进制造业集群，支持企业开展技术改造和设备更新，推进数字经济与实体经济深度融合，"
    "完善科技创新服务平台，促进科技成果转移转化，建设一批高水平中试基地和产业技术研究院。",
    "第三章　生态环境",
    "深入打好污染防治攻坚战，加强重点流域水环境综合治理，实施山水林田湖草沙一体化保护和修复，严格落实河湖长制，"
    "推进农村生活污水和垃圾处理，持续改善空气质量，建设人与自然和谐共生的美丽家园。",
    "第四章　对外开放",
    "稳步扩大制度型开放，优化口岸营商环境，提升通关便利化水平，支持外贸企业拓展国际市场，发展跨境电子商务，"
    "高质量建设自由贸易试验区，加强与周边国家的经贸合作，完善外商投资促进和服务保障机制。",
]


def wrapped() -> list[str]:
    return [text[i : i + _WIDTH] for text in _PARAGRAPHS for i in range(0, len(text), _WIDTH)]


def in_other_order(lines: list[str], first: int, second: int) -> list[str]:
    """Print the lines between two edges first."""
    return [*lines[first:second], *lines[:first], *lines[second:]]


def laid_out(lines: list[str]):
    source = source_of("\n".join(lines) + "\n")
    layout = lay_out(source, load_model())
    return reading_text(source, layout).text, layout


def joins_of(lines: list[str]) -> list[bool]:
    wrapping = find_wrapping(lines)
    assert wrapping is not None
    return find_joins([ReadLine(line) for line in lines], wrapping, load_model())


def test_the_edge_of_a_column_is_an_odd_join() -> None:
    lines = wrapped()
    edge = 3
    printed = in_other_order(lines, edge, 13)
    place = printed.index(lines[0]) + edge
    assert joins_of(printed)[place]
    assert place in find_odd_joins(printed, joins_of(printed), load_model(), load_topics())


def test_no_line_is_joined_over_a_blank_one_before_the_order_is_known() -> None:
    cut = _PARAGRAPHS[1].index("健全")
    lines = [_PARAGRAPHS[1][:cut], _PARAGRAPHS[1][cut:]]
    read = [ReadLine(line, gap="blank" if index else "none") for index, line in enumerate(lines)]
    joins = find_joins(read, None, load_model())
    assert joins == [False, True]
    assert find_doubtful_joins(read, joins, None, (), load_model(), load_topics()) == [1]


def test_few_joins_of_a_text_in_order_are_odd() -> None:
    lines = wrapped()
    joins = joins_of(lines)
    odd = find_odd_joins(lines, joins, load_model(), load_topics())
    assert len(odd) <= sum(joins) // 5


def test_where_nothing_is_joined_nothing_is_odd() -> None:
    lines = wrapped()
    assert find_odd_joins(lines, [False] * len(lines), load_model(), load_topics()) == []


def test_a_title_in_mid_paragraph_is_odd() -> None:
    lines = ["支持企业开展技术改造和设备更新，推进数字经济与实体", "某某市政府工作报告"]
    assert find_odd_joins(lines, [False, True], load_model(), load_topics()) == [1]


def test_the_rest_of_a_quotation_after_a_sentence_is_odd() -> None:
    lines = ["支持企业开展技术改造和设备更新。", "一张图”管理，完善科技创新服务平台。"]
    assert find_odd_joins(lines, [False, True], load_model(), load_topics()) == [1]


@pytest.mark.parametrize(("first", "second"), [(3, 13), (8, 17), (3, 8), (4, 18)])
def test_columns_of_wrapped_lines_are_put_in_order(first: int, second: int) -> None:
    lines = wrapped()
    text, layout = laid_out(in_other_order(lines, first, second))
    assert "".join(text.split()) == "".join(lines).replace("\u3000", "")
    assert layout.breaks


def test_an_order_that_is_nearly_as_likely_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a margin that the better order just misses, the printed one stands, and the other is a rival."""
    lines = in_other_order(wrapped(), 3, 13)
    _, taken = laid_out(lines)
    assert taken.breaks
    assert taken.rivals == ()
    margin = margins.MARGIN
    for step in range(1, 200):
        monkeypatch.setattr(margins, "MARGIN", margin + 0.5 * step)
        text, kept = laid_out(lines)
        if not kept.breaks:
            break
    assert [(cut.after_line, cut.before_line) for cut in kept.rivals] == [
        (cut.after_line, cut.before_line) for cut in taken.breaks
    ]
    assert all(0.1 < cut.confidence < 0.5 for cut in kept.rivals)
    assert "".join(text.split()) == "".join("".join(lines).split())


def test_a_wrapped_text_in_order_is_whole() -> None:
    text, layout = laid_out(wrapped())
    assert not layout.breaks
    assert [line for line in text.split("\n") if line] == _PARAGRAPHS


def test_lines_that_were_parted_in_vain_are_joined_again() -> None:
    lines = wrapped()
    text, _ = laid_out(in_other_order(lines, 3, 13))
    assert [line for line in text.split("\n") if line] == _PARAGRAPHS


@pytest.mark.parametrize(("last", "is_odd"), [("利化水平", False), ("主要指标", True)])
def test_a_short_line_that_goes_on_the_one_before_it_is_the_end_of_a_page_and_no_title(
    last: str, is_odd: bool
) -> None:
    lines = wrapped()
    end = next(place for place, line in enumerate(lines) if line.endswith("提升通关便")) + 1
    lines = [*lines[:end], last]
    joins = [*joins_of(lines)[:-1], True]
    assert (end in find_odd_joins(lines, joins, load_model(), load_topics())) == is_odd


def test_the_rest_of_a_sentence_after_the_end_of_one_is_an_odd_join() -> None:
    lines = ["企业开展技术改造和设备更新，推进产业融合。", "建设。完善科技创新服务平台，促进科技成果转"]
    assert find_odd_joins(lines, [False, True], load_model(), load_topics()) == [1]


@pytest.mark.parametrize("mark", ["“", "（"])
def test_a_column_that_ends_with_an_opening_mark_may_go_on_elsewhere(mark: str) -> None:
    text = "\n".join(_PARAGRAPHS).replace(
        "建设一批高水平", f"开展{mark}不忘初心{'”' if mark == '“' else '）'}活动，建设一批高水平"
    )
    edges = 0, text.index(mark) + 1, text.index("善空气质量"), len(text)
    first, second, third = (text[start:end] for start, end in pairwise(edges))
    read, layout = laid_out([line for part in (second, first, third) for line in part.split("\n")])
    assert layout.breaks
    assert "".join(read.split()) == "".join(text.split())
