"""`python -m flows`: the build as a flow (`flows.build`); where nothing changed it says so without Prefect.

Importing Prefect and starting its server take ten seconds; finding that the release stands takes a quarter of
one.
"""

from __future__ import annotations

import sys

import typer

from gangyao.errors import DataError
from gangyao.paths import OUTPUT, SEEDS
from gangyao.plan import Request, plan_build


def release_stands() -> bool:
    """Tell whether the release of the default seeds is what they would build, with no document left out."""
    try:
        plan = plan_build(Request(OUTPUT, SEEDS))
    except DataError:
        return False  # The flow says what is wrong, where schedules see it.
    return plan.nothing_changed and plan.before is not None and not plan.before.problems


def main() -> None:
    """Run the flow, unless it is asked for nothing special and the release stands."""
    if not sys.argv[1:] and release_stands():
        print(f"{OUTPUT}: nothing changed since the last build; the release stays as it is")
        return
    from flows.build import main as build  # noqa: PLC0415 - Prefect is not to be imported before

    typer.run(build)


if __name__ == "__main__":
    main()
