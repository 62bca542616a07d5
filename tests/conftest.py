"""What several kinds of test share: the seeds, and a release of them built once per process."""

from __future__ import annotations

from pathlib import Path

import pytest

from gangyao.paths import OUTPUT, SEEDS, lexicon_of

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    return REPOSITORY / SEEDS


@pytest.fixture(scope="session")
def committed_output() -> Path:
    return REPOSITORY / OUTPUT


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """A release of the default seeds, built in this process. Read it; do not write into it."""
    from gangyao.batch import build_tables
    from gangyao.documents.seeds import load_seeds
    from gangyao.release.publish import publish, release_inputs

    output = tmp_path_factory.mktemp("release") / "output"
    documents = load_seeds(seeds)
    lexicon = lexicon_of(seeds)
    publish(build_tables(documents, lexicon, workers=1), output, release_inputs(documents, seeds, lexicon))
    return output
