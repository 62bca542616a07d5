"""Lines that hold no words of the text: numbers, letters, the stamp of a reader, how a character is read.

`周明远 0931 2026-03-05` tells who printed a page, `发言人1 00:02:14` who spoke, `100%` stands at an axis, and
`qī` above the character that is read so.
"""

from __future__ import annotations

import re

from gangyao.chinese.punctuation import INNER_MARK, ends_sentence

_LONGEST = 44
_MOST_HAN = 14
_HAN = re.compile("[\u3400-\u9fff]")
_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f\u3100-\u312f]")
DIGITS = re.compile("[0-9０-９]+")
# When somebody read or spoke, and where from; who it was stands beside it.
_STAMP = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?<!\d)\d{1,2}:\d{2}(?!\d)|\d{1,3}(?:\.\d{1,3}){3}"
    r"|[\w.-]{1,30}@[\w-]{1,30}\.\w|https?://|www\.[\w-]{1,30}\.|星期[一二三四五六日天]\s"
)
#: 图3 非化石能源消费比重
CAPTION = re.compile(
    r"(?:图|表|附图|附表|专栏) ?[0-9一二三四五六七八九十]{1,3}(?:[-－.][0-9]{1,2})?(?:[ \u3000：:]|$)"
)
_LONGEST_RUBY = 24
_TONE = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜˊˇˋ˙ㄅ-ㄩ]")
_SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}"
_RUBY = re.compile(rf"[（(\[]?(?:{_SYLLABLE}|[ㄅ-ㄩˊˇˋ˙]{{1,5}})(?:[ ·]{_SYLLABLE}){{0,3}}[）)\]]?")


def is_stamp(text: str) -> bool:
    """Tell whether a line has no words of the text: nothing but letters, numbers and marks, or a stamp."""
    if not text or len(text) > _LONGEST or INNER_MARK.search(text) or ends_sentence(text):
        return False
    words = len(_HAN.findall(text))
    if words == 0:
        return _LETTERS.search(text) is not None or DIGITS.search(text) is not None
    return CAPTION.match(text) is not None or (words <= _MOST_HAN and _STAMP.search(text) is not None)


def form_of_stamp(text: str) -> str:
    """Return what stamps have in common that tell another time or number; bare numbers have nothing."""
    is_bare = not (_LETTERS.search(text) or _HAN.search(text) or ":" in text)
    return text if is_bare else DIGITS.sub("0", text)


def is_ruby(text: str) -> bool:
    """Tell whether a line says how the character before it is read, and nothing else: `qī`, `（ㄅㄢˇ）`."""
    return len(text) <= _LONGEST_RUBY and _RUBY.fullmatch(text) is not None and _TONE.search(text) is not None
