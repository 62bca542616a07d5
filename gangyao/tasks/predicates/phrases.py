"""Phrases that a preposition opens: what closes them, and which may hold a verb of their own."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import EndWords, Lexicon, Word
from gangyao.tasks.predicates.verb_group import VerbGroup

# A clause that ends so is only the phrase that its preposition opens.
_GROUNDS = ("前提下", "基础上", "条件下", "框架下", "情况下", "背景下", "等地")
GROUND_WORDS = ("按照", "依照", "根据", "按")
_RULES = (*_GROUNDS, "原则", "要求", "规定")
# What a phrase of ground closes with that may look like the object of its last noun: 按照…工作安排|部署.
CLOSERS = frozenset(
    {
        *("部署", "安排", "意见", "通知", "标准", "程序", "办法", "精神", "分工", "职责", "思路", "布局"),
        *("目标", "方案", "条例"),
    }
)
_GROUND_NOUNS = (
    *CLOSERS,
    *(
        "政策",
        "要求",
        "规定",
        "原则",
        "规划",
        "期限",
        "权限",
        "规模",
        "范围",
        "数量",
        "性质",
        "特点",
        "需要",
        "约定",
    ),
)
_WAYS = ("方式", "形式", "身份", "名义", "价格", "途径", "办法")
CLOSING_NOUNS = tuple(CLOSERS)
# Behind these a party stands, and then what it does.
OF_PARTIES = frozenset({"由", "会同"})
_GROUND_ENDS = tuple(CLOSERS)
# What is written: 分解表, 通知书, 清单.
_PAPERS = "表书单图册函令稿"
_PLACES = (*_GROUNDS, "中", "上", "下", "内", "时", "方面", "领域", "前", "后", "之间", "期间", "同时")
_STATES = (*_RULES, "状况", "实际", "情况", "需要", "特点")
_MEANS = ("方式", "途径", "形式", "措施", "手段", "渠道", "办法", "方法")
_MEANS_END = tuple(f"等{many}{means}" for many in ("", "多种") for means in _MEANS)
_CLOSED_BY = {
    "以": ("实际行动", "成绩", "成效", "姿态", "精神", "作风", "状态", "决心", "力度", "名义"),
    "对": ("等",),
    "对于": ("等",),
    "在": _PLACES,
    "根据": _STATES,
    "依据": _STATES,
    "通过": _MEANS_END,
}
# 以…为…: the frame that a predicate can only follow.
_FRAME = re.compile("(?<![行作认成人])为")
# Prepositions whose phrase may itself hold a verb before the predicate: 通过实施…推动….
MEANS = frozenset({"通过", "利用", "以", "用", "借助", "对", "对于"})
# 自受理之日起五个工作日内, 在收到通知后十日内: a span of time that a day begins.
TIME_SPAN = re.compile(
    "(?:日起|后)[^，的]{1,8}?(?:日|天|年|个月|小时)(?:以?内|前)|(?<![0-9一二三四五六七八九十])[0-9一二三四五六七八九十]+个?(?:工作)?(?:[日天年月]|小时)(?:以?内|前)"
    "|[当次即][日天](?:[以之]?[内前])?"
)
# Their phrases close with a noun: 遵循…发展规律, 围绕…发展主线.
NOUN_PHRASES = frozenset({"遵循", "围绕", "聚焦", "针对", "对标", "对照", "立足"})
LONGEST_HEAD = 4
# No predicate begins right behind these.
_BINDS = frozenset("的、和与及或之向对")
# Modal words of one character that nouns end with.
_ENDS_WORDS = frozenset("应可会能")
# 对符合条件的|给予|补助: but these.
_GRANTS = frozenset({"给予", "予以", "实行", "实施", "享受", "免征", "减征"})
# 政府|会|加快建设, 教育局|会|推行: what who speaks intends; 会 ends the names of other bodies.
INTENDS = re.compile(
    "(?<=[府局署们])会(?![议员计费场展见谈长所籍同上后前期影商务费标、和与或及])[\u4e00-\u9fff]"
)
# 通过|加强信息化建设 has a verb of its own; 通过绩效考核, 通过政府网站 have none.
_DOES = frozenset({"transitive", "taker", "catenative", "sponsor"})
_WHEN_OR_WHO = (
    *("前", "后", "期间", "当年", "年度内", "一年", "人员", "企业", "单位", "船舶"),
    *("期内", "区域内", "时期", "会议上", "活动中", "建设中", "工作中", "机构中", "试时", "案时"),
    *("环节", "环节中", "阶段", "阶段中"),
)
# 信息系统|初步建成, 行业组织|负责指导: the end of who or what is spoken of.
_TAILS = {
    "系统": ("初步", "基本", "全面", "要", "应", "必须", "不", "已", "将"),
    "组织": ("负责", "应", "必须", "不得", "可", "要", "承担"),
}
# What joins two adverbs of one verb.
ADVERB_JOINTS = re.compile("地|、|或者?|和")
_MAY = frozenset({"可", "可以", "需"})
SINCE = frozenset({"自", "从", "在", "于"})
# Modal words that inside a noun phrase mostly are something else.
LOOSE_MODALS = frozenset({*"能会可需敢请想肯愿", "需要", "能够", "可以"})
# 为…作出贡献, 为…奠定基础.
GIFTS = frozenset(
    {"作出", "做出", "提供", "奠定", "创造", "贡献", "注入", "增添", "打下", "营造", "赢得", "凝聚"}
)


def is_closed(text: str, start: int, end: int, word: Word) -> bool:
    """Tell whether `text[start:end]` ends with what closes the phrase of `word`: 按照…的要求, 对…等."""
    closing = _CLOSED_BY.get(word.text, _RULES if word.preposition == "basis" else ())
    return text.endswith(closing, start, end)


def behind_frames(text: str, start: int, end: int) -> int:
    """Return where the last 为 of 以…为… in `text[start:end]` ends, `start` where there is none."""
    at = start
    for frame in _FRAME.finditer(text, start, end):
        at = frame.end()
    return at


def closes_phrase(group: VerbGroup, closing: str) -> bool:
    """Tell whether `group`, with only `closing` behind it, is the end of a phrase: 按照工作安排|部署."""
    return closing == "部署" or (group.first.verb in ("nominal", "dual") and closing in CLOSERS)


def names_paper(group: VerbGroup, closing: str) -> bool:
    """Tell whether `group` and `closing` name what is written, which a ground may be: 根据任务分解表."""
    return group.first is group.last and len(closing) == 1 and closing in _PAPERS


def is_inside(text: str, start: int, end: int, group: VerbGroup, ends: EndWords) -> bool:
    """Tell whether `group` is part of a ground that closes with …的 and a noun: 按照国家|发展|渔业的政策."""
    if (
        group.modals
        or text.find("的", group.end, end - 1) < 0
        or not text.endswith(_GROUND_NOUNS, start, end)
    ):
        return False
    return not (ends.closes(text, start, group.start) or text.endswith(_GROUND_ENDS, start, group.start))


def is_way(text: str, start: int, end: int, word: Word) -> bool:
    """Tell whether the phrase of 以 names a way, and one more verb closes the clause: 以划拨方式|使用."""
    return word.text == "以" and text.endswith(_WAYS, start, end - 2)


def names_no_ground(text: str, start: int, end: int, word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is neither ground nor scope: 通过 and only a noun, 在 and a time or who acts."""
    if word.text == "通过":
        following = lexicon.at(text, start)
        return following is None or following.noun or following.verb not in _DOES
    return word.text == "在" and text.endswith(_WHEN_OR_WHO, start, end)


def leads_phrase(text: str, at: int, word: Word, lexicon: Lexicon) -> bool:
    """Tell whether 可 or 可以 stands before a preposition: 考核可根据专科特点选用指标."""
    following = lexicon.at(text, at + len(word.text)) if word.text in _MAY else None
    return following is not None and following.preposition is not None


def _ends_word(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the character at `at` is the second one of a known word that sets no duty."""
    word = lexicon.at(text, at - 1)
    return word is not None and len(word.text) == 2 and word.modal is None


def may_begin(text: str, at: int, word: Word | None, preposition: str, lexicon: Lexicon) -> bool:
    """Tell whether a predicate may begin with `word` at `at`, in the phrase that `preposition` opens."""
    before = text[at - 1]
    if word is not None and word.text in _TAILS and text.startswith(_TAILS[word.text], at + len(word.text)):
        return False
    if before not in _BINDS:
        # 供应、强监管: the end of another word.
        return word is None or word.text not in _ENDS_WORDS or not _ends_word(text, at, lexicon)
    if before != "的" or word is None:
        return False
    # 未移交的|应限期移交: who or what is bound may end with 的.
    return (word.modal is not None and word.governs) or (
        word.text in _GRANTS and preposition in ("对", "对于")
    )


def opening_ground(adverb: Word, lexicon: Lexicon) -> Word | None:
    """Return the preposition that an adverb of ground begins with (按照 of 按照规定), None for others."""
    ground = next((word for word in GROUND_WORDS if adverb.text.startswith(word)), None)
    return None if ground is None else lexicon.at(ground, 0)
