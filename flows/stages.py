"""What every task of the build does beside its operation: it says what it took and what it gave."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from prefect import Task, get_run_logger
from prefect.client.schemas.objects import State, TaskRun
from prefect.states import Completed
from prefect.tasks import exponential_backoff
from prefect.utilities.annotations import quote

from gangyao.operations.stages import Figures, Stage

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Done(Generic[Value]):
    """What a task gave, and what is to be said of it."""

    value: Value
    stage: Stage


class Clock:
    """The seconds since it was made."""

    def __init__(self) -> None:
        self._started = time.perf_counter()

    @property
    def seconds(self) -> float:
        """How long ago it was made."""
        return time.perf_counter() - self._started


def done(name: str, clock: Clock, took: Figures, gave: Figures, value: Value) -> State[Done[Value]]:
    """Log what a task took and gave, and return the state that says so where runs are shown."""
    stage = Stage(name, took, gave, clock.seconds)
    get_run_logger().info(str(stage))
    return Completed(message=str(stage), data=Done(value, stage))


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of a run, in the order in which they ended."""

    told: list[Stage] = field(default_factory=list)

    def of(self, state: State[Any]) -> Any:
        """Return what the task gave whose final state this is; raises what it raised."""
        found = cast("Done[Any]", state.result())
        self.told.append(found.stage)
        return found.value


def whole(value: Value) -> Value:
    """Keep Prefect from searching a large value for futures; the task receives the value itself."""
    return cast(Value, quote(value))


def is_io(task: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    """Tell whether a task failed for a reason that may pass: a disk, a share, a connection."""
    return isinstance(state.result(raise_on_failure=False), OSError)


# Where I/O can fail, and only there: three more tries, after 2, 4 and 8 seconds, each up to half longer.
IO_RETRIES: dict[str, Any] = {
    "retries": 3,
    "retry_delay_seconds": exponential_backoff(backoff_factor=2),
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": is_io,
}
