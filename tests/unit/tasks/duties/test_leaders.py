"""A sentence says who leads: 市水务局牵头. All texts are invented."""

from __future__ import annotations

import pytest

from gangyao.document.tasks import Party, Responsibility, Task
from gangyao.tasks.duties.leaders import who_call_in, with_leaders


def task(text: str, *names: str) -> Task:
    actors = tuple(Party(name, text.index(name), text.index(name) + len(name)) for name in names)
    return Task(1, "measure", None, text, "commit", actors, (), (), (), 0, len(text))


@pytest.mark.parametrize(
    ("text", "names", "parts"),
    [
        ("市水务局牵头，开展检查。", ["市水务局"], {"市水务局": "lead"}),
        ("由县住建局负责牵头修改方案。", ["县住建局"], {"县住建局": "lead"}),
        (
            "平台由市数据局牵头建设，市财政局、市档案馆配合。",
            ["市数据局", "市财政局", "市档案馆"],
            {"市数据局": "lead", "市财政局": "support", "市档案馆": "support"},
        ),
        (
            "市水务局、市财政局牵头，市审计局配合。",
            ["市水务局", "市财政局", "市审计局"],
            {"市水务局": "lead", "市财政局": "lead", "市审计局": "support"},
        ),
        (
            "由市水务局牵头，市财政局参与，完成检查。",
            ["市水务局", "市财政局"],
            {"市水务局": "lead", "市财政局": "support"},
        ),
        ("市水务局开展检查，建立牵头机制。", ["市水务局"], {}),
        ("市审计局配合，完成检查。", ["市审计局"], {}),
    ],
)
def test_what_follows_a_name_says_its_part(text: str, names: list[str], parts: dict[str, str]) -> None:
    found = with_leaders(task(text, *names), text)
    assert {duty.body: duty.part for duty in found.responsibilities} == parts
    assert all(text[duty.start : duty.end] == duty.body for duty in found.responsibilities)


def test_a_note_goes_before_the_sentence() -> None:
    text = "市水务局牵头，开展检查。"
    noted = Responsibility("市水务局", "responsible", None, 0, 0)
    found = with_leaders(task(text, "市水务局")._replace(responsibilities=(noted,)), text)
    assert found.responsibilities == (noted,)


def test_who_calls_others_in_leads() -> None:
    text = "市审计局督办，市教育局、市财政局会同市水务局检查。"
    one = task(text, "市审计局", "市教育局", "市财政局")
    others = [Responsibility("市水务局", "support", None, text.index("市水务局"), text.index("检查"))]
    found = who_call_in(text, one, one.actors, others)
    assert [(duty.body, duty.part) for duty in found] == [("市教育局", "lead"), ("市财政局", "lead")]


def test_who_goes_on_from_the_sentence_before_calls_in_too() -> None:
    text = "市教育局要加强领导。会同市水务局检查。"
    first = task(text, "市教育局")
    one = first._replace(start=text.index("会同"))
    others = [Responsibility("市水务局", "support", None, text.index("市水务局"), text.index("检查"))]
    assert [duty.body for duty in who_call_in(text, one, first.actors, others)] == ["市教育局"]


def test_who_takes_part_stands_behind_who_leads() -> None:
    text = "建立由市水务局牵头、市审计局和有关单位参与的机制。"
    found = with_leaders(task(text, "市水务局"), text)
    assert [(duty.body, duty.part) for duty in found.responsibilities] == [
        ("市水务局", "lead"),
        ("市审计局", "support"),
        ("有关单位", "support"),
    ]
    assert [party.text for party in found.actors] == ["市水务局", "市审计局", "有关单位"]
