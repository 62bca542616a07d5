"""What is right of the places of a paragraph, and how unlikely scores make it, against all that may be."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from evaluation.quality.names import Label

torch = pytest.importorskip("torch")
import random  # noqa: E402

from training.name_tags import (  # noqa: E402
    ALONE,
    BEGINS,
    ENDS,
    GOES_ON,
    NONE,
    OPEN,
    TAGS,
    chances_of,
    in_batches,
    tags_of,
    unlikeliness,
    unlikeness,
)

_FOLLOWS = {
    NONE: (NONE, BEGINS, ALONE),
    ALONE: (NONE, BEGINS, ALONE),
    ENDS: (NONE, BEGINS, ALONE),
    BEGINS: (GOES_ON, ENDS),
    GOES_ON: (GOES_ON, ENDS),
}


def _all_that_may_be(count: int) -> list[tuple[int, ...]]:
    return [
        tags
        for tags in itertools.product(range(TAGS), repeat=count)
        if tags[0] in _FOLLOWS[NONE]
        and tags[-1] in (NONE, ENDS, ALONE)
        and all(after in _FOLLOWS[before] for before, after in itertools.pairwise(tags))
    ]


@pytest.fixture
def scores() -> np.ndarray:
    return np.random.default_rng(1).normal(size=(5, TAGS)).astype(np.float32)


def _weights(scores: np.ndarray) -> dict[tuple[int, ...], float]:
    return {
        tags: math.exp(sum(float(scores[at, tag]) for at, tag in enumerate(tags)))
        for tags in _all_that_may_be(len(scores))
    }


def test_tags_of_an_annotated_paragraph() -> None:
    label = Label("", "", 0, 8, "", {(0, 3): "region", (4, 5): "country"}, ((6, 7),))
    assert tags_of(label).tolist() == [BEGINS, GOES_ON, ENDS, NONE, ALONE, NONE, OPEN, NONE]


def test_unlikeliness_counts_all_that_may_be(scores: np.ndarray) -> None:
    right = (BEGINS, ENDS, NONE, ALONE, NONE)
    weights = _weights(scores)
    inside = torch.ones(1, 5)
    found = unlikeliness(torch.from_numpy(scores)[None], torch.tensor([right]), inside)
    assert float(found) == pytest.approx(-math.log(weights[right] / sum(weights.values())), abs=1e-4)
    wanted = sum(weight for tags, weight in weights.items() if tags[1:] == right[1:])
    found = unlikeliness(torch.from_numpy(scores)[None], torch.tensor([(OPEN, *right[1:])]), inside)
    assert float(found) == pytest.approx(-math.log(wanted / sum(weights.values())), abs=1e-4)


def test_chances_are_those_of_all_that_may_be(scores: np.ndarray) -> None:
    (chances,) = chances_of([scores])
    weights = _weights(scores)
    total = sum(weights.values())
    for at, tag in itertools.product(range(5), range(TAGS)):
        wanted = sum(weight for tags, weight in weights.items() if tags[at] == tag) / total
        assert float(chances[at, tag]) == pytest.approx(wanted, abs=2e-3)


def test_nothing_is_likelier_than_what_the_teacher_says(scores: np.ndarray) -> None:
    (chances,) = chances_of([scores])
    told, inside = torch.from_numpy(chances.astype(np.float32))[None], torch.ones(1, 5)
    least = float(unlikeness(torch.from_numpy(scores)[None], told, inside))
    for other in np.random.default_rng(2).normal(size=(20, 5, TAGS)).astype(np.float32):
        assert float(unlikeness(torch.from_numpy(other)[None], told, inside)) > least


def test_each_paragraph_is_in_one_batch_and_no_batch_too_large() -> None:
    sizes = [3, 90, 41, 7, 7, 60, 12]
    batches = in_batches(sizes, 100, random.Random(1))
    assert sorted(itertools.chain(*batches)) == list(range(len(sizes)))
    assert all(len(batch) * max(sizes[number] for number in batch) <= 160 for batch in batches)
