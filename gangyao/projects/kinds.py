"""Of which kind works are, by the word that their name ends with (`project_kinds.csv`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import daachorse

from gangyao.document.projects import ProjectKind
from gangyao.lexicon_tables import LexiconTables

# What a name goes on with behind the word for its kind: parts, acts, forms. 灌区|一期工程, 机场|改扩建项目.
_BEHIND = re.compile(
    "(?:工程|项目|建设|改扩建|扩建|改建|迁建|新建|续建|改造|提升|提质|扩容|扩能|增容|加固|除险|升级|配套|更新|搬迁|开发|整体|近期|远期|先行|主体|二次|整治|现代化|智能化"
    r"|第?[一二三四五六七八九十]期|[一二三四五六七八九]阶段|第[一二三四五]|[东西南北中]?[延段]伸?|[东西南北]段|（[^（）]*）|\d+(?:\.\d+)?[万亿]?[\u4e00-\u9fff]{1,2}|[A-Z]区|等)$"
)
# A name has 40 code points at most. Of what is longer, a part of a list, only the end is looked at: five
# times as much.
_FARTHEST = 200
# With what such parts end, where no number stands before the last two characters: asked first, which is fast.
_LASTS = frozenset("程目设建造升质容能固险级套新迁发体期行次治化段延伸一二三四五）区等")
# A railway's or river's part: 渝昆高铁|渝宜段.
_SECTION_OF = re.compile(
    "(?:铁路|高铁|高速|公路|城际|线|河|江|国道|省道|[A-Z]\\d+)(?=[\u4e00-\u9fff]{2,8}段$)"
)


@dataclass(frozen=True, eq=False)
class KindWords:
    """The words with their kinds; made once, asked by their endings."""

    kinds: Mapping[str, ProjectKind]
    common: frozenset[str]
    automaton: daachorse.CharwiseDoubleArrayAhoCorasick

    def ends(self, text: str) -> list[int]:
        """Return where words for works end, the longest of those that begin together."""
        return [end for _, end, _ in self.automaton.find(text)]

    def is_common(self, word: str) -> bool:
        """Tell whether names of classes open so: 农村, 社区, 产业."""
        return word in self.common

    @cached_property
    def lengths(self) -> Mapping[str, tuple[int, ...]]:
        """How long the words are that end with a character, the longest first."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for word in self.kinds:
            found[word[-1]].add(len(word))
        return {last: tuple(sorted(some, reverse=True)) for last, some in found.items()}

    def of(self, name: str) -> ProjectKind | None:
        """Return the kind of works by their name, None where its end tells none."""
        bare = name[-_FARTHEST:]
        while (kind := self._ending(bare)) is None:
            if bare.endswith("段") and (part := _SECTION_OF.search(bare)) is not None:
                return self._ending(bare[: part.end()])
            found = _BEHIND.search(bare) if may_go_on(bare) else None
            if found is None:
                return None
            bare = bare[: found.start()]
        return kind

    def _ending(self, name: str) -> ProjectKind | None:
        for length in self.lengths.get(name[-1:], ()):
            if (kind := self.kinds.get(name[-length:])) is not None:
                return kind
        return None


def may_go_on(name: str) -> bool:
    """Tell whether a name can end with what it goes on with behind the word for its kind."""
    return name[-1:] in _LASTS or not name[-4:-1].isalpha()


def kind_words(tables: LexiconTables) -> KindWords:
    """Compile `project_kinds.csv`."""
    common = [word for name in ("nouns", "common_words") for word in tables.words(name) if len(word) == 2]
    kinds = dict(tables.rows("project_kinds", "word", "kind"))
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
        [word for word in kinds if len(word) > 1], daachorse.MATCH_KIND_LEFTMOST_LONGEST
    )
    return KindWords(kinds, frozenset(common), automaton)
