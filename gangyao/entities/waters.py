"""Rivers, lakes and hills that no table has, where what is done to them tells what they are: [大港河]治理."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.sites import is_made_of_words, proper_before

_WATER = re.compile("[河湖江溪渠沟岭岛湾潭山]")
# Only behind a proper name do these stand: works on it, its parts; a list may stand between.
_BEHIND = re.compile(
    "(?:[、和及与][\u4e00-\u9fff]{1,4}[河湖江溪沟山岭岛]){0,6}"
    "(?:综合|水环境|水生态|流域|生态|系统|河道|干流|支流|水质|堤防|湖堤|岸线|沿岸|两岸|水系)*"
    "(?:(?:国家|省级)?(?:湿地|森林公园|风景名胜|旅游|度假|景区|文化旅游|水利风景)|治理|整治|保护|修复|加固|清淤|疏浚|流域|水质|干流|支流|堤防|防洪|两岸|沿岸|水系|入选|获评|晋升)"
)
# Behind a name that is no word these are enough.
_LISTED = ("、", "，", "。", "；", "—", "等", "和", "与", "及")
# The origin of what only opens names.
_ANCHOR = "anchor"
_FLOWS = re.compile("(?:流经|汇入|注入|流入|疏浚|登上|濒临)$")


def water_spans(text: str) -> list[tuple[int, int]]:
    """Where the words for rivers, lakes and hills stand."""
    return [one.span() for one in _WATER.finditer(text)]


def water_anchors(
    text: str, waters: Iterable[tuple[int, int]], known: Iterable[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """Rivers and hills that speak for themselves only where a park or a site bears their name.

    `waters` are spans of their words. Where `known` names end none is looked for.
    """
    ends = frozenset([one.end for one in known])
    found: list[Candidate] = []
    for start, end in waters:
        inner = None if end in ends else proper_before(text, start, gazetteer, (3, 2), False)
        if inner is not None and not gazetteer.limits.is_inside("waters", text[inner:start]):
            found.append(Candidate(inner, end, "natural_feature", text[inner:end], _ANCHOR))
    return found


def _is_county(start: int, end: int, ends: frozenset[int], divisions: frozenset[tuple[int, int]]) -> bool:
    """Tell whether a city and its county stand there: 汕尾|陆河."""
    return any((at, end) in divisions and at in ends for at in range(start + 1, end))


def water_names(
    text: str,
    waters: Iterable[tuple[int, int]],
    known: Iterable[Candidate],
    divisions: Iterable[Candidate],
    gazetteer: Gazetteer,
) -> list[Candidate]:
    """Features of nature by their kind, whose words stand at `waters`, and by what stands beside them.

    `known` names are left alone, and `divisions` of the same span (绥芬河).
    """
    ends = frozenset([one.end for one in known])
    taken = frozenset((one.start, one.end) for one in divisions)
    found: list[Candidate] = []
    for start, end in waters:
        if end in ends or not gazetteer.limits.holds(text[start], text, start, end):
            continue
        inner = proper_before(text, start, gazetteer, (3, 2, 1), True)
        if (
            inner is None
            or (inner, end) in taken
            or _is_county(inner, end, ends, taken)
            or gazetteer.limits.is_inside("waters", text[inner:start])
        ):
            continue
        if (
            (
                start - inner > 1
                and text.startswith(_LISTED, end)
                and not is_made_of_words(text[inner:start], gazetteer, False)
            )
            or _BEHIND.match(text, end)
            or _FLOWS.search(text, max(0, inner - 2), inner)
        ):
            found.append(Candidate(inner, end, "natural_feature", text[inner:end], "grammar"))
    return found
