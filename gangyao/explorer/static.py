"""The explorer with its release as files for any host: `python -m gangyao.explorer.static RELEASE SITE`.

The host has to know nothing of it; one that answers requests for ranges of bytes saves its readers time.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import asdict
from pathlib import Path

from gangyao.errors import DataError
from gangyao.explorer import BUNDLE, PAGES, RELEASE, SITE
from gangyao.explorer.pages import PAGE_SCALE, Pages
from gangyao.explorer.places import Site
from gangyao.paths import DOCUMENTS, SEEDS
from gangyao.release.files import CHECKSUMS, DATAPACKAGE, WORKBOOK, release_files


def write_site(release: Path, target: Path, repository: str | None, sources: Path) -> None:
    """Write the explorer and a copy of what the release publishes to the folder `target`, which is made anew.

    Pages of the release are drawn where their files lie under `sources`; `repository` is the address of the
    one whose form takes reports of errors.

    Raises DataError when there is no release, or when `target` holds what this did not write.
    """
    if not (release / DATAPACKAGE).is_file():
        raise DataError(f"{release} holds no release: build one with `gangyao build` or `make data`")
    if target.exists():
        if any(target.iterdir()) and not (target / SITE).is_file():
            raise DataError(f"{target} holds other files: name an empty folder")
        shutil.rmtree(target)
    shutil.copytree(BUNDLE, target)
    for path in (*release_files(release), CHECKSUMS, WORKBOOK):
        if (release / path).is_file():
            copy = target / RELEASE / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(release / path, copy)
    has_pages = False
    for document_id, source_file, page, picture in Pages(release, sources).all():
        folder = target / PAGES / document_id / source_file
        # The names are data: none may lead out of the folder.
        if not folder.resolve().is_relative_to((target / PAGES).resolve()):
            continue
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{page}.png").write_bytes(picture.data)
        has_pages = True
    site = Site(repository, PAGE_SCALE if has_pages else None)
    (target / SITE).write_text(json.dumps(asdict(site)) + "\n", encoding="utf-8")
    # GitHub Pages would leave out files whose names begin with an underscore.
    (target / ".nojekyll").touch()


def main() -> None:
    """Write the site and say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("release", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument(
        "--sources",
        type=Path,
        default=SEEDS / DOCUMENTS,
        help="where the source files lie, to draw their pages",
    )
    parser.add_argument("--repository", help="address of the repository whose form takes reports of errors")
    arguments = parser.parse_args()
    repository = arguments.repository.rstrip("/") if arguments.repository else None
    write_site(arguments.release, arguments.site, repository, arguments.sources)
    print(f"{arguments.site} is written: put it on any file host")


if __name__ == "__main__":
    main()
