"""Marks round a phrase are told by their pairs, whatever program writes them; signs that are printed stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gangyao.cleaning.rules import repeats
from gangyao.document.changes import Cleaned

Clean = Callable[..., Cleaned]


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("<eq>", "</eq>"),
        ('<para id="3">', "</para>"),
        ("[b]", "[/b]"),
        ("[color=red]", "[/color]"),
        ("++", "++"),
        ("_", "_"),
        ("``", "``"),
        ("==", "=="),
        ("\\hl{", "}"),
        ("\\textcolor{red}{", "}"),
        ("#strong[", "]"),
        ("[", "][1]"),
        ("**", "**"),
        ("<|box_start|>", "<|box_end|>"),
    ],
)
def test_marks_round_a_phrase_go(cleaning: Clean, opened: str, closed: str) -> None:
    assert (
        cleaning(f"加强监管，{opened}建设公园六个{closed}，落实经费。").text
        == "加强监管，建设公园六个，落实经费。"
    )


@pytest.mark.parametrize(
    "note", ["\\footnote{指公共绿地。}", "<ref>指公共绿地</ref>", "[^1]", "^[指公共绿地]", "\\footnotemark"]
)
def test_notes_within_a_sentence_go(cleaning: Clean, note: str) -> None:
    assert cleaning(f"建设公园六个{note}，落实经费。").text == "建设公园六个，落实经费。"


@pytest.mark.parametrize(
    "text",
    [
        "推广C++与Java++等语言。",
        "当S<60时，应当限期整改；当S>90时，予以表扬。",
        "执行一级A标准，S=∑(Wi×Fi)/n。",
        "完善（含线上（小程序）和线下（窗口））投诉渠道。",
        "花海_线路与邮箱a_b_c@x.cn。",
    ],
)
def test_what_is_printed_stays(cleaning: Clean, text: str) -> None:
    assert cleaning(text).text == text


def test_brackets_of_a_line_are_paired_once(cleaning: Clean, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many doubled ones it has: a text on one line would be read as often as those stand there."""
    asked: list[str] = []
    paired = repeats._are_paired

    def counted(line: str, opening: str, closing: str) -> bool:
        asked.append(line)
        return paired(line, opening, closing)

    monkeypatch.setattr(repeats, "_are_paired", counted)
    cleaning("完善（含线上（小程序）和线下（窗口））投诉渠道；" * 40 + "（甲")
    assert len(asked) == len(set(asked)) > 0


def test_the_stop_behind_the_number_of_an_item_is_no_custom(cleaning: Clean) -> None:
    text = "第十二条.建设公园，落实经费.\n第十三条.加强监管，严格执法.改造厂房3座."
    assert cleaning(text).text == "第十二条.建设公园，落实经费。\n第十三条.加强监管，严格执法。改造厂房3座。"


def test_a_ring_that_closes_every_paragraph_is_a_full_stop(cleaning: Clean) -> None:
    text = "建设公园，落实经费○\n加强监管，严格执法○\n改造厂房，培育企业○"
    assert cleaning(text).text == text.replace("○", "。")


def test_a_page_that_was_copied_twice_is_doubted(cleaning: Clean) -> None:
    page = (
        "坚持统筹规划充电设施，重点向乡镇、景区延伸布局。\n到2027年建成公共充电桩，实现乡镇充电站全覆盖。\n"
    )
    cleaned = cleaning(page + page.rstrip("\n"))
    assert [one.text for one in cleaned.suspects if one.detector == "loop"] == page.splitlines()
