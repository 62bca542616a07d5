"""The words that compare a quantity (不低于65%, 5%左右, 控制在5.5%以内): those of `comparisons.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gangyao.document.tasks import Comparator, Direction
from gangyao.lexicon_tables import LexiconTables
from gangyao.tasks.targets.patterns import longest_first

_TO = ("到", "至", "为")
_HOLDS = ("在", "到")
# Bounds what another word says though it says nothing more itself: 下降达到.
_REACHED = "达到"
# Part of a name as often: 最低生活保障标准.
_EXTREMES = frozenset(("最低", "最高", "最多", "最少"))
_BOUND_WORDS = "(?:不[得能可准]?)?超过|不[得能可准]?[高低少大小多]于|[高低]于"
# The base of a share between the word that bounds it and the number: 不得超过|项目总投资的|30%,
# 不少于|执法人员总数|5%.
_BASE = re.compile(
    rf"({_BOUND_WORDS}|控制在)[^，；。、：0-9]{{2,20}}(?:的|总[数量额]|总人数|限额|余额|额度)$"
)
# Whom or what a bound is told of for each stands between: 不得高于|每吨|300元.
_EACH = re.compile(
    rf"({_BOUND_WORDS}|最[高低多少]|(?:提[高升]|增[加长]|[下上]调|压缩|降低|调整)[到至为]|达到?)"
    r"(?:每[\u4e00-\u9fff]{1,4}){1,2}$"
)
_EACH_SPAN = 16
# What may be granted at most: 最高|给予|50万元, 最高可奖励100万元.
_GRANTED = re.compile(
    "(最高|最多|至多)(?:可以?)?(?:给予|予以|奖励|奖补|补贴|补助|资助|扶持|支持|贴息|补偿|配套|拨付|支付|享受|申请|获得|获|达)"
    "(?:其|人民币)?$"
)
_GRANTED_SPAN = 10
# 参保人数2亿人，比上年末|增加|500万人: a change and no act, though it counts.
_THAN = re.compile("[比较](?![例重率值热])[^，。；、]{1,12}$")
_THAN_SPAN = 13
_BASE_ENDS = frozenset("的数量额度")
# The year in which a level is reached, between the change and the level: 增加到|2025年|42100元.
_IN_YEAR = re.compile(
    r"((?:增[加长]|提[高升]|上升|上调|扩大|下降|降低?|下调|减少|缩小|压减|缩短)[到至为])"
    r"(?:(?:19|20)\d{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年(?:[底末]|的)?$"
)
_IN_YEAR_SPAN = 14
_IN_YEAR_ENDS = frozenset("年的底末")
_BASE_SPAN = 28
# No comparing words are longer; two of them may stand together (下降不超过).
_PREFIX_SPAN = 14


@dataclass(frozen=True, slots=True, eq=False)
class Comparisons:
    """The comparing words, compiled.

    `prefix` matches the words before a quantity, which end with one of `prefix_ends`, `suffix` those behind.
    `levels` finds the words before a level that is reached or bounded (达到, 不超过), or a last change.
    `says` and `directions` give comparator and direction of each word; `changes` are the bare changes, which
    before a count are the act itself (提升100所学校); `verbs` give the direction of the verb of a clause.
    """

    prefix: re.Pattern[str]
    prefix_ends: frozenset[str]
    suffix: re.Pattern[str]
    words: re.Pattern[str]
    levels: re.Pattern[str]
    says: Mapping[str, Comparator]
    directions: Mapping[str, Direction]
    changes: frozenset[str]
    verbs: Mapping[str, Direction]


class Comparison(NamedTuple):
    """A quantity with its comparing words at `start`:`end`; `prefix` as printed, and what they say.

    `said` is where the first comparing word begins, which a base or a year may part from the quantity.
    """

    start: int
    said: int
    end: int
    prefix: str
    suffix: str
    comparator: Comparator
    direction: Direction | None


def compile_comparisons(tables: LexiconTables) -> Comparisons:
    """Compile the comparing words of the lexicon."""
    says: dict[str, Comparator] = {}
    directions: dict[str, Direction] = {}
    verbs: dict[str, Direction] = {}
    before: list[str] = []
    after: list[str] = []
    changes: list[str] = []
    for word, place, comparator, direction in tables.rows(
        "comparisons", "word", "place", "comparator", "direction"
    ):
        if place == "verb":
            verbs[word] = direction
            continue
        forms = [f"{word}{to}" for to in _TO] if place in {"change", "change_to"} else []
        forms += [word] if place != "change_to" else []
        for form in forms:
            says[form] = comparator
            if direction:
                directions[form] = direction
        (after if place == "after" else before).extend(forms)
        if place == "change":
            changes.append(word)
    known = longest_first(before)
    # A second word bounds what the first one says: 下降不超过, 提高到近.
    bounds = longest_first(
        {*(word for word in before if says[word] != "=" and not word.endswith(_HOLDS)), _REACHED}
    )
    return Comparisons(
        re.compile(rf"(?:(?:{known})[了再]?)?(?:{bounds})?$"),
        # What the pattern before can end with; `$` looks over a line break.
        frozenset(word[-1] for word in (*before, _REACHED)) | frozenset("了再\n"),
        re.compile(rf"(?:（含[^）]{{0,6}}）)?(?:及其?)?(?P<word>{longest_first(after)})"),
        re.compile(known),
        # One character may belong to a word: 签约金额.
        re.compile(
            longest_first([w for w in before if len(w) > 1 and w not in changes and w not in _EXTREMES])
            + f"|(?:{longest_first(changes)})$"
        ),
        says,
        directions,
        frozenset(changes),
        verbs,
    )


def compare(text: str, start: int, end: int, comparisons: Comparisons, *, is_count: bool) -> Comparison:
    """Widen the quantity `text[start:end]` by the comparing words on both sides.

    Before a count a bare 提升 or 减少 is the act itself (提升100所学校), not a comparison. The words behind
    the number decide, else the last word before it that bounds it.
    """
    prefix = ""
    apart: re.Match[str] | None = None
    if text[start - 1 : start] in comparisons.prefix_ends:
        before = comparisons.prefix.search(text, max(0, start - _PREFIX_SPAN), start)
        prefix = before[0] if before else ""
    if is_count and prefix in comparisons.changes and _THAN.search(text, *_before(start, prefix)) is None:
        prefix = ""
    elif not prefix:
        apart = _said_before(text, start, comparisons, is_count=is_count)
    after = comparisons.suffix.match(text, end)
    suffix = after[0] if after else ""
    said = [apart[1]] if apart is not None else comparisons.words.findall(prefix) if prefix else []
    comparator = comparisons.says[after["word"]] if after else _bound(said, comparisons)
    direction = next((comparisons.directions[word] for word in said if word in comparisons.directions), None)
    begin = start - len(prefix)
    said_at = begin if apart is None else apart.start()
    return Comparison(begin, said_at, end + len(suffix), prefix, suffix, comparator, direction)


def _before(start: int, prefix: str) -> tuple[int, int]:
    """Return where the words lie that may say with what a change is compared."""
    end = start - len(prefix)
    return max(0, end - _THAN_SPAN), end


def _said_before(text: str, start: int, comparisons: Comparisons, *, is_count: bool) -> re.Match[str] | None:
    """Find the word that compares the quantity at `start` from before its base, its year, what each gets or
    a grant.
    """
    found: re.Match[str] | None = None
    if text[start - 1 : start] in _IN_YEAR_ENDS:
        found = _IN_YEAR.search(text, max(0, start - _IN_YEAR_SPAN), start)
    if found is not None:
        return found if found[1] in comparisons.says else None
    if not is_count and text[start - 1 : start] in _BASE_ENDS:
        found = _BASE.search(text, max(0, start - _BASE_SPAN), start)
    elif "每" in text[max(0, start - _EACH_SPAN) : start]:
        found = _EACH.search(text, max(0, start - _EACH_SPAN), start)
    if found is None and text.rfind("最", max(0, start - _GRANTED_SPAN), start) >= 0:
        found = _GRANTED.search(text, max(0, start - _GRANTED_SPAN), start)
    return found if found is not None and found[1] in comparisons.says else None


def _bound(said: Iterable[str], comparisons: Comparisons) -> Comparator:
    """Return what the words say; `=` where none of them bounds the quantity."""
    found: Comparator = "="
    for word in said:
        if comparisons.says[word] != "=":
            found = comparisons.says[word]
    return found
