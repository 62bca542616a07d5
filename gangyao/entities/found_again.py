"""Names that were found in one place of a document and passed over in another: each is judged by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

import daachorse

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Head
from gangyao.entities.levels import level_that_opens

# Shorter forms are also parts of other words (服务包|装), but for those between marks.
_SHORTEST = 4
# So long no phrase is that is not a name, whatever it ends with.
_LONG = 6
# Places are found wherever they are named; what is found by its number is too.
_FOUND_EVERYWHERE = frozenset(("admin_area", "country", "region", "natural_feature"))
# 生态环境部|门, 青禾党|人: a body, and the beginning of another word.
_GOES_ON = (("部", "门"), ("局", "面"), ("会", "议"), ("党", "人"), ("中心", "城"))
_LONGEST_TITLE = 80
_START = attrgetter("start")


def with_found_again(
    text: str, names: Sequence[Candidate], heads: Iterable[tuple[int, int, Head]]
) -> list[Candidate]:
    """The names of a document, and where else they are named: a form that was found at least as often as it
    was passed over is a name wherever it stands. What was found between marks only is named between marks;
    what the judge alone found elsewhere must be long or end as names do: `heads` are the last words of names.
    """
    by_form = _forms(text, names, {end for _, end, _ in heads})
    if not by_form:
        return list(names)
    always_marked = {
        form
        for form, some in by_form.items()
        if all(_stands_in_marks(text, one.start, one.end) for one in some)
    }
    patterns = sorted(by_form)
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    passed: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end, number in automaton.find(text):
        form = patterns[number]
        if _is_free(names, start, end) and _is_whole(text, start, end, form in always_marked):
            passed[form].append((start, end))
    again = [
        replace(by_form[form][0], start=start, end=end, origin="again")
        for form, spans in passed.items()
        if len(spans) <= len(by_form[form])
        for start, end in spans
    ]
    return sorted((*names, *again), key=_START) if again else list(names)


def _forms(text: str, names: Sequence[Candidate], heads: Container[int]) -> dict[str, list[Candidate]]:
    """The names by their forms, of those that may be passed over elsewhere; last words end at `heads`."""
    by_form: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in names:
        if one.type not in _FOUND_EVERYWHERE:
            by_form[text[one.start : one.end]].append(one)
    return {
        form: some
        for form, some in by_form.items()
        if (
            _stands_in_marks(text, some[0].start, some[0].end)
            or (len(form) >= _SHORTEST and (some[0].origin != "judge" or some[0].end in heads))
            or (len(form) >= _LONG and not form.isascii())
        )
        and level_that_opens(form) is None
    }


def _is_free(names: Sequence[Candidate], start: int, end: int) -> bool:
    """Tell whether no name shares a character with a span."""
    behind = bisect_left(names, end, key=_START)
    return behind == 0 or names[behind - 1].end <= start


def _is_whole(text: str, start: int, end: int, is_always_marked: bool) -> bool:
    """Tell whether what stands at a span may be the name that was found elsewhere."""
    if _is_in_title(text, start, end):
        return False
    if _stands_in_marks(text, start, end):
        return True
    if end - start < _SHORTEST or is_always_marked:
        return False
    return not any(text.endswith(last, start, end) and text.startswith(on, end) for last, on in _GOES_ON)


def _stands_in_marks(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] == "“" and text[end : end + 1] == "”"


def _is_in_title(text: str, start: int, end: int) -> bool:
    """Tell whether a span is a part of a title in 《》."""
    before = max(0, start - _LONGEST_TITLE)
    opens = text.rfind("《", before, start)
    return opens > text.rfind("》", before, start) and not (opens == start - 1 and text.startswith("》", end))
