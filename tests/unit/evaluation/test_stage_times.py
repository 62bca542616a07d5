"""The measure of speed wraps functions by name."""

from __future__ import annotations

from pathlib import Path

from evaluation.stage_times import ELSEWHERE, STAGES, time_stages
from gangyao import pipeline
from gangyao.paths import SEEDS, lexicon_of


def test_every_function_that_is_timed_is_there():
    timed = [(pipeline, name) for names in STAGES.values() for name in names]
    timed += [(module, name) for module, names in ELSEWHERE.values() for name in names]
    assert [name for module, name in timed if not callable(getattr(module, name, None))] == []


def test_stages_of_a_build_are_timed_where_they_are_called(tmp_path: Path):
    text = tmp_path / "plan.txt"
    text.write_text(
        "一、总体要求\n加快建设渔港，整治内河航道30公里。\n二、保障措施\n市水务局负责落实。\n",
        encoding="utf-8",
    )
    lay_out = pipeline.lay_out
    spent = time_stages([text], lexicon_of(SEEDS))
    # Nothing of the text is Traditional, and it has no other copies.
    assert {stage for stage, seconds in spent.items() if seconds <= 0} <= {"simplified", "collation"}
    of_reading = sum(
        spent[stage] for stage in (*STAGES, *ELSEWHERE, "parts") if stage not in {"parquet", "csv"}
    )
    assert abs(of_reading + spent["publication"] - spent["whole"]) < 0.01
    assert spent["parquet"] + spent["csv"] < spent["publication"]
    assert pipeline.lay_out is lay_out
