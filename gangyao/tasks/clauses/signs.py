"""What may stand in each of many clauses, asked of all at once (see `gangyao.chinese.signs`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

import numpy as np

from gangyao.chinese.signs import CharacterSet, Lines, Masks, Signs
from gangyao.tasks.clauses.conditions import CASE_ENDS, CASE_STARTS, CASE_WORDS
from gangyao.tasks.clauses.cut import Span

_SIGNS = Signs(
    {
        "list": ("、",),
        "closing verb": ("于", "负责"),
        "figure": (*"0123456789", "分之"),
        "digit": tuple("0123456789"),
        "is": ("是",),
        "agent": ("由",),
        "duty": ("要", "应", "须", "不得", "务必"),
        "leave": ("可以", "方可"),
        "case": CASE_WORDS,
        "of": ("的",),
        "past": ("已", "正在", "曾", "了"),
        "around a time": ("前", "后", "时"),
    }
)
# A rhyme of parts (谋长远、抓重点), or a verb that closes its clause behind 于 or is 负责.
LIST, CLOSING_VERB = _SIGNS.bits("list"), _SIGNS.bits("closing verb")
FIGURE, DIGIT = _SIGNS.bits("figure"), _SIGNS.bits("digit")
IS, AGENT, DUTY, OF = _SIGNS.bits("is"), _SIGNS.bits("agent"), _SIGNS.bits("duty"), _SIGNS.bits("of")
# What may stand behind a time: 时由…, 后应当…, 前方可….
BEHIND_TIME = _SIGNS.bits("agent", "duty", "leave")
# What has been done or is going on; a verb before one of these may be a time.
PAST, AROUND = _SIGNS.bits("past"), _SIGNS.bits("around a time")
# Words of a case in the clause, or what one begins or ends with.
CASE = _SIGNS.bits("case")
# Told of the first character, above the signs: a run-in number or a conjunction.
NUMBERED = 1 << 63
#: What is told of a clause that nobody looked at.
EVERY_SIGN = (1 << 64) - 1
_BEYOND = 0xFFFF
_CASE_STARTS, _CASE_ENDS = CharacterSet(CASE_STARTS), CharacterSet(CASE_ENDS)


def clause_signs(
    lines: Lines, starts: Sequence[int], clauses: Sequence[Sequence[Span]], openings: CharacterSet
) -> list[list[int]]:
    """Return what may stand in the clauses of each sentence.

    The sentence `i` of `lines` begins at `starts[i]` of the text in which its clauses have their offsets.
    `openings` are the characters that a run-in number or a conjunction may begin with.
    """
    counts = [len(of_one) for of_one in clauses]
    spans = np.fromiter(chain.from_iterable(chain.from_iterable(clauses)), np.intp, 2 * sum(counts))
    spans += np.repeat(lines.starts - np.array(starts, np.intp), 2 * np.array(counts, np.intp))
    first, last = lines.codes[spans[::2]], lines.codes[spans[1::2] - 1]
    # Each clause ends where what parts it from the next begins, which counts for neither.
    masks: Masks = _SIGNS.masks(lines.codes, spans)[::2]
    masks[openings.holds(first) | (first > _BEYOND)] |= np.uint64(NUMBERED)
    masks[_CASE_ENDS.holds(last) | _CASE_STARTS.holds(first)] |= np.uint64(CASE)
    told = iter(masks.tolist())
    return [list(islice(told, count)) for count in counts]
