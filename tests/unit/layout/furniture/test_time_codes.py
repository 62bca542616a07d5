"""Time codes of subtitles, with the numbers that count the pieces."""

from __future__ import annotations

from gangyao.layout.furniture.time_codes import find_time_codes

CODE = "00:00:01,000 --> 00:00:05,200"


def test_time_codes_and_their_numbers_are_no_text() -> None:
    texts = ["1", CODE, "市水务局要清淤管网", "", "2", CODE, "210公里。"]
    assert find_time_codes(texts) == [True, True, False, False, True, True, False]


def test_hours_of_a_notice_stay() -> None:
    assert not any(find_time_codes(["8:30—11:30", "办理登记。", "14:00至17:00", "3", "下午办理。"]))
