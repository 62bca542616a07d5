"""Sentences cut by the ends of lines in a text too short or too uneven to show that it is wrapped.

`建设物流园2个，完善县乡村三级` over `配送体系。` is one sentence. A line of running text that ends no
sentence and is no heading is rare where each line is a paragraph: of 27 in the development corpus the
language model joins one with the next line, a number that was truly cut, and of lines cut at random 96 of
100.
"""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import INNER_MARK, ends_sentence
from gangyao.layout.joins.line_joins import ReadLine, opens_block
from gangyao.layout.joins.signatures import is_signature
from gangyao.layout.reading_order.continuity import join_scores

# Bits that must speak for it.
_GOES_ON = 1.0
# A line of print has no more characters; a longer one is a paragraph, which the end of a page cuts.
_LONGEST = 60
# Texts that print a clause a line end them so: those are left as they are.
_PAUSES = "，、：；,:;"


def find_cut_sentences(lines: Sequence[ReadLine], model: CharacterModel) -> list[bool]:
    """Tell for each line whether it goes on the line before it, in a text that is not known to be wrapped."""
    joins = [False] * len(lines)
    texts = [line.text for line in lines]
    unsure = [
        index
        for index in range(1, len(lines))
        if lines[index].gap == "none"
        and breaks_off_in_print(texts[index - 1])
        and not opens_block(texts[index])
    ]
    unsure = [index for index in unsure if not is_signature(texts, index)]
    if unsure:
        scores = join_scores([(texts[index - 1], texts[index]) for index in unsure], model)
        for index, score in zip(unsure, scores.tolist(), strict=True):
            joins[index] = score > _GOES_ON
    return joins


def breaks_off_in_print(text: str) -> bool:
    """Tell whether a line of running text, no longer than print makes it, ends in mid-sentence."""
    return (
        len(text) <= _LONGEST
        and text[-1] not in _PAUSES
        and not ends_sentence(text)
        and INNER_MARK.search(text) is not None
        and not opens_block(text)
    )
