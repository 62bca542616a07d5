"""A folder put in the place of another, so that a reader sees the one or the other, never half of one."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

LOCK = ".building"
_OLD = ".old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux: renameat2); tell whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):  # this file system cannot
        return False
    raise OSError(code, os.strerror(code), str(one))


def put_in_place(new: Path, place: Path, retire: Callable[[Path], None] = shutil.rmtree) -> None:
    """Move the folder `new` to `place`.

    `retire` is given what was there, under another name, once `new` stands; by default it is removed.
    """
    if not place.exists():
        new.rename(place)
        return
    if _exchange(new, place):
        retire(new)
        return
    # Two renames: a reader may find nothing for an instant, never a half. A build that is killed in between
    # leaves the old folder under this name, and the next one puts it back.
    old = new.with_name(f"{new.name}{_OLD}")
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    retire(old)


@contextlib.contextmanager
def staging_folder(place: Path) -> Iterator[Path]:
    """Give an empty folder beside `place` to build in; whatever happens, nothing of it stays behind.

    What a build that was killed left there is put back or removed first: no live process holds its lock.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    for left in _left_behind(place):
        if not _is_alive(left):
            if left.name.endswith(_OLD) and not place.exists():
                left.rename(place)
            else:
                shutil.rmtree(left, ignore_errors=True)
    site = place.with_name(f"{_prefix(place)}{os.getpid()}")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    descriptor = os.open(site, os.O_RDONLY)
    try:
        if sys.platform != "win32":
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield site
    except OSError as error:
        if error.filename is None and error.errno is not None:
            # Arrow does not say what it could not write, and so not which disk is full.
            raise OSError(error.errno, os.strerror(error.errno), str(place)) from error
        raise
    finally:
        os.close(descriptor)
        shutil.rmtree(site, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".{place.name}{LOCK}-"


def _left_behind(place: Path) -> list[Path]:
    """Return the folders beside `place` that builds of it made, by the form of their names alone."""
    # Not by a glob: the name of `place` may hold its special characters.
    form = re.compile(re.escape(_prefix(place)) + r"\d+(" + re.escape(_OLD) + ")?")
    return sorted(
        path
        for path in place.parent.iterdir()
        if form.fullmatch(path.name) and path.is_dir() and not path.is_symlink()
    )


def _is_alive(site: Path) -> bool:
    """Tell whether the process that builds in `site` still runs: it holds a lock on the folder."""
    if sys.platform == "win32":
        return False
    descriptor = os.open(site, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(descriptor)
