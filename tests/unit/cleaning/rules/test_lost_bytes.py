"""UTF-8 that was read as GBK with losses; all texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.cleaning.rules.lost_bytes import LOST, read_lost


def misread(text: str) -> str:
    return text.encode().decode("gbk", "replace")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("加强第三方评估，完善培训机构管理制度。", "加强第三方评估，完善培训机构管理制度。"),
        # What the models cannot tell stays open: 到 or 剁, 刻.
        ("到2030年，全面建成现代化产业体系。", "�2030年，全面建成现代化产业体系。"),
    ],
)
def test_the_likeliest_of_what_lost_bytes_can_have_been_is_read(text: str, read: str) -> None:
    assert LOST in misread(text)
    assert read_lost(misread(text), load_model()) == read


def test_windows_shows_the_first_of_them_as_a_currency() -> None:
    assert read_lost("濮斻€佸悇", load_model()) == "委、各"


def test_what_is_no_such_text_is_not_read() -> None:
    assert read_lost("加快建设城市公园�", load_model()) is None


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=40))
def test_a_character_is_what_it_was_or_stays_lost_in_its_place(text: str) -> None:
    printed = misread(text)
    read = read_lost(printed, load_model())
    if LOST in printed and read is not None:
        assert len(read) == len(text)


def test_bytes_that_are_cut_short_are_not_dropped() -> None:
    # The first two bytes of three, a letter, and the bytes of 快.
    cut = b"\xe5\x8aA\xe5\xbf\xab\xe5\x8a\xa0".decode("gb18030", "replace")
    assert read_lost(cut, load_model()) is None
