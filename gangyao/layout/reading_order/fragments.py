"""Where a text may have been cut: the places where one fragment may end and another begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from gangyao.layout.reading_order.continuity import join_scores, start_oddness
from gangyao.layout.reading_order.edges import INNER_MARK, NEVER_FIRST, Edge, closes_bracket, ends_sentence
from gangyao.layout.reading_order.numbering import Mark, State, advance, step_cost
from gangyao.layout.reading_order.traits import join_bits
from gangyao.layout.reading_order.words import Whole
from gangyao.text.statistics.model import CharacterModel

# A number that costs this many bits after the one before it shows that something lies between them.
_VIOLATION = 5.0
# Boundaries around one violation, and in all, that are looked at.
_PER_VIOLATION = 3
_MOST = 32
# A line that begins this oddly (bits) may go on another.
_ODD = 3.0
# Of the lines that may go on one that breaks off, the best ones are looked at.
_PARTNERS = 3
_MORE_PARTNERS = 8
_MOST_MORE = 36
# Code points of context whose words are compared.
_CONTEXT = 600
# So many lines that end in the same characters are a custom of the document.
_CUSTOMARY = 3
_ENDING = 3
# Headings down to （一） open a section.
_DEEPEST_SECTION = 6
_GOES_ON = 3.0
_SHORT_PARTNER = 5.0
_MOST_PAIRS = 20_000
# How the first line of a title begins: with who issued it or with the year.
_ISSUER = re.compile(
    r"中共|中华人民共和国|中央|国务院|全国|国家|[12][0-9]{3}|二[〇○零]|[\u4e00-\u9fff]{2,12}(?:省|市|自治区|县|厅|委|部|局|院|会)"
)
# Not only the end of a report but a salutation in its midst (各位代表！) is an exclamation.
_SALUTATION = 9
_HEAD_LENGTH = 60
# Whom a report or a letter addresses, on a line of its own: what comes right before is the title at most.
_ADDRESS = re.compile(r"(?:各位|同志|尊敬的|主席|委员长)[^。，！？；]{0,16}[：:]$")
#: How documents end: notes on their publication, the date, entry into force, an appeal.
END = re.compile(
    r"^[（(]?(?:此件|本文|此文)[^。]{1,12}[）)]?$|^[（(]?[0-9〇○零一二三四五六七八九十年月日\s]{5,}[）)]?$"
    r"|起(?:施行|实施|执行)。$|(?:同时)?废止。$|[！!]$"
)
#: How a document's title ends; in mid-document such a line may be where the document begins.
TITLE = re.compile(
    r"(?:报告|规划|纲要|意见|通知|决定|条例|办法|方案|法|公报|批复|函|细则|规定|要点|计划|公告|决议|的建议|的说明)"
    r"(?:[（(].{1,20}[）)]|[—－-].*)?$"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A line (or a paragraph that was wrapped over several) as reading order sees it.

    `is_heading`: a break is expected after it although no sentence ends. `glued`: it is not to be parted from
    the unit before it (cells of a table). `is_customary`: several lines of the document end in the same
    words, so that it does not show a cut if there is no final mark.
    """

    text: str
    mark: Mark | None
    is_heading: bool
    glued: bool = False
    is_customary: bool = False

    @property
    def edge(self) -> Edge:
        """The unit as the end or the beginning of a fragment."""
        return Edge(self.text, self.is_heading, self.mark is not None, self.is_customary)

    @property
    def breaks_off(self) -> bool:
        """Whether the line ends in mid-sentence and is too long for a title."""
        return self.edge.ends_open and not self.edge.is_short

    @property
    def is_title_like(self) -> bool:
        """Whether the line could belong to the head of a document: short, without any final mark."""
        return (
            not self.is_heading
            and len(self.text) <= _HEAD_LENGTH
            and self.edge.ends_open
            and not INNER_MARK.search(self.text)
        )

    @property
    def is_document_title(self) -> bool:
        """Whether the line could be the title of a document."""
        return self.text.startswith("# ") or (self.is_title_like and TITLE.search(self.text) is not None)

    @property
    def is_main_title(self) -> bool:
        """Whether the line is the title of a document, not that of an annex to one."""
        return self.text.startswith("# ") or (
            self.is_document_title and self.names_issuer and self.names_subject
        )

    @property
    def opens_section(self) -> bool:
        """Whether the line is a numbered heading with nothing after it."""
        return (
            self.is_heading
            and self.mark is not None
            and 0 < self.mark.rank <= _DEEPEST_SECTION
            and not ends_sentence(self.text)
        )

    @property
    def names_subject(self) -> bool:
        """Whether the line says what a dispatch is about."""
        return "关于" in self.text

    @property
    def names_issuer(self) -> bool:
        """Whether the line begins with who issued the document, or with its year."""
        return _ISSUER.match(self.text) is not None

    def opens_document(self, previous: Unit | None) -> bool:
        """Whether the line could be the first of a document if `previous` is printed before it."""
        if _ADDRESS.match(self.text):
            return previous is None or not previous.is_title_like
        if not self.is_title_like:
            return self.is_document_title
        if self.text[0] in "（([【〔《“—-" or self.text.startswith("附"):
            return False
        if previous is None or not previous.is_title_like or END.search(previous.text):
            return True
        return self.is_document_title and self.names_issuer


def with_customs(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Note on each unit whether the document customarily ends lines as this one ends."""
    ends = Counter(unit.text[-_ENDING:] for unit in units if unit.edge.ends_open)
    customary = {end for end, count in ends.items() if count >= _CUSTOMARY}
    if not customary:
        return tuple(units)
    return tuple(
        replace(unit, is_customary=True) if unit.text[-_ENDING:] in customary else unit for unit in units
    )


def find_cuts(units: Sequence[Unit], through: frozenset[str], model: CharacterModel) -> tuple[int, ...]:
    """Return the boundaries at which the text may have been cut; `i` is that between units `i - 1` and `i`.

    Empty where nothing shows that the text was cut: no number that does not fit, no line that breaks off.
    """
    windows = _violations(units, through)
    edges = [unit.edge for unit in units]
    open_ends = [index for index, unit in enumerate(units) if unit.breaks_off]
    if not windows and not open_ends and units[0].text[:1] not in NEVER_FIRST and not _opens_late(units):
        return ()
    free = [index for index in range(1, len(units)) if not units[index].glued]
    weight: dict[int, float] = {}

    def add(index: int, bits: float) -> None:
        weight[index] = max(weight.get(index, 0.0), bits)

    allowed = set(free)
    for index in open_ends:
        if index + 1 in allowed:
            add(index + 1, 10.0)
    for index in free:
        after_end = ends_document(units[index - 1])
        if units[index].opens_document(units[index - 1]):
            add(index, 8.0 if units[index].is_document_title or after_end else 2.0)
        elif after_end:
            add(index, 5.0)
    oddness = start_oddness([unit.text for unit in units], model)
    for index in free:
        if closes_bracket(units[index].text):
            add(index, 9.0)
        if not units[index].is_heading and oddness[index] >= _ODD:
            add(index, float(oddness[index]))
    short_ends = [index for index, edge in enumerate(edges) if edge.ends_open and edge.is_short]
    partners = _partners(units, open_ends + short_ends, free, model)
    if not windows and not _opens_late(units) and not _goes_on_elsewhere(units, open_ends, partners):
        return ()
    for end, start, bits in partners:
        add(start, bits)
        if end + 1 in allowed:
            add(end + 1, bits)
    for window in windows:
        inside = [index for index in window if index in allowed]
        inside.sort(key=lambda index: (-float(oddness[index]), -index))
        for index in inside[:_PER_VIOLATION]:
            add(index, 4.0)
        if window[-1] in allowed:
            add(window[-1], 9.0)
    best = sorted(weight, key=lambda index: (-weight[index], index))[:_MOST]
    return tuple(sorted(best))


def _goes_on_elsewhere(
    units: Sequence[Unit], open_ends: Sequence[int], partners: Sequence[tuple[int, int, float]]
) -> bool:
    """Tell whether a line that breaks off goes well on a line that is not printed after it."""
    broken = set(open_ends)
    if units[0].text[:1] in NEVER_FIRST or len(units) - 1 in broken:
        return True
    return any(end in broken and bits >= _GOES_ON for end, _, bits in partners)


def ends_document(unit: Unit) -> bool:
    """Tell whether documents end with such a line."""
    if END.search(unit.text) is None:
        return False
    return len(unit.text) > _SALUTATION or unit.text[-1] not in "！!"


def _opens_late(units: Sequence[Unit]) -> bool:
    """Tell whether a document begins in the midst of the text and not at its head.

    It does where a line opens one after the end of one, or where the first line is running text and another
    one names an issuer, or a year, and what kind of document this is.
    """
    if units[0].opens_document(None):
        return False
    is_running = units[0].mark is None and not units[0].edge.is_short and not units[0].is_heading
    return any(
        b.opens_document(a) and (ends_document(a) or (is_running and b.is_document_title and b.names_issuer))
        for a, b in pairwise(units)
    )


def more_cuts(
    units: Sequence[Unit], used: Sequence[int], ends: Sequence[int], whole: Whole, model: CharacterModel
) -> tuple[int, ...]:
    """Return the cuts `used` and, for the units `ends` without a good partner, more that may be theirs."""
    free = [index for index in range(1, len(units)) if not units[index].glued and not units[index].is_heading]
    if not ends or not free:
        return tuple(sorted(used))
    bits = join_bits(
        [tail_of(units, 0, end + 1) for end in ends],
        [head_of(units, start, len(units)) for start in free],
        whole,
        model,
    )
    chosen = set(used)
    order = np.argsort(-bits, axis=1)
    for rank in range(min(_MORE_PARTNERS, len(free))):
        for row in order:
            if len(chosen) < _MOST_MORE:
                chosen.add(free[row[rank]])
    return tuple(sorted(chosen))


def head_of(units: Sequence[Unit], start: int, end: int) -> str:
    """Return the beginning of the text of the units from `start` up to `end`, with line breaks."""
    head = units[start].text
    for unit in units[start + 1 : end]:
        if len(head) >= _CONTEXT:
            break
        head += "\n" + unit.text
    return head[:_CONTEXT]


def tail_of(units: Sequence[Unit], start: int, end: int) -> str:
    """Return the end of the text of the units from `start` up to `end`, with line breaks."""
    tail = units[end - 1].text
    for index in range(end - 2, start - 1, -1):
        if len(tail) >= _CONTEXT:
            break
        tail = units[index].text + "\n" + tail
    return tail[-_CONTEXT:]


def _partners(
    units: Sequence[Unit], ends: Sequence[int], starts: Sequence[int], model: CharacterModel
) -> list[tuple[int, int, float]]:
    """Return pairs (end, start, bits) of units that go well together but are no neighbours in print."""
    starts = [index for index in starts if not units[index].is_heading]
    if not ends or not starts or len(ends) * len(starts) > _MOST_PAIRS:
        return []
    pairs = [(units[end].text, units[start].text) for end in ends for start in starts]
    bits = join_scores(pairs, model).reshape(len(ends), len(starts))
    found: list[tuple[int, int, float]] = []
    for end, row in zip(ends, bits, strict=True):
        short = units[end].edge.is_short
        for column in np.argsort(-row)[:_PARTNERS]:
            value = float(row[column])
            if starts[column] != end + 1 and value > (_SHORT_PARTNER if short else 0.0):
                found.append((end, starts[column], min(value, 9.0)))
    return found


def segment_bounds(count: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the half-open runs of units between the cuts."""
    edges = np.unique([0, *cuts, count]).tolist()
    return list(pairwise(edges))


def _violations(units: Sequence[Unit], through: frozenset[str]) -> list[range]:
    """Return for each number that does not fit the boundaries between it and the number before it."""
    state: State = {}
    previous = 0
    windows: list[range] = []
    for index, unit in enumerate(units):
        if unit.mark is None:
            continue
        if index and step_cost(state, unit.mark, through) >= _VIOLATION:
            windows.append(range(previous + 1, index + 1))
        state, _ = advance(dict(state), (unit.mark,), through)
        previous = index
    return windows
