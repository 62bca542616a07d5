"""The measure of speed wraps functions by name."""

from __future__ import annotations

from evaluation.stage_times import ELSEWHERE, STAGES
from gangyao import pipeline


def test_every_function_that_is_timed_is_there():
    timed = [(pipeline, name) for names in STAGES.values() for name in names]
    timed += [(module, name) for module, names in ELSEWHERE.values() for name in names]
    assert [name for module, name in timed if not callable(getattr(module, name, None))] == []
