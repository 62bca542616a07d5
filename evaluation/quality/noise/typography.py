"""White space, characters that print nothing, quotation marks, dashes, doubled marks and digits."""

from __future__ import annotations

import random
import re

from evaluation.quality.noise.planting import Maker, Spot, insertion, is_han, replacement

_BLANKS = [" ", " ", "\u3000", "\u00a0", "  ", "\t", "\u2002", "\u2009", "\u202f"]
_INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060\u0008\u007f\u0085\u202c\u2067\u200e\ufe0f\U000e0101\u180e"
_ACCENTS = "\u0301\u0308\u0323\u0336\u20d7\u3099\u0e31"
_QUOTED = re.compile("“([^“”\n]{2,20})”")
_TITLE = re.compile("《([^《》〈〉<>\n]{2,30})》")
_QUOTE_FORMS = ["「%s」", "『%s』", "〝%s〞", "＂%s＂", "``%s''", "｢%s｣", "❝%s❞"]
_TITLE_FORMS = ["<<%s>>", "≪%s≫", "«%s»", "〈〈%s〉〉"]
_NUMBER = re.compile(r"(?<![\d.,，—\-])[1-9]\d{1,4}(?=[年个项人家万亿%])")


def _beside(sides: str) -> Maker:
    def make(text: str, at: int, chance: random.Random) -> Spot | None:
        for index in range(at, min(at + 100, len(text))):
            if is_han(text[index - 1]) and re.match(sides, text[index]):
                return index, index, chance.choice(_BLANKS)
        return None

    return make


def _found(pattern: re.Pattern[str], frames: list[str]) -> Maker:
    def make(text: str, at: int, chance: random.Random) -> Spot | None:
        found = pattern.search(text, at)
        return found and (*found.span(), chance.choice(frames).replace("%s", found.group(1)))

    return make


def _repeated(text: str, at: int, chance: random.Random) -> Spot | None:
    found = next((i for i in range(at, min(at + 60, len(text))) if text[i] in "，。、；"), None)
    return None if found is None else (found + 1, found + 1, text[found] * chance.choice([1, 1, 1, 2]))


def _numeral(text: str, at: int, chance: random.Random) -> Spot | None:
    for i in range(at, min(at + 400, len(text) - 1)):
        if text[i] in "01" and text[i - 1].isdigit() and text[i - 1].isascii() and text[i + 1].isdigit():
            return i, i + 1, chance.choice({"0": "OoО", "1": "lI"}[text[i]])
    return None


def _split(text: str, at: int, chance: random.Random) -> Spot | None:
    found = _NUMBER.search(text, at, at + 400)
    if found is None:
        return None
    cut = chance.randrange(1, len(found.group()))
    return found.start() + cut, found.start() + cut, " "


MAKERS: dict[str, Maker] = {
    "space": insertion(_BLANKS),
    "space_at_mark": _beside("[，。；、：“”（）]"),
    "space_at_number": _beside(r"[\dA-Za-z]"),
    "invisible": insertion(_INVISIBLE),
    "accent": insertion(_ACCENTS),
    "quote_form": _found(_QUOTED, _QUOTE_FORMS),
    "quote_straight": _found(_QUOTED, ['"%s"']),
    "quote_turned": _found(_QUOTED, ["”%s”", "“%s“"]),
    "title_form": _found(_TITLE, _TITLE_FORMS),
    "dash": replacement({"—": "―─━", "·": "•‧∙･⋅", "…": "⋯"}, 2000),
    "repeated_mark": _repeated,
    "numeral": _numeral,
    "split_number": _split,
}
