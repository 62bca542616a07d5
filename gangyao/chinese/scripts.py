"""Conversion between Simplified and Traditional characters with OpenCC, code point for code point.

Configurations: `s2t` and `t2s`, OpenCC's own standard. The regional ones (`s2tw`, `s2hk`) prefer the
glyphs of one region (裡 or 裏, 臺 or 台) and their `…p` variants replace words as well (信息 → 資訊),
which would no longer be the text of the document. `s2t` chooses by phrase (皇后/後面, 里程/裏面,
發展/頭髮) and is what OpenCC itself goes through on the way to every region, so a reader can derive
those from it.

Every entry of the dictionaries behind both (STPhrases, STCharacters, TSPhrases, TSCharacters in OpenCC 1.4.2:
58,000) maps a key to a value of equal length, so offsets hold in both scripts. Should a later version break
that, the line concerned is converted character by character.

Longer texts are converted by `gangyao.chinese.script_tables`, which says the same and gives OpenCC only the
stretches in which a phrase may decide; another version of OpenCC than the one that the tables were made from
converts all by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import opencc
from opencc import OpenCC

from gangyao.chinese.script_tables import Configuration, load_script_table

# Code points from which on the arrays are faster than OpenCC alone: their fixed cost is about 40 µs.
_LONG = 256
# Words in which 著 (zhù) is right: it stands second in some and first in others. OpenCC's `tw2s` knows fewer.
_ZHE = re.compile("(?<![显卓昭名原专论编巨译遗土合所主较新拙近撰彰])著(?![名作称述书录者有文于成])")


def to_traditional(text: str) -> str:
    """Return the Traditional form of a Simplified text; as many code points, offsets unchanged.

    `s2t` does not know 渠系 (canals) and reads 系为 as two words in 渠系为支撑.
    """
    return _by_tables(text, "s2t").replace("渠係", "渠系")


def all_to_traditional(texts: Sequence[str]) -> list[str]:
    """Return the Traditional form of each of many texts, as `to_traditional` does, in one call."""
    together = to_traditional("\n".join(texts))
    ends = accumulate(len(text) + 1 for text in texts)
    return [together[end - 1 - len(text) : end - 1] for text, end in zip(texts, ends, strict=True)]


def to_simplified(text: str) -> str:
    """Return the Simplified form of a Traditional text; as many code points, offsets unchanged.

    Taiwan prints 著 for 着 too (隨著), which `t2s` leaves: it stays in the words that are written with it.
    """
    simplified = _by_tables(text, "t2s")
    return _ZHE.sub("着", simplified) if "著" in simplified else simplified


def regional_forms(char: str) -> tuple[str, ...]:
    """Return the forms of a Traditional character: OpenCC's own, then those of Taiwan and Hong Kong."""
    return (char, _convert(char, "t2tw"), _convert(char, "t2hk"))


def _by_tables(text: str, configuration: Configuration) -> str:
    if len(text) < _LONG:
        return _convert(text, configuration)
    table, version = load_script_table(configuration)
    if version != opencc.__version__:
        return _convert(text, configuration)
    return table.convert(text, lambda stretches: _convert(stretches, configuration))


def _convert(text: str, configuration: str) -> str:
    converter = _converter(configuration)
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    return "\n".join(_same_length(converter, line) for line in text.split("\n"))


def _same_length(converter: OpenCC, line: str) -> str:
    converted: str = converter.convert(line)
    if len(converted) == len(line):
        return converted
    singles = (converter.convert(char) for char in line)
    return "".join(new if len(new) == 1 else old for old, new in zip(line, singles, strict=True))


@lru_cache(maxsize=4)
def _converter(configuration: str) -> OpenCC:
    return OpenCC(configuration)
