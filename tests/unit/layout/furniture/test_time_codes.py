"""Time codes of subtitles, with the numbers that count the pieces."""

from __future__ import annotations

from gangyao.ingest.join import join_files
from gangyao.layout.furniture.time_codes import find_parted_by_codes, find_time_codes, set_time_codes_aside
from gangyao.layout.split import split_lines

CODE = "00:00:01,000 --> 00:00:05,200"


def test_time_codes_and_their_numbers_are_no_text() -> None:
    texts = ["1", CODE, "市水务局要清淤管网", "", "2", CODE, "210公里。"]
    assert find_time_codes(texts) == [True, True, False, False, True, True, False]


def test_hours_of_a_notice_stay() -> None:
    assert not any(find_time_codes(["8:30—11:30", "办理登记。", "14:00至17:00", "3", "下午办理。"]))


def test_who_speaks_and_when_is_no_text() -> None:
    spoken = [
        "发言人1 00:02:14",
        "通报情况。",
        "发言人2 00:05:40",
        "要在两周内完成",
        "发言人2 00:05:52",
        "复查。",
    ]
    codes = find_time_codes(spoken)
    assert codes == [True, False] * 3
    assert find_parted_by_codes(spoken, codes) == [5]
    unmarked = [text.rstrip("。") for text in spoken]
    assert find_parted_by_codes(unmarked, codes) == []


def test_the_title_above_the_first_code_is_no_piece() -> None:
    texts = [
        "在会议上的讲话",
        "发言人1 00:00:04",
        "同志们，讲两点。",
        "发言人1 00:01:12",
        "要排查水库，",
        "发言人1 00:02:12",
        "整改。",
    ]
    assert find_parted_by_codes(texts, find_time_codes(texts)) == [6]


def test_the_time_in_brackets_before_a_piece() -> None:
    raw = split_lines(
        join_files([("a.txt", "[00:05:08] 县水利局要\n排查。\n[05:31] 限期整改。\n[1] 注".encode())])
    )
    lines, asides = set_time_codes_aside(raw)
    assert [line.text for line in lines] == ["县水利局要", "排查。", "限期整改。", "[1] 注"]
    assert sorted(asides) == [0, 2]
    one = split_lines(join_files([("a.txt", "[05:31] 限期整改。\n排查。".encode())]))
    assert set_time_codes_aside(one) == (one, {})


def test_the_hours_of_an_agenda_are_text() -> None:
    agenda = "会议议程\n[08:30] 报到\n[09:00] 开幕\n[10:30-11:30] 讨论\n"
    raw = split_lines(join_files([("a.txt", agenda.encode())]))
    assert set_time_codes_aside(raw) == (raw, {})
