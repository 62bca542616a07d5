"""Conversion keeps offsets; detection goes by characters of one script only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.charsets import repertoire
from gangyao.chinese.detect_script import detect_script
from gangyao.chinese.scripts import all_to_traditional, to_simplified, to_traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("皇后在后面", "皇后在後面"),
        ("里程碑里", "里程碑裏"),
        ("发展头发", "發展頭髮"),
        ("建设PM2.5监测站", "建設PM2.5監測站"),
    ],
)
def test_conversion_chooses_by_phrase(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified) == traditional
    assert to_simplified(traditional) == simplified


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=60))
def test_conversion_keeps_the_length(text: str) -> None:
    assert len(to_traditional(text)) == len(text)
    assert len(to_simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("推动成渝地区双城经济圈建设", "hans"),
        ("推動成渝地區雙城經濟圈建設", "hant"),
        ("共建统一的市場规则", "hans"),
        ("推動區域协同發展", "hant"),
        ("", "hans"),
        ("PM2.5", "hans"),
        ("皇后在后面", "hans"),
    ],
)
def test_detection(text: str, script: str) -> None:
    assert detect_script(text) == script


def test_what_is_right_in_its_own_right_betrays_no_script() -> None:
    assert not set("著乾覆瞭藉徵於后里台干面") & set(repertoire().simplified)
    assert not set("后里台干面松谷") & set(repertoire().traditional)
    assert repertoire().simplified["場"] == "场"
    assert repertoire().traditional["发"] == "發"


def test_the_particle_that_taiwan_prints_as_zhu_is_simplified():
    text = "隨著產業升級，沿著黃河建設著名景區，著力保護著作權，取得顯著成效，圍繞著民生，著手編著名著。"

    assert to_simplified(text) == (
        "随着产业升级，沿着黄河建设著名景区，着力保护著作权，取得显著成效，围绕着民生，着手编著名著。"
    )


PHRASES = st.sampled_from(("后面", "皇后", "里程", "发展", "头发", "\n", "面", "发", "建设PM2.5"))


@given(st.lists(st.lists(PHRASES, max_size=40).map("".join), max_size=5))
def test_many_texts_are_converted_as_each_alone(texts: list[str]) -> None:
    assert all_to_traditional(texts) == [to_traditional(text) for text in texts]


def test_canals_are_no_relation() -> None:
    assert to_traditional("以水库、渠系为支撑") == "以水庫、渠系爲支撐"
