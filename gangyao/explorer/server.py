"""The server behind `gangyao explore`: for this machine only, read-only, by ranges."""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from gangyao.explorer import SITE, content_security_policy
from gangyao.explorer.byte_range import UnsatisfiableRange, byte_range
from gangyao.explorer.pages import Pages
from gangyao.explorer.places import Places, Site, media_type, page_address

LOOPBACK = "127.0.0.1"
#: Bytes that are read and sent at once.
_PIECE = 1 << 18
#: What is packed when the browser takes it. Parquet files are packed already, and are read by ranges.
_PACKED = {".css", ".html", ".js", ".json", ".md", ".svg"}


class ExplorerServer(ThreadingHTTPServer):
    """Serves the explorer over one release."""

    daemon_threads = True

    def __init__(self, places: Places, site: Site, port: int, pages: Pages | None = None) -> None:
        self.places = places
        self.pages = pages
        self.site = json.dumps(asdict(site)).encode()
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """The address that a browser opens."""
        return f"http://{LOOPBACK}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: ExplorerServer
    protocol_version = "HTTP/1.1"
    server_version = "gangyao"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: what is asked for shows in the browser."""

    def _answer(self, *, with_body: bool) -> None:
        # A page elsewhere whose name was turned to this machine's address must not read a release through us.
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in (LOOPBACK, "localhost"):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        if self.path.split("?", 1)[0] == f"/{SITE}":
            self._send(self.server.site, "application/json", with_body)
            return
        if (page := page_address(self.path)) is not None:
            picture = self.server.pages.picture(*page) if self.server.pages else None
            if picture is None:
                self._refuse(HTTPStatus.NOT_FOUND)
            else:
                self._send(picture.data, picture.media_type, with_body)
            return
        path = self.server.places.file(self.path)
        if path is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send_file(path, with_body)

    def _send_file(self, path: Path, with_body: bool) -> None:
        stat = path.stat()
        try:
            part = byte_range(self.headers.get("Range"), stat.st_size)
        except UnsatisfiableRange:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self._common_headers("text/plain; charset=utf-8", 0)
            self.send_header("Content-Range", f"bytes */{stat.st_size}")
            self.end_headers()
            return
        if part is None and path.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            self._send(_packed(path, stat.st_mtime_ns), media_type(path), with_body, packed=True)
            return
        start, end = part or (0, stat.st_size)
        self.send_response(HTTPStatus.OK if part is None else HTTPStatus.PARTIAL_CONTENT)
        self._common_headers(media_type(path), end - start)
        self.send_header("Accept-Ranges", "bytes")
        if part is not None:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{stat.st_size}")
        self.end_headers()
        if with_body:
            self._copy(path, start, end)

    def _copy(self, path: Path, start: int, end: int) -> None:
        with path.open("rb") as file:
            file.seek(start)
            left = end - start
            while left > 0 and (piece := file.read(min(_PIECE, left))):
                self.wfile.write(piece)
                left -= len(piece)
        # A release was put in this one's place meanwhile: the browser must not wait for what does not come.
        if left > 0:
            self.close_connection = True

    def _send(self, body: bytes, kind: str, with_body: bool, *, packed: bool = False) -> None:
        self.send_response(HTTPStatus.OK)
        self._common_headers(kind, len(body))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self._common_headers("text/plain; charset=utf-8", 0)
        self.end_headers()

    def _common_headers(self, kind: str, length: int) -> None:
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(length)),
            ("Content-Security-Policy", content_security_policy(Path(self.path.split("?", 1)[0]))),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            # A release may be built anew at any time.
            ("Cache-Control", "no-cache"),
            ("Vary", "Accept-Encoding"),
        ):
            self.send_header(name, value)


@lru_cache(maxsize=64)
def _packed(path: Path, changed_at: int) -> bytes:
    """Return a file packed; `changed_at` keeps what a newer file replaced from being sent."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
