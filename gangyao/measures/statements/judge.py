"""Tell the sentence that only reports or describes from the one that sets a task."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.measures.context import Context
from gangyao.measures.statements.cues import Cues, cue_evidence

# A sentence whose form alone settles it: a salutation, a signature or date, a note.
_FORMAL = re.compile(
    r"^(?:各位[^，。]{2,8}|同志们|朋友们|注|附件?\d*|名词解释)[：！:。]"
    r"|^[^，。]{0,24}\d{4}年\d{1,2}月\d{1,2}日[)）。]?$"
    r"|^本[^，。]{1,8}自.{4,20}起(?:施行|实施|执行)"
)
_DEFINITION = re.compile(r"(?:所称|是指|指的是|，是?指[^导引定挥向令派示])")
# 4.6%, 615.6亿: planned figures are round, counted ones have decimals.
_DECIMAL = re.compile(r"\d\.\d")
_THRESHOLD = 0.0


def sentence_evidence(sentence: str, cues: Cues) -> float:
    """Return how far the words of one sentence speak for a statement (positive) or a task (negative), in nats."""
    if _FORMAL.search(sentence):
        return 9.0
    if _DEFINITION.search(sentence):
        return 6.0
    return sum(cue_evidence(sentence, cues)) + min(2, len(_DECIMAL.findall(sentence))) * 0.75


def judge_sentences(
    text: str, sentences: Sequence[tuple[int, int]], context: Context, cues: Cues
) -> tuple[bool, ...]:
    """Return for each sentence span of the paragraph `text` whether it is a statement.

    A sentence is judged by its own words, by the other sentences of its paragraph and by where the paragraph
    stands (`context.leaning`).
    """
    own = [sentence_evidence(text[start:end], cues) for start, end in sentences]
    around = sum(max(-4.0, min(4.0, value)) for value in own)
    judged = []
    for value in own:
        neighbours = (around - max(-4.0, min(4.0, value))) / max(1, len(own) - 1)
        judged.append(value + 0.3 * neighbours + context.leaning > _THRESHOLD)
    return tuple(judged)


def is_statement(sentence: str, context: Context, cues: Cues) -> bool:
    """Tell whether `sentence`, taken alone, only reports or describes."""
    return judge_sentences(sentence, ((0, len(sentence)),), context, cues)[0]
