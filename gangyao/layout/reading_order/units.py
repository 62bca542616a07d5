"""The lines of a text as reading order sees them, and what each could be: a title, an end, a label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import INNER_MARK, NEVER_FIRST, Edge, ends_sentence
from gangyao.layout.reading_order.dispatch import is_head
from gangyao.layout.reading_order.endings import end_bits, is_date
from gangyao.layout.reading_order.numbering import Mark
from gangyao.layout.reading_order.orders import is_order, is_signature

#: Headings down to （一） open a section.
DEEPEST_SECTION = 6
# So many lines that end in the same characters are a custom of the document.
_CUSTOMARY = 3
_ENDING = 3
# How the first line of a title begins: with who issued it or with the year.
_ISSUER = re.compile(
    r"中共|中华人民共和国|中央|国务院|全国|国家|[12][0-9]{3}|二[〇○零]|(?!关于)[\u4e00-\u9fff]{2,12}(?:省|市|自治区|县|厅|委|部|局|院|会)"
)
_DIGITS = frozenset("0123456789")
_HEAD_LENGTH = 60
_NEVER_OPENS = NEVER_FIRST | set("（([【〔《“—-")
# Whom a report or a letter addresses, on a line of its own: what comes right before is the title at most.
_ADDRESS = re.compile(r"(?:各位|同志|尊敬的|主席|委员长)[^。，！？；]{0,16}[：:]$")
# So a report begins that is printed without the address.
_OPENING_WORDS = re.compile("(?:现在，?)?我(?:代表|受)[^。]{2,40}(?:报告|说明)")
_SALUTATION = re.compile("(?:各位|同志|朋友)[^。，！？；]{0,10}[！!]")
# What follows the end of a document, or of the dispatch in front of it.
_ANNEX = re.compile(r"(?:附[件录表注]?|注释|名词解释)[0-9一二三四五六七八九十]{0,3}[：:]?$")
_FORWARDS = re.compile("(?:印发|转发|批转)[^。，；]*$")
# So many labels that stand alone are a custom of the document.
_LABELS_ALONE = 3
_ARTICLE = re.compile("第[^条條]{1,9}[条條]")
# If this share of so many articles, or items of a kind, ends with a sentence, none is a heading; if it has a
# space after its number, the others are citations.
_MANY_ITEMS = 6
_ENDED_SHARE = 0.8
# How a document's title ends; in mid-document such a line may be where the document begins.
_TITLE = re.compile(
    r"(?:报告|规划|纲要|意见|通知|决定|条例|办法|方案|法|公报|批复|函|细则|规定|要点|计划|公告|决议|的建议|的说明)"
    r"(?:[（(].{1,20}[）)]|[—－-].*)?$"
)


# No slots: what a unit could be is asked of it again and again, and kept once it is known.
@dataclass(frozen=True)
class Unit:
    """A line (or a paragraph that was wrapped over several) as reading order sees it.

    `is_heading`: a break is expected after it although no sentence ends. `glued`: it is not to be parted from
    the unit before it (cells of a table). `is_customary`: several lines of the document end in the same
    words, so that it does not show a cut if there is no final mark. `is_cut`: a number without what it
    numbers, or without the end of it, in a document that prints both on one line. `is_announced`: the title
    of a document that another line announces (关于印发…的通知). `goes_on`: wrapped lines of one paragraph, of
    which the unit before it holds the ones before, unless a column ended between the two. `after_gap`:
    furniture or a rare blank line, as between columns, is printed before it. `ends_early`: it ends
    without a final mark, and before it fills the width of a wrapped text, so that nothing goes on it.
    """

    text: str
    mark: Mark | None
    is_heading: bool
    glued: bool = False
    is_customary: bool = False
    is_cut: bool = False
    is_announced: bool = False
    goes_on: bool = False
    after_gap: bool = False
    ends_early: bool = False

    @cached_property
    def edge(self) -> Edge:
        """The unit as the beginning of a fragment."""
        is_heading = (
            (self.is_heading and not self.is_cut)
            or self.is_announced
            or self.is_main_title
            or self.is_address
            or self.is_dispatch_head
        )
        return Edge(self.text, is_heading, self.mark is not None, self.is_customary, self.is_cut)

    @cached_property
    def end(self) -> Edge:
        """The unit as the end of a fragment."""
        return replace(self.edge, ends_early=True) if self.ends_early else self.edge

    @cached_property
    def breaks_off(self) -> bool:
        """Whether the line ends in mid-sentence and is too long for a title."""
        return self.ends_open and not self.edge.is_short

    @cached_property
    def ends_open(self) -> bool:
        """Whether the line has no final mark and is nothing that needs none, as a heading does not."""
        return not ends_sentence(self.text) and self.edge.ends_open

    @cached_property
    def is_title_like(self) -> bool:
        """Whether the line could belong to the head of a document: short, without any final mark."""
        return (
            not self.is_heading
            and len(self.text) <= _HEAD_LENGTH
            and not ends_sentence(self.text)
            and not INNER_MARK.search(self.text)
        )

    @cached_property
    def is_document_title(self) -> bool:
        """Whether the line could be the title of a document."""
        return self.text.startswith("# ") or (self.is_title_like and _TITLE.search(self.text) is not None)

    @cached_property
    def is_main_title(self) -> bool:
        """Whether the line is the title of a document, not that of an annex to one."""
        return self.text.startswith("# ") or (
            self.is_document_title
            and self.names_issuer
            and (self.names_subject or "政府工作报告" in self.text)
        )

    @cached_property
    def opens_section(self) -> bool:
        """Whether the line is a numbered heading with nothing after it."""
        return (
            self.is_heading
            and self.mark is not None
            and 0 < self.mark.rank <= DEEPEST_SECTION
            and not ends_sentence(self.text)
        )

    @cached_property
    def names_subject(self) -> bool:
        """Whether the line says what a dispatch is about."""
        return "关于" in self.text

    @cached_property
    def names_issuer(self) -> bool:
        """Whether the line begins with who issued the document, or with its year."""
        return _ISSUER.match(self.text) is not None

    @cached_property
    def tells_issuer(self) -> bool:
        """Whether the line names an issuer or, as a title, its year: 2025年工作安排 may be a section."""
        return self.names_issuer and (self.is_document_title or self.text[0] not in _DIGITS)

    def opens_document(self, previous: Unit | None) -> bool:
        """Whether the line could be the first of a document if `previous` is printed before it."""
        if self.is_dispatch_head:
            return previous is None or not previous.is_dispatch_head
        if self.is_address:
            return previous is None or not previous.is_document_title
        if _OPENING_WORDS.match(self.text):
            return previous is None or not previous.is_address
        if not self.is_title_like:
            return self.is_document_title
        if is_signature(self.text):
            return False
        if self.text[0] in _NEVER_OPENS or self.text.startswith("附"):
            return False
        if previous is None or not previous.is_title_like or end_bits(previous.text) > 0.0:
            return True
        return self.is_document_title and self.names_issuer

    @cached_property
    def opens_surely(self) -> bool:
        """Whether hardly any other line than the first of a document is like this one."""
        is_title = self.is_main_title or (
            self.is_document_title and self.names_issuer and not self.is_announced
        )
        return (
            self.is_dispatch_head
            or is_title
            or self.is_address
            or _OPENING_WORDS.match(self.text) is not None
        )

    @cached_property
    def is_dispatch_head(self) -> bool:
        """Whether the line stands above the title of a dispatch: its number, who signs it."""
        return is_head(self.text)

    @cached_property
    def is_order(self) -> bool:
        """Whether the line says whose order this is, which puts out what follows it."""
        return is_order(self.text)

    @cached_property
    def is_address(self) -> bool:
        """Whether the line addresses the audience before a speech, or the reader of a letter (各位代表：)."""
        return _ADDRESS.match(self.text) is not None

    @cached_property
    def is_in_head(self) -> bool:
        """Whether the line could stand in the head of a speech: short, neither numbered nor the address."""
        return len(self.text) <= _HEAD_LENGTH and self.mark is None and not self.is_address

    @cached_property
    def is_salutation(self) -> bool:
        """Whether the line addresses the audience in the midst of a speech (各位代表！)."""
        return _SALUTATION.fullmatch(self.text) is not None

    def dates(self, previous: Unit) -> bool:
        """Whether this line is the date under a signature, which `previous` is."""
        return is_date(self.text) and previous.is_title_like and previous.names_issuer


def has_annex(units: Sequence[Unit]) -> bool:
    """Tell whether something follows the end: an annex, notes, the document that the dispatch forwards."""
    return any(
        _ANNEX.match(unit.text) or (unit.is_title_like and _FORWARDS.search(unit.text)) for unit in units
    )


def with_customs(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Note on each unit what only the other ones show: customs of the document, headings that were cut.

    An article that another one cites at the beginning of a line is no heading.
    """
    ends = Counter(unit.text[-_ENDING:] for unit in units if unit.ends_open)
    customary = {end for end, count in ends.items() if count >= _CUSTOMARY}
    noted = list(units)
    for index in _cited_articles(units):
        noted[index] = replace(units[index], mark=None, is_heading=False)
    units = tuple(noted)
    cut = _cut_headings(units)
    for index, unit in enumerate(units):
        is_customary = unit.text[-_ENDING:] in customary and unit.ends_open
        if is_customary or index in cut:
            noted[index] = replace(unit, is_customary=is_customary, is_cut=index in cut)
    return tuple(noted)


def _cited_articles(units: Sequence[Unit]) -> list[int]:
    """Return the units that begin with the number of an article, but not as the document prints articles.

    That is with no space after the number where nearly all others have one.
    """
    after = {
        index: unit.text[found.end() : found.end() + 1]
        for index, unit in enumerate(units)
        if unit.mark is not None
        and unit.mark.family == "article"
        and (found := _ARTICLE.match(unit.text)) is not None
    }
    spaced = sum(character.isspace() for character in after.values())
    if len(after) < _MANY_ITEMS or spaced < _ENDED_SHARE * len(after):
        return []
    return [index for index, character in after.items() if character and not character.isspace()]


def _cut_headings(units: Sequence[Unit]) -> set[int]:
    """Return the labels, articles and items whose text is missing, in whole or in part."""
    ended: dict[str, list[bool]] = {}
    for unit in units:
        if unit.mark is not None:
            ended.setdefault(unit.mark.family, []).append(ends_sentence(unit.text))
    are_texts = {
        family
        for family, ends in ended.items()
        if len(ends) >= _MANY_ITEMS and sum(ends) >= _ENDED_SHARE * len(ends)
    }
    alone: list[int] = []
    cut: set[int] = set()
    for index, unit in enumerate(units):
        if unit.mark is None or not unit.is_heading or ends_sentence(unit.text):
            continue
        if _stands_alone(unit):
            alone.append(index)
        elif unit.mark.family in are_texts:
            cut.add(index)
    return cut | set(alone) if len(alone) < _LABELS_ALONE else cut


def _stands_alone(unit: Unit) -> bool:
    """Tell whether the line is a number that heads nothing."""
    heading = parse_heading(unit.text)
    return heading is not None and not heading.title and heading.body_start is None
