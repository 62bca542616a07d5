"""`.zenodo.json` says what the package says; the home, once there is one, is named in one place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from schemas import package
from schemas.projections.croissant import croissant
from schemas.projections.datapackage import datapackage
from schemas.projections.dictionary import dictionary
from schemas.projections.zenodo import zenodo

REPOSITORY = Path(__file__).parents[2]


def test_zenodo_says_what_the_package_says() -> None:
    # On a difference: python -m schemas.projections.zenodo > .zenodo.json
    assert json.loads((REPOSITORY / ".zenodo.json").read_bytes()) == zenodo()


def test_the_citation_names_the_same_licence() -> None:
    cited = yaml.safe_load((REPOSITORY / "CITATION.cff").read_bytes())
    assert cited["license"] == package.LICENCE.name
    assert [author["name"] for author in cited["authors"]] == [package.CONTRIBUTOR]


def test_the_home_and_doi_are_named_everywhere_once_they_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "HOMEPAGE", "https://example.org/gangyao")
    monkeypatch.setattr(package, "DOI", "10.5281/zenodo.1")
    assert datapackage([], [], "1")["homepage"] == croissant([], "1")["url"] == "https://example.org/gangyao"
    assert datapackage([], [], "1")["id"] == "https://doi.org/10.5281/zenodo.1"
    assert "<https://example.org/gangyao/releases/latest/download/gangyao.duckdb>" in dictionary([])
    assert zenodo()["related_identifiers"][0]["identifier"] == "https://example.org/gangyao"
