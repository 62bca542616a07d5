"""Readings in brackets behind the characters that are read so."""

from __future__ import annotations

import pytest

from gangyao.cleaning.character_classes import scan
from gangyao.cleaning.rules.pinyin_glosses import find_pinyin_glosses


@pytest.fixture
def edited(rules):
    def run(text):
        for edit in reversed(find_pinyin_glosses(scan(text, rules.kinds)).edits):
            text = text[: edit.start] + edit.after + text[edit.end :]
        return text

    return run


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("國務(wù)院領(lǐng)導(dǎo)作報(bào)告", "國務院領導作報告"),
        ("市長（zhǎng）", "市長"),
        ("國務[wù]院", "國務院"),
        ("綠(lǜ)色發(fā)展", "綠色發展"),
        ("開(ka\u0304i)局", "開局"),
        ("中國(ɡuó)特色", "中國特色"),
        ("關(guān )鍵", "關鍵"),
    ],
)
def test_a_proven_reading_goes(edited, printed, read):
    assert edited(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "国务(bù)院",  # another character's reading: proves nothing
        "发(fa)展",  # no tone: may be a word or an abbreviation
        "产量3吨(t)，装机(kW)，中国(can)方案",
        "国内生产总值(GDP)，咖啡馆(café)",
        "(wù)院",
    ],
)
def test_what_is_no_reading_of_the_character_stays(edited, text):
    assert edited(text) == text
