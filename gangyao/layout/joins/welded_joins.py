"""Edges of columns that were joined in a wrapped text as if nothing were odd, looked for once it is cut.

Where a text is read in another order than it is printed, other columns may have been cut as well: every join
is then looked at by the network of seams, and those that it doubts by all that tells joins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gangyao.layout.joins.odd_joins import text_after, text_before
from gangyao.layout.reading_order.break_judges import bits_of_pairs
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.restore import Judges
from gangyao.layout.reading_order.whole import read_whole

# The network doubts a join below so many bits: of 11 edges of columns that were joined on 232 pages four are,
# and 23 other joins a page (six more edges are like 处十日以上十五日以|罚款). Below so many bits by all that
# tells joins it is odd: three of the four are, and some five others a page, which then go on as printed.
_DOUBTED, _ODD = -8.0, -3.5


def find_welded_joins(
    texts: Sequence[str], joins: Sequence[bool], known: Collection[int], judges: Judges
) -> list[int]:
    """Return the lines (by index, ascending) that do not go on the line before them, of those not `known`."""
    joined = [index for index in range(1, len(texts)) if joins[index] and index not in known]
    if not joined:
        return []
    judge = judges.closely
    told = judge.seams.bits_of_pairs(
        [texts[index - 1] for index in joined], [texts[index] for index in joined]
    )
    doubted = [index for index, bits in zip(joined, told.tolist(), strict=True) if bits < _DOUBTED]
    if not doubted:
        return []
    whole = read_whole("\n".join(texts), judges.topics)
    tails = [text_before(texts, joins, index) for index in doubted]
    heads = [text_after(texts, joins, index) for index in doubted]
    closely = bits_of_pairs(Contexts(tails, heads), whole, judges.model, judge)
    return [index for index, bits in zip(doubted, closely, strict=True) if bits < _ODD]
