"""Where the names of works may begin and end in a clause: at its verbs, between the parts of its lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import daachorse

from gangyao.projects.kinds import KindWords

#: What is done to works, and how: no part of their names.
_VERBS = (
    "做实|被列入|项目有|工程有|名单有|开工建设|新开工|开工|动工|复工|启动实施|启动建设|启动|续建|新建成|建成|建好|新改建|规划建设|加快建设|建设|推进|推动|加快|加速|提速|实施|完成|投产|投用|投运|投入|通车|通航|"
    "通水|开通运营|开通|贯通|并网|竣工|完工|封顶|达产|见效|落地|谋划|储备|论证|运营|运行|开展|申报|争取|列入|纳入|获批|取得|进入|实现|确保|力争|力促|抓好|抓紧|抓实|做好|促进|"
    "支持|配合|协调|打造|布局|招引|引进|签约|聚焦|围绕|组织|安排|发挥|形成|使用|交付|开园|开业|开诊|开放|开门|主体|前期|立项|可研|批复|核准|下闸|蓄水|铺轨|架梁|点火|试|验收|"
    "施工|进展|运转|生产|建造|兴建|筹建|在建|招商|落户|启用|打通|拓宽|获得|吊装|设计|揭牌|挂牌|开办|招生|入驻|覆盖|共建|联合建设|整合|搬迁至|规划|增设|配建|配备|引入|创建|"
    "评为|入选|跻身|研究|突出|用于|巩固|掘进|路基|铺设|敷设|安装|调试|运维|更新改造|修缮|修复|破土|奠基|双双|举行|听取|包括|涉及|深化|优化|强化|加强|改善|提高|保障|新增|建立|"
    "突破|超过|带动|引领|助力|服务|连接|畅通|联通|投资|总投资|概算|占地|全长|改造提升|提升改造|新改扩建"
)
_MANNER = (
    "全力|全面|全速|全程|全线|全部|全年|年内|年底|年底前|今年|明年|去年|当年|年初|月底|一季度|一半季度|二季度|二半季度|三季度|三半季度|四季度|四半季度|上半年|下半年|汛前|冬季|"
    "秋季|持续|高效|高质量|高标准|高水平|高起点|深入|积极|大力|统筹|扎实|有序|稳步|稳妥|协同|着力|重点|精心|务实|尽快|尽早|早日|提前|如期|按期|共同|合力|联合|顺利|陆续|相继|"
    "正式|基本|即将|正在|正|已经|已|均|也|将|拟|可|会|要|继续|接续|滚动|率先|同步|集中|主要|分别是|分别|其中|有望|预计|计划|进一步|这些|一批|一大批|一系列|了|着|并|再|又|"
    "还|就|于|的|以|由|对|把|使|让|从|向|与|和|及|以及|一是|二是|三是|四是|五是|目前|同时|此外|另外|首次|成功"
)
_MONTHS = [f"{month}月{part}" for month in range(1, 13) for part in ("", "底", "份", "底前")]
# Acts that are often part of the name: 水库扩建, 老旧管网改造项目.
_ACTS = (
    "改造提升|提升改造|更新改造|改扩建|扩建|改建|迁建|新建|续建|改造|提升|提质|扩容|扩能|增容|加固|治理"
    "|整治|修复|建设|开发|利用|更新|搬迁"
)
# What a word of a clause is, as bits.
_RUN, _ACT, _JOINT, _COUNT, _BRACKET, _RELATIVE = (1 << n for n in range(6))
# A number is tried from where it begins: what fails from there fails from each of its digits.
_COUNTED = re.compile(
    r"(?:(?<![\d.])[\d.]+[余多]?|(?<![一二两三四五六七八九十百])[一二两三四五六七八九十百]+)[个条座项](?!一)"
)
SHORTEST, LONGEST = 3, 40
# 雄商、津潍、济滨等铁路.
_SHORTEST_PART = 2


@dataclass(frozen=True, slots=True, eq=False)
class BorderWords:
    """The words at which names may begin and end, compiled; `bits[i]` is what word `i` is."""

    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    bits: tuple[int, ...]


def border_words() -> BorderWords:
    """Compile the words."""
    bits: defaultdict[str, int] = defaultdict(int)
    for words, bit in (
        ([*_VERBS.split("|"), *_MANNER.split("|"), *_MONTHS], _RUN),
        (_ACTS.split("|"), _ACT),
        (["以及", "和", "及", "与"], _JOINT),
        (["等", "项目", "工程"], _COUNT),
        (["（", "）", "“", "”"], _BRACKET),
        (["的"], _RELATIVE),
    ):
        for word in words:
            bits[word] |= bit
    ordered = sorted(bits)
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(ordered, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    return BorderWords(automaton, tuple(bits[word] for word in ordered))


class Segment(NamedTuple):
    """A part of a list, `start`:`end` of the paragraph, and where names may begin and end in it.

    `starts` and `ends` have the place and what is there: the part's own border (`part`), a verb (`verb`), an
    act that may be part of a name (`act`), a word that joins (`joint`), a count or 等 (`count`), a bracket
    (`bracket`), 的 (`relative`).
    """

    start: int
    end: int
    starts: Mapping[int, str]
    ends: Mapping[int, str]


def segments_of(text: str, start: int, end: int, words: BorderWords, kinds: KindWords) -> Iterator[Segment]:
    """Yield the parts of the list that the clause `text[start:end]` is, one where it lists nothing."""
    for begin, stop in _parts(text, start, end):
        if stop - begin >= _SHORTEST_PART:
            yield _segment(text, begin, stop, words, kinds)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a clause at 、, but not within brackets, nor between the numbers of one name (1、2号路)."""
    at = start
    mark = text.find("、", start, end)
    while mark >= 0:
        if not _holds_on(text, at, mark, end):
            yield at, mark
            at = mark + 1
        mark = text.find("、", mark + 1, end)
    yield at, end


# 东、中线: one character; 1、2号路; 甲、乙、丙三镇供水.
_NUMBERS = re.compile(r"[\dA-Za-z]+(?:号|期|#)|[\u4e00-\u9fff](?:、[\u4e00-\u9fff])*线")
_SHARED_COUNT = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}、)*[\u4e00-\u9fff]{1,4}[两二三四五六七八九十][省市县区镇乡地村]"
)


def _holds_on(text: str, at: int, mark: int, end: int) -> bool:
    before = text[mark - 1]
    if text.count("（", at, mark) > text.count("）", at, mark):
        return text.find("）", mark, end) >= 0
    if text.count("“", at, mark) > text.count("”", at, mark):
        return text.find("”", mark, end) >= 0
    if before.isdigit() or mark - at == 1:
        return _NUMBERS.match(text, mark + 1, end) is not None
    return mark - at <= 12 and _SHARED_COUNT.match(text, mark + 1, end) is not None


# How long, dear or large works are is no part of their name: 成昆铁路二线|120公里.
_UNITS = ("公里", "千米", "元", "亩", "平方米", "套", "户")
_SIZE = re.compile(
    r"(?:共计?|全长|总长|约)?(?<!\d)(?<!\d\.)\d[\d.]*(?:余|多)?(?:公里|千米|[万亿]元|万?亩|万?平方米|万?套|万?户)$"
)


def _segment(text: str, start: int, end: int, words: BorderWords, kinds: KindWords) -> Segment:
    size = _SIZE.search(text, start, end) if text.endswith(_UNITS, start, end) else None
    stop = end if size is None else size.start()
    starts, ends = {start: "part"}, {stop: "part"}
    run_end = -1
    bits = words.bits
    part = text[start:stop]
    for begin, behind, word in words.automaton.find(part):
        bit, at, after = bits[word], start + begin, start + behind
        if bit & _RUN:
            if at == run_end and starts.get(at) == "verb":
                # One verb after another: 加快|推进.
                del starts[at]
            else:
                ends.setdefault(at, "verb")
            starts.setdefault(after, "verb")
            run_end = after
        if bit != _RUN:
            # One mark after another, （（（: names begin behind the last of them and end before the first.
            is_first, is_last = text[at - 1 : at] != text[at], text[after : after + 1] != text[at]
            _add_others(bit, (at, after), starts, ends, is_first=is_first, is_last=is_last)
    if "个" in part or "条" in part or "座" in part or "项" in part:
        for counted in _COUNTED.finditer(text, start, stop):
            ends.setdefault(counted.start(), "count")
            ends.setdefault(counted.end(), "count")
    for at in kinds.ends(part):
        ends.setdefault(start + at, "kind")
    starts.pop(stop, None)
    ends.pop(start, None)
    return Segment(start, end, starts, ends)


def _add_others(
    bit: int,
    span: tuple[int, int],
    starts: dict[int, str],
    ends: dict[int, str],
    *,
    is_first: bool,
    is_last: bool,
) -> None:
    """Add the borders that a word at `span` makes which is more, or something else, than a verb."""
    at, after = span
    if bit & _ACT:
        ends.setdefault(at, "act")
        ends.setdefault(after, "act")
        if at in starts:
            starts.setdefault(after, "act")
    elif bit & _JOINT:
        starts.setdefault(after, "joint")
        ends.setdefault(at, "joint")
    elif bit & _COUNT:
        ends.setdefault(at, "count")
        ends.setdefault(after, "count")
    elif bit & _BRACKET:
        if is_first:
            ends.setdefault(at, "bracket")
        if is_last:
            ends.setdefault(after, "bracket")
            starts.setdefault(after, "bracket")
    elif bit & _RELATIVE:
        starts.setdefault(after, "relative")
