"""Which file an address of the site names: one of the bundle or of the release, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from gangyao.explorer import BUNDLE, PAGES, RELEASE
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

    `repository` is the address of the one whose form takes reports of errors. `page_scale` says how many
    pixels of a picture a point of a PDF's page has, and is None where there are no pictures of pages.
    """

    repository: str | None = None
    page_scale: float | None = None


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


def page_address(address: str) -> tuple[str, str, int] | None:
    """Return document, file and page (from 1) that an address `/pages/DOCUMENT/FILE/PAGE.png` names."""
    parts = [unquote(part) for part in address.split("?", 1)[0].removeprefix("/").split("/")]
    if len(parts) != 4 or parts[0] != PAGES or not parts[3].removesuffix(".png").isdecimal():
        return None
    return parts[1], parts[2], int(parts[3].removesuffix(".png")[:9])


def media_type(path: Path) -> str:
    """Return the media type of a file by its name."""
    return MEDIA_TYPES.get(path.suffix, "application/octet-stream")
