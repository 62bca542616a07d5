"""What tells whether a line ends or begins a paragraph, and whether two lines follow each other."""

import numpy as np
import pytest

from gangyao.chinese.character_model import load_model
from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.customs import read_customs
from gangyao.layout.reading_order.line_breaks import (
    neighbour_bits,
    paragraph_end_bits,
    paragraph_start_bits,
)
from gangyao.layout.reading_order.line_ends import END_KINDS, END_TRAITS, line_end_traits
from gangyao.layout.reading_order.line_starts import START_TRAITS, line_start_traits
from gangyao.layout.reading_order.sides import Trait, read_sides
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.traits import join_traits
from gangyao.layout.reading_order.whole import read_whole

PAGE = [
    "加快建设综合交通枢纽，完善多式联运体系，提升服务能力。",
    "支持企业加大研发投入，培育一批创新型领军企业。",
    "健全基本公共服务体系，扩大优质教育和医疗资源供给。",
    "坚持绿色发展，持续改善生态环境质量，推进碳达峰行动。",
]
FARMING = [
    "优化交通网络布局，推进干线公路改造升级，打通断头路，提高农村公路通达深度，建设一批综合客运枢纽。",
    "实施乡村建设行动，改造提升农村电网，发展特色种养业和乡村旅游，促进农民增收。",
]
HEALTH = [
    "建设紧密型县域医疗共同体，推动优质医疗资源下沉，提升乡镇卫生院服务能力。",
    "加强医院临床专科建设，完善分级诊疗制度，改善患者就医体验，健全医疗保障。",
]


def edges(*texts: str) -> list[Edge]:
    return [Edge(text, False) for text in texts]


def end_traits(some: list[Edge]) -> dict[str, Trait]:
    sides, _ = read_sides([edge.text for edge in some], [], load_model())
    return line_end_traits(some, read_customs(some), sides)


def ends(*texts: str, page: list[str] = PAGE) -> list[float]:
    customs = read_customs(edges(*page, *texts))
    sides, _ = read_sides(texts, [], load_model())
    return paragraph_end_bits(edges(*texts), customs, sides).tolist()


def starts(*texts: str, page: list[str] = PAGE) -> list[float]:
    customs = read_customs(edges(*page, *texts))
    _, sides = read_sides([], texts, load_model())
    return paragraph_start_bits(edges(*texts), customs, sides).tolist()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("加快建设综合交通枢纽。", "final mark"),
        ("“坚持绿色发展。”", "final mark"),
        ("建设一批口袋公园。（某市供稿）", "final mark"),
        ("主要任务是：", "colon"),
        ("完善工作机制；", "semicolon"),
        ("健全工作机制，", "inner mark"),
        ("重点工程一览", "short line"),
        ("健全工作机制，加强部门协同，明确责任分工，推", "open line"),
    ],
)
def test_a_line_is_of_one_kind(text: str, kind: str) -> None:
    traits = end_traits(edges(text))
    assert [name for name in END_KINDS if traits[name][0]] == [kind]


def test_a_heading_is_one_whatever_its_mark() -> None:
    heading = [Edge("一、加强领导。", True)]
    traits = end_traits(heading)
    assert traits["heading"][0]
    assert not traits["final mark"][0]


def test_a_line_that_does_not_fill_the_width_is_short_whatever_marks_are_in_it() -> None:
    early = [Edge("力度，进一步改善人民生活", False, ends_early=True)]
    assert end_traits(early)["short line"][0]


def test_a_sentence_ends_a_paragraph_and_a_comma_does_not() -> None:
    sentence, clause = ends("改善人居环境。", "改善人居环境，")
    assert sentence > 0 > clause


def test_a_line_that_breaks_off_in_mid_word_does_not_end_a_paragraph() -> None:
    title, cut, character = ends("重点任务分工", "动海洋科技创新发展，深入实施海洋生态保", "资")
    assert title > cut
    assert title > character
    assert character < 0


def test_a_line_that_stands_in_the_document_again_was_not_cut() -> None:
    (once,) = ends("指标来源")
    again, *_ = ends("指标来源", page=[*PAGE, *["指标来源"] * 3])
    assert again > once + 3


def test_a_number_begins_a_paragraph_and_a_closing_mark_does_not() -> None:
    numbered = [Edge("（一）加强领导。", False, is_numbered=True), Edge("》要求，加强领导。", False)]
    _, sides = read_sides([], [edge.text for edge in numbered], load_model())
    number, closing = paragraph_start_bits(numbered, read_customs(numbered), sides)
    assert number > 0 > closing


def test_the_rest_of_a_word_does_not_begin_a_paragraph() -> None:
    whole, rest, short = starts(
        "推进重点项目建设，完善配套设施。", "长率，促进国民经济按比例地发展。", "头，敢于涉险滩。"
    )
    assert whole > 0 > rest
    assert short < 0


def test_lines_that_speak_of_the_same_are_rather_neighbours() -> None:
    others = [*PAGE, *FARMING]
    page = [*others, *others, *HEALTH]
    heads = [*others, HEALTH[1]]
    sides = read_sides([HEALTH[0]], heads, load_model())
    whole = read_whole("\n".join(page), load_topics())
    traits = join_traits(Contexts([HEALTH[0]], heads), sides, whole, load_model())
    bits = neighbour_bits(traits, read_customs(edges(*page)))
    assert int(np.argmax(bits)) == len(others)
    assert not neighbour_bits(traits, read_customs(edges(*heads))).any()


def test_all_traits_are_told_of_each_line() -> None:
    some = edges(*PAGE, "A", "2025")
    customs = read_customs(some)
    texts = [edge.text for edge in some]
    left, right = read_sides(texts, texts, load_model())
    told = {**line_end_traits(some, customs, left), **line_start_traits(some, customs, right)}
    assert {*END_TRAITS, *START_TRAITS} == {*told}
    assert {value.shape for value in told.values()} == {(len(some),)}
    assert all(np.isfinite(np.asarray(value, dtype=np.float64)).all() for value in told.values())


def test_no_line_has_no_bits() -> None:
    assert ends() == []
    assert starts() == []
