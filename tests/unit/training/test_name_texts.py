"""Places of others of their kind in paragraphs that the teacher of names reads."""

from __future__ import annotations

import random

import pytest

from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.paths import SEEDS, lexicon_of
from training.name_examples import NOWHERE, found_in
from training.name_texts import places_by_kind, with_other_places

LEXICON = lexicon_of(SEEDS)
PLACES = {"市": ["衢州市"], "县": ["滦平县"], "区": ["吴兴区"], "旗": ["奈曼旗"], "": ["衢州"]}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(LEXICON)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("支持巴东县建设。", "支持滦平县建设。"),
        ("在宜宾市和宜宾市叙州区推广。", "在衢州市和吴兴区推广。"),
        ("重庆、四川共建。", "衢州、衢州共建。"),
        ("湖北省实施。", "湖北省实施。"),
        ("没有地名。", "没有地名。"),
    ],
)
def test_each_place_gives_way_to_one_of_its_kind(text: str, moved: str, gazetteer: Gazetteer) -> None:
    found = found_in(text, NOWHERE, gazetteer)
    assert with_other_places(found, PLACES, random.Random(1)) == moved


def test_one_place_gives_way_to_the_same_place_throughout(gazetteer: Gazetteer) -> None:
    text = "巴东县、秭归县支持巴东县。"
    found = found_in(text, NOWHERE, gazetteer)
    first, second = with_other_places(found, places_by_kind(LEXICON), random.Random(3)).split("支持")
    assert first.split("、")[0] == second.rstrip("。")


def test_divisions_that_are_no_more_are_no_places() -> None:
    places = places_by_kind(LEXICON)
    assert "崇文区" not in places["区"]
    assert "东城区" in places["区"]
    assert all(name.endswith("县") for name in places["县"])
