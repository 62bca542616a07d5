"""Structures of Parquet footers in Thrift's compact protocol: read as far as asked, and written again.

https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md. What is not asked for is
kept as the bytes that it was, so that a structure that is written again differs in what was changed alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

# Type codes of fields and of elements.
_TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = range(1, 13)
_INTEGERS = (_I16, _I32, _I64)
# Which fields are read, by number: those that are structures, or lists of them, with what is read in these.
Asked: TypeAlias = "Mapping[int, Asked | None]"


Value: TypeAlias = "int | bytes | Struct | list[Struct]"


@dataclass(slots=True)
class Field:
    """A field of a structure: its number, its type, and its value.

    The value of an integer that was asked for is a number, of a structure and a list of them its fields; all
    others are their bytes.
    """

    number: int
    kind: int
    value: Value


class Struct(list[Field]):
    """The fields of a structure in their order."""

    def find(self, number: int) -> Field | None:
        """Return a field, None where it is not set."""
        return next((field for field in self if field.number == number), None)

    def integer(self, number: int) -> int | None:
        """Return an integer that was asked for, None where it is not set."""
        field = self.find(number)
        return field.value if field is not None and isinstance(field.value, int) else None

    def number(self, number: int) -> int:
        """Return an integer that was asked for. Raises ValueError where it is not set."""
        found = self.integer(number)
        if found is None:
            raise ValueError(f"field {number} is not set")
        return found

    def struct(self, number: int) -> Struct:
        """Return a structure that was asked for. Raises ValueError where it is not set."""
        field = self.find(number)
        if field is None or not isinstance(field.value, Struct):
            raise ValueError(f"field {number} is not set")
        return field.value

    def structs(self, number: int) -> list[Struct]:
        """Return a list of structures that was asked for, empty where it is not set."""
        field = self.find(number)
        if field is None or isinstance(field.value, int | bytes | Struct):
            return []
        return field.value

    def put(self, number: int, value: Value) -> None:
        """Give a field that is set another value."""
        for field in self:
            if field.number == number:
                field.value = value

    def copied(self) -> Struct:
        """Return a structure of its own with the same values."""
        return Struct(Field(field.number, field.kind, field.value) for field in self)


def read_struct(data: bytes, at: int, asked: Asked) -> tuple[Struct, int]:
    """Read the structure that begins at `at`; return it and where it ends.

    `asked` names by number the fields that are read, with what is read within them (None: an integer). Raises
    IndexError and ValueError for what is no structure.
    """
    found = Struct()
    number = 0
    while True:
        head = data[at]
        at += 1
        if not head:
            return found, at
        kind = head & 15
        if head >> 4:
            number += head >> 4
        else:
            told, at = _varint(data, at)
            number = _signed(told)
        start = at
        if number not in asked:
            at = _past(data, at, kind)
            found.append(Field(number, kind, data[start:at]))
        elif kind in _INTEGERS:
            told, at = _varint(data, at)
            found.append(Field(number, kind, _signed(told)))
        elif kind == _STRUCT:
            struct, at = read_struct(data, at, asked[number] or {})
            found.append(Field(number, kind, struct))
        else:
            structs, at = _structs(data, at, asked[number] or {})
            found.append(Field(number, kind, structs))


def _structs(data: bytes, at: int, asked: Asked) -> tuple[list[Struct], int]:
    count, kind, at = _list_head(data, at)
    if kind != _STRUCT:
        raise ValueError(f"a list of structures was asked for, not of type {kind}")
    found = []
    for _ in range(count):
        struct, at = read_struct(data, at, asked)
        found.append(struct)
    return found, at


def _list_head(data: bytes, at: int) -> tuple[int, int, int]:
    head = data[at]
    at += 1
    count = head >> 4
    if count == 15:
        count, at = _varint(data, at)
    return count, head & 15, at


def _past(data: bytes, at: int, kind: int) -> int:
    """Return where a value ends."""
    if kind in _INTEGERS:
        while data[at] & 128:
            at += 1
        return at + 1
    if kind == _BINARY:
        length, at = _varint(data, at)
        return at + length
    if kind == _STRUCT:
        return _past_struct(data, at)
    if kind in (_LIST, _SET):
        count, element, at = _list_head(data, at)
        if element in (_TRUE, _FALSE, _BYTE):
            return at + count
        for _ in range(count):
            at = _past(data, at, element)
        return at
    widths = {_TRUE: 0, _FALSE: 0, _BYTE: 1, _DOUBLE: 8}
    if kind not in widths:
        raise ValueError(f"type {kind} is in no footer of Parquet")
    return at + widths[kind]


def _past_struct(data: bytes, at: int) -> int:
    while head := data[at]:
        at += 1
        if not head >> 4:
            at = _past(data, at, _I16)
        at = _past(data, at, head & 15)
    return at + 1


def _varint(data: bytes, at: int) -> tuple[int, int]:
    found = shift = 0
    while True:
        byte = data[at]
        at += 1
        found |= (byte & 127) << shift
        if byte < 128:
            return found, at
        shift += 7


def _signed(told: int) -> int:
    return told >> 1 ^ -(told & 1)


def written(struct: Struct) -> bytes:
    """Return a structure as bytes."""
    parts: list[bytes] = []
    last = 0
    for field in struct:
        step = field.number - last
        if 0 < step < 16:
            parts.append(bytes((step << 4 | field.kind,)))
        else:
            parts += [bytes((field.kind,)), _integer(field.number)]
        last = field.number
        parts.append(_value(field.value))
    parts.append(b"\0")
    return b"".join(parts)


def _value(value: Value) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, Struct):
        return written(value)
    count = len(value)
    head = bytes((count << 4 | _STRUCT,)) if count < 15 else bytes((0xF0 | _STRUCT,)) + _unsigned(count)
    return head + b"".join(map(written, value))


def _integer(value: int) -> bytes:
    return _unsigned(value << 1 if value >= 0 else (-value << 1) - 1)


def _unsigned(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    found.append(value)
    return bytes(found)
