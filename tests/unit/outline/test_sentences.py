"""Sentence boundaries."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.outline.sentences import split_sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建立机制。完善制度；加强监管！", ["建立机制。", "完善制度；", "加强监管！"]),
        (
            "坚持“放得开；管得好。”的原则，推进改革。抓好落实。",
            ["坚持“放得开；管得好。”的原则，推进改革。", "抓好落实。"],
        ),
        ("落实《条例。办法》要求。完成。", ["落实《条例。办法》要求。", "完成。"]),
        (
            "推进改革（含试点；示范）。完成(一期；二期)。",
            ["推进改革（含试点；示范）。", "完成(一期；二期)。"],
        ),
        ("增长2.5%。1.8万人就业。", ["增长2.5%。", "1.8万人就业。"]),
        ("坚持“统一规划。分步实施。加强保障。", ["坚持“统一规划。", "分步实施。", "加强保障。"]),
        ("坚持统一规划”。分步实施。", ["坚持统一规划”。", "分步实施。"]),
        ("弘扬“甲“乙。”精神。丙。", ["弘扬“甲“乙。”精神。", "丙。"]),
        ("真的吗？！当然。", ["真的吗？！", "当然。"]),
        ("建立机制。 完善制度", ["建立机制。", "完善制度"]),
        ("无标点的标题", ["无标点的标题"]),
        ("●建设粮库。➢ 改造粮站", ["建设粮库。", "改造粮站"]),
        ("√。■", ["。", "■"]),
        ("", []),
        ("  ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_lost_mark_does_not_swallow_a_long_text() -> None:
    text = "坚持“统一规划。" + "各地要抓好落实。" * 100 + "形成合力”。"
    assert len(pieces(text)) == 102


@given(st.text(alphabet="建设。；！？“”《》（）()，、 1.", max_size=60))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert covered.replace(" ", "") == text.replace(" ", "")
