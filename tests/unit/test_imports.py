"""Imports point one way: flows → gangyao → schemas; only flows knows Prefect."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
FORBIDDEN = {
    "gangyao": {"prefect", "flows", "tests", "benchmarks"},
    "schemas": {"prefect", "flows", "gangyao", "tests"},
}


def imported(tree: ast.AST) -> set[str]:
    """Top-level names of the packages that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", FORBIDDEN)
def test_package_does_not_import_what_stands_above_it(package):
    modules = list((REPOSITORY / package).rglob("*.py"))
    assert modules
    wrong = {
        str(path.relative_to(REPOSITORY)): sorted(found)
        for path in modules
        if (found := imported(ast.parse(path.read_text(encoding="utf-8"))) & FORBIDDEN[package])
    }
    assert wrong == {}


def test_a_forbidden_import_is_seen():
    assert imported(ast.parse("def f():\n    from prefect.settings import x")) == {"prefect"}
