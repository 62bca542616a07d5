from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.judging.border_scores import border_scores
from gangyao.entities.judging.evidence import Evidence, end_features, gather, start_features
from gangyao.entities.judging.weights import load_weights

_FITTED = json.loads((resources.files("gangyao.models") / "name_judge.json").read_text(encoding="utf-8"))
_WORDS = st.sampled_from(("建设", "、", "镜岭", "水库", "和", "重庆", "“", "”", "行动", "了", "\n", "𠮷"))
_TYPES = st.sampled_from(("facility", "admin_area", "programme"))


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, list[Candidate], list[tuple[int, int, Head]]]:
    """A text, names found in it that do not overlap, and last words of names."""
    words = draw(st.lists(_WORDS, min_size=1, max_size=9))
    text, found, heads = "", [], []
    for word in words:
        end = len(text) + len(word)
        if word.isalnum() and draw(st.booleans()):
            found.append(Candidate(len(text), end, draw(_TYPES), word, "composed"))
        if word == "水库":
            heads.append((len(text), end, Head("水库", "facility", "named", "")))
        text += word
    return text, found, heads


def _run(side: str, which: str, run: str) -> float:
    """What the longest run weighs that is known, the slow way."""
    known = _FITTED[side][which]
    shorter = run[-1:] if which == "before" else run[:1]
    unknown = _FITTED[side]["unknown"][which == "behind"]
    return float(known.get(run if len(run) == 2 else shorter, known.get(shorter, unknown)))


def _of_start(known: Evidence, at: int) -> float:
    return _beside("start", known.text, at) + _weight(start_features(known, at))


def _of_end(known: Evidence, at: int) -> float:
    beside, last_word = end_features(known, at)
    return float(_FITTED["constant"]) + _beside("end", known.text, at) + _weight((*beside, *last_word))


def _beside(side: str, text: str, at: int) -> float:
    return _run(side, "before", text[max(0, at - 2) : at]) + _run(side, "behind", text[at : at + 2])


def _weight(names: tuple[str, ...]) -> float:
    return sum(float(_FITTED["features"].get(name, 0.0)) for name in names)


@given(st.lists(_texts(), min_size=1, max_size=4))
def test_borders_of_many_texts_weigh_what_their_features_do(
    gazetteer: Gazetteer, texts: list[tuple[str, list[Candidate], list[tuple[int, int, Head]]]]
) -> None:
    weights = load_weights()
    known = [gather(*one, gazetteer) for one in texts]
    every_end = [list(range(1, len(one.text) + 1)) for one in known]
    weighed = border_scores(list(zip(known, every_end, strict=True)), weights)
    for one, scores in zip(known, weighed, strict=True):
        for name, (of_start, of_end) in zip(one.found, scores.found, strict=True):
            assert of_start == pytest.approx(_of_start(one, name.start))
            assert of_end == pytest.approx(_of_end(one, name.end))
        for start, end, score in scores.between:
            assert score == pytest.approx(_of_end(one, end) + _of_start(one, start))
            assert _of_end(one, end) >= weights.least_end - 1e-9
            assert score >= weights.least_borders - 1e-9
