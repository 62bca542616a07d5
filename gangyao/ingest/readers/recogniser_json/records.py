"""The records of a JSON value: objects, lists and columns of lists that hold strings, with their places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gangyao.ingest.readers.recogniser_json.places import Place, is_number, number_of, place_in, place_of
from gangyao.markup.block_labels import LABEL_KEYS

_SCORES = frozenset(
    (
        *("score", "scores", "recscore", "recscores", "textscore", "confidence", "confidences", "confident"),
        *("conf", "prob", "probability", "wordconfidence", "certainty"),
    )
)
_AVERAGES = ("average", "avg", "mean")
_PAGES = frozenset(("page", "pageidx", "pageindex", "pageno", "pagenum", "pagenumber", "pageid"))
# Results nest some ten levels deep; what is deeper was written to be so.
_DEEPEST = 64
_FEWEST_FIELDS, _MOST_FIELDS = 2, 3
# A program may hand on what another wrote as a string: the shortest that can hold a record.
_SHORTEST_INNER = 20


@dataclass(frozen=True, slots=True)
class Record:
    """What says something: its strings by key, its place, a certainty, a page, a label; None where not told.

    `family` are the keys that lead to it, the same for all records of a list; `trail` its place in each of
    the lists on the way.
    """

    family: tuple[str, ...]
    trail: tuple[int, ...]
    texts: Mapping[str, str]
    place: Place | None = None
    score: float | None = None
    page: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Node:
    value: object
    family: tuple[str, ...] = ()
    trail: tuple[int, ...] = ()
    page: int | None = None


def records_of(value: object) -> Iterator[Record]:
    """Yield the records of a value in the order of the file."""
    stack = [_Node(value)]
    while stack:
        node = stack.pop()
        if len(node.family) + len(node.trail) > _DEEPEST:
            continue
        if isinstance(node.value, dict):
            found, inner = _of_object(node.value, node)
        elif isinstance(node.value, list):
            found, inner = _of_list(node.value, node)
        else:
            continue
        yield from found
        stack += reversed(inner)


def _of_object(value: Mapping[str, object], node: _Node) -> tuple[list[Record], list[_Node]]:
    page = _page(value, node.page)
    place = place_in(value)
    if place is None and (columns := _columns(value)):
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        found = [
            _record(row, node.family, (*node.trail, index), page, place_in(row))
            for index, row in enumerate(rows)
        ]
        rest = {key: one for key, one in value.items() if key not in columns}
    else:
        whole = _record(value, node.family, node.trail, page, place)
        found, rest = [whole] if whole.texts else [], dict(value)
    inner: list[_Node] = []
    for key, one in rest.items():
        unwrapped = _unwrapped(one)
        if isinstance(unwrapped, dict) or (isinstance(unwrapped, list) and _may_hold_records(unwrapped)):
            inner.append(_Node(unwrapped, (*node.family, key), node.trail, page))
    return found, inner


def _of_list(values: Sequence[object], node: _Node) -> tuple[list[Record], list[_Node]]:
    """A box, a text and a certainty in a row are a record; else each of the values may hold some."""
    if _FEWEST_FIELDS <= len(values) <= _MOST_FIELDS:
        said = values[1] if isinstance(values[1], list) else values[1:]
        place = place_of(values[0]) if isinstance(values[0], list) else None
        if place is not None and said and isinstance(said[0], str):
            score = number_of(said[1]) if len(said) > 1 and is_number(said[1]) else None
            return [Record(node.family, node.trail, {"": said[0]}, place, score, node.page)], []
    if _is_plain(values):
        strings = [one for one in values if isinstance(one, str)]
        said_plainly = {"": "\n".join(strings)} if strings else {}
        found = [Record(node.family, node.trail, said_plainly, page=node.page)] if said_plainly else []
        return found, []
    return [], [_Node(one, node.family, (*node.trail, index), node.page) for index, one in enumerate(values)]


def _record(
    value: Mapping[str, object],
    family: tuple[str, ...],
    trail: tuple[int, ...],
    page: int | None,
    place: Place | None,
) -> Record:
    texts: dict[str, str] = {}
    label, score = "", None
    for key, one in value.items():
        name = key.lower().replace("_", "")
        if isinstance(one, str):
            if key.lower() in LABEL_KEYS:
                label = label or one
            if not isinstance(_unwrapped(one), dict | list):
                texts[key] = one
        elif isinstance(one, list) and one and all(isinstance(part, str) for part in one):
            texts[key] = "\n".join(map(str, one))
        elif name in _SCORES and score is None:
            score = _score(one)
    return Record(family, trail, texts, place, score, page, label)


def _columns(value: Mapping[str, object]) -> dict[str, Sequence[object]]:
    """Return the lists of an object that are columns of one table with a text and a place in each row."""
    lists = {key: one for key, one in value.items() if isinstance(one, list) and one}
    texts = [key for key, one in lists.items() if all(isinstance(part, str) for part in one)]
    for key in texts:
        columns: dict[str, Sequence[object]] = {
            other: one for other, one in lists.items() if len(one) == len(lists[key])
        }
        if len(columns) > 1 and place_in({other: one[0] for other, one in columns.items()}) is not None:
            return columns
    return {}


def _may_hold_records(values: Sequence[object]) -> bool:
    return not _is_plain(values) and place_of(values) is None


def _is_plain(values: Sequence[object]) -> bool:
    """Tell whether a list holds nothing in which records could be: strings and numbers alone."""
    return not any(isinstance(one, dict | list) for one in values)


def _unwrapped(value: object) -> object:
    """Return what a string of JSON says, any other value as it is."""
    if not isinstance(value, str) or len(value) < _SHORTEST_INNER or value[0] not in "{[":
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _score(value: object) -> float | None:
    if isinstance(value, dict):
        value = next((value[key] for key in _AVERAGES if key in value), None)
    return number_of(value) if is_number(value) else None


def _page(value: Mapping[str, object], otherwise: int | None) -> int | None:
    for key, one in value.items():
        if key.lower().replace("_", "") in _PAGES:
            if isinstance(one, int) and not isinstance(one, bool):
                return one
            if isinstance(one, str) and one.isascii() and one.isdecimal() and len(one) < len("1000000"):
                return int(one)
    return otherwise
