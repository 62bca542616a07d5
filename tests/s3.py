"""An S3 server on loopback (moto), for tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true"}


@contextmanager
def s3_server() -> Iterator[str]:
    """Give the place of an empty bucket, as `Storage` takes it; credentials are in the environment."""
    from moto.server import ThreadedMotoServer
    from pyarrow import fs

    before = {name: os.environ.get(name) for name in KEYS}
    os.environ.update(KEYS)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        # Servers of one process share what they hold.
        urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()
        files = fs.S3FileSystem(
            endpoint_override=f"{host}:{port}", scheme="http", region="us-east-1", allow_bucket_creation=True
        )
        files.create_dir("plans")
        yield f"s3://plans/gangyao?endpoint_override={host}:{port}&scheme=http&region=us-east-1"
    finally:
        server.stop()
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def names_in(place: str) -> list[str]:
    """Return the names of all files in a place of storage, sorted."""
    from pyarrow import fs

    files, base = fs.FileSystem.from_uri(place) if "://" in place else (fs.LocalFileSystem(), place)
    found = files.get_file_info(fs.FileSelector(base, recursive=True))
    return sorted(one.path.removeprefix(f"{base}/") for one in found if one.is_file)
