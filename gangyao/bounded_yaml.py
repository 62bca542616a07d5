"""YAML as people write settings: one mapping, small, flat enough to be read, without aliases or tags.

PyYAML's safe loader builds no objects, but it follows aliases (a few hundred bytes can stand for gigabytes),
nests as deep as Python's stack and lets the last of two equal keys win. No setting needs any of it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from gangyao.errors import PlacedError
from gangyao.one_line import one_line

# A description of a document has some ten lines, the bounds of a whole corpus some hundred bytes a document.
LARGEST_BYTES = 4_000_000
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of a YAML file by their keys, and the line on which each key stands."""

    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)


class _Loader(yaml.SafeLoader):
    """YAML's safe loader within bounds; what it refuses has a line."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.events.AliasEvent):
            raise _refusal("aliases are not read", event)
        if self.depth == DEEPEST:
            raise _refusal("nested too deep", event)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, OverflowError, TypeError, KeyError) as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key that is no text", key.start_mark)
            if key.value in seen:
                what = f"key {key.value!r} twice"
                raise yaml.constructor.ConstructorError(None, None, what, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _refusal(what: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.composer.ComposerError(None, None, what, event.start_mark)  # type: ignore[arg-type]


def read_settings(path: Path, remedy: str) -> Settings:
    """Read the mapping of `path`; an empty file has no keys.

    Raises PlacedError, with the line where there is one, for everything else, and with `remedy` where the
    file has the wrong form.
    """
    file = str(path)
    if not path.is_file():
        raise PlacedError(file, "", "no such file", remedy)
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise PlacedError(file, "", f"has {size:,} bytes, more than {LARGEST_BYTES:,}", remedy)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlacedError(file, f"byte {error.start}", "is not UTF-8", "save it as UTF-8") from None
    try:
        values, lines = _load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}" if mark is not None else ""
        raise PlacedError(file, place, f"is no valid YAML: {one_line(str(error.problem))}", remedy) from None
    except yaml.YAMLError as error:
        raise PlacedError(file, "", f"is no valid YAML: {one_line(str(error))}", remedy) from None
    if values is None:
        return Settings({})
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        raise PlacedError(file, "", "holds no mapping of keys to values", remedy)
    return Settings(values, lines)


def _load(text: str) -> tuple[Any, dict[str, int]]:
    """Return what a YAML text holds, and the lines of the keys of its mapping."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, {}
        keys = node.value if isinstance(node, yaml.MappingNode) else []
        return loader.construct_document(node), {key.value: key.start_mark.line + 1 for key, _ in keys}
    finally:
        loader.dispose()
