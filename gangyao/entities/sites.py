"""Sites named without the place they lie in: [镜岭水库], [火山幼儿园], [福腾路]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer, Head
from gangyao.entities.openers import is_opened, is_opened_by_word

# The lengths of what is proper in the name of a site; the longest that a name may begin with wins.
_LENGTHS = (4, 3, 2)
_HAN = re.compile("[\u4e00-\u9fff]+$")
# Characters of grammar: what holds one is a phrase.
_GRAMMAR = re.compile(
    "[以至则变帮得的了着过和与及或在由向把将从被让使给对为是有等其此某应须要不也就都而且但并]"
)
_KIND = re.compile(
    "^[一二三四五六七八九十]+大|^[新老旧多全两几我本现首各该每第可好]|^如(?![皋东])|[个座所项批类级型种][\u4e00-\u9fff]?$"
)
_NAMED_BY_WORDS = frozenset(("facility", "corridor"))
# A company may bear a longer name: what it is called and what it does.
_COMPANIES = frozenset(("有限公司", "有限责任公司"))
_OF_COMPANIES = tuple(range(12, 3, -1))
# Sites of which words make classes: 铁路口岸, 商务港, 燃煤电厂.
_STRICT = frozenset(("口岸", "港", "港区", "电厂", "航道", "储气库", "古道", "轻轨"))
# Sites that bear common words as their names.
_BEAR_WORDS = frozenset(("幼儿园", "小学", "中学", "大桥", "大道", "新城"))
_STREET = re.compile("大街|大道|路|街")
# Streets bear common words too: 人民大道, 会展路; these make a class of them.
_CLASS_OF_STREET = re.compile(
    "旅游|产业|农村|乡村|城市|沿[江河海线]|环城|国防|城乡|各|致富|资源|主干|支线|快速|城际|市政|园区|内部|配套"
    "|断头|背街|瓶颈|卡脖|连接|进出|出城|入城|等级|机耕|消防|生产|盲"
)
_BEHIND_STREET = re.compile(
    "[、，。；（）和与至及等(]|[0-9]{1,5}(?:号(?!线)|弄)|交[口叉汇]|改造|提升|拓宽|快速化|道路|延伸|工程|项目|建设|沿线|两侧|地下|隧道"
    "|[东西南北中][段侧]|段|快速|等|上跨|下穿|跨|贯通|通车|建成|开通|打通|综合|雨污|管网|[东西南北]延|$"
)


_STREET_BRIDGE = re.compile(
    "(?:大街|大道|路|街)[\u4e00-\u9fff]{1,3}(?:大|立交|跨线|高架)?桥(?=[、，。；（）()和与及]|等|建设|工程|改造|$)"
)
# An opener may be taken for the first word of a street: 拓宽|工业大道.
_LONGEST_STREET = 4
_VERB = 2


def site_names(
    text: str, heads: Sequence[tuple[int, int, Head]], names: Iterable[Candidate], gazetteer: Gazetteer
) -> list[Candidate]:
    """Sites at those of `heads` (start, end, head) that a proper name alone may stand before.

    A division among `names` that ends there is the whole of it: 又称[绵阳]高新技术产业开发区.
    """
    found: list[Candidate] = []
    divisions: dict[int, int] | None = None
    for start, end, head in heads:
        if head.anchor != "named" or not _stands_alone(text, start, end, head, gazetteer):
            continue
        if head.form in _COMPANIES:
            inner = _company_before(text, start, gazetteer)
        else:
            bears_words = head.type in _NAMED_BY_WORDS and head.form not in _STRICT
            inner = proper_before(text, start, gazetteer, _LENGTHS, bears_words)
        if inner is None and head.form in _BEAR_WORDS:
            inner = _word_before(text, start, gazetteer)
        if inner is None:
            continue
        if divisions is None:
            divisions = {one.end: one.start for one in names if one.division is not None}
        if inner >= divisions.get(start, inner) and not gazetteer.abbreviations.divisions.keys() >= set(
            text[inner:start]
        ):
            found.append(Candidate(inner, end, head.type, text[inner:end], "grammar"))
    return found


def _stands_alone(text: str, start: int, end: int, head: Head, gazetteer: Gazetteer) -> bool:
    limits = gazetteer.limits
    return limits.holds("named", text, start, end) and limits.holds(head.form, text, start, end)


def _company_before(text: str, end: int, gazetteer: Gazetteer) -> int | None:
    """Where the name of a company begins that ends at `end`: what it does may stand in it (资产管理)."""
    for length in _OF_COMPANIES:
        begin = end - length
        if begin < 0 or not _HAN.match(text, begin, end):
            continue
        inner = text[begin:end]
        if (
            is_opened_by_word(text, begin, gazetteer.openers, gazetteer.doings)
            and inner[:_VERB] not in gazetteer.doings
            and not (_GRAMMAR.search(inner) or _KIND.search(inner) or gazetteer.classes.search(inner))
            and not _is_all_words(inner, gazetteer.words)
        ):
            return begin
    return None


def _is_all_words(inner: str, words: frozenset[str]) -> bool:
    """Tell whether `inner` is known words and nothing else: 融资|担保."""
    ends = {0}
    for end in range(2, len(inner) + 1):
        if any(start in ends and inner[start:end] in words for start in range(end - 1)):
            ends.add(end)
    return len(inner) in ends


def _word_before(text: str, end: int, gazetteer: Gazetteer) -> int | None:
    """Where a noun of two characters begins that names a site of its own: [火山]幼儿园, [航空]新城."""
    begin = end - 2
    inner = text[max(0, begin) : end]
    if begin < 0 or not is_opened(text, begin, gazetteer.openers) or gazetteer.classes.search(inner):
        return None
    return begin if inner in gazetteer.words and not gazetteer.openers.inside.search(inner) else None


def street_names(text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Streets and roads of a town, where a list, a mark or a word of building stands behind them."""
    found: list[Candidate] = []
    for street in _STREET.finditer(text):
        start, end = street.span()
        if not _BEHIND_STREET.match(text, end) or not gazetteer.limits.holds(street[0], text, start, end):
            continue
        inner = _street_start(text, start, gazetteer)
        if inner is not None:
            found.append(Candidate(inner, end, "corridor", text[inner:end], "grammar"))
    for bridge in _STREET_BRIDGE.finditer(text):
        inner = _street_start(text, bridge.start(), gazetteer)
        if inner is not None:
            # 白云山路沙河桥: where the bridge is.
            found.append(Candidate(inner, bridge.end(), "facility", text[inner : bridge.end()], "grammar"))
    return found


def _street_start(text: str, end: int, gazetteer: Gazetteer) -> int | None:
    for begin in (end - 4, end - 3, end - 2):
        if begin < 0 or not _HAN.match(text, begin, end) or not is_opened(text, begin, gazetteer.openers):
            continue
        inner = text[begin:end]
        if len(inner) == _LONGEST_STREET and inner[:2] in gazetteer.doings:
            # 拓宽|工业大道.
            begin, inner = begin + 2, inner[2:]
        if not (
            inner in gazetteer.doings
            or _GRAMMAR.search(inner)
            or _KIND.search(inner)
            or _CLASS_OF_STREET.search(inner)
            or gazetteer.openers.inside.search(inner)
        ):
            return begin
    return None


def proper_before(
    text: str, end: int, gazetteer: Gazetteer, lengths: Sequence[int], bears_words: bool
) -> int | None:
    """Where the proper name begins that ends at `end`, None where a class or a phrase stands there.

    `bears_words` says whether such sites bear nouns as their names ([东方]机场).
    """
    for length in lengths:
        begin = end - length
        if begin < 0 or not _HAN.match(text, begin, end) or not is_opened(text, begin, gazetteer.openers):
            continue
        inner = text[begin:end]
        if (
            length > _VERB + 1
            and inner[:_VERB] in gazetteer.doings
            and inner[_VERB:] not in gazetteer.words
            and is_proper(inner[_VERB:], gazetteer, bears_words)
        ):
            # 整治|新埠河, 启动|新埠河.
            return begin + _VERB
        if is_proper(inner, gazetteer, bears_words):
            return begin
    return None


def is_proper(inner: str, gazetteer: Gazetteer, bears_words: bool) -> bool:
    """Tell whether `inner` may be the proper part of a name, and is no word of a class."""
    return not (is_made_of_words(inner, gazetteer, bears_words) or is_phrase(inner, gazetteer))


def is_phrase(inner: str, gazetteer: Gazetteer) -> bool:
    """Tell whether `inner` holds a word of grammar, of a class or of what is done."""
    return bool(
        _GRAMMAR.search(inner)
        or _KIND.search(inner)
        or gazetteer.classes.search(inner)
        or gazetteer.openers.inside.search(inner)
    )


def is_made_of_words(inner: str, gazetteer: Gazetteer, bears_words: bool) -> bool:
    """Tell whether `inner` is a known word or two of them: 调控, 科学|调控."""
    words = gazetteer.words
    if bears_words and len(inner) == 2:
        return inner in gazetteer.doings
    return inner in words or any(
        inner[:cut] in words and inner[cut:] in words for cut in range(2, len(inner) - 1)
    )
