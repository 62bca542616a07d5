"""Places written out with what they lie in: [湖北省巴东县], [诸暨市店口镇]. Each is one name.

As the guide of the annotation has it, the longest name of one thing is marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gangyao.entities.candidates import Candidate
from gangyao.entities.places import PlaceReader

_WRITTEN_OUT = "written out with what it lies in"
# How the names of towns end, which no table lists.
_TOWNS = ("镇", "乡", "村", "街道")


def written_out(text: str, chosen: Iterable[Candidate], reader: PlaceReader) -> list[Candidate]:
    """Join each place of `chosen` (sorted, nothing overlaps) with the one right before it that it lies in."""
    found: list[Candidate] = []
    for one in chosen:
        outer = found[-1] if found else None
        if outer is not None and outer.end == one.start and _lies_in(one, outer, reader):
            found[-1] = _joined(text, outer, one, reader)
        else:
            found.append(one)
    return found


def _lies_in(one: Candidate, outer: Candidate, reader: PlaceReader) -> bool:
    if not one.type == outer.type == "admin_area":
        return False
    if one.division is None:
        return one.name.endswith(_TOWNS)
    return outer.division is not None and reader.lies_in(one.division, outer.division)


def _joined(text: str, outer: Candidate, one: Candidate, reader: PlaceReader) -> Candidate:
    around = reader.prefixes_of(outer.division) if outer.division else ()
    areas = (*around, *outer.areas)
    if one.division is None:
        return replace(one, start=outer.start, name=text[outer.start : one.end], areas=areas)
    return replace(one, start=outer.start, merged_by=_WRITTEN_OUT, areas=areas)
