"""What is no document in Chinese is told: left out where it holds none, a suspect where it hardly does."""

from __future__ import annotations

import pytest

from gangyao.batch import build_batch
from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of

ENGLISH = "Chapter 1 General Requirements\nSupport the city in building a modern park.\n"
CODE = "import os\n# 读取文件\ndef main(argv):\n    for name in argv:\n        print(name)\n"
PLAN = "第一章 总体要求\n到2027年，GDP增长5%以上。\n支持某市建设园区。\n"


def told(text: str, *others: str) -> tuple[list[tuple[str, str]], int]:
    documents = [
        Document(DocumentSpec(f"d{rank}", "", ("a.txt",)), join_files([("a.txt", one.encode())]))
        for rank, one in enumerate((text, *others))
    ]
    part = build_batch(documents, lexicon_of(SEEDS))
    assert all(one.source_file == "a.txt" for one in part.problems)
    return [(one.severity, one.message) for one in part.problems], part.tables["documents"].num_rows


@pytest.mark.parametrize("text", [ENGLISH, "서울시는 공원을 건설한다.\n", "1,2\n3,4\n"])
def test_a_text_without_chinese_is_left_out_and_stops_no_other(text: str):
    assert told(text, PLAN) == ([("error", "holds no Chinese")], 1)


def test_a_text_with_hardly_any_is_read_and_told():
    message = "is hardly a document in Chinese: 4 of its first 45 letters are Chinese"
    assert told(CODE) == ([("warning", message)], 1)


def test_nothing_is_told_of_a_plan_whatever_its_encoding_was_taken_for():
    assert told(PLAN) == ([], 1)
    assert told(PLAN.encode().decode("latin-1"))[1] == 1
    assert told("加快<table><tr><td style='border-style:solid'>建设</td></tr></table>")[0] == []


def test_a_text_of_which_every_line_is_set_aside_is_told():
    ((told_of,), documents) = told("\u200b\n\u200b\n")
    assert told_of == ("warning", "nothing of it is text: every line was set aside")
    assert documents == 1
