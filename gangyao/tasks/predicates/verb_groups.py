"""The verbs of a verb group, as far as its last one: joined, taken by one another, or of the same object."""

from __future__ import annotations

import re

from gangyao.tasks.lexicon import Lexicon, Word, coined
from gangyao.tasks.noun_compounds import opens_compound
from gangyao.tasks.predicates.complements import complement_end, without_complement
from gangyao.tasks.predicates.verb_group import VerbGroup
from gangyao.tasks.predicates.verb_objects import ends_with_verb, is_modifier, is_subject, takes_object
from gangyao.tasks.predicates.verb_words import (
    ASKS,
    ATTENDS,
    CAMPAIGNS,
    CLOSED,
    GOES_ON,
    LEADS,
    OBEYS,
    PERSON_MAKERS,
    PREVENTS,
    SETS_UP,
    TAKE_ACTS,
)

# Verbs that a lexicon pair joins are coordinated (培育壮大); a catenative verb takes the next verb.
_TAKES_VERB = frozenset({"catenative", "sponsor"})
_PREDICATES = frozenset({"transitive", "taker", "catenative", "sponsor"})
_TAKES_NOUN = _TAKES_VERB | {"taker"}
_JOIN_PREDICATES = ("并且", "并")
_JOINS = ("并且", "或者", "和", "并", "与", "及", "或", "、")
_JOIN_STARTS = frozenset(join[0] for join in _JOINS)
_FIXED_OBJECT = frozenset({"坚持"})
# Second verbs that may share their object with a noun-like first one: 联合开展, 统筹布局.
_SHARES = frozenset({"dual", "transitive"})
# 实施方案, 落实情况: what the verb begins is named, not done.
_DOCUMENTS = ("方案", "办法", "细则", "意见", "规划", "情况")
_NAMES_DOCUMENTS = frozenset({"实施", "落实"})
_DENIES = "未不无没"
_BODIES = ("单位", "部门", "机构", "人员", "主体", "企业")
# Nouns of one character that a verb takes: 控制|量, 守住|底.
_ONE_OBJECT = "量率价面点路网房田林水电气车桥人"
# How a verb said twice ends the second time: 配齐配|强; not 新建|新能源.
_TWINS = frozenset("强齐实好紧深细全优准牢足满稳严高快活亮美精硬大多")
# What a verb of state says alone and not of a thing: 试行|有利于贸易的制度.
_TAKEN_STATES = frozenset({"用于", "高于", "低于"})
_JOINS_PREDICATE = re.compile("[和、与]")


def read_chain(text: str, start: int, end: int, word: Word, lexicon: Lexicon) -> VerbGroup:
    """Read the verbs from `word`, which stands at `start`, as far as the last one of the group."""
    if len(word.text) > 2:
        word = without_complement(text, start, end, word, lexicon)
    first = last = word
    if word.verb == "taker":
        # Most clauses: 加强, 完善, 建立 and a noun.
        stop = start + len(word.text)
        if stop < end and text[stop] not in GOES_ON:
            joined_heads = lexicon.pair_heads.get(word.text)
            if joined_heads is None or text[stop : stop + 2] not in joined_heads:
                return VerbGroup(start, stop, (word.text,), word, word)
    at = complement_end(text, start + len(word.text), end, lexicon)
    words = [word.text]
    while at < end:
        joined = None
        if text[at] in _JOIN_STARTS:
            within = first.verb in _TAKES_VERB and last is not first
            joined = _coordinated(text, at, end, last, lexicon, within=within)
        if joined is None and last.text not in _FIXED_OBJECT:
            joined = _complement_verb(text, start, at, end, last, lexicon)
        if joined is None:
            break
        words.extend(joined.words)
        last = joined.last
        at = joined.end
        if joined.is_basis:
            break
    return VerbGroup(start, at, tuple(words), first, last)


def _single(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...], Word] | None:
    """Return the end, the words and the verb of `adverb* verb` at `start`, None where none stands there."""
    at = start
    words: list[str] = []
    while at < end:
        word = lexicon.at(text, at)
        if word is None or word.noun or at + len(word.text) > end:
            return None
        if len(word.text) > 2:
            word = without_complement(text, at, end, word, lexicon)
        words.append(word.text)
        at += len(word.text)
        if word.adverb and at < end:
            following = lexicon.at(text, at)
            leads = following is not None and not following.noun and (following.verb or following.adverb)
            if leads and not (word.verb and following is not None and following.verb == "nominal"):
                continue
        if word.verb and word.verb != "stative" and len(word.text) > 1:
            return at, tuple(words), word
        if not word.adverb:
            return None
    return None


def _is_such(last: Word, word: Word | None) -> bool:
    """Tell whether a verb behind 与 is one that `last`, which takes nouns or parties, may be joined to."""
    return word is not None and word.verb in ("taker", last.verb) and not word.noun


def _coordinated(
    text: str, at: int, end: int, last: Word, lexicon: Lexicon, *, within: bool = False
) -> VerbGroup | None:
    """Read `和|并|、… verb` at `at` where it is a second predicate and not part of a noun list."""
    for join in _JOINS:
        if text.startswith(join, at):
            break
    else:
        return None
    whole = lexicon.at(text, at)
    if whole is not None and whole.noun and len(whole.text) > len(join):
        # 推行并联审批: 并 is part of a noun.
        return None
    start = at + len(join)
    if join == "与" and last.verb in {"taker", "sponsor"} and not _is_such(last, lexicon.at(text, start)):
        # 加强与各地合作: a preposition; 健全与完善, 鼓励与支持: none.
        return None
    found = _single(text, start, end, lexicon)
    if found is None:
        return None
    stop, words, verb = found
    if within and verb.verb == "nominal":
        return None
    if join == "与" and verb.verb not in _PREDICATES:
        return None
    stop = complement_end(text, stop, end, lexicon)
    if stop == end:
        # 先行先试、尽快突破: nothing but predicates; 建设和发展 alone may be a noun list, 报告并处理 is none.
        closed = (
            join in _JOIN_PREDICATES
            or (verb.verb in _PREDICATES and last.verb == "transitive")
            or verb.verb == last.verb == "nominal"
        )
        return VerbGroup(start, stop, words, verb, verb) if closed and last.verb != "taker" else None
    if last.verb == "taker" and join == "、" and verb.verb not in _PREDICATES and len(words) == 1:
        return None
    following = text[stop]
    if following in "的地" or (
        following in "、和与及或等" and _coordinated(text, stop, end, verb, lexicon, within=True) is None
    ):
        return None
    if verb.verb in {"nominal", "dual"} and opens_compound(text, stop, verb.text, lexicon):
        return None
    if verb.verb in {"nominal", "dual"} and last.verb in _TAKES_VERB and verb.verb != "dual":
        return None
    return VerbGroup(start, stop, words, verb, verb)


def _complement_verb(
    text: str, start: int, at: int, end: int, last: Word, lexicon: Lexicon
) -> VerbGroup | None:
    """Read the verb that follows `last` without a join, where it belongs to the same predicate."""
    if text[at] == "不" and start > 0 and text[start - 1] == "不":
        # 不改变不减弱: two denied verbs are one predicate.
        denied = _single(text, at, end, lexicon)
        return VerbGroup(at, denied[0], denied[1], denied[2], denied[2]) if denied else None
    if text[at] == last.text[0] and len(last.text) == 2 and text[at + 1 : at + 2] in _TWINS and at + 2 < end:
        # 配齐配强, 压紧压实: said twice of one object.
        twin = coined(text[at : at + 2], "transitive")
        return VerbGroup(at, at + 2, (twin.text,), twin, twin)
    if last.verb in _TAKES_VERB:
        return _taken_verb(text, at, end, last, lexicon)
    return _second_verb(text, start, at, end, last, lexicon)


def _second_verb(text: str, start: int, at: int, end: int, last: Word, lexicon: Lexicon) -> VerbGroup | None:
    """Read a verb behind one that takes none: a pair of the lexicon, or one with the same object."""
    word = lexicon.at(text, at)
    if word is None or word.noun or not word.verb or word.verb == "stative" or len(word.text) < 2:
        return None
    stop = at + len(word.text)
    if last.text in OBEYS or (last.text in TAKE_ACTS and (last.text, word.text) not in lexicon.pairs):
        return None
    if stop < end and text[stop] in PERSON_MAKERS and text[stop : stop + 2] not in lexicon.known:
        # 通知申请人, 尊重使用者: part of a noun.
        return None
    stop = complement_end(text, stop, end, lexicon)
    if stop > end or (end - stop == 1 and text[stop] not in _ONE_OBJECT):
        # 填写|申请书: the second verb begins a noun.
        return None
    if word.text in _NAMES_DOCUMENTS and text.startswith(_DOCUMENTS, stop):
        # 制定|实施方案.
        return None
    if (last.text, word.text) in lexicon.pairs:
        fits = stop == end or text[stop] not in "的"
        if word.verb in {"nominal", "dual"} and stop < end and opens_compound(text, stop, word.text, lexicon):
            fits = False
    elif last.verb == "taker" or last.text == "发展":
        # 发展服务贸易: what is developed.
        fits = False
    elif last.verb in {"nominal", "dual"}:
        # 稳妥开发适应消费趋势的产品: what a 的 closes is what the first verb is said of.
        shares = word.verb in _SHARES or (word.verb in LEADS and text.find("的", stop, end) < 0)
        fits = (stop == end and last.text not in ASKS) or (
            shares and takes_object(text, stop, end, word, lexicon)
        )
    else:
        leads = last.text not in PREVENTS and last.text[-1] not in CLOSED and at - start <= len(last.text)
        shares = len(last.text) > 1 and (word.verb == "transitive" or (word.verb in LEADS and leads))
        fits = (
            shares
            and stop < end
            and not is_modifier(text, stop, end, word)
            and takes_object(text, stop, end, word, lexicon)
        )
    return VerbGroup(at, stop, (word.text,), word, word) if fits else None


def _taken_verb(text: str, at: int, end: int, last: Word, lexicon: Lexicon) -> VerbGroup | None:
    """Read the verb that `last` governs: 加快|推进, 支持|建设; None where it is part of the object."""
    found = _single(text, at, end, lexicon)
    if found is None:
        return _taken_state(text, at, end, last, lexicon)
    stop, words, verb = found
    stop = complement_end(text, stop, end, lexicon)
    if (
        (last.verb == "sponsor" and words[0][0] in _DENIES)
        or (end - stop == 1 and text[stop] not in _ONE_OBJECT)
        or (verb.text in _NAMES_DOCUMENTS and text.startswith(_DOCUMENTS, stop))
        or (last.verb == "sponsor" and verb.verb not in _TAKES_NOUN and text.startswith(_BODIES, stop))
    ):
        # 组织|未继续升学的毕业生, 推动|使用权, 确保|实施方案落地, 督促|承租单位: part of a noun.
        return None
    if verb.verb == "nominal" and (
        (last.text, verb.text) not in lexicon.pairs
        or (stop < end and opens_compound(text, stop, verb.text, lexicon))
    ):
        return None
    if stop < end and text[stop] in PERSON_MAKERS and not lexicon.heads.get(text[stop : stop + 2]):
        # 谋划牵引性强的项目, 重视规范性文件: part of a noun.
        return None
    if verb.text in ("试点", "试行"):
        further = lexicon.at(text, stop) if stop < end else None
        if further is None or further.verb in (None, "nominal") or further.noun:
            return None
    if stop == end:
        return VerbGroup(at, stop, words, verb, verb) if _is_whole(last, verb, lexicon) else None
    if text[stop] in "的等":
        return None
    if last.text in ATTENDS and _JOINS_PREDICATE.search(text, stop, end):
        # 注重优化结构和提高质量: two acts.
        joined = _JOINS_PREDICATE.search(text, stop, end)
        further = lexicon.at(text, joined.end()) if joined else None
        if further is not None and further.verb in _PREDICATES and not further.noun:
            return None
    if (
        last.verb == "sponsor"
        and verb.verb in ("nominal", "dual")
        and ends_with_verb(text, stop, end, lexicon)
    ):
        # 促进生产要素有序流动: a subject and its predicate.
        return None
    if last.verb == "sponsor" and verb.text not in SETS_UP and text.endswith(CAMPAIGNS, stop, end):
        # 推进提振消费专项行动: the name of what is advanced.
        return None
    if text[stop] in "、和与及或" and _coordinated(text, stop, end, verb, lexicon, within=True) is None:
        return None
    if verb.verb == "dual" and (
        opens_compound(text, stop, verb.text, lexicon)
        or (last.verb == "sponsor" and is_subject(text, stop, end, verb, lexicon))
    ):
        return None
    return VerbGroup(at, stop, words, verb, verb)


def _taken_state(text: str, at: int, end: int, last: Word, lexicon: Lexicon) -> VerbGroup | None:
    """Read what something is for behind a verb that takes verbs: 统筹|用于|项目, 力争|高于|平均水平."""
    word = lexicon.at(text, at)
    if last.verb != "catenative" or word is None or word.text not in _TAKEN_STATES:
        return None
    stop = at + len(word.text)
    return VerbGroup(at, stop, (word.text,), word, word) if stop < end else None


def _is_whole(last: Word, verb: Word, lexicon: Lexicon) -> bool:
    """Tell whether the two close a clause together: 加快推进, 组织实施; the object of 推动落实 is 落实."""
    if last.text == "组织":
        return (last.text, verb.text) in lexicon.pairs
    return verb.verb in _PREDICATES and last.verb == "catenative"
