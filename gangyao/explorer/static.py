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
from gangyao.explorer import BUNDLE, RELEASE, SITE
from gangyao.explorer.places import Site
from gangyao.release.files import CHECKSUMS, DATAPACKAGE, WORKBOOK, release_files


def write_site(release: Path, target: Path, site: Site) -> None:
    """Write the explorer and a copy of what the release publishes to the folder `target`, which is made anew.

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
    (target / SITE).write_text(json.dumps(asdict(site)) + "\n", encoding="utf-8")
    # GitHub Pages would leave out files whose names begin with an underscore.
    (target / ".nojekyll").touch()


def main() -> None:
    """Write the site and say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("release", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("--repository", help="address of the repository whose form takes reports of errors")
    arguments = parser.parse_args()
    repository = arguments.repository.rstrip("/") if arguments.repository else None
    write_site(arguments.release, arguments.site, Site(repository))
    print(f"{arguments.site} is written: put it on any file host")


if __name__ == "__main__":
    main()
