"""What measures is run by hand: here only that all of it can be imported, whatever moved."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import evaluation

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(evaluation.__path__, "evaluation.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_evaluation_can_be_imported(name: str) -> None:
    importlib.import_module(name)
