from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gangyao.document.mentions import Mention
from gangyao.entities.find import PlaceContext, find_by_grammar
from gangyao.entities.gazetteer import Gazetteer, load_gazetteer
from gangyao.paths import SEEDS

Find = Callable[..., tuple[Mention, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer(SEEDS / "lexicon")


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer) -> Find:
    """What the grammar finds in one paragraph of a document with the title and date given."""

    def find_one(
        text: str, title: str = "工作方案", on: date | None = date(2021, 10, 20)
    ) -> tuple[Mention, ...]:
        return find_by_grammar([text], PlaceContext(title, (), on), gazetteer)[0]

    return find_one


def pairs(mentions: tuple[Mention, ...]) -> list[tuple[str, str]]:
    return [(mention.surface, mention.type) for mention in mentions]
