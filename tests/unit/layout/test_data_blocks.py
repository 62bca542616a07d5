"""Text within JSON and within what PaddleOCR prints is read; what is written round it is set aside."""

from __future__ import annotations

import json

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.reading_text import reading_text
from gangyao.layout.data_blocks import find_text_in_data
from gangyao.layout.stage import lay_out
from tests.unit.layout.test_stage import source_of

LINES = ["## 一、总体要求", "坚持自主创新。", "## 二、重点任务", "建设良种基地8个。"]


def read(text: str) -> list[str]:
    source = source_of(text)
    return reading_text(source, lay_out(source, load_model())).text.split("\n")


def blocks(lines: list[str]) -> list[dict[str, object]]:
    return [{"bbox": [1, 2, 3, 4], "category": "Text", "text": line} for line in lines]


def test_blocks_of_a_page_in_json() -> None:
    page = [*blocks(LINES), {"bbox": [0, 0, 9, 9], "category": "Page-footer", "text": "— 1 —"}]
    assert read(json.dumps(page, ensure_ascii=False)) == LINES
    assert read(json.dumps(page, ensure_ascii=False, indent=2)) == LINES
    assert read("\n".join(json.dumps(block, ensure_ascii=False) for block in page)) == LINES


def test_a_document_in_one_value() -> None:
    record = {"id": 7, "content": "\n".join(LINES), "date": "2024-03-05"}
    assert [line.removesuffix("\\n") for line in read(json.dumps(record, ensure_ascii=False))] == LINES


def test_a_list_of_strings() -> None:
    assert read(str(LINES)) == LINES
    assert read(json.dumps(LINES, ensure_ascii=False)) == LINES
    assert read(",\n".join(str(LINES).split(", "))) == LINES


def test_lines_as_paddleocr_prints_them() -> None:
    box = "[[27.0, 59.0], [136.0, 59.0], [136.0, 79.0], [27.0, 79.0]]"
    assert read("".join(f"[{box}, ('{line}', 0.9987)]\n" for line in LINES)) == LINES


@pytest.mark.parametrize(
    "text",
    [
        "[1] 再生水：指回用的水。\n建设水厂。\n",
        "['一、', 甲]",
        "['a', 'b']",
        "[“一、”，“甲”]",
        "{0}------\n一、总则\n",
        '{"text": "一、总则',
    ],
)
def test_what_only_begins_like_data(text: str) -> None:
    assert find_text_in_data(text) == []


@pytest.mark.parametrize("mark", ["[", '{"a":', "[{"])
def test_what_is_nested_too_deep_is_no_data(mark: str) -> None:
    assert find_text_in_data(mark * 20_000) == []


@pytest.mark.parametrize(
    "data",
    [
        {"title": "某市种业方案", "content": ["一、总体要求", "加强领导。"], "date": "2025-01-02"},
        # Keys that nobody has named: what holds the Chinese is text, what says a little beside it is none.
        {"author": "甲", "rows": [{"zw": "某市种业方案"}, {"zw": "一、总体要求"}, {"zw": "加强领导。"}]},
        {"pages": [{"paragraphs": [{"text": t}]} for t in ("某市种业方案", "一、总体要求", "加强领导。")]},
    ],
)
@pytest.mark.parametrize("is_ascii", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
def test_json_is_read_by_its_values_at_any_depth(data: object, is_ascii: bool, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=is_ascii, indent=indent)
    found = [json.loads(f'"{text[start:end]}"') for start, end in find_text_in_data(text)]
    assert found == ["某市种业方案", "一、总体要求", "加强领导。"]


def test_a_long_list_of_json_is_read_soon() -> None:
    assert (
        len(find_text_in_data(json.dumps({"content": ["建设公园。"] * 20_000}, ensure_ascii=False))) == 20_000
    )


def test_a_block_says_what_it_is_itself() -> None:
    inner = {"text": "建设公园。", "place": {"x": 1}}
    page = [
        {"category": "Page-header", "place": {"x": 1}, "text": "某市公报"},
        {"type": "text", "rows": [inner]},
    ]
    text = json.dumps(page, ensure_ascii=False)
    assert [text[start:end] for start, end in find_text_in_data(text)] == ["建设公园。"]


@pytest.mark.parametrize("head", [["序号", "内容"], ["内容"]])
def test_a_table_of_markdown_that_holds_the_lines_of_a_text_is_that_text(head: list[str]) -> None:
    plain = ["一、总体要求", "坚持自主创新。", "二、重点任务", "建设良种基地8个。"]
    rows = [[str(n), line][-len(head) :] for n, line in enumerate(plain, 1)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])
    assert [line.strip() for line in read(table) if line] == plain
    # Whoever answers for it is a word, too: then it is a table.
    assert find_text_in_data("\n".join(f"| {line} | 某市水务局 |" for line in plain)) == []
