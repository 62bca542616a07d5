"""Groups of rows of Parquet files, put together to another file as they are.

Only the footer of a file and the indexes of its pages say where a group lies. So these are read
(`compact_thrift`), moved, and written again, and all else is copied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from gangyao.release.writers.compact_thrift import Asked, Struct, read_struct, written

MAGIC = b"PAR1"
# Fields by number, as https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift has
# them: what says where something lies, how long it is, and how many rows there are.
_ROWS, _GROUPS, _COLUMNS = 3, 4, 1
_GROUP_OFFSET, _GROUP_SIZE = 5, 6
_CHUNK_OFFSET, _META = 2, 3
_OFFSET_INDEX, _OFFSET_LENGTH, _COLUMN_INDEX, _COLUMN_LENGTH = 4, 5, 6, 7
_PAGES = (9, 10, 11, 14)
_CHUNK: Asked = {
    _CHUNK_OFFSET: None,
    _META: dict.fromkeys(_PAGES),
    _OFFSET_INDEX: None,
    _OFFSET_LENGTH: None,
    _COLUMN_INDEX: None,
    _COLUMN_LENGTH: None,
}
_GROUP: Asked = {_COLUMNS: _CHUNK, _ROWS: None, _GROUP_OFFSET: None, _GROUP_SIZE: None}
_FOOTER: Asked = {_ROWS: None, _GROUPS: _GROUP}
_LOCATIONS, _LOCATION = 1, 1


class UnknownForm(Exception):
    """A file of another form than Arrow gives it."""


@dataclass(frozen=True, slots=True)
class WrittenGroups:
    """A file of Parquet: its bytes, its footer, and its groups."""

    data: memoryview
    footer: Struct
    groups: list[Struct]

    @classmethod
    def of(cls, data: memoryview) -> WrittenGroups:
        """Read a file. Raises UnknownForm, IndexError and ValueError for one that Arrow does not write."""
        length = int.from_bytes(data[-8:-4], "little")
        told = bytes(data[-8 - length : -8])
        footer, end = read_struct(told, 0, _FOOTER)
        groups = footer.structs(_GROUPS)
        at = len(MAGIC)
        for group in groups:
            if group.integer(_GROUP_OFFSET) != at:
                raise UnknownForm
            at += group.number(_GROUP_SIZE)
        if data[:4] != MAGIC or data[-4:] != MAGIC or end != length or written(footer) != told:
            raise UnknownForm
        return cls(data, footer, groups)


@dataclass(frozen=True, slots=True)
class _Move:
    """A group, the file that it is copied from, and what the footer says of it in its new place."""

    source: memoryview
    group: Struct
    moved: Struct
    shift: int


def assemble(one: WrittenGroups, other: WrittenGroups, copied: Sequence[int | None], path: Path) -> None:
    """Write the groups of `one` that `copied` names, and where it names none the next of `other`."""
    anew = iter(other.groups)
    moves: list[_Move] = []
    with path.open("wb") as file:
        file.write(MAGIC)
        at = len(MAGIC)
        for number in copied:
            source, group = (other.data, next(anew)) if number is None else (one.data, one.groups[number])
            start, size = group.number(_GROUP_OFFSET), group.number(_GROUP_SIZE)
            file.write(source[start : start + size])
            moves.append(_Move(source, group, _moved(group, at - start), at - start))
            at += size
        # Arrow writes all indexes of columns, then all of pages; only these say where something lies.
        at = _write_indexes(file, at, moves, _COLUMN_INDEX, _COLUMN_LENGTH, lambda index, _: index)
        _write_indexes(file, at, moves, _OFFSET_INDEX, _OFFSET_LENGTH, _moved_pages)
        footer = one.footer.copied()
        footer.put(_ROWS, sum(move.group.number(_ROWS) for move in moves))
        footer.put(_GROUPS, [move.moved for move in moves])
        told = written(footer)
        file.write(told + len(told).to_bytes(4, "little") + MAGIC)


def _moved(group: Struct, shift: int) -> Struct:
    """Return what a footer says of a group that lies `shift` bytes further on."""
    moved = group.copied()
    moved.put(_GROUP_OFFSET, group.number(_GROUP_OFFSET) + shift)
    columns = []
    for chunk in group.structs(_COLUMNS):
        column = chunk.copied()
        # Arrow says 0 here, as it should.
        if chunk.number(_CHUNK_OFFSET):
            column.put(_CHUNK_OFFSET, chunk.number(_CHUNK_OFFSET) + shift)
        meta = chunk.struct(_META).copied()
        for page in _PAGES:
            place = meta.integer(page)
            if place is not None:
                meta.put(page, place + shift)
        column.put(_META, meta)
        columns.append(column)
    moved.put(_COLUMNS, columns)
    return moved


def _write_indexes(
    file: BinaryIO,
    at: int,
    moves: Sequence[_Move],
    offset: int,
    length: int,
    move_index: Callable[[bytes, int], bytes],
) -> int:
    """Write one kind of index of all columns of all groups, and where it lies; return where it ends."""
    for move in moves:
        for chunk, moved in zip(move.group.structs(_COLUMNS), move.moved.structs(_COLUMNS), strict=True):
            start = chunk.integer(offset)
            if start is None:
                continue
            index = move_index(bytes(move.source[start : start + chunk.number(length)]), move.shift)
            moved.put(offset, at)
            moved.put(length, len(index))
            at += file.write(index)
    return at


def _moved_pages(index: bytes, shift: int) -> bytes:
    if not shift:
        return index
    pages, _ = read_struct(index, 0, {_LOCATIONS: {_LOCATION: None}})
    for page in pages.structs(_LOCATIONS):
        page.put(_LOCATION, page.number(_LOCATION) + shift)
    return written(pages)
