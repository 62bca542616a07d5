"""What decides over the bytes of a release besides its documents, as one checksum.

The code itself, not only its version: an engine that was changed and not yet renamed is another engine.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import gangyao
import schemas
from gangyao.cache.checksums import KeptChecksums
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
# It reads releases and writes none; its bundle is a third of all bytes here.
_EXPLORER = "explorer"


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


@lru_cache(maxsize=1)
def code_fingerprint() -> str:
    """Return one checksum over code, models and the packages used, as this process found them at first."""
    digest = hashlib.sha256()
    digest.update(repr((platform.python_version(), sorted(dependency_versions().items()))).encode())
    return _told(digest, _of_engine())


def engine_fingerprint(lexicon: Path) -> str:
    """Return one checksum over code, models, the files of the lexicon folder, and the packages used."""
    return _told(hashlib.sha256(code_fingerprint().encode()), _of_lexicon(lexicon))


def _told(digest: hashlib._Hash, files: Iterable[tuple[str, str]]) -> str:
    for name, checksum in files:
        digest.update(f"\0{name}\0{checksum}\0".encode())
    return digest.hexdigest()


def _of_engine() -> Iterator[tuple[str, str]]:
    """Yield names and checksums of code and models; a lexicon that lies beside them may be another's."""
    for root in (_ENGINE, Path(schemas.__file__).parent):
        kept, own = KeptChecksums(root), len(str(root.parent)) + 1
        for entry in _below(root, {str(_ENGINE / LEXICON), str(_ENGINE / _EXPLORER)}):
            yield entry.path[own:].replace(os.sep, "/"), kept.checksum(entry)
        kept.store()


def _of_lexicon(lexicon: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(lexicon.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield f"lexicon/{path.name}", hashlib.sha256(path.read_bytes()).hexdigest()


def _below(folder: str | Path, passed_over: Collection[str]) -> Iterator[os.DirEntry[str]]:
    # Not `rglob`, which takes four times as long.
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir():
            if entry.path not in passed_over:
                yield from _below(entry.path, passed_over)
        elif not entry.name.endswith(".pyc"):
            yield entry
