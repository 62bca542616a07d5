"""Traits of the end of a line: what tells whether a paragraph ends there, or it was cut there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gangyao.chinese.punctuation import CLOSERS, Edge, ends_sentence
from gangyao.layout.reading_order.clauses import CLAUSE_END, clauses_before
from gangyao.layout.reading_order.customs import Customs
from gangyao.layout.reading_order.sides import EDGE_KINDS, Sides, Trait

# How a line ends: each line is of one of these kinds.
END_KINDS = ("heading", "final mark", "semicolon", "colon", "inner mark", "short line", "open line")
END_TRAITS = (
    *END_KINDS,
    "gain of a break",
    *(f"gain of a break after {kind}" for kind in ("heading", "short line", "open line")),
    "gain of a comma",
    *(f"ends with: {kind}" for kind in EDGE_KINDS),
    "ends with a word of 2",
    "ends with a word of 3",
    "one character",
    "two characters",
    "three or four characters",
    "length",
    "length of the last clause",
    "marks",
    "share of short lines",
    "share of short lines, for one",
    "equal lines",
)

_MARKS = (
    dict.fromkeys("。！？!?…", "final mark")
    | dict.fromkeys("；;", "semicolon")
    | dict.fromkeys("：:", "colon")
    | dict.fromkeys("，、,", "inner mark")
)
# More marks than these tell no more.
_MOST_MARKS = 6


def line_end_traits(edges: Sequence[Edge], customs: Customs, sides: Sides) -> dict[str, Trait]:
    """Return `END_TRAITS` of lines of a document; `sides` are the same lines before a break."""
    texts = [edge.text for edge in edges]
    gain = sides.bounded_line_break
    kinds = np.array([end_kind(edge) for edge in edges], dtype=np.str_)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    clauses = [len(clauses_before(text)[-1]) for text in texts]
    marks = [min(len(CLAUSE_END.findall(text)), _MOST_MARKS) for text in texts]
    share = customs.short_share(edges)
    return {
        **{kind: kinds == kind for kind in END_KINDS},
        "gain of a break": gain,
        **{
            f"gain of a break after {kind}": np.where(kinds == kind, gain, 0.0)
            for kind in ("heading", "short line", "open line")
        },
        "gain of a comma": sides.comma,
        **{f"ends with: {kind}": sides.kinds == kind for kind in EDGE_KINDS},
        "ends with a word of 2": sides.words_of_2,
        "ends with a word of 3": sides.words_of_3,
        "one character": lengths == 1,
        "two characters": lengths == 2,
        "three or four characters": (lengths == 3) | (lengths == 4),
        "length": np.log2(lengths + 1.0),
        "length of the last clause": np.log2(np.array(clauses, dtype=np.float64) + 1.0),
        "marks": np.array(marks, dtype=np.float64),
        "share of short lines": share,
        "share of short lines, for one": np.where(kinds == "short line", share, 0.0),
        "equal lines": customs.times_again(edges),
    }


def end_kind(edge: Edge) -> str:
    """Return which of `END_KINDS` a line is of."""
    if edge.is_heading:
        return "heading"
    kind = _MARKS.get(edge.text.rstrip(CLOSERS)[-1:])
    if kind is not None and kind != "inner mark":
        return kind
    if ends_sentence(edge.text):
        return "final mark"
    if edge.ends_early:
        return "short line"
    return kind or ("short line" if edge.is_short else "open line")
