"""Numbers in a row that share the word behind the last of them: 分别达到80、60、20万吨以上."""

from __future__ import annotations

from gangyao.tasks.targets.quantities import Quantity

# What may stand behind the last number of a row and holds for all of it.
_BEHIND_ROWS = ("以上", "以下", "左右", "以内")


def shared_comparators(
    text: str, quantities: list[Quantity], clauses: list[int], following: frozenset[int]
) -> list[Quantity]:
    """Return the quantities, those of a row with the word behind its last: 分别达到80、60、20万吨以上."""
    shared = list(quantities)
    bound: set[int] = set()
    for index in sorted(following, reverse=True):
        last, before = shared[index], shared[index - 1]
        is_bound = index in bound or text.endswith(_BEHIND_ROWS, 0, last.end)
        is_row = before.comparator == "=" and before.measure.kind == last.measure.kind
        if is_bound and is_row and "分别" in text[clauses[index] : before.core]:
            shared[index - 1] = before._replace(comparator=last.comparator)
            bound.add(index - 1)
    return shared
