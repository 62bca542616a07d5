"""`.zenodo.json`, what Zenodo shows of a tagged release: `python -m schemas.projections.zenodo` prints it."""

from __future__ import annotations

import json
from typing import Any

from schemas import package


def zenodo() -> dict[str, Any]:
    """Return the record; version and day are those of the tag."""
    record: dict[str, Any] = {
        "title": package.TITLE,
        "description": f"{package.DESCRIPTION} {package.SOURCE_RIGHTS}",
        "upload_type": "dataset",
        "access_right": "open",
        "license": package.LICENCE.name.lower(),
        "creators": [{"name": package.CONTRIBUTOR}],
        "keywords": list(package.KEYWORDS),
        "language": "zho",
    }
    if package.HOMEPAGE:
        record["related_identifiers"] = [
            {"identifier": package.HOMEPAGE, "relation": "isSupplementTo", "resource_type": "software"}
        ]
    return record


if __name__ == "__main__":
    print(json.dumps(zenodo(), ensure_ascii=False, indent=2))
