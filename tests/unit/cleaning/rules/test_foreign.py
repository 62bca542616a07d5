"""Stray letters of other scripts: what is decided, what is likely and flagged, what is left as a suspect."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gangyao.document.changes import Cleaned
from gangyao.document.ledger import replay, undo

Clean = Callable[..., Cleaned]


def foreign(cleaned: Cleaned) -> list[tuple[str, str | None]]:
    return [(one.text, one.suggestion) for one in cleaned.suspects if one.detector == "foreign"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("坚持以人民为中心의发展思想。", "坚持以人民为中心的发展思想。"),
        ("加强党ก全面领导。", "加强党的全面领导。"),
        ("推动高质量发ш展。", "推动高质量发展。"),
        # terms of the lexicon
        ("践行新发展理念의 公园城市。", "践行新发展理念的公园城市。"),
        ("建设世界一流大学ж一流学科。", "建设世界一流大学和一流学科。"),
    ],
)
def test_what_is_sure_is_changed_in_silence(cleaning: Clean, raw: str, text: str) -> None:
    result = cleaning(raw)
    assert result.text == text
    assert foreign(result) == []
    assert [one.evidence for one in result.corrections] == ["rule"]


@pytest.mark.parametrize(
    "raw",
    [
        "保护水源の生态。",
        "完善养老ж托育服务。",
        "加强教育é医疗服务。",
        "形成政府ท市场合力。",
        "引导企业が高校合作。",
    ],
)
def test_what_is_only_likely_is_changed_and_flagged(cleaning: Clean, raw: str) -> None:
    result = cleaning(raw)
    (change,) = result.corrections
    (suspect,) = result.suspects
    assert change.before not in result.text
    assert (suspect.raw_start, suspect.raw_end) == (change.raw_start, change.raw_end)
    assert (suspect.start, suspect.end) == (change.start, change.end)
    assert suspect.text == change.after == result.text[suspect.start : suspect.end]
    assert suspect.suggestion != suspect.text
    assert "may be wrong" in suspect.reason
    assert suspect.score is not None
    assert 0 < suspect.score < 0.8
    assert replay(result) == result.text
    assert undo(result) == raw


@pytest.mark.parametrize(
    "raw",
    [
        "坚持以人民为中心\ufffd发展思想。",  # a character was lost: any character
        "推动高质量发\ufffd展。",
        "坚持以人民为中心\ue1a3发展思想。",  # a glyph of an unknown font
        "采用γ射线检测。",  # a symbol
        "增长2é5个单位。",  # a value
    ],
)
def test_what_is_open_stays_and_is_a_suspect(cleaning: Clean, raw: str) -> None:
    result = cleaning(raw)
    assert result.text == raw
    assert len(foreign(result)) == 1


def test_a_lost_character_is_suggested_where_a_particle_fits(cleaning: Clean) -> None:
    assert foreign(cleaning("坚持以人民为中心\ufffd发展思想。")) == [("\ufffd", "的")]


def test_digits_of_another_script_are_read_not_changed(cleaning: Clean) -> None:
    result = cleaning("新建公园๒๕座。")
    assert result.text == "新建公园๒๕座。"
    assert foreign(result) == [("๒๕", "25")]


@pytest.mark.parametrize(
    "raw", ["引进Müller公司。", "（ß）型号。", "浓度为5μm以下。", "与Ελλάδα合作。", "降低PM2.5浓度，推广5G。"]
)
def test_foreign_words_and_units_stay(cleaning: Clean, raw: str) -> None:
    result = cleaning(raw)
    assert [one for one in result.corrections if one.rule == "foreign"] == []
    assert foreign(result) == []


def test_a_document_decides_by_its_habit(cleaning: Clean) -> None:
    """Between the same neighbours the document's own word is read."""
    for word in ("和", "与"):
        told = f"推进园区{word}社区融合。" * 6
        assert cleaning(told + "推进园区ж社区融合。").text == told + f"推进园区{word}社区融合。"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("外贸エ厂达到120家。", "外贸工厂达到120家。"),
        ("着カ培育外贸主体。", "着力培育外贸主体。"),
        ("千方百计稳タト贸。", "千方百计稳外贸。"),
    ],
)
def test_the_shape_is_likelier_than_nothing_and_flagged(cleaning: Clean, raw: str, text: str) -> None:
    result = cleaning(raw)
    assert result.text == text
    (change,) = result.corrections
    (suspect,) = result.suspects
    assert suspect.text == change.after
    assert "may be wrong" in suspect.reason
    assert undo(result) == raw
