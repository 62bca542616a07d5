"""How a character is read, in brackets behind it, as web pages print it: 国务(wù)院, 領(lǐng)導(dǎo).

What stands in the brackets must be a reading of that very character (pypinyin's readings of Unihan and of
dictionaries), with its tone mark: that proves an addition. Anything else in brackets stays: 吨(t), 中国(can).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import import_module

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import Findings
from gangyao.document.ledger import Edit, Grounds

_GROUNDS = Grounds("annotation", "pinyin", "how the character before it is read, in brackets")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
# The longest syllables have six letters (zhuāng); a tone mark may be a character of its own.
_GLOSS = re.compile(
    r"(?P<character>[\u3400-\u9fff\U00020000-\U0003ffff])"
    rf"(?P<gloss>[ \u3000]?[(（\[［][ \u3000]?(?P<reading>[a-zɑɡü{_TONED}\u0300-\u030c]{{1,8}})[ \u3000]?"
    r"[)）\]］])"
)
# Letters of phonetic alphabets that fonts for pinyin use.
_PLAIN = str.maketrans("ɑɡ", "ag")
# Where no letter lies between these, no tone mark is printed (á, ǜ and U+0300 to U+030C between them).
_FIRST, _LAST = 0xE0, 0x30C


def find_pinyin_glosses(scan: Scan) -> Findings:
    """Delete readings in brackets behind the characters that are read so."""
    if not bool(((scan.points >= _FIRST) & (scan.points <= _LAST)).any()):
        return Findings()
    edits = []
    for match in _GLOSS.finditer(scan.text):
        reading = unicodedata.normalize("NFC", match["reading"].translate(_PLAIN))
        if not reading.isascii() and reading in _readings(match["character"]):
            edits.append(Edit(*match.span("gloss"), "", _GROUNDS))
    return Findings(edits)


@cache
def _readings(character: str) -> frozenset[str]:
    """Return all readings of a character."""
    # Loaded here, since it loads its phrases too (0.15 s), and few documents need it.
    table: dict[int, str] = import_module("pypinyin.pinyin_dict").pinyin_dict
    return frozenset(table.get(ord(character), "").split(","))
