"""The first name of bodies in a clause: where one ends, and what may stand behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.tasks.duties.bodies import (
    NAME_END_STARTS,
    OTHER_ENDS,
    WORDS_BY_PAIR,
    body_in,
    may_begin_head,
)
from gangyao.tasks.lexicon import Lexicon, Word
from gangyao.tasks.predicates.candidates import BODIES, PREDICATES

# Where a name of a body may end.
_OTHER_END = re.compile(OTHER_ENDS)
_CLOSES = re.compile("等?(?:（[^）]{1,12}）)?")
# What one begins with: `re` would try a hundred words at each place.
_HEAD_START = re.compile(f"[{NAME_END_STARTS}]")
_STOP = re.compile("[，。；：！？]")
# Behind the body, and no word of the lexicon: 的 and the like make it part of a longer name.
_GOES_ON = "的和与及或、之等"
# 某省人民政府确定的镇人民政府: a body that another body names; 国务院批准的单位: none that acts.
_OF_BODY = re.compile(
    "(?:部门|政府|机关|机构|委员会|常委会|国务院|法院|检察院)(?!(?:负责|负有|承担|管理|主管)[^，。；的]{2,24}的)(?!的(?:工作人员|主要负责人|负责人|领导))(?![^、和]*?(?:确定|指定|授权|设立)的)[^、和及]*?的"
)
_PERSON = re.compile("(?:人|者)$")
# Begin what a body does, and are no predicates of the lexicon.
_BEGINS_ACT = re.compile(
    "[并也还均都](?=可以|应当|必须|不得|要(?!求))|[商报经](?=[国省市县有上本同共])|将(?=[^，。；队区委事]{2,}(?:转|移|交|报|送|列|纳|提|作为))|抄送|函告|推选|选举|聘任|之间(?=转)|经(?=审[查理核])|汇总(?!表)|求职(?!者)|自主(?=[招聘用决开])|招用|雇用|前?来(?=[本我])|一般(?=每|应|不|在)|晋升|作为|收到|接到|认为|发现|作出|认定|受理|拟|从事(?!的)"
)
# Who does what a verb says: 演出|举办单位, 工程|施工企业.
_DOER_NOUN = re.compile(
    "(?:举办|主办|承办|经营|运营|建设|施工|设计|监理|生产|销售|使用|服务|开发|承包|勘察|检测|监测|评估|鉴定|培训|承担"
    "|申报|招标|投标|采购|供应|收购|加工|储存|运输|维护|维修|养护)(?:单位|者|人|企业|机构|公司)"
)
# Offices within a body: 机关|主要负责人.
_OFFICE_HOLDER = re.compile(
    "(?:主要|有关|相关|分管)?(?:负责人|负责同志|领导|责任人)|法定代表人|工作人员|组成人员"
)
_HOLDER_STARTS = "主有相分负领责法工组"
# What a verb that no table has for a predicate may open as part of a name: 教育|行政部门, 登记|机关.
_OPENS_HEAD = re.compile(
    "[^，。；的、]{2,8}?(?<!其他)(?<!有关)(?:部门|机构|机关|单位|委员会|[局站院所厅]|中心|办公室|企业|公司|组织)"
    "|副?[^，。；的、]{0,4}(?:秘书长|部长|主任|书记|主席)"
)
# 事业单位|主管部门.
_IN_CHARGE = ("主管部门", "主管机关", "主管单位")
# 国务院|体育主管部门.
_OFFICE = re.compile("[^，。；的、]{2,6}?(?:主管|行政|管理|监督){1,2}(?:部门|机构|机关)")
#: What tells a body by its office: 人民政府|负责地质工作的部门, 其他|负有监督管理职责的部门.
TELLS_APART = re.compile(
    "(?:负责|负有|具有|承担|享有|从事|行使|履行|管理|主管)[^，。；的]{2,24}的(?:[^，。；的]{0,6}?(?:部门|机构|机关|单位|组织|人员|企业))"
)
#: With one of these in it, what stands before a body is no part of its name.
BOUND = re.compile("应当|必须|不得|可以|要(?<![主重]要)(?!求)")
_IN_BRACKETS = re.compile("（[^）]*）")
# No act begins so: 地方|性法规.
_NO_ACT = frozenset(_GOES_ON + "性化型级是为")
_ACROSS = ((1, 1), (1, 2), (2, 1), (2, 2))
# A clause that ends so tells a case: what follows its subject is what that does.
_CASE_LAST = frozenset("的时后前")
# Phrases that may tell a body from others.
_TELLING = "在对"
# So is what follows it before another case, or before a phrase and a duty: 机关调查案件，经负责人批准，可以….
_DUTY_NEXT = re.compile(
    "，(?:[^，。；]{2,60}的，|(?:经|根据|按照|依照)[^，。；]{2,60}，(?:应当(?!由)|可以|必须|不得))"
)
_NOUN_SIZES = (2, 3)
#: Odds in nats at which an unknown word is a verb for sure.
CLEARLY_VERB = 1.5
# 供水|企业, 用水|单位: a verb before no more than this names who does it.
_LONGEST_KIND = 3
# 打捞作业者.
_LONGEST_DOER = 6
#: A longer name is none.
LONGEST = 200


def clause_end(text: str, start: int, end: int) -> int:
    """Return where the clause at `start` ends: at the first mark, or at `end`."""
    found = _STOP.search(text, start, end)
    return found.start() if found is not None else end


def clause_start(text: str, start: int, end: int) -> int:
    """Return where the clause that ends at `end` starts: behind the last mark, or at `start`."""
    return max(
        start,
        text.rfind("，", start, end) + 1,
        text.rfind("；", start, end) + 1,
        text.rfind("：", start, end) + 1,
    )


def body_before_word(text: str, start: int, stop: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the first name of bodies from `start` that a verb, an adverb, a duty or a phrase follows."""
    first = lexicon.at(text, start)
    if first is not None and first.preposition is not None and not first.noun:
        if text[start] not in _TELLING:
            return None
        # 在单位范围内的人员，应当…, 在团体注册的运动员|接受检查时: the phrase only tells of whom.
        return next(_told_apart(text, start, stop, lexicon), None)
    is_case: bool | None = None
    for at in head_ends(text, start, min(stop, start + LONGEST)):
        is_open = at < stop and not may_follow(text, at, lexicon)
        if is_open:
            if is_case is None:
                is_case = text[stop - 1] in _CASE_LAST or _DUTY_NEXT.match(text, stop) is not None
            if not (is_case and _opens_act(text, at, stop, lexicon)):
                continue
        name = text[start:at]
        span = body_in(name, is_named=False)
        if span is None or start + span[1] != at or BOUND.search(name):
            continue
        is_act = first is not None and bool(first.verb) and not _names_doer(text, start + len(first.text))
        if not is_act and _OF_BODY.search(name):
            continue
        if is_open and "的" not in name and _is_used(text, start, first):
            # 使用境外单位|制造的容器的，应当…: what is used.
            continue
        charged = TELLS_APART.match(text, at, stop)
        if charged is not None and charged.end() < stop and text[charged.end()] not in _GOES_ON:
            # 人民政府|负责药品监督的部门|负责…: told by its office.
            return start + span[0], charged.end()
        if is_act and "的" not in _IN_BRACKETS.sub("", name) and _acts_on(name, first):
            # 讯问嫌疑人, 健全党委: whom another acts on.
            return None
        return start + span[0], at
    return None


def _told_apart(text: str, start: int, stop: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield names that open with a phrase which tells the body from others: 在团体注册的|运动员."""
    for at in head_ends(text, start, min(stop, start + LONGEST)):
        is_end = at == stop or may_follow(text, at, lexicon) or text[stop - 1] in _CASE_LAST
        if is_end and "的" in text[start:at] and body_in(text[start:at], is_named=False) == (0, at - start):
            yield start, at


def _is_used(text: str, start: int, first: Word | None) -> bool:
    """Tell whether the word that opens a name at `start` is what is done to the body: 使用|境外单位."""
    return first is not None and first.verb in PREDICATES and _DOER_NOUN.match(text, start) is None


def _names_doer(text: str, at: int) -> bool:
    """Tell whether a verb that ends at `at` is part of a name: 建设|单位, 演出|举办单位."""
    return BODIES.match(text, at) is not None or _DOER_NOUN.match(text, at) is not None


def head_ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where names of bodies may end in `text[start:stop]`, one head behind the other."""
    for first in _HEAD_START.finditer(text, start, stop):
        at = first.start()
        if at >= start and may_begin_head(text, at) and (end := _head_end(text, at, stop)):
            start = end
            yield end


def _head_end(text: str, at: int, stop: int) -> int:
    """Return where the head that begins at `at` ends, with what may close it; 0 where none begins.

    Words are looked up, which costs a third of a pattern with all of them.
    """
    for word in WORDS_BY_PAIR.get(text[at : at + 2], ()):
        if text.startswith(word, at, stop) and not (word == "委会" and text.startswith("同", at + 2)):
            return _closed(text, at + len(word), stop)
    for word in WORDS_BY_PAIR.get(text[at], ()):
        return _closed(text, at + len(word), stop)
    found = _OTHER_END.match(text, at, stop)
    return _closed(text, found.end(), stop) if found is not None else 0


def _closed(text: str, end: int, stop: int) -> int:
    """Return where a name ends with what may close it: 财政部|等, 主管部门|（以下简称部门）."""
    if end >= stop or text[end] not in "等（":
        return end
    closed = _CLOSES.match(text, end, stop)
    return closed.end() if closed is not None else end


def _opens_act(text: str, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether an act that no table has for a predicate may stand at `at`: 单位|燃放烟花爆竹的."""
    if text[at] == "与":
        # 用人单位与职工解除合同的.
        return True
    if text[at] in _NO_ACT or opens_head(text, at, stop, lexicon) or _DOER_NOUN.match(text, at) is not None:
        return False
    return not _opens_office(text, at) and names_act(text, at, lexicon)


def _opens_office(text: str, at: int) -> bool:
    """Tell whether an office within the body stands at `at`: 机关|主要负责人."""
    return text[at] in _HOLDER_STARTS and _OFFICE_HOLDER.match(text, at) is not None


def names_act(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of any kind, an adverb, a phrase or an unknown word stands at `at`, and no noun."""
    if any(text[at - before : at + behind] in lexicon.nouns for before, behind in _ACROSS):
        # 工程部|位, 中心|城区.
        return False
    word = lexicon.at(text, at)
    if word is None:
        return not any(text[at : at + size] in lexicon.nouns for size in _NOUN_SIZES)
    return not word.noun


def begins_act(text: str, at: int) -> bool:
    """Tell whether what a body does begins at `at`, be it no verb of the tables: 报国务院, 商有关部门."""
    return _BEGINS_ACT.match(text, at) is not None


def opens_head(text: str, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether what stands at `at` is part of the name of a body: 政府|教育行政部门."""
    if _OPENS_HEAD.match(text, at, stop) is None:
        return False
    word = lexicon.at(text, at)
    if word is not None:
        return word.noun or (word.preposition is None and word.verb not in PREDICATES)
    if _OFFICE.match(text, at, stop) is not None:
        return True
    pair = text[at : at + 2]
    return pair in lexicon.nouns or lexicon.verb_odds.of(pair) < CLEARLY_VERB


def opens_with_act(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the name `text[start:end]` opens with what is done to the body: 引进|企业."""
    first = lexicon.at(text, start)
    return (
        first is not None
        and first.verb in PREDICATES
        and end - start - len(first.text) > _LONGEST_KIND
        and not _names_doer(text, start + len(first.text))
        and _acts_on(text[start:end], first)
    )


def is_within_name(text: str, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a name that seems to end at `at` goes on: 股东|会, 人民法院|院长, 执法人|员, 个人|意愿."""
    if at >= stop:
        return False
    if any(text[at - before : at + behind] in lexicon.nouns for before, behind in _ACROSS):
        return True
    if opens_head(text, at, stop, lexicon) or next(head_ends(text, at, min(at + 2, stop)), None) is not None:
        return True
    word = lexicon.at(text, at)
    if word is not None:
        return word.noun and word.verb is None
    return any(text[at : at + size] in lexicon.nouns for size in _NOUN_SIZES)


def _acts_on(name: str, verb: Word | None) -> bool:
    if verb is None or len(name) <= len(verb.text) + 1:
        return False
    is_doer = name[-1] == "者" and len(name) <= _LONGEST_DOER
    return not is_doer and (verb.verb in PREDICATES or _PERSON.search(name) is not None)


def may_follow(text: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb, an adverb, a modal or a phrase stands at `at`, behind a name of a body."""
    if text[at] in _GOES_ON or text.startswith("对外", at) or _opens_office(text, at):
        return False
    if _BEGINS_ACT.match(text, at) is not None:
        return True
    if _DOER_NOUN.match(text, at) is not None or text.startswith(_IN_CHARGE, at):
        return False
    word = lexicon.at(text, at)
    if word is None or word.noun or text.startswith("的", at + len(word.text)):
        return False
    behind = at + len(word.text)
    is_act = word.verb == "dual" and len(word.text) > 1 and text[behind : behind + 2] not in lexicon.nouns
    is_verb = word.verb in PREDICATES or is_act
    return is_verb or word.adverb or word.modal is not None or word.preposition is not None
