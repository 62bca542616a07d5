"""What tells whether a line ends or begins a paragraph."""

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.chinese.punctuation import Edge
from gangyao.layout.reading_order.line_breaks import (
    END_TRAITS,
    START_TRAITS,
    paragraph_end_bits,
    paragraph_end_traits,
    paragraph_start_bits,
    paragraph_start_traits,
)
from gangyao.layout.reading_order.weights import load_weights


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
    (traits,) = paragraph_end_traits([Edge(text, False)], load_model())
    told = dict(zip(END_TRAITS, traits, strict=True))
    assert [trait for trait, value in told.items() if value == 1.0 and not trait.startswith("gain")] == [kind]


def test_a_heading_is_one_whatever_its_mark() -> None:
    (traits,) = paragraph_end_traits([Edge("一、加强领导。", True)], load_model())
    assert traits[END_TRAITS.index("heading")] == 1.0
    assert traits[END_TRAITS.index("final mark")] == 0.0


def test_a_sentence_ends_a_paragraph_and_a_comma_does_not() -> None:
    sentence, clause = paragraph_end_bits(
        [Edge("改善人居环境。", False), Edge("改善人居环境，", False)], load_model()
    )
    assert sentence > 0 > clause


def test_a_number_begins_a_paragraph_and_a_closing_mark_does_not() -> None:
    edges = [Edge("（一）加强领导。", False, is_numbered=True), Edge("》要求，加强领导。", False)]
    number, closing = paragraph_start_bits(edges, load_model())
    assert number > 0 > closing
    assert paragraph_start_traits(edges, load_model())[:, START_TRAITS.index("numbered")].tolist() == [1, 0]


def test_no_line_has_no_bits() -> None:
    assert paragraph_end_bits([], load_model()).shape == (0,)
    assert paragraph_start_bits([], load_model()).shape == (0,)


def test_a_trait_without_a_weight_is_an_error() -> None:
    with pytest.raises(KeyError, match="colour"):
        load_weights("join", ("colour",))


def test_a_line_that_does_not_fill_the_width_is_short_whatever_marks_are_in_it():
    (traits,) = paragraph_end_traits([Edge("力度，进一步改善人民生活", False, ends_early=True)], load_model())
    assert traits[END_TRAITS.index("short line")] == 1.0
