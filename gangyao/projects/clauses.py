"""The clauses that may name works: found in one pass by words for works and what is done to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import daachorse

# What a word tells of its clause, as bits: a word for works, a part of them (二期), what is only done
# to works, what is done to anything, 项目 or 工程, a list; and the marks that end clauses and sentences.
_KIND, _PART, _STRONG, _WEAK, _GENERAL, _LISTED, _OTHERS, _CLAUSE, _SENTENCE = (1 << n for n in range(9))
_PARTS = [f"{number}期" for number in "一二三四五六七八"]
STRONG = re.split(
    r"\|",
    "开工|动工|复工|竣工|完工|投产|投用|投运|通车|建成|贯通|并网|续建|新建|扩建|迁建|封顶|达产|启用|开通|落地|主体|投入使用|投入运行|投入运营"
    "|交付|交房|前期|开馆|开园|开业|开诊|上线|对外开放|开门|招生|揭牌|挂牌|量产|试运行|通水|通航|改建|封场|修缮|打通|动土|破土|奠基|验收|启动|铺轨|架梁|下闸|蓄水|试运行|投入商运|核准|获批",
)
WEAK = re.split(
    r"\|",
    "改造|推进|加快|实施|建设|谋划|完成|争取|推动|抓好|拓宽|整治|提升|打造|重点|包括|分别是|总投资|全长",
)


class Clause(NamedTuple):
    """A clause at `start`:`end` of a paragraph; its sentence ends at `behind`."""

    start: int
    end: int
    behind: int


@dataclass(frozen=True, slots=True, eq=False)
class ClauseWords:
    """The words, compiled; `bits[i]` is what word `i` of the automaton tells."""

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    bits: tuple[int, ...]


def clause_words(kinds: Iterable[str]) -> ClauseWords:
    """Compile the words; `kinds` are those that names of works end with."""
    bits = {word: _KIND for word in kinds if len(word) > 1}
    bits |= dict.fromkeys(_PARTS, _PART) | dict.fromkeys(STRONG, _STRONG) | dict.fromkeys(WEAK, _WEAK)
    bits |= {"项目": _GENERAL, "工程": _GENERAL, "、": _LISTED, "等": _OTHERS}
    bits |= dict.fromkeys("，：", _CLAUSE) | dict.fromkeys("。；！？\n", _SENTENCE)
    words = sorted(bits)
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return ClauseWords(automaton, tuple(bits[word] for word in words))


def clauses_of_works(text: str, words: ClauseWords, is_local: bool) -> Iterator[Clause]:
    """Yield the clauses of a paragraph that may name works.

    Documents below the provinces (`is_local`) name them also in lists of which another clause of the sentence
    says what is done; above, one such clause in 200 names any.
    """
    bits = words.bits
    told = strong = start = 0
    waiting: list[tuple[int, int, int]] = []
    for at, end, word in words.automaton.find(text):
        bit = bits[word]
        if bit < _CLAUSE:
            told |= bit
            continue
        if told:
            waiting.append((start, at, told))
            strong |= told & (_STRONG | _GENERAL)
        told, start = 0, end
        if bit == _SENTENCE:
            if waiting:
                yield from _worth_reading(waiting, strong if is_local else 0, at)
                waiting.clear()
            strong = 0
    if told:
        waiting.append((start, len(text), told))
        strong |= told & (_STRONG | _GENERAL)
    yield from _worth_reading(waiting, strong if is_local else 0, len(text))


def _worth_reading(clauses: Iterable[tuple[int, int, int]], strong: int, behind: int) -> Iterator[Clause]:
    for start, end, told in clauses:
        is_done = told & (_STRONG | _WEAK | _GENERAL) or strong
        is_listed = told & _LISTED and strong & _STRONG
        is_closed = told & _GENERAL and told & _OTHERS
        if told & (_PART | _STRONG) or (told & _KIND and is_done) or is_listed or is_closed:
            yield Clause(start, end, behind)
