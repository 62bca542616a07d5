"""What speaks for a first sentence being a lead: how short it is, what stands behind it, how others open."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gangyao.chinese.duty_labels import is_duty_line
from gangyao.chinese.punctuation import is_bracketed

#: What a theme does not hold: a clause boundary, a figure that is set or told (治理沙地290万亩。), a copula,
#: a tense word, or who has to do it (市规划主管部门负责城乡规划管理工作。).
_NOT_A_THEME = re.compile(
    r"[，：；,:;！？!?]|是|了|[0-9０-９](?:[%％]|[万亿千百]*[余多]?[元亩个家项条座所户人名套处件台米吨公平])"
    r"|各位|同志们|[0-9]{4}年|过去|去年|今年|如下|以下"
    r"|应当|不得|可以|由(?<![自理缘经]由)|负责(?![制任])"
    r"|^(?:我们|我国|国家(?!级)|中国(?!式)|目前|当前|现在|必须|应当|应该|要)"
)
MAX_LEAD = 36
#: What counts a paragraph among others: 三是, 第二，, （三）, 4., 2.3.1.; not the figure of 1.5万套住房交付.
_COUNT = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[，,]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:(?:\.\d{1,2})+[.．、]?|[.．、])|[①-⑳])"
    r"(?=[\u4e00-\u9fff“])(?!(?<=\d)(?:[万亿千百倍亩吨]|元(?!宇)|个百分|公[里顷斤]|平方))"
)
_DUTY = re.compile("[应要须]|鼓励|允许|禁止")
# Who does something, and what is done with something (对犬只依法实行动物免疫制度。), is said of a task.
_WHO = re.compile("任何|[各市县省区对将为以按]|[^。]{2,12}?(?:部门|单位|政府|委员会|机关|企业|机构)")
_LONGEST_RUN = 4

TRAITS: Final = (
    "characters",
    "sentences behind, in nats",
    "how much longer these are, in nats",
    "counted",
    "share of the other paragraphs that open so",
    "paragraphs that open so, in nats",
    "others in a row",
    "share of its pairs of characters that are said behind",
    "the next sentence can be a theme too",
    "a duty",
    "who or what with",
    "the title names a theme",
    "a line of its own",
    "the only paragraph",
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence of a paragraph where it can be a theme: without what counts it, and what follows.

    `is_line`: it is a paragraph by itself, and `behind` stands in the next one.
    """

    sentence: str
    bare: str
    behind: tuple[str, ...]
    is_line: bool

    @property
    def is_counted(self) -> bool:
        """Tell whether something counts it among others."""
        return len(self.bare) < len(self.sentence)

    @property
    def is_spelt_out(self) -> bool:
        """Tell whether more is behind it than notes, or than one phrase of its kind that is another task."""
        if len(self.behind) == 1 and not self.is_counted and is_theme(self.behind[0]):
            return False
        return not all(is_note(one) for one in self.behind)

    @property
    def sets_a_duty(self) -> bool:
        """Tell whether it says in so many words that something has to be done."""
        return _DUTY.search(self.bare) is not None

    @property
    def is_lead_by_count(self) -> bool:
        """Tell whether it is a lead whatever else speaks for it: 4.全面推动道路安全设施改造升级。

        What counts a paragraph counts its theme: of the annotated ones that are counted, with a sentence
        behind and no duty, all are leads.
        """
        return self.is_counted and not self.is_line and not self.sets_a_duty


def is_theme(sentence: str) -> bool:
    """Tell whether a sentence is one short phrase with no comma that can announce a paragraph's theme."""
    return 4 <= len(sentence) <= MAX_LEAD and sentence[-1] == "。" and not _NOT_A_THEME.search(sentence)


def without_count(sentence: str) -> str:
    """Return a sentence without what counts it among others (三是, （二）)."""
    count = _COUNT.match(sentence)
    return sentence if count is None else sentence[count.end() :]


def is_note(sentence: str) -> bool:
    """Tell whether a sentence is a note in brackets or with a label."""
    return is_bracketed(sentence) or is_duty_line(sentence)


@dataclass(frozen=True, slots=True)
class Openings:
    """How the paragraphs of a section open; `paragraphs` counts a line of its own and what follows it as one.

    `has_theme`: the section's title names one.
    """

    each: tuple[Opening | None, ...]
    themes: int
    paragraphs: int
    has_theme: bool

    @property
    def is_told(self) -> bool:
        """Tell whether the title says what the only paragraph would announce."""
        return self.has_theme and self.paragraphs == 1

    def traits(self, at: int) -> tuple[float, ...]:
        """Return the `TRAITS` of the opening at `at`."""
        one = self.each[at]
        assert one is not None
        said = "".join(one.behind)
        pairs = {one.bare[i : i + 2] for i in range(len(one.bare) - 2)}
        return (
            len(one.bare),
            math.log(len(one.behind)),
            math.log(len(said) / len(one.behind) / len(one.bare)),
            one.is_counted,
            (self.themes - 1) / max(self.paragraphs - 1, 1),
            math.log(min(self.themes, _LONGEST_RUN)),
            self._in_row(at) - 1,
            sum(pair in said for pair in pairs) / len(pairs),
            is_theme(one.behind[0]),
            one.sets_a_duty,
            _WHO.match(one.bare) is not None,
            self.has_theme,
            one.is_line,
            self.paragraphs == 1,
        )

    def _in_row(self, at: int) -> int:
        """Return how many paragraphs in a row open so, of which no more than so many are counted."""
        in_row = 1
        for step in (-1, 1):
            place = self._next(at, step)
            while place is not None and in_row < _LONGEST_RUN:
                in_row += 1
                place = self._next(place, step)
        return in_row

    def _next(self, at: int, step: int) -> int | None:
        """Return the place of the opening right before or behind, None where there is none."""
        place = at + step
        if self._is_line(at if step > 0 else at - 2):
            # What stands between is said behind a line of its own.
            place += step
        return place if 0 <= place < len(self.each) and self.each[place] is not None else None

    def _is_line(self, at: int) -> bool:
        one = self.each[at] if at >= 0 else None
        return one is not None and one.is_line


def read_openings(
    paragraphs: Sequence[tuple[str, tuple[tuple[int, int], ...]]], *, has_theme: bool
) -> Openings:
    """Return how the paragraphs (text, sentence spans) of ONE section open.

    A theme has sentences behind it that spell it out; on a line of its own, the next paragraph has at least
    two of them and no theme.
    """
    found: list[Opening | None] = []
    ahead: tuple[str, ...] = ()
    is_ahead_a_theme = True
    for text, spans in reversed(paragraphs):
        sentences = tuple(text[start:end] for start, end in spans)
        bare = without_count(sentences[0])
        is_line = len(sentences) == 1
        behind = ahead if is_line and len(ahead) > 1 and not is_ahead_a_theme else sentences[1:]
        is_ahead_a_theme = is_theme(bare)
        one = Opening(sentences[0], bare, behind, is_line)
        found.append(one if is_ahead_a_theme and one.is_spelt_out else None)
        ahead = sentences
    lines = sum(one is not None and one.is_line for one in found)
    themes = sum(one is not None for one in found)
    return Openings(tuple(reversed(found)), themes, len(found) - lines, has_theme)
