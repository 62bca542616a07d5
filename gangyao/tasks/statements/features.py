"""What can be read off a sentence of whether it reports or sets a task, as named numbers.

The names are those of `gangyao/models/statement_weights.json`. Each feature is 0 or 1 where nothing else is
said; plain tests for a character keep the patterns from most sentences.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence

from gangyao.tasks.lexicon import Lexicon
from gangyao.tasks.statements.cues import Cues, cue_evidence, first_word

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
)
_MOST_NATS = 8.0
_MOST_DECIMALS, _MOST_NUMBERS, _MOST_DUTIES = 2, 3, 2
# Sentences of this many code points count as of middling length.
_MIDDLING = 33

# What may stand before the verb or the adverb that opens a sentence.
_CONNECTIVES = ("同时，", "此外，", "其中，", "同时", "并")
_CLAUSE = re.compile("[，：；](?=.)")
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
_BODIES = (
    *("部门", "政府", "机构", "单位", "委员会", "机关", "企业", "组织", "法院", "检察院", "银行", "学校"),
    *("医院", "局", "厅", "办公室", "小组", "会议", "中心", "机制"),
)
_BODY_SPAN = 26
# A name that ends with a body, no mark inside; the set of what bodies end with keeps `re` from trying each.
_BODY = re.compile(
    rf"(?s:.)[^，。；：]{{0,{_BODY_SPAN - 2}}}?[{''.join(sorted({body[-1] for body in _BODIES}))}]"
    rf"(?:{'|'.join(f'(?<={body})' for body in _BODIES)})"
)
_WITH_BODY = ("及其有关部门", "和有关部门", "和个人")
_REQUEST = re.compile("[^，。]{0,6}(?:请求|建议|希望|认为|反映|汇报|报告|主张|表示|呼吁)，")
_REQUEST_SPAN = 9
_CITES = re.compile(r"[^，。]{0,16}《[^》]+》[^，。]{0,14}(?:提出|指出|明确|规定|要求|强调|印发|作出|确定)")
_OPENS = re.compile(
    r"现[^，。]{0,4}(?:就|将|予|提出|通知|印发)[^。]{0,40}(?:如下|意见|通知|报告|印发给你们)|(?:如下|通知|意见)：$"
)
_CASE = re.compile(r"[（(][一二三四五六七八九十\d]+[)）].*(?:的|情形)[；。]$")
_CASE_FIRST = re.compile("[^，。；]{2,60}的，(?:[^，。；]{2,60}的，)?[^，。；]")
_BRACKETS = frozenset("（(〔【")
_IN_BRACKETS = re.compile(r"[（(〔【][^）)〕】]*[）)〕】]。?$")
_FORECAST = re.compile(
    r"预计|将(?:会|继续|进一步|逐步|更加)?(?:增[加多长]|上升|下降|加[大剧快]|面临|出现|产生|发生|达到|成为|是)|易发|高发"
)
_MAY = re.compile(
    "可以(?<!完全可以)(?<!都可以)(?!说|看[出到]|预见|想见|相信|肯定)|有权|方可|可[按对向]|可根据|可采取|允许"
)
_BAN = re.compile("不得|禁止|严禁|不准")
_DUTY = re.compile(r"应当|必须|务必|须|应(?=[^急用届对收付税诊聘战邀变])|要(?!求|素|点|件|闻|塞|害)")
_DECIMAL = re.compile(r"\d\.\d")
_NUMBER = re.compile(r"\d\d*")
_DEFINITION = re.compile(r"所称|是指|指的是|，是?指[^导引定挥向令派示]")
AIM = re.compile(
    r"(?:——)?(?:20[3-9]\d年，|[到至](?:20[2-9]\d年|“?[一二三四五六七八九十]{1,2}五”?(?:时期|期)?末|本世纪))"
    r"|[^。；]{0,45}(?:目标|指标)(?:任务)?(?:主要)?[是为：]"
)
_AIM_STARTS = frozenset("到至—2")
# 重大问题及时向国务院报告。 按照国家有关规定执行。 由市人民政府公布。
_CLOSES = re.compile(
    "(?:按照?|由|向|报|经|及时|依法|另行|统一|负责|定期|书面|自行|共同)[^，。；]{0,24}[\u4e00-\u9fff]{2}[。；]$"
)
_CLOSING_ACTS = frozenset(
    {
        *("执行", "办理", "处理", "报告", "备案", "公布", "规定", "确定", "承担", "实施", "审批", "批准"),
        *("解决", "协商", "调解", "报批", "核定", "归档"),
    }
)
_BEGS = re.compile("请予|请(?:省|市|县|自治区|全国)?(?:各位|政协|批评|审议|审查)|提出[^，。]{0,4}意见。$")
# 累计 counts what was done only before a figure: 累计互认 is done together.
_TRAIT = re.compile(
    r"同比|位居|居全|累计(?=[^，。；]{0,16}[\d一二三四五六七八九])|获评|入选|获批|荣获|实现全覆盖|首次|创历史"
    r"|高于(?<!力争高于)|连续[一二三四五六七八九十]"
)
# Most sentences have none of these: one scan tells. `re` looks for the first characters of all alternatives
# at once, but where one begins with what must not stand before it; that is written behind its first word.
ANY_RARE = re.compile("|".join(rare.pattern for rare in (_FORECAST, _MAY, _BAN, _DUTY, _DEFINITION, _TRAIT)))


def read_features(sentences: Sequence[str], cues: Cues, lexicon: Lexicon) -> list[tuple[float, ...]]:
    """Return the features of each of `sentences`, in the order of `FEATURES`.

    One feature is read of all sentences before the next: what is looked up for it stays at hand.
    """
    evidence = [cue_evidence(sentence, cues) for sentence in sentences]
    openings = [_openings(sentence, lexicon) for sentence in sentences]
    unopened = [index for index, (verb, adverb, _) in enumerate(openings) if not (verb or adverb)]
    stated = _with("是", sentences)
    quoting = _with("《", sentences)
    bracketed = [index for index, sentence in enumerate(sentences) if sentence[:1] in _BRACKETS]
    opening = [index for index, sentence in enumerate(sentences) if "现" in sentence or sentence[-1:] == "："]
    closing = [index for index, sentence in enumerate(sentences) if sentence[-3:-1] in _CLOSING_ACTS]
    asking = [index for index, sentence in enumerate(sentences) if "请" in sentence or "意见" in sentence]
    aiming = [index for index, one in enumerate(sentences) if one[:1] in _AIM_STARTS or "标" in one]
    rare = [index for index, found in enumerate(map(ANY_RARE.search, sentences)) if found]
    return list(
        zip(
            [min(_MOST_NATS, for_statement) for for_statement, _ in evidence],
            [max(-_MOST_NATS, for_task) for _, for_task in evidence],
            [for_task == 0.0 for _, for_task in evidence],
            _told(sentences, stated, _IS.match),
            _told(sentences, stated, _IS_OF.match),
            _told(sentences, stated, _IS_ROLE.match),
            [_names_body(sentence, lexicon) for sentence in sentences],
            _told(sentences, _with("，", [one[:_REQUEST_SPAN] for one in sentences]), _REQUEST.match),
            _told(sentences, quoting, _CITES.match),
            _told(sentences, opening, _OPENS.search),
            _told(sentences, bracketed, _CASE.match),
            _told(sentences, _with("的，", sentences), _CASE_FIRST.match),
            _told(sentences, bracketed, _IN_BRACKETS.match),
            _told(sentences, rare, _FORECAST.search),
            _told(sentences, rare, _MAY.search),
            _told(sentences, rare, _BAN.search),
            _counted(sentences, rare, _DUTY, _MOST_DUTIES),
            [verb for verb, _, _ in openings],
            [adverb for _, adverb, _ in openings],
            [share for _, _, share in openings],
            _counted(sentences, _with(".", sentences), _DECIMAL, _MOST_DECIMALS),
            _told(sentences, aiming, AIM.match),
            ["了" in sentence for sentence in sentences],
            _told(sentences, rare, _DEFINITION.search),
            _counted(sentences, unopened, _NUMBER, _MOST_NUMBERS),
            ["我们" in sentence for sentence in sentences],
            [math.log((len(sentence) + 1) / _MIDDLING) for sentence in sentences],
            _told(sentences, closing, _CLOSES.search),
            _told(sentences, asking, _BEGS.search),
            _told(sentences, rare, _TRAIT.search),
            strict=True,
        )
    )


def _with(word: str, sentences: Sequence[str]) -> list[int]:
    """Return which of `sentences` have `word` in them."""
    return [index for index, sentence in enumerate(sentences) if word in sentence]


def _told(
    sentences: Sequence[str], some: Iterable[int], pattern: Callable[[str], re.Match[str] | None]
) -> list[bool]:
    """Tell of each sentence whether it is one of `some` and the pattern fits."""
    told = [False] * len(sentences)
    for index in some:
        told[index] = pattern(sentences[index]) is not None
    return told


def _counted(sentences: Sequence[str], some: Iterable[int], pattern: re.Pattern[str], most: int) -> list[int]:
    """Return how often the pattern occurs in each sentence that is one of `some`, up to `most`; 0 else."""
    counts = [0] * len(sentences)
    for index in some:
        counts[index] = min(most, len(pattern.findall(sentences[index])))
    return counts


def is_aim(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence `text[start:end]` opens with an aim: 到2035年, 预期目标是."""
    may_be = text[start : start + 1] in _AIM_STARTS or text.find("标", start, end) >= 0
    return may_be and AIM.match(text, start, end) is not None


def _openings(sentence: str, lexicon: Lexicon) -> tuple[bool, bool, float]:
    """Tell whether a verb or an adverb opens the sentence, and the share of other clauses that one opens."""
    at = first_word(sentence)
    if sentence.startswith(_CONNECTIVES, at):
        at += next(len(word) for word in _CONNECTIVES if sentence.startswith(word, at))
    first = lexicon.opener(sentence, at)
    clauses = opened = 0
    for mark in _CLAUSE.finditer(sentence):
        clauses += 1
        if lexicon.opener(sentence, mark.end()):
            opened += 1
    return first == "verb", first == "adverb", opened / clauses if clauses else 0.0


def _names_body(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether the sentence opens with a body and what it does: 水行政主管部门会同…, 国家建立…."""
    body = _BODY.match(sentence)
    if body is not None:
        at = body.end()
        at += next((len(more) for more in _WITH_BODY if sentence.startswith(more, at)), 0)
    elif sentence.startswith("国家"):
        at = 2
    else:
        return False
    word = lexicon.at(sentence, at)
    if word is None or word.noun:
        return False
    return bool(word.verb) or word.adverb or word.preposition is not None
