"""Characters of a watermark on lines of their own are set aside; cells and letters of lists are text."""

from __future__ import annotations

import pytest

from gangyao.layout.furniture.watermark_letters import find_watermark_letters

LINES = [f"第{n}行正文继续写到这里没有写完的句" for n in range(9)]


def between_lines(letters: str) -> list[str]:
    return [text for pair in zip(LINES, letters, strict=False) for text in pair] + LINES[len(letters) :]


@pytest.mark.parametrize("letters", ["内部资内部资", "内部资料内部资料", "样张稿样张稿样"])
def test_characters_that_come_again_in_order(letters: str) -> None:
    texts = between_lines(letters)
    assert [
        text for text, flag in zip(texts, find_watermark_letters(texts), strict=True) if not flag
    ] == LINES


@pytest.mark.parametrize(
    "letters",
    [
        "内部资料",
        "是否是否是否",
        "内部资料部资内料",
        "一二三一二三",
        "是是是是是是",
        "甲乙丙甲乙丙",
        "是否是否是否是否",
    ],
)
def test_other_lines_of_one_character(letters: str) -> None:
    assert not any(find_watermark_letters(between_lines(letters)))


def test_cells_are_no_watermark() -> None:
    assert not any(find_watermark_letters(["水", "甲县", "电", "乙县", "气", "丙县"] * 2))


@pytest.mark.parametrize("letters", ["德能勤绩德能勤绩", "春夏秋冬春夏秋冬"])
def test_labels_of_what_is_ended_are_text(letters: str) -> None:
    ended = [f"{line[:-1]}。" for line in LINES]
    assert not any(
        find_watermark_letters([text for pair in zip(letters, ended, strict=False) for text in pair])
    )
