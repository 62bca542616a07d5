"""Numbers that count the lines of a file are set aside."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.furniture.line_numbers import set_line_numbers_aside
from gangyao.layout.split import split_lines
from gangyao.layout.stage import lay_out

TEXT = [
    "某市城市更新实施方案",
    "一、总体目标",
    "到2025年，改造老旧小区100个，惠及居民3万户。",
    "二、主要任务",
    "推进城市公园建设，完善配套设施。",
    "支持社会资本参与城市更新。",
]


def asides(lines: list[str]) -> list[str]:
    source = join_files([("a.txt", "\n".join(lines).encode())])
    _, found = set_line_numbers_aside(split_lines(source))
    return [source.text[a.raw_start : a.raw_end] for all_of in found.values() for a in all_of]


@pytest.mark.parametrize("form", ["{:>4} {}", "{:03d}\t{}", "{} {}", "第{}行：{}", "段落 {}: {}"])
def test_the_numbers_of_lines_are_set_aside(form: str):
    lines = [form.format(number, line) for number, line in enumerate(TEXT, 9)]
    source = join_files([("a.txt", "\n".join(lines).encode())])
    layout = lay_out(source, load_model())
    assert layout.breaks == ()
    text = source.text
    for aside in reversed(layout.asides):
        text = text[: aside.raw_start] + text[aside.raw_end :]
    assert [line.strip() for line in text.splitlines()] == TEXT
    assert len(reading_text(source, layout).text.split("\n")) == len(TEXT)


def test_empty_lines_may_be_counted_or_not():
    lines = [line for text in TEXT for line in (text, "")]
    assert len(asides([f"{number} {line}" for number, line in enumerate(lines, 1)])) == len(lines)
    spaced = [line for number, text in enumerate(TEXT, 1) for line in (f"{number} {text}", "")]
    assert len(asides(spaced)) == len(TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        [
            f"{number} {text}"
            for number, text in enumerate(["公园", "学校", "医院", "道路", "桥梁", "水库"], 1)
        ],
        [f"{number}.{text}" for number, text in enumerate(TEXT, 1)],
        [f"{number} {text}" for number, text in zip([1, 2, 2, 5, 9, 4], TEXT, strict=True)],
        TEXT,
    ],
    ids=["rows", "items", "other numbers", "prose"],
)
def test_what_counts_no_lines_stays(lines: list[str]):
    assert asides(lines) == []


@pytest.mark.parametrize(
    ("form", "every"), [("{text} {number}", 1), ("{number} {text}", 5), ("{text} {number}", 5)]
)
def test_numbers_behind_lines_and_of_every_fifth_are_set_aside(form: str, every: int) -> None:
    texts = [f"推进第{n}片老城区更新，完善配套设施" for n in range(30)]
    lines = [form.format(text=text, number=n) if n % every == 0 else text for n, text in enumerate(texts, 1)]
    assert len(asides(lines)) == 30 // every
    others = [form.format(text=text, number=n + 3) for n, text in enumerate(texts, 1)]
    assert asides(others) == []
