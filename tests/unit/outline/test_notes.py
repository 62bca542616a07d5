"""Notes are told from items of lists by their marks in the text, or by what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.outline.blocks import Block, read_blocks
from gangyao.outline.notes import mark_notes
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document
from tests.unit.outline.outline_texts import as_cleaned


def kinds(text):
    source = join_files([("a.txt", text.encode())])
    document = Document(DocumentSpec("a", "某市规划", ("a.txt",)), source)
    outline = read_document(document, load_engine(lexicon_of(SEEDS))).outline
    return {paragraph.text.replace(" ", ""): paragraph.is_formal for paragraph in outline.paragraphs}, [
        section.title for section in outline.sections if not section.is_implied
    ]


@pytest.mark.parametrize(
    "note",
    [
        "① 再生水：指污水经处理后达到一定水质指标的水。",
        "[1] 再生水：见《再生水利用办法》。",
        "[^1]: 再生水：指污水经处理后的水。",
        "〔1〕再生水，是指处理后的污水。",
        "注：本表数据由统计局提供。",
    ],
)
def test_notes(note):
    text = f"一、现状\n再生水[1]利用率达到30%，再生水〔1〕设施增加。\n二、任务\n建设再生水厂2座。\n{note}\n"
    formal, sections = kinds(text)
    assert formal[note.replace(" ", "").replace("]:", "]：")]
    assert sections == ["现状", "任务"]


def test_items_of_a_list_are_no_notes():
    items = ["①加强领导，指导企业转型。", "②立即开展排查：建立台账。", "③建设目标：到2030年建成。"]
    lines = ["要做到：①抓实抓细；②落实责任。", *items]
    blocks = [Block(0, len(line), line, False, None) for line in lines]
    mark_notes(blocks)
    assert [block.formal for block in blocks] == [None] * len(blocks)


def test_a_note_that_the_file_shows_to_be_one_is_no_heading_whatever_its_mark():
    text = "县水利局负责建设水库。\n1 数据来自《临河市水资源公报》"
    cleaned, layout = as_cleaned(text)
    first, second = layout.lines
    noted = replace(layout, lines=(first, replace(second, is_note=True)))
    assert [block.heading is None for block in read_blocks(cleaned, layout)] == [True, False]
    assert [(block.heading, block.formal) for block in read_blocks(cleaned, noted)] == [
        (None, None),
        (None, "note"),
    ]


def test_what_heads_nothing_but_notes_is_no_section():
    text = "一、现状\n再生水①利用率达到30%。\n二、任务\n建设水厂2座。\n注释：\n①再生水：指处理后的污水。\n"
    formal, sections = kinds(text)
    assert formal["注释："]
    assert sections == ["现状", "任务"]
