"""Other forms of the same character: of another script, region or block, of another width."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable

from opencc import OpenCC

from evaluation.quality.noise.planting import Maker, Spot, is_han, replacement

_CJK = range(0x4E00, 0xA000)


def _phrase(configuration: str) -> Maker:
    """Print a character as OpenCC writes its phrase."""
    converter = OpenCC(configuration)

    def make(text: str, at: int, chance: random.Random) -> Spot | None:
        first = max(0, at - 4)
        other = converter.convert(text[first : at + 24])
        if len(other) != len(text[first : at + 24]):
            return None
        for index, (old, new) in enumerate(zip(text[at:], other[at - first :], strict=False)):
            if old != new and is_han(old):
                return at + index, at + index + 1, new
        return None

    return make


def _single(configuration: str) -> dict[str, list[str]]:
    """Return what OpenCC makes of each character when it stands alone."""
    converter = OpenCC(configuration)
    return {
        char: [new] for char in map(chr, _CJK) if (new := converter.convert(char)) != char and len(new) == 1
    }


def _japanese() -> dict[str, list[str]]:
    simplified, traditional, japanese = OpenCC("t2s"), OpenCC("s2t"), OpenCC("t2jp")
    forms = {}
    for char in map(chr, _CJK):
        old = traditional.convert(char)
        new = japanese.convert(old)
        if new not in (old, char) and len(new) == 1 and simplified.convert(old) == char:
            forms[char] = [new]
    return forms


def _foldings(points: Iterable[int]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for point in points:
        forms.setdefault(unicodedata.normalize("NFKC", chr(point)), []).append(chr(point))
    return {char: forms for char, forms in forms.items() if is_han(char[0]) and len(char) == 1}


# Radicals of the supplement that print a whole character.
_SUPPLEMENT = {
    "民": "⺠", "长": "⻓", "门": "⻔", "车": "⻋", "见": "⻅", "马": "⻢", "风": "⻛", "食": "⻝",
    "黄": "⻩", "西": "⻄", "角": "⻆", "贝": "⻉", "青": "⻘", "页": "⻚", "飞": "⻜", "鱼": "⻥",
    "鸟": "⻦", "麦": "⻨", "齐": "⻬", "龙": "⻰", "母": "⺟", "王": "⺩", "足": "⻊", "小": "⺌",
    "羊": "⺶", "户": "⼾",
}  # fmt: skip
_WIDE = {
    chr(point): [chr(point + 0xFEE0)]
    for point in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), *map(ord, "%+"))
}
_NARROW = {"，": [","], "；": [";"], "：": [":"], "（": ["("], "）": [")"], "！": ["!"], "？": ["?"]}
_OTHER_MARKS = {
    "，": "﹐︐", "；": "﹔︔", "：": "﹕︓∶", "、": "､﹑︑", "。": "｡︒", "（": "﹙︵",
    "）": "﹚︶", "《": "︽", "》": "︾",
}  # fmt: skip


def _width(text: str, at: int, chance: random.Random) -> Spot | None:
    for i in range(at, min(at + 40, len(text) - 1)):
        if text[i] in _WIDE:
            end = i + 1
            while text[end] in _WIDE:
                end += 1
            return i, end, "".join(_WIDE[char][0] for char in text[i:end])
    return None


MAKERS: dict[str, Maker] = {
    "variant": _phrase("s2t"),
    "variant_taiwan": replacement(_single("s2tw")),
    "variant_hong_kong": replacement(_single("s2hk")),
    "variant_japanese": replacement(_japanese()),
    "radical": replacement(_foldings(range(0x2F00, 0x2FD6))),
    "radical_supplement": replacement(_SUPPLEMENT),
    "compatibility": replacement(_foldings([*range(0xF900, 0xFA6B), *range(0x2F800, 0x2FA1E)]), 200),
    "width": _width,
    "width_mark": replacement(_NARROW),
    "form_of_mark": replacement(_OTHER_MARKS),
}
