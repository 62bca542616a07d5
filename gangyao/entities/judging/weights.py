"""What the features of a span weigh, as training.name_judge fitted them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from gangyao.document.mentions import EntityType
from gangyao.entities.judging.borders import BorderWeights, run_weights
from gangyao.entities.judging.evidence import Group
from gangyao.entities.judging.spans import NamePlaces


class GroupSums(dict[Group, float]):
    """What groups of features weigh together, summed up when a group is first met."""

    def __init__(self, features: dict[str, float]) -> None:
        super().__init__()
        self._features = features

    def __missing__(self, group: Group) -> float:
        total = self[group] = sum(self._features.get(name, 0.0) for name in group)
        return total


@dataclass(frozen=True, slots=True)
class JudgeWeights:
    """Weights in nats, above 0 for a name: of the characters beside a border, and of groups of features.

    `constant` is that of a span. `places` tells where names may begin and end, `types` the type of a name
    that the grammar did not find by its last characters, three, two or one of them. Spans are not looked at
    further whose end weighs less than `least_end`, or both borders with the constant less than
    `least_borders`, unless the grammar found them.
    """

    start: BorderWeights
    end: BorderWeights
    groups: GroupSums
    constant: float
    places: NamePlaces
    types: dict[str, EntityType]
    least_end: float
    least_borders: float


@lru_cache(maxsize=1)
def load_weights() -> JudgeWeights:
    """Return the weights that ship with the package."""
    resource = resources.files("gangyao.models") / "name_judge.json"
    return weights_of(json.loads(resource.read_text(encoding="utf-8")))


def weights_of(fitted: dict[str, Any]) -> JudgeWeights:
    """Return the weights that training.name_judge wrote."""
    start, end = (
        BorderWeights(*map(run_weights, (one["before"], one["behind"]), one["unknown"]))
        for one in (fitted["start"], fitted["end"])
    )
    return JudgeWeights(
        start,
        end,
        GroupSums(fitted["features"]),
        fitted["constant"],
        NamePlaces(fitted["openers"], fitted["endings"]),
        fitted["types"],
        fitted["least_end"],
        fitted["least_borders"],
    )
