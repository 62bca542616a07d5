"""Which spans of a paragraph are names of works."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from gangyao.projects.judge import WorksJudge, load_judge_of_works, named_works


@pytest.fixture(scope="module")
def judge() -> WorksJudge:
    return load_judge_of_works(read_lexicon(lexicon_of(SEEDS)))


def names(text: str, judge: WorksJudge, *, is_local: bool = False) -> list[str]:
    return [text[one.start : one.end] for one in named_works(text, (), judge, is_local)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快青云至白河、红石至绿塘等铁路建设。", ["青云至白河", "红石至绿塘"]),
        ("绿石铁路全线贯通。", ["绿石铁路"]),
        ("总投资12亿元的恒泰电池二期项目开工建设。", ["恒泰电池二期项目"]),
        ("建成白河水库扩建工程，推进黄石高速建设。", ["白河水库扩建工程", "黄石高速"]),
        ("推进在建水库、农村供水工程等项目建设。", []),
        ("推进学前教育扩容、老旧小区改造等民生项目。", []),
        ("加强党的建设，完善监督制度。", []),
    ],
)
def test_names_of_works_are_found(text: str, found: list[str], judge: WorksJudge) -> None:
    assert names(text, judge, is_local=True) == found


def test_below_the_provinces_a_hospital_is_works(judge: WorksJudge) -> None:
    text = "启动市第二人民医院、城南中学建设，东山大道全线通车。"
    assert names(text, judge, is_local=True) == ["市第二人民医院", "城南中学", "东山大道"]


@given(st.text("、，。；：（）“”等和的建成开工项目工程青云水库铁路一二期0 \n", max_size=60))
def test_names_lie_in_the_text_and_apart(judge: WorksJudge, text: str) -> None:
    spans = named_works(text, (), judge, is_local=True)
    assert all(0 <= one.start < one.end <= len(text) and 0 < one.probability <= 1 for one in spans)
    assert all(one.end <= later.start for one, later in pairwise(spans))
