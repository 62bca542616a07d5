"""Types of names by what is told of them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from gangyao.entities.candidates import Candidate
from gangyao.entities.judging.kinds import KindWeights, Names, Told, kinds_of, told_around, told_of_names
from gangyao.entities.judging.marks import TYPES, FoundNames, Marks, marks_of
from gangyao.entities.judging.row import Row, row_of


def _laid(*texts: str, found: Iterable[Candidate] = ()) -> tuple[Row, Marks]:
    row = row_of(texts)
    first, *others = texts
    names = [FoundNames(first, list(found), [], []), *(FoundNames(text, [], [], []) for text in others)]
    return row, marks_of(row, names)


def _names(row: Row, spans: Iterable[tuple[int, int]]) -> Names:
    first = row.firsts[0]
    starts, ends = zip(*spans, strict=True)
    return Names(first + np.array(starts), first + np.array(ends))


def _keys(told: Iterable[Told], name: int) -> set[int]:
    return {
        int(key)
        for one in told
        for number, key in enumerate(one.keys)
        if key and (number if one.of is None else one.of[number]) == name
    }


def test_the_same_characters_are_told_the_same() -> None:
    row, _ = _laid("蜀锦、蜀锦、壮锦")
    told = list(told_of_names(row.codes, _names(row, [(0, 2), (3, 5), (6, 8)])))
    assert _keys(told, 0) == _keys(told, 1)
    assert _keys(told, 0) & _keys(told, 2)
    assert _keys(told, 0) - _keys(told, 2)


def test_what_stands_around_a_name_is_told() -> None:
    row, marks = _laid("京东方、华菱、中联等12家企业。引进华菱。")
    told = list(told_around(row, marks, _names(row, [(4, 6), (18, 20)])))
    assert _keys(told, 0) != _keys(told, 1)
    listed, _ = _laid("甲乙丙、华菱、中联等8个企业。")
    others = list(told_around(listed, _laid("甲乙丙、华菱、中联等8个企业。")[1], _names(listed, [(4, 6)])))
    # One of 企业, listed among them.
    assert len(_keys(told, 0) & _keys(others, 0)) > len(_keys(told, 1) & _keys(others, 0))


def test_a_found_name_tells_its_type() -> None:
    name = Candidate(0, 3, "organization", "京东方", "grammar")
    row, marks = _laid("京东方投产。", found=[name])
    alone = _laid("京东方投产。")[1]
    spans = _names(row, [(0, 3)])
    assert _keys(told_around(row, marks, spans), 0) != _keys(told_around(row, alone, spans), 0)


def test_the_heaviest_type_is_chosen() -> None:
    row, marks = _laid("蜀锦")
    names = _names(row, [(0, 2)])
    key = max(_keys(told_of_names(row.codes, names), 0))
    weights = np.zeros((1, len(TYPES)), np.int8)
    weights[0, TYPES.index("heritage")] = 100
    any_name = np.zeros(len(TYPES), np.float32)
    any_name[TYPES.index("policy")] = 1
    stored = {
        "keys": np.array([key], np.uint64),
        "weights": weights,
        "scale": np.full(len(TYPES), 0.1, np.float32),
        "any_name": any_name,
    }
    kinds: KindWeights = kinds_of(stored)
    assert kinds.types_of(row, marks, names) == ["heritage"]
    other, other_marks = _laid("高铁站")
    assert kinds.types_of(other, other_marks, _names(other, [(0, 3)])) == ["policy"]
    nothing = np.empty(0, np.intp)
    assert kinds.types_of(row, marks, Names(nothing, nothing)) == []
