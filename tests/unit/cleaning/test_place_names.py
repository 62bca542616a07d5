from pathlib import Path

import pytest

from gangyao.cleaning.clean import load_rules
from gangyao.cleaning.place_names import make_place_names


@pytest.fixture(scope="module")
def names():
    return load_rules(Path("seeds/lexicon")).places


@pytest.mark.parametrize(
    ("text", "char"),
    [
        ("推进岷沱江流域治理", "沱"),
        ("涪江、沱江水质", "涪"),
        ("支持黔东南发展", "黔"),
        ("发挥川商作用", "川"),
        ("发挥川商作用", "商"),
        ("建设渝北区", "渝"),
    ],
)
def test_names_of_places_excuse_their_characters(names, text, char):
    at = text.index(char)

    assert names.excuse(text, at, at + 1)


@pytest.mark.parametrize(
    ("text", "char"), [("完善川施体系", "川"), ("加强沱施建设", "沱"), ("商业用途", "商")]
)
def test_the_same_character_elsewhere_is_not_excused(names, text, char):
    at = text.index(char)

    assert not names.excuse(text, at, at + 1)


def test_a_name_is_known_without_its_suffix():
    names = make_place_names(["渝北区", "涪江"], [])

    assert names.excuse("沿渝北一线", 1, 2)
    assert names.rivers == {"涪"}
