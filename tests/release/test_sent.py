"""A release in S3-compatible storage is what it was, and can be asked there."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from fsspec.implementations.arrow import ArrowFSWrapper
from pyarrow import fs

from gangyao.errors import DataError
from gangyao.release.files import CHECKSUMS
from gangyao.release.sent import send_release
from gangyao.storage import Spoilt, Storage
from tests.s3 import s3_server


def test_a_release_in_s3_is_read_by_pyarrow_and_asked_by_duckdb(release: Path) -> None:
    with s3_server() as place:
        name = send_release(release, Storage(place))
        assert Storage(place).read("current") == f"{name}\n".encode()
        files, base = fs.FileSystem.from_uri(place)
        table = pq.read_table(f"{base}/{name}/parquet/tasks.parquet", filesystem=files)
        assert table == pq.read_table(release / "parquet" / "tasks.parquet")
        with duckdb.connect() as connection:
            # As where `httpfs` cannot be had: DuckDB reads by Arrow's own client.
            connection.register_filesystem(ArrowFSWrapper(files))
            found = connection.execute(
                f"select count(*), count(distinct document_id) from 's3://{base}/{name}/parquet/tasks.parquet'"
            ).fetchone()
    assert found == (table.num_rows, len(table["document_id"].unique()))


def test_the_current_release_stays_where_another_is_not_whole(release: Path, tmp_path: Path) -> None:
    storage = Storage(str(tmp_path / "shared"))
    first = send_release(release, storage)
    (release / CHECKSUMS).write_text(
        (release / CHECKSUMS).read_text(encoding="utf-8").replace("a", "b"), encoding="utf-8"
    )
    with pytest.raises(Spoilt, match="was changed since the release was made"):
        send_release(release, storage)
    assert storage.read("current") == f"{first}\n".encode()
    with pytest.raises(DataError, match="holds no release"):
        send_release(tmp_path, storage)
