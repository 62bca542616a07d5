"""What decides over the bytes of a release besides its documents, as one checksum.

The code itself, not only its version: an engine that was changed and not yet renamed is another engine.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import gangyao
import schemas
from gangyao.paths import LEXICON

# The packages that decide over the bytes of a release.
DEPENDENCIES = (
    "charset-normalizer",
    "daachorse",
    "duckdb",
    "numpy",
    "opencc",
    "pandera",
    "pyarrow",
    "pypdfium2",
    "python-docx",
    "pyyaml",
    "rapidfuzz",
    "selectolax",
)
_ENGINE = Path(gangyao.__file__).parent
_PACKAGED_LEXICON = _ENGINE / LEXICON


def installed_version(package: str) -> str | None:
    """Return the version of an installed package, None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@lru_cache(maxsize=1)
def dependency_versions() -> dict[str, str | None]:
    """Return the versions of the packages that decide over the bytes of a release."""
    return {package: installed_version(package) for package in DEPENDENCIES}


def engine_fingerprint(lexicon: Path) -> str:
    """Return one checksum over code, models, the files of the lexicon folder, and the packages used."""
    digest = hashlib.sha256()
    digest.update(repr((platform.python_version(), sorted(dependency_versions().items()))).encode())
    for name, path in _files(lexicon):
        digest.update(f"\0{name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(lexicon: Path) -> Iterator[tuple[str, Path]]:
    for root in (_ENGINE, Path(schemas.__file__).parent):
        for path in sorted(root.rglob("*")):
            # Code, views, models; not the lexicon that a package brings along: another may be used.
            if path.is_file() and path.suffix != ".pyc" and not path.is_relative_to(_PACKAGED_LEXICON):
                yield f"{root.name}/{path.relative_to(root).as_posix()}", path
    for path in sorted(lexicon.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield f"lexicon/{path.name}", path
