"""What can be read off a sentence of whether it reports or sets a task, as named numbers.

The names are those of `gangyao/models/statement_weights.json`. Each feature is 0 or 1 where nothing else is
said; signs (see `gangyao.chinese.signs`) keep the patterns from most sentences.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from gangyao.chinese.dates import TIME_BEHIND_MARK
from gangyao.chinese.numerals import DIGITS
from gangyao.chinese.signs import CharacterSet, Lines, Masks, Signs, Told, places_of
from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.statements.aims import AIM, MAY_AIM
from gangyao.tasks.statements.cues import Cues, cue_evidence
from gangyao.tasks.statements.openings import BODIES, names_body, read_openings

#: The features in the order in which `read_features` gives them.
FEATURES = (
    "cues for a statement, in nats",
    "cues for a task, in nats",
    "no cue for a task",
    "X是Y",
    "X是…的Y",
    "X是…关键",
    "a body and a verb",
    "a request or a proposal",
    "what a cited document says",
    "opens a document",
    "a listed case",
    "a case and what follows from it",
    "in brackets",
    "a forecast",
    "a permission",
    "a ban",
    "duties",
    "opens with a verb",
    "opens with an adverb",
    "share of clauses that open with either",
    "figures with decimals",
    "an aim",
    "了",
    "a definition",
    "numbers where no verb opens",
    "我们",
    "length, in log code points",
    "closes with a duty",
    "begs the assembly",
    "a trait of what was done",
    "a judgement",
    "a maxim",
    "opens with a phrase",
    "a bound to keep",
)
_MOST_NATS = 8.0
_MOST_DECIMALS, _MOST_NUMBERS, _MOST_DUTIES = 2, 3, 2
# Sentences of this many code points count as of middling length.
_MIDDLING = 33

_IS = re.compile(
    r"[^，；：。]{2,30}(?<![但还于就凡总正也都要不只更一二三四五六七八九其这那别键点旨容务标])"
    r"是(?!否|指|要|为了|由)[^，。；]{3,}"
)
# X是…的Y: says what something is. 关键是, 一是, 凡是 and the like are no such 是.
_IS_OF = re.compile(
    r"[^，；：]{1,30}(?<![但还于就凡总正也都要一二三四五六七八九其这那别键点旨容务标])是"
    r"[^，。；]{4,60}的[\u4e00-\u9fff]{2,8}[，。；]"
)
_IS_ROLE = re.compile(
    r"[^；。]{2,60}(?<![但还就凡总正也都要不只更其这那])是[^，。；]{0,24}(?:关键|基础|前提|保障|根本|核心|重点|途径"
    r"|环节|内容|任务|举措|抓手|生命|支撑|依据|必要的|应有之义|本质|特征|要求"
    r"|属性|责任|使命|优势|标志|体现|目的|保证|特点|条件|要义)(?:所在)?[，。；]"
)
_REQUEST = re.compile("[^，。]{0,6}(?:请求|建议|希望|认为|反映|汇报|报告|主张|表示|呼吁)，")
_CITES = re.compile(r"[^，。]{0,16}《[^》]+》[^，。]{0,14}(?:提出|指出|明确|规定|要求|强调|印发|作出|确定)")
_OPENS = re.compile(
    r"现[^，。]{0,4}(?:就|将|予|提出|通知|印发)[^。]{0,40}(?:如下|意见|通知|报告|印发给你们)|(?:如下|通知|意见)：$"
)
_COLON = ord("：")
_CASE = re.compile(r"[（(][一二三四五六七八九十\d]+[)）].*(?:的|情形)[；。]$")
_CASE_FIRST = re.compile("[^，。；]{2,60}的，(?:[^，。；]{2,60}的，)?[^，。；]")
_BRACKETS = CharacterSet("（(〔【")
_IN_BRACKETS = re.compile(r"[（(〔【][^）)〕】]*[）)〕】]。?$")
_FORECAST = re.compile(
    r"预计|有望|将(?:会|继续|进一步|逐步|更加)?(?:增[加多长]|上升|下降|加[大剧快]|面临|出现|产生|发生|达到|成为|是)|易发|高发"
    r"|最终，?[将会必]"
)
_MAY = re.compile(
    "可以(?<!完全可以)(?<!都可以)(?!说|看[出到]|预见|想见|相信|肯定)|有权|方可|可[按对向不将由]|可通过|可采用|可经|可结合|可(?:自愿|自行|自主|直接|优先|依法|视情|视(?![化频觉])|参照|参加|提出|给予|延长)|可在(?![^，。；]{0,12}[看见])|可(?:作为|申请|享受|凭)|可根据|可采取|可相应|可适当|可继续|可另|允许"
)
_BAN = re.compile("不得|禁止|严禁|不准")
_DUTY = re.compile(r"应当|必须|务必|须|应(?=[^急用届对收付税诊聘战邀变])|要(?!求|素|点|件|闻|塞|害)")
_DECIMAL = re.compile(rf"\d\.(?!{TIME_BEHIND_MARK})\d")
_DIGITS = CharacterSet(DIGITS)
_DEFINITION = re.compile(r"所称|是指|指的是|，是?指[^导引定挥向令派示]")
# 重大问题及时向国务院报告。 按照国家有关规定执行。 由市人民政府公布。
_CLOSES = re.compile(
    "(?:按照?|依照|依据|由|向|报|经|及时|依法|另行|统一|负责|定期|书面|自行|共同)[^，。；]{0,24}[\u4e00-\u9fff]{2}[。；]$"
)
_CLOSING_ACTS = frozenset(
    {
        *("执行", "办理", "处理", "报告", "备案", "公布", "规定", "确定", "承担", "实施", "审批", "批准"),
        *("解决", "协商", "调解", "报批", "核定", "归档", "担任"),
    }
)
_BEGS = re.compile("请予|请(?:省|市|县|自治区|全国)?(?:各位|政协|批评|审议|审查)|提出[^，。]{0,4}意见。$")
# 累计 counts what was done only before a figure: 累计互认 is done together.
_TRAIT = re.compile(
    r"同比|位居|居全|累计(?=[^，。；]{0,16}[\d一二三四五六七八九])|获评|入选|获批|荣获|实现全覆盖|首次|创历史"
    r"|高于(?<!力争高于)|连续[一二三四五六七八九十]"
)
# 奋斗才能赢得未来, 这是…的需要, 具有…作用: what holds, unless a duty stands in it too.
_JUDGEMENT = re.compile(
    "这[是些](?<![一二三四五六七八九十其]..)|才能|必将|具[有备][^，。；]{0,14}(?:作用|意义|地位|潜力|优势|条件)"
)
# 建设用地控制在35平方公里以内, 每年奖励不超过300万元: what is to be kept to.
_BOUND = re.compile(r"(?:控制在|不(?:得)?(?:超过|低于|少于|高于|小于|大于))[^，。；]{0,10}\d")
# 两岸同根，骨肉相亲。 Two clauses of one length that no verb opens.
_MAXIM = re.compile("[\u4e00-\u9fff]{4,8}，[\u4e00-\u9fff]{4,8}[。！]$")
_LONGEST_MAXIM = 18
# The features that are one pattern: what fits, and the words of which one stands wherever it does.
PATTERNS: dict[str, tuple[Callable[[str], re.Match[str] | None], tuple[str, ...]]] = {
    "X是Y": (_IS.match, ("是",)),
    "X是…的Y": (_IS_OF.match, ("是",)),
    "X是…关键": (_IS_ROLE.match, ("是",)),
    "a request or a proposal": (
        _REQUEST.match,
        ("求，", "议，", "望，", "为，", "映，", "报，", "告，", "张，", "示，", "吁，"),
    ),
    "what a cited document says": (_CITES.match, ("《",)),
    "a case and what follows from it": (_CASE_FIRST.match, ("的，",)),
    "a forecast": (_FORECAST.search, ("预计", "有望", "将", "易发", "高发", "最终")),
    "a permission": (
        _MAY.search,
        (
            "可以",
            "有权",
            "方可",
            "可按",
            "可对",
            "可向",
            "可不",
            "可将",
            "可由",
            "可通",
            "可经",
            "可结",
            "可自",
            "可直",
            "可优",
            "可依",
            "可视",
            "可参",
            "可提",
            "可给",
            "可延",
            "可在",
            "可作",
            "可申",
            "可享",
            "可凭",
            "可根",
            "可采",
            "可相",
            "可适",
            "可继",
            "可另",
            "允许",
        ),
    ),
    "a ban": (_BAN.search, ("不得", "禁止", "严禁", "不准")),
    "了": (re.compile("了").search, ("了",)),
    "a definition": (_DEFINITION.search, ("所称", "指")),
    "我们": (re.compile("我们").search, ("我们",)),
    "a bound to keep": (_BOUND.search, ("制在", "不超", "不低", "不少", "不高", "不小", "不大", "不得")),
    "begs the assembly": (_BEGS.search, ("请", "意见")),
    "a trait of what was done": (
        _TRAIT.search,
        (
            "同比",
            "位居",
            "居全",
            "累计",
            "获评",
            "入选",
            "获批",
            "荣获",
            "实现",
            "首次",
            "创历",
            "高于",
            "连续",
        ),
    ),
}
# The like of those that count, or that something else may speak for too.
_WORDS = {
    "a body and a verb": ("国家", *{body[-2:] for body in BODIES}),
    "opens a document": ("现",),
    "duties": ("应", "必须", "务必", "须", "要"),
    "figures with decimals": (".",),
    "an aim": ("标",),
    "a judgement": ("这是", "这些", "才能", "必将", "具有", "具备"),
}
SIGNS = Signs(_WORDS | {name: words for name, (_, words) in PATTERNS.items()})

Features = npt.NDArray[np.float64]


def read_features(lines: Lines, cues: Cues, lexicon: Lexicon) -> Features:
    """Return the features of each sentence of `lines`: a row with the columns of `FEATURES`.

    One feature is read of all sentences before the next, and no pattern tried where no sign of it stands.
    """
    sentences = lines.texts
    masks = SIGNS.of_lines(lines)
    features = np.zeros((len(FEATURES), len(sentences)))
    column = dict(zip(FEATURES, features, strict=True))
    for_statement, for_task = cue_evidence(lines, cues)
    column["cues for a statement, in nats"][:] = np.minimum(for_statement, _MOST_NATS)
    column["cues for a task, in nats"][:] = np.maximum(for_task, -_MOST_NATS)
    column["no cue for a task"][:] = for_task == 0.0
    openings = read_openings(lines, lexicon)
    column["opens with a verb"][:] = openings.with_verb
    column["opens with an adverb"][:] = openings.with_adverb
    column["opens with a phrase"][:] = openings.with_phrase
    column["share of clauses that open with either"][:] = openings.share
    # NumPy's logarithm is not the same to the last digit on every processor.
    column["length, in log code points"][:] = [math.log((len(one) + 1) / _MIDDLING) for one in sentences]
    unopened = ~(openings.with_verb | openings.with_adverb)
    numbers = np.minimum(_count_numbers(lines), _MOST_NUMBERS)
    column["numbers where no verb opens"][:] = np.where(unopened, numbers, 0)
    for name, pattern, most, some in (
        ("duties", _DUTY, _MOST_DUTIES, _signed(masks, "duties")),
        ("figures with decimals", _DECIMAL, _MOST_DECIMALS, _signed(masks, "figures with decimals")),
    ):
        for index in places_of(some):
            column[name][index] = min(most, len(pattern.findall(sentences[index])))
    brief = unopened & (lines.breaks - lines.starts <= _LONGEST_MAXIM)
    column["a maxim"][_fitting(_is_maxim, sentences, brief)] = 1.0
    for name, told in _told(sentences, lines, masks, lexicon):
        if told:
            column[name][told] = 1.0
    return features.T


def _count_numbers(lines: Lines) -> npt.NDArray[np.intp]:
    """Return how many runs of digits each of the lines holds; a break parts them."""
    is_digit = _DIGITS.holds(lines.codes)
    ends = np.flatnonzero(is_digit[:-1] & ~is_digit[1:])
    return np.bincount(np.searchsorted(lines.starts, ends, side="right") - 1, minlength=len(lines.starts))


def _told(
    sentences: Sequence[str], lines: Lines, masks: Masks, lexicon: Lexicon
) -> Iterator[tuple[str, list[int]]]:
    """Yield the features that are 0 or 1 with the sentences that have them."""
    for name, (fits, _) in PATTERNS.items():
        yield name, _fitting(fits, sentences, _signed(masks, name))
    bodies = places_of(_signed(masks, "a body and a verb"))
    yield "a body and a verb", [index for index in bodies if names_body(sentences[index], lexicon)]
    opening = _signed(masks, "opens a document") | (lines.last == _COLON)
    yield "opens a document", _fitting(_OPENS.search, sentences, opening)
    bracketed = _BRACKETS.holds(lines.first)
    yield "a listed case", _fitting(_CASE.match, sentences, bracketed)
    yield "in brackets", _fitting(_IN_BRACKETS.match, sentences, bracketed)
    aiming = _signed(masks, "an aim") | MAY_AIM.holds(lines.first)
    yield "an aim", _fitting(AIM.match, sentences, aiming)
    yield "a judgement", _fitting(_judges, sentences, _signed(masks, "a judgement"))
    closing = [index for index, one in enumerate(sentences) if one[-3:-1] in _CLOSING_ACTS]
    yield "closes with a duty", [index for index in closing if _CLOSES.search(sentences[index])]


def _judges(sentence: str) -> re.Match[str] | None:
    """Match what holds where no duty stands beside it."""
    found = _JUDGEMENT.search(sentence)
    return found if found is None or _DUTY.search(sentence) is None else None


def _is_maxim(sentence: str) -> re.Match[str] | None:
    """Match two clauses of one length: 为政之道，民生为本。"""
    return _MAXIM.match(sentence) if sentence.find("，") == (len(sentence) - 2) / 2 else None


def _signed(masks: Masks, name: str) -> Told:
    """Tell of each sentence whether it has a sign of the feature."""
    signed: Told = masks & np.uint64(SIGNS.bits(name)) != 0
    return signed


def _fitting(fits: Callable[[str], object], sentences: Sequence[str], some: Told) -> list[int]:
    """Return which of some sentences fit."""
    return [index for index in places_of(some) if fits(sentences[index])]
