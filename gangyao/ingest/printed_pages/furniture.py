"""Running heads, page numbers and notes, found by where they stand and how large they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from gangyao.document.printed import Box, Role
from gangyao.ingest.printed_pages.grids import Grid
from gangyao.ingest.printed_pages.page import Page, holds, is_rule_of
from gangyao.ingest.printed_pages.segments import Segment
from gangyao.ingest.printed_pages.table_lines import joined
from gangyao.ingest.raised_figures import note_marks

# Heads and feet stand in this share of the page's height, at its edges: GB/T 9704 has margins of 37 and 35 mm
# on 297 mm.
_EDGE = 0.13
# They repeat on this share of the pages, at the same height within so many points; left and right pages
# may have their own.
_REPEATS = 0.34
_SAME_HEIGHT = 4.0
# A rule that parts a head or foot from the page is this share of its width.
_LONG_RULE = 0.6
# Notes are set in less than this share of the size of the text.
_NOTE_SIZE = 0.9
# A running head of a page alone is known by its size: less than this share of the text's.
_SMALL_HEAD = 0.85
# The rule above notes goes over less than this share of a page where it stands below a table.
_SHORT_RULE = 0.45
# Credits stand so many heights below the text, at least.
_FOOT_GAP = 0.5
_CREDITS = re.compile(
    r"(?:本版|责任|执行|值班|版面|图片|视觉)*(?:责编|主编|编辑|美编|版式设计|版式|校对|组版)\s*[：:丨|]"
    r"|本报(?:社)?地址|邮发代号|国内统一(?:连续出版物|刊)号|新闻热线"
)
_DIGITS = re.compile(r"[0-9０-９]+|\b[ivxIVX]+\b")
_NUMBER = re.compile(
    r"[-—–－·•―~一\s]*[0-9０-９]{1,4}[-—–－·•―~一\s]*|第\s?[0-9０-９]{1,4}\s?[页頁](?:[，,/\s]*共\s?[0-9０-９]{1,4}\s?[页頁])?"
    r"|[0-9]{1,4}\s?/\s?[0-9]{1,4}|[ivxIVX]{1,6}"
)
_NOTE = re.compile(
    r"[①-⑳]|[\[〔［(（]\s*[0-9]{1,3}\s*[\]〕］)）]|[*＊※]|注\s*[：:1-9]|[0-9]{1,2}\s*(?=[\u4e00-\u9fff])"
)
_NUMBERED_NOTE = re.compile(r"([0-9]{1,2})[.．、]?\s*(?=\D)")
# Browsers print the address of a page below it, above it when it was printed and its title.
_ADDRESS = re.compile(r"(?:https?|file)://\S+(?:\s+[0-9]{1,4}\s?/\s?[0-9]{1,4})?")
_PRINTED_AT = re.compile(
    r"(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2})[,，]?\s+(?:[上下]午)?[0-9]{1,2}:[0-9]{2}(?:\s?[AP]M)?"
)
_ISSUED = re.compile(r"抄\s*送|主\s*送|印发|分送")
_RED_HEAD = re.compile(r"[\u4e00-\u9fff\s（）()]{3,40}文\s*件")
# The name of the issuer above a notice is set larger than its text by this factor.
_HEAD_SIZE = 1.25


def body_size(pages: Sequence[Sequence[Segment]]) -> float:
    """Return the height of the characters that most of the text is set in, in half points."""
    sizes: Counter[float] = Counter()
    for segments in pages:
        for segment in segments:
            sizes[round(segment.size * 2) / 2] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def find_roles(
    pages: Sequence[Page], segments: Sequence[Sequence[Segment]], grids: Sequence[Sequence[Grid]]
) -> list[dict[int, Role]]:
    """Return, for each page, the roles of those of its segments that are furniture or notes.

    What stands in a grid is none of these.
    """
    size = body_size(segments)
    roles: list[dict[int, Role]] = [{} for _ in pages]
    _mark_repeated(pages, segments, roles)
    for page, on_page, found, on_grids in zip(pages, segments, roles, grids, strict=True):
        _mark_addresses(page, on_page, found)
        _mark_numbers(page, on_page, found, size)
        _mark_small_edges(page, on_page, found, size)
        rules = [rule for rule in page.rules if not any(is_rule_of(rule, grid.box) for grid in on_grids)]
        _mark_beyond_rules(page, rules, on_page, found, size)
        _mark_notes(page, rules, on_page, found, size)
    if pages and segments[0]:
        _mark_red_head(pages[0], segments[0], roles[0], size)
    for on_page, found, on_grids in zip(segments, roles, grids, strict=True):
        for index in [k for k in found if any(holds(grid.box, on_page[k].box) for grid in on_grids)]:
            del found[index]
    return roles


def _at_edge(page: Page, box: Box) -> bool:
    return box.bottom <= _EDGE * page.height or box.top >= (1 - _EDGE) * page.height


def _mark_repeated(
    pages: Sequence[Page], segments: Sequence[Sequence[Segment]], roles: Sequence[dict[int, Role]]
) -> None:
    """Mark what stands at the edge of many pages at the same height, but for its digits."""
    places: dict[tuple[str, bool], list[tuple[int, int, float]]] = defaultdict(list)
    for number, (page, on_page) in enumerate(zip(pages, segments, strict=True)):
        for index, segment in enumerate(on_page):
            if _at_edge(page, segment.box):
                is_top = segment.middle < page.height / 2
                height = segment.middle if is_top else page.height - segment.middle
                key = _DIGITS.sub("0", "".join(segment.text.split()))
                places[key, is_top].append((number, index, height))
    for found in places.values():
        for number, index, height in found:
            with_it = {n for n, _, other in found if abs(other - height) <= _SAME_HEIGHT}
            if len(with_it) >= max(2, _REPEATS * len(pages)):
                roles[number][index] = "furniture"


def _mark_addresses(page: Page, segments: Sequence[Segment], roles: dict[int, Role]) -> None:
    """Mark the address of the page that was printed, when that was, and what stands beside, at its edge."""
    for index, segment in enumerate(segments):
        if not _at_edge(page, segment.box):
            continue
        if _ADDRESS.fullmatch(segment.text):
            roles[index] = "furniture"
        elif _PRINTED_AT.fullmatch(segment.text):
            beside = (k for k, other in enumerate(segments) if _is_level(other, segment))
            roles.update(dict.fromkeys(beside, "furniture"))


def _is_level(one: Segment, other: Segment) -> bool:
    return abs(one.middle - other.middle) <= 0.5 * other.size and one.size <= 1.5 * other.size


def _mark_numbers(page: Page, segments: Sequence[Segment], roles: dict[int, Role], size: float) -> None:
    """Mark a number that stands alone at the upper or lower edge of the page, apart from the text."""
    for index, segment in enumerate(segments):
        if index in roles or not _at_edge(page, segment.box) or not _NUMBER.fullmatch(segment.text):
            continue
        others = [other for k, other in enumerate(segments) if k != index and k not in roles]
        is_top = segment.middle < page.height / 2
        beyond = [
            o
            for o in others
            if (o.middle < segment.middle + size) == is_top or abs(o.middle - segment.middle) < size
        ]
        beyond = [
            o
            for o in beyond
            if (
                o.middle <= segment.middle + 0.5 * size if is_top else o.middle >= segment.middle - 0.5 * size
            )
        ]
        gaps = [
            (o.box.top - segment.box.bottom) if is_top else (segment.box.top - o.box.bottom)
            for o in others
            if o not in beyond
        ]
        if not beyond and (not gaps or min(gaps) >= 0.8 * size):
            roles[index] = "furniture"


def _mark_small_edges(page: Page, segments: Sequence[Segment], roles: dict[int, Role], size: float) -> None:
    """Mark small lines and credits at the edges of the page, apart from the text.

    A page alone has no other to repeat them.
    """
    for is_top in (True, False):
        small = [
            index
            for index, segment in enumerate(segments)
            if index not in roles
            and (segment.middle < page.height / 2) == is_top
            and _at_edge(page, segment.box)
            and _is_small_edge(segment, is_top, size)
        ]
        others = [segment.box for k, segment in enumerate(segments) if k not in roles and k not in small]
        if not small or not others:
            continue
        boxes = [segments[k].box for k in small]
        if is_top:
            gap = min(box.top for box in others) - max(box.bottom for box in boxes)
        else:
            gap = min(box.top for box in boxes) - max(box.bottom for box in others)
        if gap >= (1.0 if is_top else _FOOT_GAP) * size:
            roles.update(dict.fromkeys(small, "furniture"))


def _is_small_edge(segment: Segment, is_top: bool, size: float) -> bool:
    if is_top:
        return segment.size <= _SMALL_HEAD * size
    return _CREDITS.search(segment.text) is not None and segment.size <= size


def _mark_beyond_rules(
    page: Page, rules: Sequence[Box], segments: Sequence[Segment], roles: dict[int, Role], size: float
) -> None:
    """Mark the small lines above a long rule at the upper edge of the page, or below one at the lower."""
    for rule in rules:
        if rule.right - rule.left < _LONG_RULE * page.width or not _at_edge(page, rule):
            continue
        is_top = rule.bottom < page.height / 2
        beyond = [
            index
            for index, segment in enumerate(segments)
            if (segment.box.bottom <= rule.bottom + 2 if is_top else segment.box.top >= rule.top - 2)
        ]
        texts = [segments[index] for index in beyond]
        rows = {round(segment.middle / size) for segment in texts}
        if len(rows) <= 3 and all(s.size <= 1.4 * size and not _ISSUED.search(s.text) for s in texts):
            roles.update(dict.fromkeys(beyond, "furniture"))


def _mark_notes(
    page: Page, rules: Sequence[Box], segments: Sequence[Segment], roles: dict[int, Role], size: float
) -> None:
    """Mark the small lines below the text, from the first that has the mark of a note.

    A number is such a mark, too, below a rule across a part of the page or where the text refers to it.
    """
    text = [s.box.bottom for k, s in enumerate(segments) if k not in roles and s.size > _NOTE_SIZE * size]
    end = max(text, default=None)
    if end is None:
        return
    below = sorted(
        (
            k
            for k, s in enumerate(segments)
            if k not in roles and s.size <= _NOTE_SIZE * size and s.box.top >= end - 1
        ),
        key=lambda k: (segments[k].box.top, segments[k].box.left),
    )
    if not below:
        return
    across = joined(rules)
    marks = {mark for s in segments if s.size > _NOTE_SIZE * size for mark in note_marks(s.text)}
    for at, index in enumerate(below):
        first = segments[index]
        top = max(end, *(segments[k].middle for k in below[:at])) if at else end
        over = [rule for rule in across if top - 1 <= rule.top <= first.box.top]
        # Further down, below a table in small print, only a rule across a part of the page parts notes.
        if at and not any(rule.right - rule.left < _SHORT_RULE * page.width for rule in over):
            continue
        numbered = _NUMBERED_NOTE.match(first.text)
        if _NOTE.match(first.text) or (numbered and (over or int(numbered[1]) in marks)):
            roles.update(dict.fromkeys(below[at:], "note"))
            return


def _mark_red_head(page: Page, segments: Sequence[Segment], roles: dict[int, Role], size: float) -> None:
    """Mark the large name of the issuer above the number of a notice (发文机关标志, GB/T 9704)."""
    for index, segment in enumerate(segments):
        is_large = segment.size >= _HEAD_SIZE * size and segment.box.bottom < page.height / 2
        if index not in roles and is_large and _RED_HEAD.fullmatch(segment.text):
            above = [o for o in segments if o.box.bottom <= segment.box.top and o.size >= segment.size]
            if not above:
                roles[index] = "furniture"
