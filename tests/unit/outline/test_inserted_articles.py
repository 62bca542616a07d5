"""Articles that were inserted later: 第二条之一, 第 2-1 條."""

from __future__ import annotations

import pytest

from gangyao.document.source import Document, DocumentSpec
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import load_engine, read_document


@pytest.mark.parametrize(
    "labels",
    [
        ["第一条", "第二条", "第二条之一", "第二条之二", "第三条"],
        ["第 1 條", "第 2 條", "第 2-1 條", "第 2-2 條", "第 3 條"],
    ],
)
def test_an_inserted_article_has_a_path_of_its_own_and_is_no_slip(labels):
    text = "\n".join(["某市河道管理条例", *(f"{label} 县级人民政府应当建立河长制。" for label in labels)])
    source = join_files([("a.txt", text.encode())])
    document = Document(DocumentSpec("a", "某市河道管理条例", ("a.txt",)), source)
    read = read_document(document, load_engine(lexicon_of(SEEDS)))
    sections = [section for section in read.outline.sections if not section.is_implied]
    assert [section.path for section in sections] == ["1", "2", "2之1", "2之2", "3"]
    assert read.outline.doubts == ()


def test_an_article_inserted_behind_another_one_may_open_an_inserted_chapter():
    labels = ["第一章 总则", "第一条", "第一章之一 安全", "第一条之一", "第二章 附则", "第二条"]
    lines = [label if "章" in label else f"{label} 县级人民政府应当建立河长制。" for label in labels]
    source = join_files([("a.txt", "\n".join(["某市河道管理条例", *lines]).encode())])
    document = Document(DocumentSpec("a", "某市河道管理条例", ("a.txt",)), source)
    outline = read_document(document, load_engine(lexicon_of(SEEDS))).outline
    printed = [section.path for section in outline.sections if not section.is_implied]
    assert printed == ["1", "1.1", "1之1", "1之1.1之1", "2", "2.2"]
    assert outline.doubts == ()
