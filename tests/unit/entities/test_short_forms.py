"""What short forms stand for in their document. The sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from gangyao.document.mentions import Mention
from gangyao.document.tasks import Party, Task
from gangyao.entities.find import PlaceContext, find_mentions
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.judging.judge import load_judge
from gangyao.entities.short_forms import own_divisions, referents, with_full_forms

YEAR = 2024


def read(texts: list[str], code: str | None, gazetteer: Gazetteer) -> tuple[tuple[Mention, ...], ...]:
    found = find_mentions(texts, PlaceContext("", (), date(YEAR, 1, 1)), gazetteer, load_judge())
    return with_full_forms(found, own_divisions(code, YEAR, gazetteer), gazetteer)


def meanings(texts: list[str], code: str | None, gazetteer: Gazetteer) -> dict[str, tuple[object, object]]:
    rows = read(texts, code, gazetteer)
    return {
        one.surface: (one.stands_for, one.place_code)
        for row in rows
        for one in row
        if one.stands_for or one.place_code
    }


def test_a_body_of_a_level_is_that_of_the_documents_place(gazetteer: Gazetteer) -> None:
    texts = ["河南省人民政府和湖北省人民政府会商。", "由省政府牵头，省委统筹。"]
    assert meanings(texts, "410000", gazetteer) == {
        "省政府": ("organization/河南省人民政府", "410000"),
        "省委": (None, "410000"),
    }


def test_a_level_above_or_below_the_documents_place(gazetteer: Gazetteer) -> None:
    assert meanings(["报省政府批准，由市委负责。"], "410100", gazetteer) == {
        "省政府": (None, "410000"),
        "市委": (None, "410100"),
    }
    assert meanings(["县委要抓落实。"], "410000", gazetteer) == {}


def test_a_city_below_a_city_leaves_open_which_is_meant(gazetteer: Gazetteer) -> None:
    assert meanings(["由市委负责。"], "410181", gazetteer) == {}


def test_without_a_place_the_only_full_name_before_it_counts(gazetteer: Gazetteer) -> None:
    link = ("organization/河北省人民政府", None)
    assert meanings(["河北省人民政府来函。", "请省政府组织实施。"], None, gazetteer) == {"省政府": link}
    two = ["河北省人民政府、山西省人民政府来函。", "请省政府组织实施。"]
    assert meanings(two, None, gazetteer) == {}
    assert meanings(["请省政府组织实施。", "河北省人民政府来函。"], None, gazetteer) == {}


def test_a_site_without_its_place_is_the_one_named_before(gazetteer: Gazetteer) -> None:
    texts = ["建设洛阳镜岭水库。", "加固镜岭水库。"]
    assert meanings(texts, None, gazetteer) == {"镜岭水库": ("facility/洛阳镜岭水库", None)}
    two = ["建设洛阳镜岭水库、南阳镜岭水库。", "加固镜岭水库。"]
    assert meanings(two, None, gazetteer) == {}


def test_what_only_opens_like_a_level_is_of_no_place(gazetteer: Gazetteer) -> None:
    assert meanings(["落实市场准入负面清单，实施区域协调发展战略。"], "410100", gazetteer) == {}


@pytest.mark.parametrize(
    ("texts", "body", "code", "wanted"),
    [
        (["河南省要统筹。", "我省抓落实。"], "我省", "410000", "admin_area/河南省"),
        (["湖北省要统筹。", "我省抓落实。"], "我省", "410000", None),
        (["水利部来函，该部抓落实。"], "该部", None, "organization/水利部"),
        (["水利部、财政部来函，该部抓落实。"], "该部", None, None),
        (["建设重庆两江新区。", "新区抓落实。"], "新区", None, "zone/重庆两江新区"),
        (["建设重庆两江新区、四川天府新区。", "新区抓落实。"], "新区", None, None),
    ],
)
def test_a_word_for_a_body_stands_for_the_only_one(
    texts: list[str], body: str, code: str | None, wanted: str | None, gazetteer: Gazetteer
) -> None:
    start = texts[-1].index(body)
    party = Party(body, start, start + len(body))
    task = Task(1, "measure", None, texts[-1], "commit", (party,), (), (), (), 0, len(texts[-1]))
    tasks: list[tuple[Task, ...]] = [() for _ in texts[1:]] + [(task,)]
    found = referents(tasks, read(texts, code, gazetteer), own_divisions(code, YEAR, gazetteer))
    assert found == ({} if wanted is None else {(len(texts) - 1, start, start + len(body)): wanted})
