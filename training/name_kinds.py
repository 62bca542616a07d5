"""Fit the weights that tell the types of names, of annotated ones and of the lexicon's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from gangyao.entities.judging.kinds import Names, Told, place_of_key, told_around, told_of_names
from gangyao.entities.judging.marks import NUMBER_OF, TYPES, marks_of
from gangyao.entities.judging.row import row_of
from gangyao.entities.one_form import one_form
from gangyao.lexicon_tables import read_lexicon
from training.name_examples import Example

# A name of the lexicon has no text around it, and is of no paragraph.
_LISTED_COUNTS = 1.0
# Shorter names of the lexicon are abbreviations, whose characters tell nothing of others.
_LEAST_LENGTH = 3
_LEAST, _LEAST_LISTED = 2, 2
_PASSES = 100
_LARGEST = 127


def listed_names(lexicon: Path) -> dict[str, int]:
    """The names of the lexicon with the numbers of their types."""
    rows = read_lexicon(lexicon).rows("entities", "form", "type")
    return {one_form(form): NUMBER_OF[kind] for form, kind in rows if len(form) >= _LEAST_LENGTH}


def fit_kinds(examples: Sequence[Example], listed: Mapping[str, int]) -> dict[str, npt.NDArray[np.generic]]:
    """Return the weights as `gangyao.entities.judging.kinds.kinds_of` reads them. Deterministic."""
    row = row_of([example.found.text for example in examples])
    spans = [
        (first + start, first + end, NUMBER_OF[kind])  # type: ignore[index]
        for first, example in zip(row.firsts.tolist(), examples, strict=True)
        for (start, end), kind in example.label.entities.items()
    ]
    table: npt.NDArray[np.intp] = np.array(spans, dtype=np.intp)
    starts, ends, types = table.T
    names, marks = Names(starts, ends), marks_of(row, [example.found for example in examples])
    told = [*told_of_names(row.codes, names), *told_around(row, marks, names)]
    row_of_listed = row_of(list(listed))
    firsts = row_of_listed.firsts
    of_listed = list(
        told_of_names(
            row_of_listed.codes, Names(firsts, firsts + np.fromiter(map(len, listed), np.intp, len(listed)))
        )
    )
    keys = _keys(told, of_listed)
    counts = np.concatenate((np.ones(len(starts)), np.full(len(listed), _LISTED_COUNTS)))
    model = LogisticRegression(max_iter=_PASSES)
    matrix = vstack([_matrix(told, keys, len(starts)), _matrix(of_listed, keys, len(listed))])
    model.fit(matrix, np.concatenate((types, list(listed.values()))), counts)
    weights = np.zeros((len(keys), len(TYPES)), np.float32)
    any_name = np.full(len(TYPES), -np.inf, np.float32)
    weights[:, model.classes_] = model.coef_.T
    any_name[model.classes_] = model.intercept_
    scale = np.abs(weights).max(axis=0) / _LARGEST
    return {
        "keys": keys,
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "any_name": any_name,
    }


def _keys(told: Iterable[Told], listed: Iterable[Told]) -> npt.NDArray[np.uint64]:
    """What stands often enough to tell anything of other names; of several in one place, the commonest."""
    kept: dict[int, tuple[int, int]] = {}
    for some, least in ((told, _LEAST), (listed, _LEAST_LISTED)):
        keys, counts = np.unique(np.concatenate([one.keys for one in some]), return_counts=True)
        often = (counts >= least) & (keys > 0)
        for key, count, place in zip(
            keys[often].tolist(), counts[often].tolist(), place_of_key(keys[often]).tolist(), strict=True
        ):
            kept[place] = max(kept.get(place, (0, 0)), (count, key))
    return np.array(sorted(key for _, key in kept.values()), np.uint64)


def _matrix(told: Iterable[Told], keys: npt.NDArray[np.uint64], names: int) -> csr_matrix:
    rows, columns = [], []
    for one in told:
        of = np.arange(names) if one.of is None else one.of
        at = np.minimum(np.searchsorted(keys, one.keys), len(keys) - 1)
        known = keys[at] == one.keys
        rows.append(of[known])
        columns.append(at[known])
    row, column = np.concatenate(rows), np.concatenate(columns)
    return csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(names, len(keys)))
