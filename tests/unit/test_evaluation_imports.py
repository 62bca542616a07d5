"""What measures is run by hand: here only that it can be imported, whatever moved.

But for the figures of sources: what renders their pages is brought by `make sources`.
"""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import evaluation

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(evaluation.__path__, "evaluation.")
    if not module.name.endswith("__main__") and not module.name.startswith("evaluation.sources.")
)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_evaluation_can_be_imported(name: str) -> None:
    importlib.import_module(name)
