"""Which doubtful clauses are worth the network's time: those where it may well read something else.

The network costs a hundred times what these sums of weights cost, and agrees with the rules on most clauses
that it is asked of. `training.predicate_passing` fitted the weights to what it says.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gangyao.tasks.predicates.doubts import DOUBTS, SURE
from gangyao.tasks.predicates.verb_group import VerbGroup

_WORD = 2
#: What the weights are told of.
NAMES = ("ends", "starts", "groups", "before", "borders", "behind", "following", "tails", "sizes")


@dataclass(frozen=True, slots=True, eq=False)
class Passing:
    """For each kind of doubt a constant, and by what they say of another reading: the two characters a clause
    ends with and the two behind it, those it begins with (no group) or the group, the two around its begin,
    the two around its end and the two behind it. Of sure ones, which are most, only the two behind the group,
    its last two and its length are asked.
    """

    constants: tuple[float, ...]
    ends: tuple[dict[str, float], ...]
    starts: tuple[dict[str, float], ...]
    groups: tuple[dict[str, float], ...]
    before: tuple[dict[str, float], ...]
    borders: tuple[dict[str, float], ...]
    behind: tuple[dict[str, float], ...]
    following: tuple[dict[str, float], ...]
    tails: tuple[dict[str, float], ...]
    sizes: tuple[dict[int, float], ...]

    def may_differ(self, text: str, start: int, end: int, group: VerbGroup | None, doubt: int) -> bool:
        """Tell whether the network may read something else than `group` in the clause `text[start:end]`."""
        if doubt in SURE and group is not None:
            stop = group.end
            return (
                self.constants[doubt]
                + self.behind[doubt].get(text[stop : min(stop + _WORD, end)], 0.0)
                + self.tails[doubt].get(text[max(group.start, stop - _WORD) : stop], 0.0)
                + self.sizes[doubt].get(stop - group.start, 0.0)
            ) > 0
        odds = self.constants[doubt] + self.following[doubt].get(text[end : end + _WORD], 0.0)
        if group is None:
            odds += self.ends[doubt].get(text[end - _WORD : end], 0.0)
            return odds + self.starts[doubt].get(text[start : start + _WORD], 0.0) > 0
        begin, stop = group.start, group.end
        odds += self.groups[doubt].get(text[begin:stop], 0.0)
        odds += self.behind[doubt].get(text[stop : min(stop + _WORD, end)], 0.0)
        return (
            odds
            + self.ends[doubt].get(text[end - _WORD : end], 0.0)
            + self.before[doubt].get(text[begin - 1 : begin + 1] if begin > start else text[begin], 0.0)
            + self.borders[doubt].get(text[stop - 1 : min(stop + 1, end)], 0.0)
        ) > 0


@lru_cache(maxsize=1)
def load_passing() -> Passing:
    """Return the weights that ship with the package; cached per process."""
    resource = resources.files("gangyao.models") / "predicate_passing.json"
    stored = json.loads(resource.read_text(encoding="utf-8"))
    weights = {name: tuple(stored[name][doubt] for doubt in DOUBTS) for name in NAMES}
    weights["sizes"] = tuple({int(size): odds for size, odds in sizes.items()} for sizes in weights["sizes"])
    return Passing(tuple(stored["constants"][doubt] for doubt in DOUBTS), **weights)
