"""How well one fragment of text goes on another at the break between them, in bits.

A score is the logarithm of how much likelier the two are where they belong together than at two cuts made at
random. Two fragments may be parts of one line (`traits`), or the first ends with a paragraph and the second
begins one (`line_breaks`); the better of the two readings counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gangyao.chinese.character_model import ORDER, CharacterModel
from gangyao.chinese.punctuation import NEVER_FIRST, Edge, begins_with_rest
from gangyao.layout.reading_order.break_judges import FIRST_LOOK, BreakJudge
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.customs import Customs
from gangyao.layout.reading_order.label_breaks import complete_labels, complete_titles
from gangyao.layout.reading_order.line_breaks import neighbour_bits
from gangyao.layout.reading_order.line_pairs import LinePairs
from gangyao.layout.reading_order.line_starts import line_start_gains
from gangyao.layout.reading_order.traits import traits_of_contexts
from gangyao.layout.reading_order.whole import Whole

Bits = npt.NDArray[np.float64]

_REACH = ORDER - 1
_WEIGHT_START = 0.6
_MOST_ODD = 9.0
_MOST_NATURAL = 6.0
_NEVER = 12.0
# A fragment cut right between two sentences of a paragraph is rare, one cut between two paragraphs rarer (if
# any was cut in two).
_CUT_AFTER_SENTENCE = 3.0
_CUT_AT_BREAK = 6.0
_HEADING_IN_SENTENCE = 8.0
_CUT_HEADING = 2.0
# What speaks against a line that goes on one that does not fill the width of a wrapped text (by hand).
_PAST_EARLY_END = 8.0
# A line that begins with the rest of a sentence (献。) hardly begins a paragraph, whatever the model says of
# its first characters (by hand).
_REST = 6.0
# Alone on its line it may be a sentence of a text that prints one a line (等等。).
_REST_ALONE = 3.0
_LONGEST_ALONE = 6
# What a bare number goes on with begins like a paragraph; more cannot be told.
_AFTER_NUMBER = 3.0
_MOST_START = 3.0
# What the two parts of one label are worth (by hand): numbers tell which of several parts it is.
_SAME_LABEL = 6.0
# What the two parts of a title that the document cites are worth (by hand: hardly two other lines make one).
_SAME_TITLE = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class Grounds:
    """What the breaks of a document are judged by: what it says, how its lines end and begin, the model.

    `judge` says how well lines end, begin and go on each other; `titles` are those that the document cites.
    """

    whole: Whole
    customs: Customs
    model: CharacterModel
    judge: BreakJudge = FIRST_LOOK
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Continuity:
    """Scores of pairs in bits: `score[i, j]` for end `i` before beginning `j`, and whether they join.

    `printed[i, j]` is the score of the pair if the page itself prints a break between the two, `as_one[i, j]`
    if they are parts of one paragraph; `score` is the better of that and of a break where a column was cut.
    `begins` and `stops` tell how well each beginning begins a paragraph, and each end ends one.
    """

    score: Bits
    joins: npt.NDArray[np.bool_]
    printed: Bits
    as_one: Bits
    begins: Bits
    stops: Bits


def start_bits(texts: Sequence[str], model: CharacterModel) -> Bits:
    """Return for each text by how many bits it is likelier to begin a line than to stand anywhere."""
    bits = _WEIGHT_START * line_start_gains(texts, model)
    never = np.array([text[:1] in NEVER_FIRST for text in texts], dtype=bool)
    return np.where(never, -_NEVER, np.clip(bits, -_MOST_ODD, _MOST_NATURAL))


def start_oddness(texts: Sequence[str], model: CharacterModel) -> Bits:
    """Return for each text by how many bits it is unlikelier to begin a line than to stand anywhere, or 0."""
    return np.maximum(-start_bits(texts, model), 0.0)


def join_scores(pairs: Sequence[tuple[str, str]], model: CharacterModel) -> Bits:
    """Return by how many bits each right text is likelier after its left text than anywhere."""
    lefts = [left[-_REACH:] for left, _ in pairs]
    rights = [right[:_REACH] for _, right in pairs]
    count = len(pairs)
    costs = model.costs([*(a + b for a, b in zip(lefts, rights, strict=True)), *lefts, *rights])
    scores: Bits = costs[count : 2 * count] + costs[2 * count :] - costs[:count]
    return scores


def measure_continuity(
    ends: Sequence[Edge],
    beginnings: Sequence[Edge],
    contexts: Contexts,
    lines: LinePairs,
    grounds: Grounds,
    *,
    cut_anywhere: bool,
) -> Continuity:
    """Score every end against every beginning.

    `cut_anywhere`: the text was cut in the midst of lines, so that cuts between two lines are rare.
    `contexts` hold the texts before the ends and after the beginnings; `lines` are the last and first ones.
    """
    rests = np.array([_bits_of_rest(edge.text) for edge in beginnings])
    last, first = [edge.text for edge in ends], [edge.text for edge in beginnings]
    starts = (grounds.judge.starts(beginnings, grounds.customs, lines.sides[1]) - rests)[None, :]
    traits = {**lines.traits, **traits_of_contexts(contexts, grounds.whole)}
    stops = grounds.judge.ends(ends, grounds.customs, lines.sides[0])[:, None]
    printed = stops + starts + neighbour_bits(traits, grounds.customs)
    ended = np.array([not edge.is_heading and not edge.ends_open for edge in ends], dtype=bool)[:, None]
    heading = np.array([edge.is_heading for edge in beginnings], dtype=bool)[None, :]
    join = grounds.judge.joins(traits, last, first) - np.where(heading, _HEADING_IN_SENTENCE, 0.0)
    titled = np.array([edge.is_heading for edge in ends], dtype=bool)[:, None]
    join = join - np.where(titled, _CUT_HEADING, 0.0)
    early = np.array([edge.ends_early for edge in ends], dtype=bool)[:, None]
    join = join - np.where(early, _PAST_EARLY_END, 0.0)
    join = np.where(ended, join - _CUT_AFTER_SENTENCE + np.minimum(starts, 0.0), join)
    broken = printed - (_CUT_AT_BREAK if cut_anywhere else 0.0)
    bare = np.array([edge.is_bare for edge in ends], dtype=bool)[:, None]
    join = np.where(bare & ~heading, _AFTER_NUMBER + np.clip(starts, -_MOST_START, _MOST_START), join)
    label = complete_labels(ends, beginnings)
    join = np.where(label, np.maximum(join, _SAME_LABEL), join)
    title = complete_titles(ends, beginnings, grounds.titles)
    join = np.where(title, np.maximum(join, _SAME_TITLE), join)
    joins = (join > broken) & ~ended & (~heading | label | title)
    return Continuity(np.maximum(join, broken), joins, printed, join, starts[0], stops[:, 0])


def _bits_of_rest(text: str) -> float:
    """Return what speaks against a line as the beginning of a paragraph if a sentence ends in it soon."""
    if not begins_with_rest(text):
        return 0.0
    return _REST if len(text) > _LONGEST_ALONE else _REST_ALONE
