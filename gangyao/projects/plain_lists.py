"""Lists of works without a word of what is done to them, as boxes and outlines of plans print them.

高速公路：甲市至乙县高速、丙山至丁河（省界）高速、戊江大桥等。 Each part ends as names of works do, and most
are proper by a place, an end (至), a number or a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.document.mentions import Mention
from gangyao.projects.kinds import KindWords

_SENTENCE = re.compile(r"[^。；！？\n]+")
_LABEL = re.compile("^.*：")
_CLOSES = re.compile("等(?:重大|重点)?(?:项目|工程|线路)?$")
# 跨海|通道, 某高速|支线: ends that works share with other things, and a list of works alone makes works.
_ENDS = ("段", "支线", "通道", "联络线", "环线", "延长线", "复线")
_PROPER = re.compile(r"至|[A-Z]\d+|[“”]|第[一二三四五六]")
_VERB = re.compile("建设|推进|加快|实施|完成|开工|发展|完善|提升|加强|构建|打造|支持|推动|形成|的")
_OPENS = "（(《“"
_MARK = re.compile("[、（(《“）)》”]")
_FEWEST = 4
_SHORTEST, _LONGEST = 4, 40
# So many of the parts end as works do; so many are proper (by hand).
_MOST, _MANY = 0.8, 0.6
_PLACES = ("admin_area", "natural_feature", "region", "corridor", "facility", "zone")
#: How sure such a list makes each of its names, by hand.
CONFIDENCE = 0.6


def listed_works(text: str, mentions: Sequence[Mention], kinds: KindWords) -> Iterator[tuple[int, int]]:
    """Yield the names of works of the lists that a paragraph is made of."""
    if text.count("、") < _FEWEST - 1:
        return
    starts = {one.start for one in mentions if one.type in _PLACES}
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        # Most sentences are told by less than to part them takes.
        if text.count("、", start, end) < _FEWEST - 1:
            continue
        label = _LABEL.match(sentence[0])
        start += label.end() if label is not None else 0
        yield from _of_list(text, start, end, starts, kinds)


def _of_list(
    text: str, start: int, end: int, starts: set[int], kinds: KindWords
) -> Iterator[tuple[int, int]]:
    closing = _CLOSES.search(text, start, end)
    end = closing.start() if closing is not None else end
    if text.count("、", start, end) < _FEWEST - 1 or text.find("，", start, end) >= 0:
        return
    if _VERB.search(text, start, end):
        return
    parts = list(_parts(text, start, end))
    if len(parts) < _FEWEST:
        return
    works = [part for part in parts if _is_works(text[slice(*part)], kinds)]
    proper = [
        part for part in works if _PROPER.search(text, *part) or any(part[0] <= at < part[1] for at in starts)
    ]
    if len(works) >= _MOST * len(parts) and len(proper) >= _MANY * len(parts):
        yield from works


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a list, cut at the marks that stand in no brackets."""
    first, depth = start, 0
    for mark in _MARK.finditer(text, start, end):
        if mark[0] != "、":
            depth += 1 if mark[0] in _OPENS else -1
        elif depth == 0:
            yield first, mark.start()
            first = mark.end()
    yield first, end


def _is_works(name: str, kinds: KindWords) -> bool:
    is_long_enough = _SHORTEST <= len(name) <= _LONGEST
    return is_long_enough and (name.endswith(_ENDS) or kinds.of(name) is not None)
