"""Edges of columns that were joined in a wrapped text as if nothing were odd, looked for once it is cut.

Where a text may have been cut into columns, other columns may have been cut as well. What was joined there
may look natural (系统性|和结构性矛盾叠加), yet the two sides of the join are missed elsewhere: an end that is
known goes on with the one, and with a beginning that is known goes on the other. By both together a join is
told from all others of the page, first by the network of seams, then by all that tells joins.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from gangyao.layout.joins.odd_joins import text_after, text_before
from gangyao.layout.reading_order.break_judges import bits_of_joins, bits_of_pairs
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.continuity import Bits
from gangyao.layout.reading_order.restore import Judges
from gangyao.layout.reading_order.scores import AS_ONE
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.reading_order.whole import read_whole

# By the network of seams, of 19 edges of columns that were joined on 149 pages 16 are among the first so
# many of 36 to 637 joins; by all that tells joins, 15 are among the first three of these, all of which gain
# more than so many bits.
_LOOKED_AT = 30
_MOST, _LEAST = 4, 6.0
# Each end with each line takes time and memory: of more, no page of a newspaper is made (by hand: of 149
# pages of 6,000 to 11,000 characters none had 20,000).
_MOST_PAIRS = 60_000


def find_welded_joins(
    texts: Sequence[str],
    joins: Sequence[bool],
    known: Collection[int],
    ends: Sequence[Unit],
    beginnings: Sequence[Unit],
    judges: Judges,
) -> list[int]:
    """Return the lines (by index, ascending) that hardly go on the line before them, of those not `known`.

    `ends` and `beginnings` are what stands before and after the places where the text may be cut.
    """
    joined = [index for index in range(1, len(texts)) if joins[index] and index not in known]
    tails = [unit.text for unit in ends if not unit.is_heading]
    heads = [unit.text for unit in beginnings if not unit.is_heading and unit.mark is None]
    if not joined or not tails or not heads or len(joined) * max(len(tails), len(heads)) > _MOST_PAIRS:
        return []
    seams = judges.closely.seams
    last, first = [texts[index - 1] for index in joined], [texts[index] for index in joined]
    gains = (
        seams.bits(tails, first).max(axis=0)
        + seams.bits(last, heads).max(axis=1)
        - seams.bits_of_pairs(last, first)
    )
    likely = [joined[place] for place in np.argsort(-gains, kind="stable")[:_LOOKED_AT].tolist()]
    gains = _gains(texts, joins, likely, tails, heads, judges)
    best = np.argsort(-gains, kind="stable")[:_MOST].tolist()
    return sorted(likely[place] for place in best if gains[place] >= _LEAST)


def _gains(
    texts: Sequence[str],
    joins: Sequence[bool],
    likely: Sequence[int],
    tails: Sequence[str],
    heads: Sequence[str],
    judges: Judges,
) -> Bits:
    """Return what parting each of the lines `likely` from the line before it gains at most, in bits."""
    whole, judge = read_whole("\n".join(texts), judges.topics), judges.closely
    before = [text_before(texts, joins, index) for index in likely]
    after = [text_after(texts, joins, index) for index in likely]
    to_line = bits_of_joins(Contexts(tails, after), whole, judges.model, judge).max(axis=0)
    from_line = bits_of_joins(Contexts(before, heads), whole, judges.model, judge).max(axis=1)
    printed = np.array(bits_of_pairs(Contexts(before, after), whole, judges.model, judge))
    gains: Bits = to_line + from_line - AS_ONE * printed
    return gains
