"""What the features of a sentence and of its place weigh, most as training.statement_weights fits it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gangyao.tasks.statements.features import FEATURES

#: The features of a place: the sentences around, and what its part of the document does.
PLACE_FEATURES = (
    "the other sentences of the paragraph, in nats",
    "the paragraphs around, in nats",
    "review",
    "plan",
    "law",
)
#: What a sentence says by itself counts so often in its place. The fit could do without: it is what the first
#: weights counted, by which what some forms say by themselves was set by hand.
OWN_WEIGHT = 1.5
# Set by hand: too few labelled sentences stand in notes, in lists of aims or behind an aim to fit these.
# Notes set no task; aims are worded as results (…明显改善), so that only a clear past makes a report of them.
_NOTE, _AIMS, _BEHIND_AIM = 9.0, -5.0, -3.0
# Set by hand: outside sections of tasks all nineteen annotated sentences behind a look back report too.
_BEHIND_REVIEW = 3.0
# Set by hand: sections that are called tasks hold hardly anything else, and the fit has none apart.
_TASKS = -1.0
# Set by hand: where nothing is known of a place, most paragraphs of planning documents set tasks.
_UNKNOWN = -1.5


@dataclass(frozen=True, slots=True)
class StatementWeights:
    """Weights in nats, above 0 for a statement: `sentence` as FEATURES, then those of the place.

    `stances` are those of what a part of the document does (`review`, `plan` …), the constant in each;
    `unknown` where nothing is known.
    """

    sentence: tuple[float, ...]
    constant: float
    neighbours: float
    behind_aim: float
    behind_review: float
    near: float
    stances: dict[str, float]


@lru_cache(maxsize=1)
def load_weights() -> StatementWeights:
    """Return the weights that ship with the package."""
    resource = resources.files("gangyao.models") / "statement_weights.json"
    fitted = json.loads(resource.read_text(encoding="utf-8"))
    sentence, place = fitted["sentence"], fitted["place"]
    neighbours, near = (place[name] for name in PLACE_FEATURES[:2])
    constant = place["constant"]
    stances = {name: constant + place[name] for name in PLACE_FEATURES[2:]}
    stances["tasks"] = stances["plan"] + _TASKS
    # A title that bids is worth what stands there usually; what stands around says the rest.
    stances |= {"open": constant, "bid": stances["plan"], "note": _NOTE, "aims": _AIMS, "unknown": _UNKNOWN}
    return StatementWeights(
        tuple(sentence[name] for name in FEATURES),
        sentence["constant"],
        neighbours,
        _BEHIND_AIM,
        _BEHIND_REVIEW,
        near,
        stances,
    )
