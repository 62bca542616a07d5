"""Where a model that ships with the package comes from: a JSON file beside it.

What models learn from are the reference texts, official prose, what was invented for the purpose, and labels
(by digest, without text) of documents in public repositories and packages
(`local_statement_labels.csv`, `local_lead_labels.csv`). Labels of excerpts that a search tool lent and asked
not to be copied (719 sentences, 309 paragraphs of names, the first sentences of three sets) were taken out,
and what had learnt from them was fitted again without: the weights of statements, of leads and of the types
of names. The networks of predicates and of names had been before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path


def write_provenance(provenance: Mapping[str, object], model: Path) -> None:
    """Write the provenance of the file `model` beside it, with the suffix `.json`."""
    described = json.dumps(provenance, ensure_ascii=False, indent=1)
    model.with_suffix(".json").write_text(described + "\n", encoding="utf-8")
