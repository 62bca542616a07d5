"""The thing that a quantity is of, where it stands behind it: 20座|泵站, 优化安排12类45件|民生实事."""

from __future__ import annotations

import re

from gangyao.tasks.targets.acts_alone import Naming, is_act_told, is_verb_alone, naming_of, opens_act
from gangyao.tasks.targets.counted_nouns import indicator_after
from gangyao.tasks.targets.grammar import TargetGrammar
from gangyao.tasks.targets.quantities import Quantity
from gangyao.tasks.targets.told_of_counted import Place, without_predicate

_LISTS = "、"
_HAN = re.compile("[\u4e00-\u9fff]")
_SHARES = frozenset({"percent", "fraction", "multiple"})


def counted_behind(
    text: str, quantity: Quantity, clause: int, before: str | None, grammar: TargetGrammar
) -> str | None:
    """Return what stands behind a quantity and is counted, without what is told of it.

    `before` is what stands before it.
    """
    name = indicator_after(text, quantity.end)
    if name is None or is_verb_alone(name, grammar.words):
        return None
    if (
        before is not None
        and text[quantity.said - 1] != _LISTS
        and not _HAN.match(text, quantity.end + len(name))
        and is_act_told(name, grammar.words)
    ):
        # 提案831件|全部办复; what a list or a clause goes on with is named: 三批清单、151项|务实举措.
        return None
    # 60%的县|建成医院: a share of counties says nothing without what they did.
    is_share = quantity.measure.kind in _SHARES
    place = Place(clause, quantity.start, quantity.end)
    return name if is_share else without_predicate(name, text, place, grammar.words)


def thing_named(
    text: str, quantity: Quantity, end: int, named: str | None, before: str | None, grammar: TargetGrammar
) -> str | None:
    """Return what a quantity measures where `named` names a thing, else the thing behind it.

    `end` is where the last quantity ends that it stands in one row with: 优化安排12类|45件|民生实事. `before`
    is what the quantity before it measures.
    """
    naming = Naming.NOTHING if named is None else naming_of(named, grammar.words)
    is_behind = named is not None and text.startswith(named, quantity.end)
    if naming is Naming.THING or is_behind or (named is None and end == quantity.end):
        return named
    behind = indicator_after(text, end) if quantity.measure.kind != "duration" else None
    if behind is not None and not opens_act(behind, grammar.words):
        place = Place(quantity.start, quantity.start, end)
        behind = without_predicate(behind, text, place, grammar.words)
        if behind is not None and not is_verb_alone(behind, grammar.words):
            return behind
    if naming is Naming.ACT or not quantity.is_compared:
        return named if naming is Naming.ACT else None
    return before
