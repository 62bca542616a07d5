"""The network that reads where names stand."""

from __future__ import annotations

import numpy as np
import pytest

from gangyao.entities.find import PlaceContext, read_names
from gangyao.entities.gazetteer import Gazetteer
from gangyao.entities.judging import network
from gangyao.entities.judging.judge import judged, load_judge
from gangyao.entities.judging.marks import FoundNames, marks_of
from gangyao.entities.judging.network import load_network
from gangyao.entities.judging.row import row_of

_TEXTS = (
    "推进成渝中线高铁、渝昆高铁建设，加快建设天府新区。",
    "实施“百企千品”行动；办好西博会。\n支持泸州老窖做强。",
)


def _found(text: str, gazetteer: Gazetteer) -> FoundNames:
    read = read_names([text], PlaceContext("", (), None), gazetteer)
    return FoundNames(read.text, read.found.names, read.found.heads, read.found.weak)


def test_texts_are_judged_together_as_alone(gazetteer: Gazetteer) -> None:
    found = [_found(text, gazetteer) for text in _TEXTS * 3]
    judge = load_judge()
    assert judged(found, judge) == [judged([one], judge)[0] for one in found]


def test_cuts_change_nothing(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [_found(text, gazetteer) for text in _TEXTS]
    row = row_of([one.text for one in found])
    wanted = ~row.is_barrier
    whole = load_network().read(row, marks_of(row, found), wanted)
    monkeypatch.setattr(network, "_AT_ONCE", 7)
    cut = load_network().read(row, marks_of(row, found), wanted)
    assert np.array_equal(whole.places, cut.places)
    for some, others in zip(whole.scores, cut.scores, strict=True):
        assert np.allclose(some, others, atol=1e-4)


def test_nothing_is_read_of_nothing() -> None:
    row = row_of([""])
    read = load_network().read(row, marks_of(row, [FoundNames("", [], [], [])]), ~row.is_barrier)
    assert len(read.places) == 0
