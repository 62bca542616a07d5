"""Parameters of a run are kept as Prefect would keep them."""

from __future__ import annotations

from pathlib import Path

from prefect import Flow, flow

from flows.build import build
from flows.choices import Runner
from flows.parameters import written_plainly
from gangyao.reading import SuspectSearch
from gangyao.release.files import Format


def test_parameters_are_written_as_prefect_writes_them() -> None:
    asked = {
        "seeds": Path("seeds"),
        "documents": ["a"],
        "files": [Path("a/b.txt")],
        "workers": 2,
        "runner": Runner.local,
        "formats": [Format.csv],
        "least_share": 0.5,
        "suspects": SuspectSearch.FULL,
        "strict": True,
        "cluster": None,
    }
    assert build.serialize_parameters(asked) == Flow.serialize_parameters(build, asked)


def test_what_pydantic_does_not_know_is_written_by_prefect() -> None:
    @written_plainly
    @flow
    def any_flow(one: object) -> None:
        """Take anything."""

    asked = {"one": object()}
    assert any_flow.serialize_parameters(asked) == Flow.serialize_parameters(any_flow, asked)
