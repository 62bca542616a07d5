"""Of which kind works are by their name."""

from __future__ import annotations

import pytest

from gangyao.lexicon_tables import read_lexicon
from gangyao.paths import SEEDS, lexicon_of
from gangyao.projects.kinds import kind_words


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青云至白河铁路", "railway"),
        ("包茂高速茂名段", "road"),
        ("城南水库除险加固工程", "water"),
        ("白河弗迪电池二期", "industry"),
        ("市第二人民医院（一期）", "health"),
        ("恒泰", None),
    ],
)
def test_the_end_of_a_name_tells_its_kind(name: str, kind: str | None) -> None:
    assert kind_words(read_lexicon(lexicon_of(SEEDS))).of(name) == kind
