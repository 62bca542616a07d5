"""The time of every stage of a build in this process: of the processor, in the thread that does the work.

The clock of the whole process goes by ticks of 4 ms while reading is bounded (`gangyao.processes.allowance`);
other threads take .3 % of it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Generator
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

from gangyao import batch, build, pipeline, questions
from gangyao.build import parts_folder, publish_parts
from gangyao.parts import listed_batches, write_part
from gangyao.paths import SEEDS
from gangyao.pipeline import load_engine
from gangyao.plan import Request, plan_build
from gangyao.release import publish

# The functions that `gangyao.pipeline` calls, by stage; timing wraps them where they are called, so that the
# order of the stages stands in one place.
STAGES = {
    "layout": ("lay_out", "reading_text"),
    "cleaning": ("clean_by_steps", "place_errata", "detect_script"),
    "outline": ("read_outline",),
    "measures": (
        "contexts_of",
        "begin_tasks",
        "finish_tasks",
        "read_table_rows",
        "settle_actors",
        "read_forces",
    ),
    "periods": ("read_periods",),
    "topics and citations": ("find_topics", "find_citations"),
    "projects": ("find_projects",),
    "entities": ("read_names", "task_entities"),
    "collation": ("confirm",),
    "simplified": ("to_simplified",),
}
# The like for what the stages ask for many documents at once, and for what stands behind them.
ELSEWHERE: dict[str, tuple[ModuleType, tuple[str, ...]]] = {
    "words printed twice": (questions, ("answer_doublings",)),
    "traditional": (questions, ("all_to_traditional",)),
    "statistics": (questions, ("statistical_suspects_of_each",)),
    "evidence and actions": (questions, ("evidence_of", "read_actions_of_each")),
    "judge of names": (questions, ("judge_names",)),
    "tables": (batch, ("document_tables", "merge")),
    "checks": (batch, ("row_problems", "relation_problems", "prove")),
    "parquet": (build, ("write_tables",)),
    "csv": (publish, ("write_csv",)),
}


def texts_in(folder: Path) -> list[Path]:
    """Return the text files below `folder` that are documents, in a stable order."""
    skipped = {"spelling", "admin-divisions"}
    return sorted(path for path in folder.rglob("*.txt") if not skipped & set(path.parts))


def timed(spent: dict[str, float], stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `function` so that its time is added to `spent[stage]`."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        started = time.thread_time()
        try:
            made = function(*args, **kwargs)
        finally:
            spent[stage] += time.thread_time() - started
        return _timed_steps(spent, stage, made) if isinstance(made, Generator) else made

    return run


def _timed_steps(
    spent: dict[str, float], stage: str, steps: Generator[Any, None, Any]
) -> Generator[Any, None, Any]:
    """Go through the steps of what asks on its way, and leave out the time until it is answered."""
    while True:
        started = time.thread_time()
        try:
            question = next(steps)
        except StopIteration as done:
            return done.value
        finally:
            spent[stage] += time.thread_time() - started
        yield question


def time_stages(files: list[Path], lexicon: Path) -> dict[str, float]:
    """Build the release of all files once, in this process; return the seconds of each stage and the whole.

    `checks`: pandera, keys, spans and the proof of each part; `parts`: what else it takes to read and write
    the parts; `publication`: all that follows, of which `parquet` and `csv` are parts.
    """
    spent = dict.fromkeys([*STAGES, *ELSEWHERE, "parts", "publication", "whole"], 0.0)
    load_engine(lexicon)
    wrapped = [
        *((pipeline, stage, name) for stage, names in STAGES.items() for name in names),
        *((module, stage, name) for stage, (module, names) in ELSEWHERE.items() for name in names),
    ]
    originals = [(module, name, getattr(module, name)) for module, _, name in wrapped]
    started = time.thread_time()
    try:
        for module, stage, name in wrapped:
            setattr(module, name, timed(spent, stage, getattr(module, name)))
        with tempfile.TemporaryDirectory() as folder:
            request = Request(Path(folder) / "output", SEEDS, tuple(files))
            plan = plan_build(request)
            with parts_folder(request.output) as place:
                parts = [
                    write_part(cut, lexicon, place / str(number))
                    for number, cut in enumerate(listed_batches(plan.to_read))
                ]
                read = time.thread_time() - started
                # Neither Parquet nor CSV has been written by now.
                spent["parts"] = read - sum(spent.values())
                publish_parts(plan, parts)
    finally:
        for module, name, original in originals:
            setattr(module, name, original)
    spent["whole"] = time.thread_time() - started
    spent["publication"] = spent["whole"] - read
    return spent
