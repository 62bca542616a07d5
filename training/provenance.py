"""Where a model that ships with the package comes from: a JSON file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path


def write_provenance(provenance: Mapping[str, object], model: Path) -> None:
    """Write the provenance of the file `model` beside it, with the suffix `.json`."""
    described = json.dumps(provenance, ensure_ascii=False, indent=1)
    model.with_suffix(".json").write_text(described + "\n", encoding="utf-8")
