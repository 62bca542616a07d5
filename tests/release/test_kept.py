"""Releases that are kept, pinned and gone back to."""

from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.errors import DataError
from gangyao.release.checks.release import check
from gangyao.release.inputs import Inputs
from gangyao.release.kept import (
    kept_releases,
    pin,
    refuse_held,
    release_id,
    resume,
    roll_back,
    unpin,
)
from gangyao.release.load import load_tables
from gangyao.release.publish import Publication, publish, publish_proved
from gangyao.release.tables import Tables
from tests.release.conftest import made_tables

NO_INPUTS = Inputs((), (), False, False)


def retitled(tables: Tables, title: str) -> Tables:
    documents = tables["documents"]
    at = documents.column_names.index("title")
    values = [title] * documents.num_rows
    return Tables(
        {**tables.by_name, "documents": documents.set_column(at, documents.schema.field(at), [values])}
    )


def build(output: Path, title: str, keep: int = 2) -> str:
    publish_proved(retitled(made_tables(), title), output, NO_INPUTS, Publication(keep=keep))
    name = release_id(output)
    assert name is not None
    return name


def title_of(output: Path) -> str:
    return str(load_tables(output)["documents"]["title"][0])


def test_the_last_releases_are_kept_and_older_ones_go(tmp_path: Path) -> None:
    output = tmp_path / "output"
    names = [build(output, title) for title in "甲乙丙丁"]
    assert {one.release_id for one in kept_releases(output)} == set(names[1:3])


def test_a_release_built_again_does_not_push_out_another(tmp_path: Path) -> None:
    output = tmp_path / "output"
    first = build(output, "甲")
    for _ in range(3):
        build(output, "乙")
    assert [one.release_id for one in kept_releases(output)] == [first]


def test_what_is_pinned_stays(tmp_path: Path) -> None:
    output = tmp_path / "output"
    first = build(output, "甲", 1)
    build(output, "乙", 1)
    assert pin(output, first).release_id == first
    for title in "丙丁":
        build(output, title, 1)
    kept = {one.release_id: one.is_pinned for one in kept_releases(output)}
    assert len(kept) == 2
    assert kept[first]
    unpin(output, first)
    build(output, "戊", 1)
    assert first not in {one.release_id for one in kept_releases(output)}


def test_a_roll_back_brings_a_whole_release_back_and_holds_it(tmp_path: Path) -> None:
    output = tmp_path / "output"
    first, second, third = (build(output, title) for title in "甲乙丙")
    assert roll_back(output, first).release_id == first
    assert title_of(output) == "甲"
    assert check(output) == []
    assert {one.release_id for one in kept_releases(output)} == {second, third}
    with pytest.raises(DataError, match=f"held at release {first}"):
        refuse_held(output)
    assert resume(output)
    refuse_held(output)
    assert not resume(output)


def test_by_default_it_goes_back_by_one(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with pytest.raises(DataError, match="no release is kept"):
        roll_back(output)
    build(output, "甲")
    build(output, "乙")
    roll_back(output)
    assert title_of(output) == "甲"


def test_a_name_that_is_none_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "output"
    build(output, "甲")
    build(output, "乙")
    with pytest.raises(DataError, match="no kept release begins with 'x'"):
        roll_back(output, "x")
    refuse_held(output)


def test_where_none_are_to_be_kept_nothing_lies_beside(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for title in "甲乙":
        publish(retitled(made_tables(), title), output, NO_INPUTS)
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
