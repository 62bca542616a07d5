"""The database as declared comes from the cache or from its statements, and is the same."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from gangyao.release.writers.declared import attach_declared

CATALOG = (
    "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()",
    "SELECT table_name, comment FROM duckdb_tables()",
    "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal",
    "SELECT function_name, parameters, macro_definition, comment FROM duckdb_functions() WHERE NOT internal",
    "SELECT table_name, constraint_text FROM duckdb_constraints()",
)


def declared(path: Path) -> list[list[tuple[object, ...]]]:
    with duckdb.connect() as connection:
        attach_declared(connection, path, "release")
        connection.execute("DETACH release")
    with duckdb.connect(path, read_only=True) as connection:
        return [connection.execute(f"{question} ORDER BY ALL").fetchall() for question in CATALOG]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GANGYAO_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "databases"


def test_what_is_copied_is_what_is_declared(tmp_path: Path, cache: Path) -> None:
    cache.parent.write_text("no folder can be made here", encoding="utf-8")
    by_statements = declared(tmp_path / "one.duckdb")
    assert all(by_statements)
    cache.parent.unlink()
    assert declared(tmp_path / "two.duckdb") == by_statements
    (kept,) = cache.iterdir()
    made = kept.stat().st_mtime_ns
    assert declared(tmp_path / "three.duckdb") == by_statements
    assert [one.stat().st_mtime_ns for one in cache.iterdir()] == [made]


def test_a_damaged_one_is_made_anew(tmp_path: Path, cache: Path) -> None:
    whole = declared(tmp_path / "one.duckdb")
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"!")
    damaged = kept.name
    assert declared(tmp_path / "two.duckdb") == whole
    assert any(one.name != damaged or one.read_bytes()[-1:] != b"!" for one in cache.iterdir())
