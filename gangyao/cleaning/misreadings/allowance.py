"""How deep a document is looked at: the likeliest slips first, until its allowance of false ones is used up.

Scores are probabilities, so what is false among reported slips is expected to be the sum of what each lacks
to certainty. A law, whose language is counted well, is so looked at deeper than a plan full of coined names,
and neither costs a curator more than the other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

#: False suspects that are expected at most per Han character: below the two per 1,000 that are bearable.
ALLOWED = 1.8 / 1000
#: A place is never reported at less than these odds (natural logarithm): one curator in fifty would agree.
LEAST_ODDS = math.log(0.02 / 0.98)
# In a text of a page or less, that much would be noise: of excerpts of 80 to 300 Han characters, which nobody
# had counted, 20 to 54 in 100 had a false suspect, and look-alikes were found 85 times of 100; so it is 8 to
# 32, and 80. What is published there is right nearly every other time, if one character in 1,000 is misread.
_LEAST_ODDS_OF_A_PAGE = math.log(0.15 / 0.85)
# A text of so many Han characters is no longer than a page; one of so many is one of several.
_PAGE, _PAGES = 400, 1000
#: From these odds on a place is reported whatever the allowance: more curators would agree than not.
SURE_ODDS = 0.0
# A short document is judged as if so many more Han characters of ordinary plans stood in it, about two pages:
# by itself it says too little of how its language is counted.
_ORDINARY = 2000
# False slips expected per Han character of such plans at log odds of -2.9 and more, and how steeply they rise
# below: part 1 of the split has 1.1 by counts and with the network, and 2.4 at -3.9; but weights are fitted
# there, and elsewhere there are more.
_ORDINARY_FALSE, _AT, _STEEPNESS = 1.4 / 1000, -2.9, 0.77


def least_odds(han: int) -> float:
    """Return the odds below which nothing is reported of a document with so many Han characters."""
    share = min(1.0, max(0.0, (_PAGES - han) / (_PAGES - _PAGE)))
    return LEAST_ODDS + share * (_LEAST_ODDS_OF_A_PAGE - LEAST_ODDS)


def within_allowance(
    odds: Sequence[float],
    han: int,
    certain: Iterable[float] = (),
    is_open: Callable[[int], bool] = lambda index: True,
) -> list[int]:
    """Return the indexes of the log odds that are reported of a document with so many Han characters.

    `is_open` tells of an index whether it may be reported; it is asked of the likeliest only. `certain` are
    the probabilities of other suspects of the document, which are reported anyway and use up their part of
    the allowance. The likeliest come first; of equals the earlier.
    """
    spent = sum(1 - probability for probability in certain)
    allowed = ALLOWED * (han + _ORDINARY)
    least = least_odds(han)
    reported = []
    for index in sorted(range(len(odds)), key=lambda index: (-odds[index], index)):
        own = odds[index]
        if own < least:
            break
        if not is_open(index):
            continue
        spent += 1 / (1 + math.exp(own))
        ordinary = _ORDINARY * _ORDINARY_FALSE * math.exp(_STEEPNESS * (_AT - own))
        if own < SURE_ODDS and spent + ordinary > allowed:
            break
        reported.append(index)
    return reported
