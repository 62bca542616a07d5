"""What does not fit into memory waits beside the release, not where the program was started."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import duckdb
import pytest

from gangyao.release import sql
from gangyao.release.sql import bounded_connection, free_connection


def test_rows_that_do_not_fit_wait_in_the_folder_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, site = tmp_path / "started", tmp_path / "site"
    started.mkdir()
    site.mkdir()
    monkeypatch.chdir(started)
    monkeypatch.setattr(sql, "MEMORY_LIMIT", "20MB")
    with bounded_connection(site) as connection:
        connection.execute(
            "CREATE TABLE many AS SELECT hash(i) AS h, i::VARCHAR AS t FROM range(800000) AS r(i)"
        )
        connection.execute("CREATE TABLE ordered AS FROM many ORDER BY h")
        ((spilled,),) = connection.execute("SELECT sum(size) FROM duckdb_temporary_files()").fetchall()
        assert spilled
        (folder,) = site.iterdir()
        assert any(folder.iterdir())
    assert list(site.iterdir()) == list(started.iterdir()) == []


@pytest.mark.parametrize("connect", [bounded_connection, free_connection])
def test_by_default_they_wait_in_the_folder_of_the_system(
    connect: Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with connect() as connection:
        ((folder,),) = connection.execute("SELECT current_setting('temp_directory')").fetchall()
        assert Path(folder).is_absolute()
        assert tmp_path not in Path(folder).parents
