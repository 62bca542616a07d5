"""What is laid over a text is lifted off it; every other character stays, and what is no Chinese."""

from __future__ import annotations

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.ingest.join import join_files
from gangyao.layout.overlay.find import lift_overlays
from tests.unit.layout.overlay.plain_text import PLAIN


def lifted(lines: list[str]) -> tuple[str, list[str]]:
    source = join_files([("a.txt", "\n".join(lines).encode())])
    left, overlays = lift_overlays(source, load_model())
    assert len(left.text) == len(source.text)
    return left.text, [source.text[one.raw_start : one.raw_end] for one in overlays]


def test_blanks_stand_where_numbers_and_edges_stood():
    text, overlays = lifted([f"OCR>{line}{n}" for n, line in enumerate(PLAIN, 31)])
    assert [line.strip() for line in text.split("\n")] == PLAIN
    assert overlays == [part for n in range(31, 31 + len(PLAIN)) for part in ("OCR>", str(n))]


@pytest.mark.parametrize("wrong", ["latin-1", "gb18030"])
def test_text_that_was_read_in_a_wrong_encoding_is_left_alone(wrong: str):
    lines = [f"正文：{line}" for line in PLAIN]
    printed = "\n".join(lines).encode().decode(wrong, "replace").split("\n")
    assert lifted(printed)[1] == []
