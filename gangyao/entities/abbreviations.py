"""Provinces and cities in one character, where they stand by themselves: 川、滇、黔四省, 驻穗企业."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gangyao.entities.candidates import Candidate
from gangyao.entities.divisions import DivisionName

# What stands before and behind a list, so that its first and last character are no parts of words.
_BEFORE = frozenset("\n，。；：、（(“与和及同至向到对在含为赴")
_BEHIND = (
    "(?=[、，。；）)和与及等]|[两二三四五六七八九十]*(?:省|市|地|区|州)|之|毗邻|交界|接壤|边界|协作|合作|$)"
)
_LIST = "[{forms}](?:[、和与][{forms}])+"
# A single one stands behind these; 新 is a word of its own there.
_SINGLE = (
    "[驻援治在对涉惠全入进来留赴出{clear}](?:(?<=[驻援治])[{forms}]"
    "|(?<=在)[{forms}](?=(?:有关|各|部属)?(?:单位|央企|企业|高校|院所))"
    "|(?<=[对涉惠])台(?!账|阶|式)|(?<=全)疆|(?<=[入进])[疆藏](?!传)"
    "|(?<=[在出进来留赴])[{clear}](?![北南东西江中])"
    "|(?<=来)(?<![未以原本由从向]来)[{forms}](?=合作|办|投资|考察|旅游|就业|创业|留学|参[加会])"
    "|(?<=[{clear}])(?=企(?!业)|籍|品(?!种)))"
)
_UNCLEAR = "新"
# Those that begin and end hardly any word: of 40 in the annotated paragraphs behind 在, 出, 进, 来, 留 or 赴
# or before 企 and 籍 that are in no longer name, 38 are names.
_CLEAR = "川渝沪浙皖闽赣鲁豫鄂湘粤桂琼黔滇陕陇冀"
_CLEAR_ONES = frozenset(_CLEAR)
# These begin and end words, so they name a province only beside one of the clear ones: [京冀], [京津冀鲁].
# Of 95 such runs in the annotated paragraphs that are in no longer name, 93 are names.
_BESIDE_CLEAR = "京津晋蒙辽吉黑苏甘宁藏疆港澳"
_LONGEST_RUN = 5
# The last characters of the verbs and particles behind which such a pair stands: 加快, 建设, 推进, 推动 …
_OPENING = frozenset("快设进动建造强好持化和与及在")
# What two places do together or share, behind the two characters that name them.
_TOGETHER = "(?=[\u4e00-\u9fff]{0,6}?(?:合作|共建|协作|协同|联动|大宗|示范区|试验区|核心区))"


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The divisions with a form of one character; where they stand in lists, by themselves and in pairs."""

    divisions: Mapping[str, DivisionName]
    listed: re.Pattern[str]
    single: re.Pattern[str]
    paired: re.Pattern[str]
    runs: re.Pattern[str]


def compile_abbreviations(divisions: Mapping[str, DivisionName]) -> Abbreviations:
    """Compile the patterns for `divisions`, by their character."""
    characters = "".join(map(re.escape, sorted(divisions)))
    clear = characters.replace(_UNCLEAR, "")
    return Abbreviations(
        divisions,
        re.compile(_LIST.format(forms=characters) + _BEHIND, re.MULTILINE),
        re.compile(_SINGLE.format(forms=clear, clear=_CLEAR)),
        re.compile(f"[{characters}][{characters}]{_TOGETHER}"),
        re.compile(f"[{_CLEAR}{_BESIDE_CLEAR}][{_CLEAR}{_BESIDE_CLEAR}]+"),
    )


def abbreviated_divisions(text: str, known: Abbreviations) -> list[Candidate]:
    """Each division of each list in `text`, and the single ones."""
    found = [
        _division(text, at, known)
        for one in known.listed.finditer(text)
        if one.start() == 0 or text[one.start() - 1] in _BEFORE
        for at in range(one.start(), one.end(), 2)
    ]
    return found + [_division(text, one.end() - 1, known) for one in known.single.finditer(text)]


def paired_divisions(text: str, known: Abbreviations) -> list[Candidate]:
    """Pairs that may open the name of what two places have in common: [浙琼]合作产业园."""
    return [
        Candidate(one.start(), one.end(), "admin_area", one[0], "pair")
        for one in known.paired.finditer(text)
        if one.start() == 0 or not text[one.start() - 1].isalnum() or text[one.start() - 1] in _OPENING
    ]


def joined_divisions(text: str, known: Abbreviations, words: frozenset[str]) -> list[Candidate]:
    """Provinces that are named in one: [川渝黔鄂]电力互济. `words` are common words."""
    return [
        Candidate(one.start(), one.end(), "admin_area", one[0], "pair")
        for one in known.runs.finditer(text)
        if len(one[0]) <= _LONGEST_RUN
        and len(set(one[0])) == len(one[0])
        and not _CLEAR_ONES.isdisjoint(one[0])
        and text[one.start() - 1 : one.start() + 1] not in words
        and text[one.end() - 1 : one.end() + 1] not in words
    ]


def _division(text: str, at: int, known: Abbreviations) -> Candidate:
    return Candidate(at, at + 1, "admin_area", text[at], "divisions", None, known.divisions[text[at]])
