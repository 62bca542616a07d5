"""Tell the sentence that only reports or describes from the one that sets a task."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.tasks.context import Context
from gangyao.tasks.statements.cues import Cues, cue_evidence

# A sentence whose form alone settles it: a salutation, a signature or date, a note.
_FORMAL = re.compile(
    r"^(?:各位[^，。]{2,8}|同志们|朋友们|注|附件?\d*|名词解释)[：！:。]"
    r"|^[^，。]{0,24}\d{4}年\d{1,2}月\d{1,2}日[)）。]?$"
    r"|^本[^，。]{1,8}自.{4,20}起(?:施行|实施|执行)"
)
_DEFINITION = re.compile(r"(?:所称|是指|指的是|，是?指[^导引定挥向令派示])")
# X是…的Y: says what something is. 关键是, 一是, 凡是 and the like are no such 是.
_COPULA = re.compile(
    r"[^，；：]{1,30}(?<![但还于就凡总正也都要一二三四五六七八九其这那别键点旨容务标])是"
    r"[^，。；]{4,60}的[\u4e00-\u9fff]{2,8}[，。；]"
)
_COPULA_WEIGHT = 3.0
# 4.6%, 615.6亿: planned figures are round, counted ones have decimals.
_DECIMAL = re.compile(r"\d\.\d")
_DECIMAL_WEIGHT, _DECIMALS_COUNTED = 0.75, 2
_SETTLED, _DEFINED = 9.0, 6.0
# An aim holds for the sentences after it in its paragraph, and so does a look back.
_AIM = re.compile(
    r"(?:——)?(?:20[3-9]\d年，|[到至](?:20[2-9]\d年|“?[一二三四五六七八九十]{1,2}五”?(?:时期|期)?末|本世纪))"
    r"|[^。；]{0,24}(?:目标|指标)(?:任务)?(?:主要)?[是为：]"
)
_LOOKING_BACK = re.compile(r"(?:过去|近|[一二三五几]年来|近年来|回顾|党的十[八九]大以来|改革开放以来)")
_AIM_WEIGHT = -3.0
_AIM_SCOPE = -5.0
_REVIEW_SCOPE = 1.5
_NEIGHBOUR_WEIGHT = 0.3
_NEIGHBOUR_LIMIT = 4.0
# A sentence without one word of duty, aim or command has nothing to be done in it.
_NOTHING_TO_DO = 1.5


def sentence_evidence(sentence: str, cues: Cues) -> float:
    """Return in nats how far the words of a sentence speak for a statement (above 0) or a task (below 0)."""
    # The plain tests for a character keep the patterns from most sentences.
    if sentence[-1:] not in {"。", "；"} and _FORMAL.search(sentence):
        return _SETTLED
    if ("起" in sentence or "注" in sentence) and _FORMAL.search(sentence):
        return _SETTLED
    if ("指" in sentence or "所称" in sentence) and _DEFINITION.search(sentence):
        return _DEFINED
    evidence = list(cue_evidence(sentence, cues))
    if (sentence[:1] in "到至—2" or "标" in sentence) and _AIM.match(sentence):
        evidence.append(_AIM_WEIGHT)
    if "是" in sentence and _COPULA.match(sentence):
        evidence.append(_COPULA_WEIGHT)
    if not evidence or min(evidence) >= 0:
        evidence.append(_NOTHING_TO_DO)
    if "." in sentence:
        evidence.append(min(_DECIMALS_COUNTED, len(_DECIMAL.findall(sentence))) * _DECIMAL_WEIGHT)
    return sum(evidence)


def judge_sentences(
    text: str, sentences: Sequence[tuple[int, int]], context: Context, cues: Cues
) -> tuple[bool, ...]:
    """Return for each sentence span of the paragraph `text` whether it is a statement.

    A sentence is judged by its own words, by the other sentences of its paragraph, by an opening of the
    paragraph whose force goes on (`到2035年，…；…。`, `过去五年，…。…。`) and by where the paragraph stands
    (`context.leaning`).
    """
    own = context.evidence
    if own is not None and len(own) == len(sentences) + 1:
        # The lead, which is no task, has been read too.
        own = own[1:]
    if own is None or len(own) != len(sentences):
        own = tuple(sentence_evidence(text[start:end], cues) for start, end in sentences)
    bounded = [max(-_NEIGHBOUR_LIMIT, min(_NEIGHBOUR_LIMIT, value)) for value in own]
    around = sum(bounded)
    scope = 0.0
    judged = []
    for (start, end), value, limited in zip(sentences, own, bounded, strict=True):
        neighbours = (around - limited) / max(1, len(own) - 1)
        judged.append(value + _NEIGHBOUR_WEIGHT * neighbours + scope + context.leaning > 0)
        opening = text[start : start + 1]
        if (opening in "到至—2" or text.find("标", start, end) >= 0) and _AIM.match(text, start, end):
            scope = _AIM_SCOPE
        elif opening in "过近一二三五几回党改" and _LOOKING_BACK.match(text, start, end):
            scope = _REVIEW_SCOPE
    return tuple(judged)


def is_statement(sentence: str, context: Context, cues: Cues) -> bool:
    """Tell whether `sentence`, taken alone, only reports or describes."""
    return judge_sentences(sentence, ((0, len(sentence)),), context, cues)[0]
