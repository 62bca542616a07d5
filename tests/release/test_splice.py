"""A spliced file is, byte for byte, the one that Arrow writes of all rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gangyao.release.table_source import Change
from gangyao.release.writers import parquet, parquet_groups, splice
from gangyao.release.writers.parquet import document_runs, row_groups, write_parquet
from gangyao.release.writers.splice import plan_splice, splice_holds, write_splice
from schemas.projections.arrow import arrow_schema
from schemas.registry import BY_NAME

TABLE = BY_NAME["lines"]
SCHEMA = arrow_schema(TABLE)


def rows(documents: dict[str, int], told: str = "") -> pa.Table:
    """Return lines of documents: as many of each as is said."""
    made = []
    for document_id, count in sorted(documents.items()):
        for number in range(count):
            row: dict[str, object] = dict.fromkeys(SCHEMA.names)
            for field in SCHEMA:
                if pa.types.is_string(field.type):
                    row[field.name] = f"{told}{document_id}{field.name}{number}"
                elif pa.types.is_integer(field.type):
                    row[field.name] = number
                elif pa.types.is_boolean(field.type):
                    row[field.name] = bool(number % 3)
            made.append({**row, "document_id": document_id})
    return pa.Table.from_pylist(made, SCHEMA)


@pytest.fixture(autouse=True)
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (parquet, splice):
        monkeypatch.setattr(module, "ROW_GROUP", 16)
    monkeypatch.setattr(parquet, "LEAST_ROWS", 8)


documents = st.dictionaries(
    st.sampled_from([f"d{number}" for number in range(40)]), st.integers(1, 40), min_size=4
)
changes = st.dictionaries(
    st.sampled_from([f"d{number}" for number in range(40)]), st.integers(0, 40), max_size=3
)


@settings(max_examples=60, deadline=None)
@given(documents, changes)
def test_a_spliced_file_is_the_one_that_is_written(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, int], new: dict[str, int]
) -> None:
    folder: Path = tmp_path_factory.mktemp("splice")
    write_parquet(TABLE, [rows(before)], folder / "before.parquet")
    changed = rows({name: count for name, count in new.items() if count}, "新")
    after = pa.concat_tables([rows({name: n for name, n in before.items() if name not in new}), changed])
    whole = after.take(pa.compute.sort_indices(after["document_id"]))
    write_parquet(TABLE, [whole], folder / "wanted.parquet")
    change = Change(folder / "before.parquet", frozenset(new), changed)
    plan = plan_splice(TABLE, change)
    if plan is None:
        return
    assert write_splice(plan, folder / "found.parquet")
    assert splice_holds(plan, folder / "found.parquet")
    assert (folder / "found.parquet").read_bytes() == (folder / "wanted.parquet").read_bytes()


def test_most_is_copied(tmp_path: Path) -> None:
    before = {f"d{number:03}": 5 for number in range(200)}
    write_parquet(TABLE, [rows(before)], tmp_path / "before.parquet")
    new = rows({"d100": 6})
    plan = plan_splice(TABLE, Change(tmp_path / "before.parquet", frozenset({"d100"}), new))
    assert plan is not None
    assert plan.copied.count(None) <= 4 < len(plan.copied)
    assert write_splice(plan, tmp_path / "found.parquet")
    assert pq.read_table(tmp_path / "found.parquet").num_rows == 1001
    good = (tmp_path / "found.parquet").read_bytes()
    # Another byte is seen in any group that was copied, and so is another value in one that was not.
    for at in (20, 200, 2_000):
        (tmp_path / "found.parquet").write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        assert not splice_holds(plan, tmp_path / "found.parquet")
    (tmp_path / "found.parquet").write_bytes(good)
    assert splice_holds(plan, tmp_path / "found.parquet")
    other = replace(plan, change=replace(plan.change, new=rows({"d100": 6}, "別")))
    assert not splice_holds(other, tmp_path / "found.parquet")


def test_a_file_of_another_form_is_not_spliced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_parquet(TABLE, [rows({f"d{number:03}": 5 for number in range(200)})], tmp_path / "before.parquet")
    plan = plan_splice(TABLE, Change(tmp_path / "before.parquet", frozenset({"d100"}), rows({})))
    assert plan is not None
    assert write_splice(plan, tmp_path / "found.parquet")
    # As if groups lay elsewhere than Arrow puts them.
    monkeypatch.setattr(parquet_groups, "MAGIC", b"PAR")
    assert not write_splice(plan, tmp_path / "other.parquet")
    assert not (tmp_path / "other.parquet").exists()


@given(documents, st.integers(1, 7))
def test_groups_are_cut_alike(several: dict[str, int], size: int) -> None:
    table = rows(several)
    pieces = [table.slice(at, size) for at in range(0, table.num_rows, size)]
    groups = list(row_groups(pieces, SCHEMA))
    assert pa.concat_tables(groups).equals(table)
    runs = [(str(one), end - at) for one, at, end in document_runs(table.combine_chunks())]
    assert [group.num_rows for group in groups] == [sum(s.rows for s in group) for group in splice.cut(runs)]
