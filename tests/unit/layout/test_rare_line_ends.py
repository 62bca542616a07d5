"""A file may end its lines as few do: it is read as if they were line feeds, and gives its bytes back."""

from __future__ import annotations

import pytest

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec, Source
from gangyao.ingest.join import join_files
from gangyao.layout.rare_line_ends import find_rare_line_ends
from gangyao.paths import SEEDS, lexicon_of

LINES = (
    "第一章　总体要求",
    "加快建设城市公园。",
    "第一节　目标",
    "到2027年，建成公园100个。",
    "　　森林覆盖率提高到56%以上。",
    "第二章　保障措施",
    "由市财政局牵头落实资金。",
)


def source(text: str) -> Source:
    return join_files([("a.txt", text.encode())])


def read(text: str) -> list[list[str]]:
    part = build_batch([Document(DocumentSpec("a", "某市规划", ("a.txt",)), source(text))], lexicon_of(SEEDS))
    assert part.problems == ()
    return [part.tables["sections"]["title"].to_pylist(), part.tables["paragraphs"]["text"].to_pylist()]


@pytest.mark.parametrize(
    "end", ["\r", "\r\n", "\r\r\n", "\u2028", "\u2029", "\x85", "\v", "\f", "\n\f", "\f\n", " \u2028 "]
)
def test_any_line_end_ends_a_line(end: str) -> None:
    assert read(end.join(LINES) + end) == read("\n".join(LINES) + "\n")


@pytest.mark.parametrize(
    ("one", "other"), [("\n", "\r"), ("\n", "\u2028"), ("\r\n", "\r"), ("\u2028", "\u2029")]
)
def test_a_file_may_have_two_kinds_of_them(one: str, other: str) -> None:
    mixed = one.join(LINES[:3]) + one + other.join(LINES[3:]) + one
    assert read(mixed) == read("\n".join(LINES) + "\n")


@pytest.mark.parametrize(
    "text", ["甲\n乙", "甲\r\n乙", "甲\r乙", "甲\n\f乙", "甲\f\n乙", "甲\n\u2028\n乙", "\f甲\n", "甲\f"]
)
def test_what_stands_beside_another_line_end_or_at_an_edge_cuts_nothing(text: str) -> None:
    assert find_rare_line_ends(source(text)) == []


def test_a_byte_of_another_encoding_is_no_line_end() -> None:
    assert read("\n".join(LINES).encode().decode("latin-1")) == read("\n".join(LINES))


def test_the_indentation_behind_it_stays_with_its_line() -> None:
    assert find_rare_line_ends(source("甲 \u2028\u2028　乙\n")) == [4]
