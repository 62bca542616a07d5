"""Files that hold several documents, one after the other: a notice and what it hands on, a compilation.

Each begins with its own title and counts its headings from 1. Read as one document they look like columns
that changed places: numbers step back, titles stand in the midst, what could be the last line comes early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.reading_order.announced import with_announced
from gangyao.layout.reading_order.endings import end_bits, is_date
from gangyao.layout.reading_order.numbering import VIOLATION, advance, families_counted_through, step_cost
from gangyao.layout.reading_order.units import DEEPEST_SECTION, Unit

# The title of a document, its number and when it was adopted take up so many lines at most.
_HEAD = 6
_ANNOUNCES = re.compile("》[^。；]*如下[：:]$")
# As many as make several.
_FEWEST = 2
Part = Sequence[Unit]


def holds_several_documents(units: Sequence[Unit]) -> bool:
    """Tell whether a text in order holds several whole documents.

    The first line opens one, the others stand below the end of what is before them; no line breaks off but
    in their heads, and the outermost numbers of each count on from 1. So they do not where columns of one of
    them changed places, nor does a text begin with its title then.
    """
    if not _may_open(units[0]):
        return False
    parts = list(_parts(units))
    if len(parts) < _FEWEST or with_announced(units)[0].is_announced:
        return False
    if _ANNOUNCES.search(parts[0][-1].text):
        # News that a document was put out, whose text follows, is no document of its own.
        return False
    # The title of a compilation has no text of its own.
    if sum(any(ends_sentence(unit.text) for unit in part) for part in parts) < _FEWEST:
        return False
    return not any(_is_cut(part) for part in parts) and all(_counts_from_one(part) for part in parts)


def _may_open(unit: Unit) -> bool:
    # 《某市若干措施》政策解读
    opens = unit.opens_document(None) or unit.text.startswith("《")
    return unit.is_title_like and unit.mark is None and opens


def _parts(units: Sequence[Unit]) -> Iterator[Part]:
    """Yield the documents: what begins with a sure title, and in it what counts its headings anew."""
    starts = [place for place in range(1, len(units)) if _begins_another(units[place - 1], units[place])]
    for start, end in pairwise([0, *starts, len(units)]):
        yield from _counted_anew(units[start:end])


def _begins_another(before: Unit, unit: Unit) -> bool:
    """Tell whether a document begins with the unit below the end of another one."""
    ends = end_bits(before.text) > 0.0
    if not ends and not ends_sentence(before.text):
        return False
    return unit.opens_surely or (ends and unit.is_document_title)


def _counted_anew(part: Part) -> Iterator[Part]:
    """Yield the pieces of a part whose outermost numbers begin again below what could be a title."""
    outermost = min((unit.mark.rank for unit in part if _heads(unit) and unit.mark), default=0)
    start, last = 0, None
    for place, unit in enumerate(part):
        if not _heads(unit) or unit.mark is None or unit.mark.rank != outermost:
            continue
        if last is not None and unit.mark.number == 1:
            title = next((at for at in range(last + 1, place) if _may_be_title(part[at - 1], part[at])), None)
            if title is not None:
                yield part[start:title]
                start = title
        last = place
    yield part[start:]


def _heads(unit: Unit) -> bool:
    return unit.mark is not None and 0 < unit.mark.rank <= DEEPEST_SECTION


def _may_be_title(before: Unit, unit: Unit) -> bool:
    if unit.is_document_title and (unit.names_subject or unit.names_issuer):
        # Whatever is above: the last row of a table.
        return True
    ends = ends_sentence(before.text) or end_bits(before.text) > 0.0
    return ends and unit.is_title_like and unit.opens_document(before)


def _is_cut(part: Part) -> bool:
    """Tell whether a line below the head of a document breaks off, and the next does not go on with it."""
    return any(
        unit.breaks_off and not unit.is_heading and not after.goes_on and not _is_of_foot(unit.text)
        for unit, after in pairwise(part[_HEAD:])
    )


def _is_of_foot(line: str) -> bool:
    """Tell whether a line is complete as those at the foot of a dispatch are: whom to ask, who and when."""
    return end_bits(line) > 0.0 or is_date(line.rsplit(maxsplit=1)[-1])


def _counts_from_one(part: Part) -> bool:
    """Tell whether the outermost numbers of a document count on from 1."""
    marks = [unit.mark for unit in part if unit.mark is not None and _heads(unit)]
    outermost = min((mark.rank for mark in marks), default=0)
    marks = [mark for mark in marks if mark.rank == outermost]
    through = families_counted_through(marks)
    state: dict[str, tuple[int, bool]] = {}
    for place, mark in enumerate(marks):
        if (mark.number != 1) if place == 0 else (step_cost(state, mark, through) >= VIOLATION):
            return False
        state, _ = advance(state, (mark,), through)
    return True
