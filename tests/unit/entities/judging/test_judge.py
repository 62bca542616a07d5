from __future__ import annotations

import pytest

from gangyao.document.mentions import Mention
from gangyao.entities.find import PlaceContext, find_by_grammar, find_mentions
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.judging.judge import load_judge

_ELSEWHERE = PlaceContext("", (), None)


def _found(text: str, gazetteer: Gazetteer, title: str = "") -> list[tuple[str, str]]:
    place = PlaceContext(title, (), None)
    return [(one.surface, one.type) for one in find_mentions([text], place, gazetteer, load_judge())[0]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进比亚迪二期、国轩二期等项目建设。", ("比亚迪二期", "programme")),
        ("办好全国冰壶联赛和世界男排联赛。", ("全国冰壶联赛", "event")),
    ],
)
def test_names_are_lengthened_and_added(text: str, name: tuple[str, str], gazetteer: Gazetteer) -> None:
    assert name in _found(text, gazetteer)
    (alone,) = find_by_grammar([text], _ELSEWHERE, gazetteer)
    assert name not in [(one.surface, one.type) for one in alone]


def test_things_that_are_only_spoken_of_are_dropped(gazetteer: Gazetteer) -> None:
    assert _found("加快构建新发展格局，推进中国特色大国外交。", gazetteer) == []


def test_a_last_word_alone_is_a_class(gazetteer: Gazetteer) -> None:
    assert _found("街道办事处和火车站应当设置标志。", gazetteer) == []


def test_places_and_bodies_of_the_tables_stand(gazetteer: Gazetteer) -> None:
    assert ("重庆", "admin_area") in _found("这一切离不开重庆。", gazetteer)
    assert ("国务院", "organization") in _found("待国务院定。", gazetteer)


def test_places_in_a_row_that_lie_apart_stay_several_names(gazetteer: Gazetteer) -> None:
    found = _found("在四川省渝北区试点。", gazetteer)
    assert [surface for surface, _ in found] == ["四川省", "渝北区"]


def test_a_judged_name_says_where_it_stands(gazetteer: Gazetteer) -> None:
    texts = ["第一段没有名称。", "推进大连百万吨乙烯项目建设。"]
    first, second = find_mentions(texts, _ELSEWHERE, gazetteer, load_judge())
    assert first == ()
    (name,) = second
    assert isinstance(name, Mention)
    assert texts[1][name.start : name.end] == name.surface == name.name == "大连百万吨乙烯项目"
    assert (name.origin, name.admin_code) == ("judge", None)


def test_who_holds_an_office_is_no_body(gazetteer: Gazetteer) -> None:
    assert _found("县委书记负总责，市委副书记到会。", gazetteer) == []


def test_words_of_grammar_join_no_names(gazetteer: Gazetteer) -> None:
    found = [
        surface for surface, _ in _found("加强党对成渝地区双城经济圈建设的领导，贯彻党的部署。", gazetteer)
    ]
    assert "成渝地区双城经济圈" in found
    assert _found("贯彻党的二十届三中全会", gazetteer)
    assert not any("对" in surface or surface.endswith("的") for surface in found)
