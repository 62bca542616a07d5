"""What several kinds of test share: the seeds, a release of them built once per process, and how property
tests draw their examples.

`make test` draws the same examples from the same test in every process, so that its verdict depends on the
code alone (profile "fixed"); `make search` draws many at random (profile "search").
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

# As in Gangyao's own processes, and before NumPy is imported: OpenBLAS's threads mostly wait for each other,
# at full speed, and here the workers of `pytest -n` fill the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from gangyao.paths import OUTPUT, SEEDS, lexicon_of
from tests.property_tests import SEARCH_FACTOR, USUAL_EXAMPLES

REPOSITORY = Path(__file__).parent.parent

# Neither profile fails a test for being slow: that would depend on the machine and on what else it does.
settings.register_profile(
    "fixed",
    max_examples=USUAL_EXAMPLES,
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search",
    max_examples=USUAL_EXAMPLES * SEARCH_FACTOR,
    # Hypothesis would take its own profile for this, which is not random, where it sees that it runs in CI.
    derandomize=False,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("fixed")


@pytest.hookimpl(trylast=True)  # after hypothesis has loaded the profile that the command line names
def pytest_configure() -> None:
    """Keep what hypothesis draws under "fixed" from depending on the modules that happen to be imported.

    It mixes in numbers and strings that it finds in the code imported so far, which is other code in each
    process of `pytest -n`. It has no setting for this yet.
    """
    if settings.default.derandomize:
        pytest.MonkeyPatch().setattr(providers, "_get_local_constants", lambda: providers._local_constants)


@pytest.fixture(scope="session")
def chinese_font() -> None:
    """Skip what draws pages whose font is not in the file; `.ci/run` installs one."""
    fc_list = shutil.which("fc-list")
    if not fc_list or not subprocess.run([fc_list, ":lang=zh"], capture_output=True, check=True).stdout:
        pytest.skip("no Chinese font on this machine: install Debian's fontconfig and fonts-noto-cjk")


@pytest.fixture(scope="session")
def seeds() -> Path:
    return REPOSITORY / SEEDS


@pytest.fixture(scope="session")
def committed_output() -> Path:
    return REPOSITORY / OUTPUT


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """A release of the default seeds, built in this process. Read it; do not write into it."""
    from gangyao.batch import build_batch
    from gangyao.ingest.seeds import load_seeds
    from gangyao.release.publish import publish, release_inputs

    output = tmp_path_factory.mktemp("release") / "output"
    documents = load_seeds(seeds).documents
    lexicon = lexicon_of(seeds)
    part = build_batch(documents, lexicon)
    assert part.problems == ()
    publish(part.tables, output, release_inputs(documents, seeds, lexicon))
    return output
