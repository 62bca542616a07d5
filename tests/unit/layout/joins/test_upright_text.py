"""Text printed upright, a character a line; all texts are invented."""

from __future__ import annotations

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.layout.joins.upright_text import is_upright
from gangyao.layout.stage import lay_out
from tests.unit.layout.test_stage import source_of

PARAGRAPHS = [
    "临河县种业振兴方案",
    "一、总体要求",
    "坚持自主创新，加快建设良种基地，完善种质资源保护体系，发展发展快的品种。",
    "二、重点任务",
    "到2030年，建成良种基地8个，培育种业企业12家，推广新品种100个以上。",
]


def test_characters_that_stand_a_line_each_are_paragraphs() -> None:
    source = source_of("\n\n".join("\n".join(text) for text in PARAGRAPHS))
    read = reading_text(source, lay_out(source, load_model())).text.split("\n")
    assert [line for line in read if line] == PARAGRAPHS


def test_short_words_of_a_list_are_none() -> None:
    assert not is_upright(["水稻", "小麦", "玉米"] * 10)
    assert not is_upright(["是", "否", "√"] * 40)
    assert not is_upright(["种植业", "畜牧业", "水产业"] * 40)
