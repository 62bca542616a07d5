"""The arrays convert as OpenCC does, whatever stands beside a phrase."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.script_tables import Configuration, load_script_table

# Phrases that decide, such that hold or cut them, characters that are normalised, and what parts phrases.
_PIECES = [
    *("头发", "发展", "皇后", "后面", "里程", "公里", "里面", "关系", "系统", "制造", "体制", "干部", "干净"),
    *("干预", "若干", "才能", "刚才", "一一了解", "明了", "面粉", "复杂", "批准", "准入", "布局", "公布"),
    *("髮", "發展", "頭髮", "乾隆", "慰藉", "憑藉", "著名", "瞭解", "SQL注入", "沈阳", "注册"),
    *"游云台丽遱𱊜，。\nA1、",
]


@pytest.mark.parametrize("configuration", ["s2t", "t2s"])
@given(pieces=st.lists(st.one_of(st.sampled_from(_PIECES), st.characters(codec="utf-8")), max_size=60))
def test_arrays_convert_as_opencc(configuration: Configuration, pieces: list[str]) -> None:
    text = "".join(pieces)
    convert = opencc.OpenCC(configuration).convert
    table, version = load_script_table(configuration)

    assert version == opencc.__version__, "run python -m training.script_tables"
    assert table.convert(text, convert) == convert(text)


def test_only_stretches_in_which_a_phrase_may_decide_are_converted_by_phrase() -> None:
    asked: list[str] = []
    table, _ = load_script_table("s2t")

    def by_phrase(text: str) -> str:
        asked.append(text)
        return str(opencc.OpenCC("s2t").convert(text))

    assert table.convert("加快发展，理顺关系，皇后大道。", by_phrase) == "加快發展，理順關係，皇后大道。"
    assert asked == ["关系\n皇后"]
