"""The releases that stood in a place before: kept beside it, to go back to.

They lie in `<output>.history/releases/ID`, each as it was published; `ID.pinned` beside one says that it is
never removed to make room. A release that was rolled back to is held: builds are refused until they are
let go on, or the next one would bring back what was rolled back.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gangyao.errors import DataError
from gangyao.paths import history_of
from gangyao.release.atomic_folder import put_in_place
from gangyao.release.files import CHECKSUMS, MANIFEST, sha256

RELEASES = "releases"
HELD = "held"
PINNED = ".pinned"
# A week of working days between a slip and the one who sees it is much; three nights is what a weekend takes.
KEPT = 3


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """A release that was kept; `built_at` as its manifest has it, `rows` by table, `size` in bytes."""

    release_id: str
    folder: Path
    built_at: str
    rows: dict[str, int]
    size: int
    is_pinned: bool


def release_id(release: Path) -> str | None:
    """Return the id of a release: when it was built and what it holds; None where it has no manifest."""
    try:
        told = json.loads((release / MANIFEST).read_bytes())
        built = datetime.fromisoformat(told["built_at"]).astimezone(UTC)
        return f"{built:%Y%m%dT%H%M%SZ}-{sha256(release / CHECKSUMS)[:8]}"
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_release(old: Path, output: Path, keep: int) -> None:
    """Move `old`, which stood in `output`, to the kept releases; all but the last `keep` and the pinned go.

    What is no whole release, as one whose tables alone are in git, is removed.
    """
    name = release_id(old)
    if keep < 1 or name is None:
        shutil.rmtree(old)
        return
    folder = history_of(output) / RELEASES
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / name).exists():
        shutil.rmtree(folder / name)
    old.rename(folder / name)
    for one in [one for one in kept_releases(output) if not one.is_pinned][keep:]:
        shutil.rmtree(one.folder)


def kept_releases(output: Path) -> tuple[KeptRelease, ...]:
    """Return the releases that are kept of `output`, the newest first."""
    folder = history_of(output) / RELEASES
    if not folder.is_dir():
        return ()
    found = [_kept(path) for path in folder.iterdir() if path.is_dir() and release_id(path) == path.name]
    # Ids count seconds, and two releases may have been built in one.
    return tuple(sorted(found, key=lambda one: (one.folder / MANIFEST).stat().st_mtime_ns, reverse=True))


def _kept(folder: Path) -> KeptRelease:
    told = json.loads((folder / MANIFEST).read_bytes())
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return KeptRelease(
        folder.name, folder, str(told["built_at"]), dict(told["rows"]), size, _pin(folder).is_file()
    )


def _pin(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{PINNED}")


def find_kept(output: Path, name: str) -> KeptRelease:
    """Return the kept release whose id begins with `name`. Raises DataError where not exactly one does."""
    kept = kept_releases(output)
    found = [one for one in kept if one.release_id.startswith(name)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(one.release_id for one in kept) or "none"
    which = "several kept releases begin" if found else "no kept release begins"
    raise DataError(f"{output}: {which} with {name!r}; kept: {known}")


def pin(output: Path, name: str) -> KeptRelease:
    """Never remove the kept release `name` to make room."""
    found = find_kept(output, name)
    _pin(found.folder).touch()
    return found


def unpin(output: Path, name: str) -> KeptRelease:
    """Let the kept release `name` be removed when its time has come."""
    found = find_kept(output, name)
    _pin(found.folder).unlink(missing_ok=True)
    return found


def roll_back(output: Path, name: str | None = None) -> KeptRelease:
    """Put a kept release, by default the newest, back in its place, and hold it there.

    The release that stood there is kept in its turn. Raises DataError where there is none to go back to.
    """
    output = output.resolve()
    kept = kept_releases(output)
    if name is None and not kept:
        raise DataError(f"{output}: no release is kept to go back to")
    found = kept[0] if name is None else find_kept(output, name)
    history = history_of(output)
    # The hold comes first: between it and the release no build may start.
    since = datetime.now(UTC).isoformat(timespec="seconds")
    (history / HELD).write_text(f"{found.release_id} {since}\n", encoding="utf-8")
    # All that are kept, and one more.
    put_in_place(found.folder, output, lambda old: keep_release(old, output, len(kept) + 1))
    _pin(found.folder).unlink(missing_ok=True)
    return found


def held_release(output: Path) -> str | None:
    """Return what `output` was rolled back to, and since when; None where builds may go on."""
    try:
        return (history_of(output) / HELD).read_text(encoding="utf-8").strip()
    except OSError:
        return None


def resume(output: Path) -> bool:
    """Let builds of `output` go on; tell whether they were held."""
    was_held = held_release(output) is not None
    (history_of(output) / HELD).unlink(missing_ok=True)
    return was_held


def refuse_held(output: Path) -> None:
    """Raise DataError where `output` was rolled back and is held."""
    held = held_release(output)
    if held is not None:
        name, _, since = held.partition(" ")
        raise DataError(
            f"{output} is held at release {name}, to which it was rolled back on {since}: "
            "`gangyao releases resume` lets builds go on"
        )
