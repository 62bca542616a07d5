"""What a verb carries behind it (建设成, 落实到), told from the first character of its object (打造|成渝)."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word

# A list whose parts begin alike shows it within this many characters: 好媳妇、好儿女.
_LIST_SPAN = 10
# Complements that many names begin with.
_MAY_OPEN = frozenset("成好出入起至到")
# What a verb may carry behind it; the first of them that fits is taken.
# 在建, 在校: words of a state.
_STATES = "建校职岗线读库编册途案地"
_BOUNDS = ("内", "以下", "以上", "左右", "水平", "范围", "之间")
#: What each of these begins with, and 在.
COMPLEMENT_STARTS = frozenset("到起成好至出入了在为")
# 登记为|公司, 调整为|林地: verbs that end so say what something becomes or is taken for.
_BECOMING = "认定记册变整化改评列划名级"
# 深化|为民服务, 优化|为企服务: for whom.
_FOR_WHOM = re.compile("为[民企老农侨](?!营)|为[^，。；]{1,3}(?:服务|办事|减负|解忧)")
_COMPLEMENTS = ("到位", "起来", "成为", "好", "到", "至", "出", "起", "入", "了")


def complement_end(text: str, at: int, end: int, lexicon: Lexicon) -> int:
    """Return where the complement of a verb that ends at `at` ends (`at` where it has none)."""
    if at >= end or text[at] not in COMPLEMENT_STARTS:
        return at
    if text[at] == "为":
        becomes = text[at - 1] in _BECOMING and at + 1 < end and not _FOR_WHOM.match(text, at)
        return at + 1 if becomes else at
    if text[at] == "在":
        # 限定在|必要范围内, 控制在|三百万以下.
        is_bound = text.endswith(_BOUNDS, at + 2, end) and text[at + 1] not in _STATES
        return at + 1 if is_bound else at
    longer = lexicon.heads.get(text[at : at + 2], ())
    for complement in _COMPLEMENTS:
        if text.startswith(complement, at) and at + len(complement) <= end:
            if len(complement) == 1 and any(text.startswith(word.text, at) for word in longer):
                return at
            if len(complement) == 1 and _opens_name(text, at, end, lexicon):
                return at
            return at + len(complement)
    return at


def without_complement(text: str, start: int, end: int, word: Word, lexicon: Lexicon) -> Word:
    """Return a verb of more than two characters, without the last where that opens its object: 打造|成渝."""
    stop = start + len(word.text)
    if word.text[-1] not in _MAY_OPEN or not _opens_name(text, stop - 1, end, lexicon):
        return word
    bare = next((known for known in lexicon.heads[word.text[:2]] if known.text == word.text[:-1]), None)
    return bare if bare is not None and bare.verb else word


def _opens_name(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the complement at `at` is rather the first character of a name: 成渝, 好媳妇、好儿女."""
    if text[at : at + 2] in lexicon.nouns and text[at + 1 : at + 3] not in lexicon.nouns:
        return True
    return text.find(f"、{text[at]}", at, min(end, at + _LIST_SPAN)) >= 0
