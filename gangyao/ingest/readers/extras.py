"""Which kinds of file need an extra, and is it there?"""

from __future__ import annotations

from importlib.util import find_spec

from gangyao.document.source import FileKind
from gangyao.ingest.errors import SeedError

#: By kind: the extra, a package of it, and what the file is.
_EXTRAS: dict[FileKind, tuple[str, str, str]] = {
    "ofd": ("ofd", "ofdkit", "is an OFD file"),
    "picture": ("ocr", "rapidocr", "is a picture"),
}


def is_readable(kind: FileKind) -> bool:
    """Tell whether what reads a kind of file is installed."""
    return kind not in _EXTRAS or find_spec(_EXTRAS[kind][1]) is not None


def missing(kind: FileKind, name: str, what: str = "") -> SeedError:
    """Say which extra a file needs; `what` says what it is where its kind does not."""
    extra, _, usual = _EXTRAS[kind]
    return SeedError(
        name,
        "",
        f"{what or usual}, and what reads it is not installed",
        f"install the extra `{extra}`: pip install 'gangyao[{extra}]'",
    )
