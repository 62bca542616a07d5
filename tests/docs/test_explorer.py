"""The explorer offers the recipes of the docs as they are now."""

from __future__ import annotations

from pathlib import Path

from gangyao.explorer import BUNDLE

REPOSITORY = Path(__file__).parents[2]


def test_the_recipes_of_the_explorer_are_those_of_the_docs() -> None:
    docs = (REPOSITORY / "docs" / "recipes.md").read_bytes()
    assert (BUNDLE / "recipes.md").read_bytes() == docs, (
        "docs/recipes.md has changed: run `make bundle`, or copy it to gangyao/explorer/bundle/recipes.md"
    )
