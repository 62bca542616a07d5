"""The explorer's server: by ranges, for this machine only, nothing but the site and what is published."""

from __future__ import annotations

import gzip
import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gangyao.explorer.places import Places, Site
from gangyao.explorer.server import LOOPBACK, ExplorerServer

PARQUET = b"PAR1" + bytes(range(200)) + b"PAR1"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ExplorerServer]:
    release = tmp_path / "release"
    (release / "parquet").mkdir(parents=True)
    (release / "parquet" / "tasks.parquet").write_bytes(PARQUET)
    (release / "datapackage.json").write_text('{"name": "x"}', encoding="utf-8")
    (release / ".state").mkdir()
    (release / ".state" / "record.json").write_text("{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with running(Places(release), Site("https://example.org/repository")) as server:
        yield server


@contextmanager
def running(places: Places, site: Site) -> Iterator[ExplorerServer]:
    with ExplorerServer(places, site, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def ask(
    server: ExplorerServer, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=10)
    try:
        # As it is: a browser would take the dots out of a path, who attacks would not.
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


def test_it_listens_on_this_machine_only(server: ExplorerServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_the_page_comes_with_a_strict_policy(server: ExplorerServer) -> None:
    status, headers, body = ask(server, "/")
    assert status == 200
    assert b"<div id=" in body
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "http:" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_only_the_page_of_queries_may_compile_its_engine(server: ExplorerServer) -> None:
    allowed = "'wasm-unsafe-eval'"
    for path in ("/sql.html", "/duckdb/duckdb-browser-eh.worker.js"):
        status, headers, _ = ask(server, path, "HEAD")
        assert status == 200
        assert allowed in headers["Content-Security-Policy"]
        assert "'unsafe-eval'" not in headers["Content-Security-Policy"]
    for path in ("/", "/index.html", "/release/datapackage.json"):
        assert allowed not in ask(server, path, "HEAD")[1]["Content-Security-Policy"]


def test_a_range_is_given_as_such(server: ExplorerServer) -> None:
    status, headers, body = ask(server, "/release/parquet/tasks.parquet", Range="bytes=-4")
    assert (status, body) == (206, b"PAR1")
    assert headers["Content-Range"] == f"bytes {len(PARQUET) - 4}-{len(PARQUET) - 1}/{len(PARQUET)}"
    status, headers, body = ask(server, "/release/parquet/tasks.parquet", Range="bytes=4-9")
    assert (status, body) == (206, PARQUET[4:10])


def test_a_range_beyond_the_file_is_refused(server: ExplorerServer) -> None:
    status, headers, body = ask(server, "/release/parquet/tasks.parquet", Range="bytes=900-")
    assert (status, body) == (416, b"")
    assert headers["Content-Range"] == f"bytes */{len(PARQUET)}"


def test_the_head_of_a_file_tells_its_size(server: ExplorerServer) -> None:
    status, headers, body = ask(server, "/release/parquet/tasks.parquet", "HEAD")
    assert (status, body) == (200, b"")
    assert headers["Content-Length"] == str(len(PARQUET))
    assert headers["Accept-Ranges"] == "bytes"


def test_text_is_packed_for_who_takes_it(server: ExplorerServer) -> None:
    _, headers, body = ask(server, "/release/datapackage.json", Accept_Encoding="gzip, br")
    assert headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(body)) == {"name": "x"}
    _, headers, body = ask(server, "/release/datapackage.json")
    assert "Content-Encoding" not in headers
    assert json.loads(body) == {"name": "x"}


def test_the_site_is_told_where_errors_are_reported(server: ExplorerServer) -> None:
    _, _, body = ask(server, "/site.json")
    assert json.loads(body) == {"repository": "https://example.org/repository", "page_scale": None}


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/release/../../secret.txt",
        "/release/%2e%2e/%2e%2e/secret.txt",
        "/release/..%2f..%2fsecret.txt",
        "/release/parquet/..%5c..%5csecret.txt",
        "//etc/passwd",
        "/release//etc/passwd",
        "/release/.state/record.json",
        "/release/parquet/tasks.parquet%00.json",
        "/release/",
        "/assets/",
        "/nothing",
        "/__init__.py",
        "/%ff",
    ],
)
def test_nothing_else_is_served(server: ExplorerServer, path: str) -> None:
    status, _, body = ask(server, path)
    assert (status, body) == (404, b"")


def test_a_link_out_of_the_release_is_not_followed(tmp_path: Path) -> None:
    release = tmp_path / "release"
    release.mkdir()
    (tmp_path / "secret.json").write_text("secret", encoding="utf-8")
    (release / "datapackage.json").symlink_to(tmp_path / "secret.json")
    assert Places(release).file("/release/datapackage.json") is None


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_another_name_for_this_machine_is_refused(server: ExplorerServer, host: str) -> None:
    status, _, body = ask(server, "/release/datapackage.json", Host=host)
    assert (status, body) == (421, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(server: ExplorerServer, method: str) -> None:
    assert ask(server, "/release/datapackage.json", method)[0] == 501
