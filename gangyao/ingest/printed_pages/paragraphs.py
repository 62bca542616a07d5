"""Which printed lines go on the line before them, by the edges of their column."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.document.printed import Box
from gangyao.ingest.printed_pages.page import hull, overlap
from gangyao.ingest.printed_pages.segments import Segment

# In heights of a character: an indent; the end of a full line, short of its column's edge because the next
# character or mark did not fit; how much further below a line may stand than lines usually do.
_INDENT = 0.8
_DEEPEST_INDENT = 3.6
_SLACK = 1.6
# A line that begins beyond this share of its column is set to the right, as signatures and dates are: no
# line goes on it.
_SET_RIGHT = 0.4
# Where paragraphs are indented, a line that is not goes on one that breaks off even if that fills only this
# share of the column: what must stay together went to the next line, and marks of other lines hang over.
_INDENTED_FILL = 0.6
_LATIN = 0.55
_WIDER_PITCH = 1.45
# Where paragraphs are not indented but stand apart, what follows the short last line of one is further below
# it than this, in steps of lines: of so many such lines, at least, all but this share.
_ROOM = 1.2
_FEWEST_APART = 3
_MOST_NEAR = 0.1
# Fewer lines than this tell nothing of how far apart lines are.
_FEWEST_STEPPED = 4
# Headings are indented where indented ones are so many times as many as others.
_FEW_FLUSH = 5
# Sizes within this factor are the same.
_SAME_SIZE = 1.1
# Lines of a title are set larger than the text by this factor.
_TITLE = 1.15
_LEADER = re.compile(r"(?:[.．·•…‥。_\-—]\s?){4,}[（(\s]*[0-9０-９IVXivx]{0,4}[）)]?$")
_UNIT = re.compile(r"[A-Za-z0-9０-９.,%+\-/]+")


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that stand one below the other in one column of one page; `edges` are those of the column."""

    page: int
    edges: Box
    lines: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a document sets paragraphs and headings: indented, or apart from each other."""

    indents: bool
    indents_headings: bool
    sets_apart: bool


def with_edges(flows: Sequence[Flow]) -> list[Flow]:
    """Give short columns the edges of the longest column of the document that has their place."""
    longest = sorted(flows, key=lambda flow: -len(flow.lines))
    found: list[Flow] = []
    for flow in flows:
        box = flow.edges
        for other in longest:
            if len(other.lines) <= len(flow.lines):
                break
            shared = overlap(box.left, box.right, other.edges.left, other.edges.right)
            if shared >= 0.95 * (box.right - box.left):
                box = Box(
                    min(box.left, other.edges.left), box.top, max(box.right, other.edges.right), box.bottom
                )
                break
        found.append(Flow(flow.page, box, flow.lines))
    return found


def edges_of(lines: Sequence[Segment]) -> Box:
    """Return the edges of the column that lines stand in.

    Its right edge is where most lines end; marks may hang over it.
    """
    box = hull(line.box for line in lines)
    step = median(line.size for line in lines) / 2
    ends = Counter(round(line.box.right / step) for line in lines)
    most = max(ends[end] + ends[end - 1] + ends[end + 1] for end in ends)
    usual = max(end for end in ends if ends[end] + ends[end - 1] + ends[end + 1] >= most / 2 and ends[end])
    right = max(line.box.right for line in lines if round(line.box.right / step) == usual)
    return Box(box.left, box.top, right, box.bottom)


def find_joins(flows: Sequence[Flow], size: float) -> list[list[bool | None]]:
    """Tell for each line of each flow, in reading order, whether it goes on the line read before it.

    None where its place leaves it open: a full line that ends a sentence, in a text that prints no indents.
    `size` is that of the text.
    """
    habits = _habits(flows)
    joins: list[list[bool | None]] = []
    before: tuple[Flow, Segment] | None = None
    counted: dict[str, int] = {}
    usual = min(_usual_pitch(flows), _wrapped_pitch(flows)) if habits.sets_apart else math.inf
    room = _room(flows, usual) if habits.sets_apart else _ROOM
    for flow in flows:
        is_told = not habits.sets_apart or len(flow.lines) >= _FEWEST_STEPPED
        pitch = min(_pitch(flow.lines), usual) if is_told else usual
        found: list[bool | None] = []
        for line in flow.lines:
            # Lines of a title are further apart than those of the text.
            widest = room if habits.sets_apart and line.size < _TITLE * size else _WIDER_PITCH
            if before is None or _step(before, flow, line, habits) > widest * max(pitch, line.size):
                joined: bool | None = False
            else:
                joined = _joins(before[0], before[1], flow, line, size, habits)
            heading = parse_heading(line.text)
            if heading is not None and heading.number is not None:
                # What counts on is an item of its own, however full the line before it is.
                counts_on = counted.get(heading.family) == heading.number - 1
                if joined and counts_on and not habits.indents_headings:
                    joined = False
                if not joined:
                    counted[heading.family] = heading.number
            found.append(joined)
            before = (flow, line)
        joins.append(found)
    return joins


def _pitch(lines: Sequence[Segment]) -> float:
    steps = [b.middle - a.middle for a, b in itertools.pairwise(lines)]
    return median(steps) if steps else 0.0


def _step(before: tuple[Flow, Segment], flow: Flow, line: Segment, habits: _Habits) -> float:
    """Return how far a line stands below the one before it; 0 in another column, on another page.

    Room above the first line of a stretch tells of a paragraph only where paragraphs stand apart.
    """
    above, last = before
    a, b = last.box, line.box
    is_under = above.page == flow.page and overlap(a.left, a.right, b.left, b.right) > 0
    is_below = above is flow or (habits.sets_apart and is_under)
    return line.middle - last.middle if is_below else 0.0


def _usual_pitch(flows: Sequence[Flow]) -> float:
    """Return the pitch of most columns, each counted by its lines; a few lines alone tell little of it."""
    return median([_pitch(flow.lines) for flow in flows for _ in flow.lines[1:]])


def _wrapped_pitch(flows: Sequence[Flow]) -> float:
    """Return how far below full lines that break off the next ones stand; infinite where few lines do.

    Most paragraphs of a report may have one line: then the pitch of its columns is that of paragraphs.
    """
    steps = [
        line.middle - before.middle
        for flow in flows
        for before, line in itertools.pairwise(flow.lines)
        if flow.edges.right - before.box.right <= _slack(line) * before.size
        and not ends_sentence(before.text)
        and _indent(flow, line) <= _INDENT
    ]
    return median(steps) if len(steps) >= _FEWEST_STEPPED else math.inf


def _habits(flows: Sequence[Flow]) -> _Habits:
    indents = _prints_indents(flows)
    return _Habits(indents, indents and _indents_headings(flows), not indents and _sets_apart(flows))


def _prints_indents(flows: Sequence[Flow]) -> bool:
    """Tell whether paragraphs are indented: several lines are, and their columns have others that are not."""
    lines = [(_indent(flow, line), flow) for flow in flows for line in flow.lines]
    indented = sum(_INDENT < indent <= _DEEPEST_INDENT for indent, _ in lines)
    return indented >= max(2, 0.02 * len(lines))


def _sets_apart(flows: Sequence[Flow]) -> bool:
    """Tell whether there is room between paragraphs: hardly a last line has the next as near as lines are."""
    apart = near = 0
    wrapped = _wrapped_pitch(flows)
    for flow in flows:
        pitch = min(_pitch(flow.lines), wrapped)
        for before, line in itertools.pairwise(flow.lines):
            short = flow.edges.right - before.box.right
            if ends_sentence(before.text) and short > _slack(line) * before.size:
                is_apart = line.middle - before.middle > _ROOM * max(pitch, line.size)
                apart, near = apart + is_apart, near + (not is_apart)
    return apart >= _FEWEST_APART and near <= _MOST_NEAR * apart


def _room(flows: Sequence[Flow], pitch: float) -> float:
    """Return, in steps of lines, what is more than half of the way from a line to the next paragraph."""
    steps = [
        line.middle - before.middle
        for flow in flows
        for before, line in itertools.pairwise(flow.lines)
        if ends_sentence(before.text) and flow.edges.right - before.box.right > _slack(line) * before.size
    ]
    return min(max(_ROOM, (1 + median(steps) / pitch) / 2), _WIDER_PITCH)


def _indents_headings(flows: Sequence[Flow]) -> bool:
    """Tell whether numbered headings and items are indented like paragraphs: some are, and hardly any other.

    Then a line that is not indented is none, though it begins with a number.
    """
    indented = flush = 0
    for flow in flows:
        for before, line in zip([None, *flow.lines], flow.lines, strict=False):
            if parse_heading(line.text) is None:
                continue
            if _INDENT < _indent(flow, line) <= _DEEPEST_INDENT:
                indented += 1
            elif before is None or flow.edges.right - before.box.right > _slack(line) * before.size:
                flush += 1
    return indented > _FEW_FLUSH * flush


def _indent(flow: Flow, line: Segment) -> float:
    return (line.box.left - flow.edges.left) / line.size


def _joins(
    flow_before: Flow,
    before: Segment,
    flow: Flow,
    line: Segment,
    size: float,
    habits: _Habits,
) -> bool | None:
    ratio = max(before.size, line.size) / max(min(before.size, line.size), 0.1)
    if ratio > _SAME_SIZE and _is_larger(before, line):
        return False
    if _LEADER.search(before.text) or _LEADER.search(line.text):
        return False
    edges = flow_before.edges
    if before.box.left - edges.left > _SET_RIGHT * (edges.right - edges.left):
        return False
    is_full = edges.right - before.box.right <= _slack(line) * before.size
    begins = _indent(flow_before, before) <= _DEEPEST_INDENT
    if (habits.indents or habits.sets_apart) and begins and not ends_sentence(before.text) and not is_full:
        is_full = before.box.right - edges.left >= _INDENTED_FILL * (edges.right - edges.left)
    if line.size >= _TITLE * size and ratio <= _SAME_SIZE and flow is flow_before:
        return is_full or (_is_symmetric(flow_before, before) and _is_symmetric(flow, line))
    if _is_centred(flow, line):
        return False
    if _indent(flow, line) > _INDENT:
        return False
    if not is_full:
        return False
    if ends_sentence(before.text):
        if parse_heading(line.text) is not None and not habits.indents_headings:
            return False
        return True if habits.indents or (habits.sets_apart and flow is flow_before) else None
    return True


def _slack(line: Segment) -> float:
    """Return how far, in heights, a full line may end before the edge: the next word did not fit."""
    unit = _UNIT.match(line.text)
    return _SLACK + (_LATIN * len(unit.group()) if unit else 0.0)


def _is_larger(before: Segment, line: Segment) -> bool:
    """Tell whether lines of different sizes are of different paragraphs; a few characters may be larger."""
    return min(len(before.text), len(line.text)) > 4 or before.font != line.font


def _is_centred(flow: Flow, line: Segment) -> bool:
    return _indent(flow, line) > _INDENT and _is_symmetric(flow, line)


def _is_symmetric(flow: Flow, line: Segment) -> bool:
    """Tell whether a line stands in the middle of its column, or nearly fills it."""
    left, right = line.box.left - flow.edges.left, flow.edges.right - line.box.right
    return abs(left - right) <= 1.2 * line.size
