"""Where wrapped lines were joined that may not belong together: the edges of columns printed in any order.

The last line of a printed column fills the width like any other, so that it is joined to the first line of
the column printed next, which may go on somewhere else. Such a join is odd: what follows does not fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.punctuation import closes_bracket, ends_sentence
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.reading_order.break_judges import FIRST_LOOK, bits_of_pairs
from gangyao.layout.reading_order.contexts import Contexts
from gangyao.layout.reading_order.continuity import join_scores, start_oddness
from gangyao.layout.reading_order.priors import MOST_COLUMNS
from gangyao.layout.reading_order.topics import Topics
from gangyao.layout.reading_order.whole import read_whole
from gangyao.layout.wrapping import Wrapping

# A join is looked at closer if the characters at it are no likelier together than this (bits): so are nearly
# all columns that do not belong together, and a quarter of the lines that do.
_LIKELY = 2.0
# It is odd below so many bits by all that is known of breaks; no more than so many are, the oddest first.
_ODD = 1.0
_MOST = 60
# After a sentence's end, a line that begins so oddly (bits) may be the rest of something else: so do two in
# three that are, and four or five others on a page.
_ODD_START = 0.5
# A short line that ends no sentence is no title but the rest of one line, where a page was cut off below it,
# if it goes on the line before it by so many bits (by hand).
_IS_REST = 3.0
# In a text of pages, a line goes on after the end of one for sure from so many bits on: fewer than 1 in 100
# columns do that do not belong together.
_GOES_ON = 7.0
# So odd is what no statistics are needed for: the rest of a quotation, a title in mid-paragraph.
_CERTAIN = 99.0
# So many blank lines, and such a share of all lines, are rare: as many as there are columns, not paragraphs.
_MOST_BLANKS, _RARE = 20, 0.1
# Code points of context.
_CONTEXT = 600


def find_open_gaps(lines: Sequence[ReadLine]) -> list[int]:
    """Return the lines before which a column may have ended: after furniture, or after a rare blank line."""
    blanks = sum(line.gap == "blank" for line in lines)
    are_rare = blanks <= min(_MOST_BLANKS, _RARE * len(lines))
    return [i for i, line in enumerate(lines) if line.gap == "page" or (line.gap == "blank" and are_rare)]


def find_doubtful_joins(
    lines: Sequence[ReadLine],
    joins: Sequence[bool],
    wrapping: Wrapping | None,
    gaps: Sequence[int],
    model: CharacterModel,
    topics: Topics,
) -> list[int]:
    """Return the lines, ascending, that go on the line before them only if the printed order stands.

    They are those over `gaps`, in a wrapped text those that hardly go on what is printed before them, and in
    one that is not, where few lines are joined, those over blank lines and all joins: a column that was cut
    anywhere may begin with a comma, or after one that ends with an open bracket.
    """
    texts = [line.text for line in lines]
    if wrapping is not None:
        return sorted(
            {
                *find_doubtful_gaps(texts, joins, gaps, model, topics),
                *find_odd_joins(texts, joins, model, topics),
            }
        )
    others = [index for index, line in enumerate(lines) if line.gap == "blank" or joins[index]]
    return find_doubtful_gaps(texts, joins, sorted({*gaps, *others}), model, topics)


def find_odd_joins(
    texts: Sequence[str], joins: Sequence[bool], model: CharacterModel, topics: Topics
) -> list[int]:
    """Return the lines (by index, ascending) that are joined to the line before them but hardly go on it."""
    joined = [index for index in range(1, len(texts)) if joins[index]]
    if not joined:
        return []
    after = [index for index in joined if ends_sentence(texts[index - 1])]
    in_sentence = [index for index in joined if not ends_sentence(texts[index - 1])]
    oddness = _oddness_after_sentence(texts, after, model)
    oddness += _oddness_in_sentence(texts, joins, in_sentence, model, topics)
    return sorted(index for _, index in sorted(oddness, reverse=True)[:_MOST])


def find_doubtful_gaps(
    texts: Sequence[str],
    joins: Sequence[bool],
    gaps: Sequence[int],
    model: CharacterModel,
    topics: Topics,
) -> list[int]:
    """Return those of the lines `gaps`, each after the end of a page, that need not go on the line before."""
    joined = [index for index in gaps if joins[index]]
    if len(gaps) <= MOST_COLUMNS:
        return joined
    bits = _bits(texts, joins, joined, model, topics) if joined else []
    return [index for bit, index in zip(bits, joined, strict=True) if bit < _GOES_ON]


def _oddness_after_sentence(
    texts: Sequence[str], indexes: Sequence[int], model: CharacterModel
) -> list[tuple[float, int]]:
    """Return those of the lines `indexes`, each after a sentence's end, that begin as no sentence does."""
    if not indexes:
        return []
    bits = start_oddness([texts[index] for index in indexes], model).tolist()
    oddness = [
        (_CERTAIN if closes_bracket(texts[index]) else bit, index)
        for bit, index in zip(bits, indexes, strict=True)
    ]
    return [(odd, index) for odd, index in oddness if odd >= _ODD_START]


def _oddness_in_sentence(
    texts: Sequence[str],
    joins: Sequence[bool],
    indexes: Sequence[int],
    model: CharacterModel,
    topics: Topics,
) -> list[tuple[float, int]]:
    """Return those of the lines `indexes`, each in mid-sentence, that hardly go on the line before them."""
    if not indexes:
        return []
    early = [index for index in indexes if _ends_early(texts, joins, index)]
    inside = sorted({*indexes}.difference(early))
    scores = join_scores([(texts[index - 1], texts[index]) for index in inside], model).tolist()
    doubtful = [index for score, index in zip(scores, inside, strict=True) if score < _LIKELY]
    bits = _bits(texts, joins, doubtful + early, model, topics)
    of_doubtful, of_early = bits[: len(doubtful)], bits[len(doubtful) :]
    odd = [(-bit, index) for bit, index in zip(of_doubtful, doubtful, strict=True) if bit < _ODD]
    return odd + [(_CERTAIN, index) for bit, index in zip(of_early, early, strict=True) if bit < _IS_REST]


def _ends_early(texts: Sequence[str], joins: Sequence[bool], index: int) -> bool:
    """Tell whether a line is the short last one of a paragraph, yet ends no sentence: so do titles."""
    is_last = index + 1 == len(texts) or not joins[index + 1]
    return is_last and not ends_sentence(texts[index]) and len(texts[index]) < len(texts[index - 1])


def _bits(
    texts: Sequence[str],
    joins: Sequence[bool],
    doubtful: Sequence[int],
    model: CharacterModel,
    topics: Topics,
) -> list[float]:
    """Return by how many bits each of the `doubtful` lines goes on the line before it."""
    # Line by line: what stands over a break is to be found elsewhere, not at the break itself.
    whole = read_whole("\n".join(texts), topics)
    tails = [text_before(texts, joins, index) for index in doubtful]
    heads = [text_after(texts, joins, index) for index in doubtful]
    return bits_of_pairs(Contexts(tails, heads), whole, model, FIRST_LOOK)


def text_before(texts: Sequence[str], joins: Sequence[bool], index: int) -> str:
    """Return the text before a line as far as it belongs to the same paragraph."""
    tail = texts[index - 1]
    while joins[index - 1] and len(tail) < _CONTEXT:
        index -= 1
        tail = texts[index - 1] + tail
    return tail[-_CONTEXT:]


def text_after(texts: Sequence[str], joins: Sequence[bool], index: int) -> str:
    """Return the text from a line on as far as it belongs to the same paragraph."""
    head = texts[index]
    while index + 1 < len(texts) and joins[index + 1] and len(head) < _CONTEXT:
        index += 1
        head += texts[index]
    return head[:_CONTEXT]
