"""Tell the sentence that only reports or describes from the one that sets a task."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from gangyao.chinese.signs import Lines
from gangyao.tasks.context import Context
from gangyao.tasks.statements.aims import is_aim
from gangyao.tasks.statements.features import FEATURES, read_features
from gangyao.tasks.statements.forms import evidence_by_form
from gangyao.tasks.statements.grammar import StatementGrammar
from gangyao.tasks.statements.telling import DUTIES
from gangyao.tasks.statements.weights import OWN_WEIGHT

# A look back holds for the sentences after it in its paragraph, and so does an aim.
# 据了解，2022年实施了行动: so do what somebody was told, or counted.
_REVIEW_STARTS = frozenset("过近这一二三五几回党改据")
# What ends it inside the paragraph: 下一步，…; 各地要….
_TURNS = re.compile(f"下一步|今后|下一阶段|接下来|{DUTIES}")
_LOOKING_BACK = re.compile(
    r"(?:过去|近|这[一五]年(?:来|，)|[一二三五几]年来|近年来|回顾|党的十[八九]大以来|改革开放以来)"
)
# 其中，甲地建成20个: part of what the sentence before it says.
_PART_OF_BEFORE = re.compile(f"其中(?!要)(?![^。；]*(?:{DUTIES}|力争|确保|争取))")
# Nats: a title that says 回顾 holds for its whole section. Set by hand: the weight of `review` is fitted on
# sections that are only taken for one, too.
_REVIEWS = 2.0
# Nats: what something is holds among tasks too (司法是公平正义的最后一道防线。), where no duty stands in it.
# Set by hand: of 5,713 labelled sentences, judged by fits that have not seen their documents, 196 were wrong
# before and 190 to 193 with .7 to 2.
_DESCRIBES = 1.3
_DESCRIBING = [
    FEATURES.index(name) for name in ("X是Y", "X是…关键", "a definition", "a judgement", "a maxim")
]
_BINDING = [FEATURES.index("duties")]
# One sentence says no more of its neighbours than this, in nats, and no more of itself than that.
NEIGHBOUR_LIMIT = 4.0
OWN_LIMIT = 8.0


def evidence_of(sentences: Sequence[str], grammar: StatementGrammar) -> list[float]:
    """Return in nats how far each sentence speaks for a statement (above 0) or a task (below 0)."""
    evidence = evidence_by_form(sentences)
    others = [index for index, told in enumerate(evidence) if told is None]
    lines = Lines([sentences[index] for index in others])
    features = read_features(lines, grammar.cues, grammar.lexicon)
    weighted = features * np.array(grammar.weights.sentence)
    # One after the other: the last digits are the same on every processor.
    sums = np.cumsum(weighted, axis=1)[:, -1] + grammar.weights.constant
    sums += grammar.runs.nats(lines)
    sums[features[:, _DESCRIBING].any(axis=1) & ~features[:, _BINDING].any(axis=1)] += _DESCRIBES
    for index, nats in zip(others, sums.tolist(), strict=True):
        evidence[index] = nats
    return [nats for nats in evidence if nats is not None]


def bounded_to(limit: float, values: Iterable[float]) -> list[float]:
    """Return each of the values, or `limit` with its sign where it is greater than that."""
    return [limit if value > limit else value if value > -limit else -limit for value in values]


def judge_sentences(
    text: str, sentences: Sequence[tuple[int, int]], context: Context, grammar: StatementGrammar
) -> tuple[bool, ...]:
    """Return for each sentence span of the paragraph `text` whether it is a statement.

    A sentence is judged by itself, by the other sentences of its paragraph, by an opening of the paragraph
    whose force goes on (`到2035年，…；…。`, `过去五年，…。…。`) and by where the paragraph stands
    (`context.leaning`).
    """
    own = context.evidence
    if own is None or len(own) != len(sentences):
        own = tuple(evidence_of([text[start:end] for start, end in sentences], grammar))
    weights = grammar.weights
    reviews = _REVIEWS if any("回顾" in title for title in context.titles) else 0.0
    leaning = reviews + (weights.stances["unknown"] if context.leaning is None else context.leaning)
    bounded = bounded_to(NEIGHBOUR_LIMIT, own)
    around = sum(bounded)
    others = max(1, len(own) - 1)
    nats = [
        OWN_WEIGHT * value + weights.neighbours * ((around - limited) / others)
        for value, limited in zip(bounded_to(OWN_LIMIT, own), bounded, strict=True)
    ]
    scopes = (0.0, weights.behind_aim, weights.behind_review)
    least, most = min(scopes), max(scopes)
    has_part = any(text.startswith("其中", start) for start, _ in sentences[1:])
    if not has_part and all((one + least + leaning > 0) == (one + most + leaning > 0) for one in nats[1:]):
        # Whatever a sentence before it opens, each stays what it is.
        return tuple([one + leaning > 0 for one in nats])
    scope = 0.0
    judged: list[bool] = []
    for (start, end), one in zip(sentences, nats, strict=True):
        if scope > 0 and _TURNS.search(text, start, end) is not None:
            scope = 0.0
        is_part = judged and _PART_OF_BEFORE.match(text, start, end) is not None
        judged.append(judged[-1] if is_part else one + scope + leaning > 0)
        if len(judged) == len(own):
            break
        if is_aim(text, start, end):
            scope = weights.behind_aim
        elif looks_back(text, start, end):
            scope = weights.behind_review
    return tuple(judged)


def looks_back(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence `text[start:end]` opens with a look back: 过去五年, 改革开放以来."""
    return text[start : start + 1] in _REVIEW_STARTS and _LOOKING_BACK.match(text, start, end) is not None


def is_statement(sentence: str, context: Context, grammar: StatementGrammar) -> bool:
    """Tell whether `sentence`, taken alone, only reports or describes."""
    return judge_sentences(sentence, ((0, len(sentence)),), context, grammar)[0]
