from __future__ import annotations

from gangyao.entities.judging.borders import Slice
from training.border_counts import BorderCounts

_BEFORE, _BEHIND = Slice(-2, 0), Slice(0, 2)
_TEXT = "建设东湖。"


def _counted(times: int) -> BorderCounts:
    counts = BorderCounts()
    for _ in range(times):
        counts.count(_TEXT, [(2, 4)])
    return counts


def test_names_begin_behind_what_stands_before_them() -> None:
    counts = _counted(20)
    assert counts.share("start", _BEFORE, "建设") == "2^0"
    assert counts.share("end", _BEHIND, "。") == "2^0"
    assert counts.openers(0.5) == ["建设"]


def test_places_inside_names_are_not_counted() -> None:
    assert _counted(20).places[_BEHIND]["湖。"] == 0


def test_few_places_prove_nothing() -> None:
    assert _counted(4).share("start", _BEFORE, "建设") == ""
    assert _counted(20).share("end", _BEFORE, "建设") == ""


def test_counts_of_parts_add_up() -> None:
    total = _counted(3)
    total.add(_counted(17))
    assert total == _counted(20)
