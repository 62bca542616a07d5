r"""What an editor prints where it wraps a line: `加快建设良-` over `种基地`, `…良\` or `…良↵`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from gangyao.document.layout import Aside
from gangyao.layout.split import RawLine

_MARKS = frozenset("-\\↵⏎¬=_~")
# So many lines of a file end in one, and such a share of all (by hand): a dash or hyphen of the text ends
# hardly any, and the last line of a paragraph has none.
_FEWEST, _SHARE = 8, 0.4
_REASON = "what a program printed where it wrapped a line"


def set_wrap_marks_aside(raw: Sequence[RawLine]) -> tuple[list[RawLine], dict[int, list[Aside]]]:
    """Return the lines without the mark that most wrapped lines of their file end in, and that by line."""
    lines = list(raw)
    found: dict[int, list[Aside]] = {}
    for _, group in groupby(range(len(raw)), key=lambda index: raw[index].source_file):
        printed = [index for index in group if raw[index].text]
        ends = Counter(
            raw[n].text[-1] for n in printed if raw[n].text[-1] in _MARKS and _is_text(raw[n].text)
        )
        if not ends:
            continue
        (mark, count), *_ = ends.most_common(1)
        if count < max(_FEWEST, _SHARE * len(printed)):
            continue
        for index in printed:
            line = raw[index]
            if line.text.endswith(mark) and _is_text(line.text):
                end = line.text_start + len(line.text)
                found[index] = [Aside(end - 1, end, "written-out", _REASON)]
                lines[index] = replace(line, text=line.text[:-1])
    return lines, found


def _is_text(text: str) -> bool:
    """Tell whether a line ends in one such mark right behind a character of Chinese or a figure."""
    return len(text) > 1 and (text[-2].isalnum() or text[-2] in "，。、；：）》”%")
