"""Which file an address of the site names: one of the bundle or of the release, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from gangyao.explorer import BUNDLE, RELEASE
from gangyao.release.files import WORKBOOK, release_files

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".gz": "application/gzip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Site:
    """What the host of a site tells it, as `site.json`.

    `repository` is the address of the one whose form takes reports of errors; `pages` says whether there are
    pictures of pages.
    """

    repository: str | None = None
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """The two folders that are served."""

    release: Path
    bundle: Path = BUNDLE

    def file(self, address: str) -> Path | None:
        """Return the file that the path of an address names; None where there is none to be served.

        Of the release only what is published is served, never the state of a build; a link out of a folder
        is not followed.
        """
        parts = unquote(address.split("?", 1)[0]).removeprefix("/").split("/")
        if parts == [""]:
            parts = ["index.html"]
        if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
            return None
        if parts[0] != RELEASE:
            return _inside(self.bundle, parts)
        wanted = "/".join(parts[1:])
        published = {*release_files(self.release), "SHA256SUMS", WORKBOOK}
        return _inside(self.release, parts[1:]) if wanted in published else None


def _inside(folder: Path, parts: list[str]) -> Path | None:
    try:
        path = folder.joinpath(*parts).resolve()
    except OSError:
        return None
    return path if path.is_file() and path.is_relative_to(folder.resolve()) else None


def media_type(path: Path) -> str:
    """Return the media type of a file by its name."""
    return MEDIA_TYPES.get(path.suffix, "application/octet-stream")
