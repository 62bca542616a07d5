"""Running heads and feet: a short line, mostly the title, that every page repeats.

A line may also repeat because it is a salutation or a cell of a table. A running head stands beside other
page furniture or cuts sentences in two, about once a page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.furniture.page_numbers import are_pages
from gangyao.layout.reading_order.continuity import join_scores

_DIGITS = re.compile(r"[0-9０-９]+")
_OUTER_NUMBER = re.compile(
    r"[0-9０-９]{1,4}[\s·|｜]+(?P<right>[^\d\s][^\d]{2,}[^\d\s])|(?P<left>[^\d\s][^\d]{2,}[^\d\s])[\s·|｜]+[0-9０-９]{1,4}"
)
_LONGEST_HEAD = 40
_LETTERS = re.compile(r"[^\W\d_]")
_PHRASE_END = re.compile("[，；。：]")
_FEWEST_HEADS = 3
# Heads take turns on left and right pages: one that came only so often cuts a sentence each time.
_FEWEST_CUTTING = 2
_BESIDE_FURNITURE = 0.6
# Without furniture beside it: the share of the heads that cut a sentence.
_CUTTING = 0.3
# So many steps from one to the next, and the share of them that is the usual one, are no chance: refrains and
# the names of who answers stand unevenly (by hand).
_FEWEST_STEPS, _EVEN = 5, 0.8
# Of the steps between the numbers in heads, this share counts on.
_COUNTING = 0.6
# A head that counts pages has a name (`专栏 3` has none) and may stand on short pages.
_FEWEST_LETTERS = 4
_SHORT_PAGE = 80
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_NUMBER_OF_DOCUMENT = re.compile(rf"{OPENS_YEAR}\s*\d{{4}}\s*{CLOSES_YEAR}\s*第?\s*\d+\s*号")
# A line before a head that is at least so long, or has phrases, and no final mark breaks off there.
_LONGEST_TITLE = 16
# A head cuts a sentence if the two parts go better together than with it, by so many bits (by hand).
_CUT = 3.0
# The title of the document stands among its first code points, and a head that repeats it does not.
_TITLE_REACH = 160
# What a site prints over the text, with the title in it two or three times, is no longer (by hand).
_SITE_REACH = 400


def find_running_heads(texts: Sequence[str], furniture: Sequence[bool], model: CharacterModel) -> list[bool]:
    """Tell for each line whether it is a head or foot that every page repeats.

    `model` tells a sentence that a head cuts in two from one that the text repeats.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if text and not furniture[index] and _length(text) <= _LONGEST_HEAD:
            places[text].append(index)
    # Heads with a page number in them differ only in their digits, which stand on the outer side of the page.
    folded: dict[str, list[int]] = defaultdict(list)
    for text, indexes in places.items():
        folded[_folded(text)] += indexes
    flags = [False] * len(texts)
    repeated = {text: sorted(found) for text, found in folded.items() if len(found) >= _FEWEST_CUTTING}
    if not repeated:
        return flags
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    repeated = {text: _once_above_text(found, texts, starts) for text, found in repeated.items()}
    repeated = {text: found for text, found in repeated.items() if len(found) >= _FEWEST_CUTTING}
    groups = frozenset(map(tuple, repeated.values()))
    for text, indexes in repeated.items():
        if ends_sentence(text) or not _LETTERS.search(text) or _are_numbers_of_documents(indexes, texts):
            continue
        aside = _with_companions(indexes, groups, furniture)
        cutting = [index for index in indexes if _cuts(index, texts, aside)]
        if len(indexes) < _FEWEST_HEADS and len(cutting) < len(indexes):
            continue
        beside = sum(_is_beside(index, texts, furniture) for index in indexes)
        is_beside = beside >= _BESIDE_FURNITURE * len(indexes)
        heading = parse_heading(texts[indexes[0]])
        # `12 某市规划` and `14 某市规划` are no chapters: those have titles of their own.
        has_numbers = heading is not None and heading.is_weak and len({texts[n] for n in indexes}) > 1
        if heading is not None and not has_numbers:
            # The title of a chapter, repeated over its pages: printed first where the chapter begins.
            if is_beside and len({texts[index] for index in indexes}) == 1:
                # One that cuts a sentence is none of the text even there.
                first = 0 if _cuts(indexes[0], texts, aside) else 1
                for index in indexes[first:]:
                    flags[index] = True
            continue
        titles = _titles(indexes, texts, starts, furniture)
        # A watermark stands anywhere: once above the text and once below it cuts nothing.
        cuts_always = len(cutting) >= max(_FEWEST_CUTTING, len(indexes) - len(titles) - 1)
        if (
            is_beside
            or _counts_pages(indexes, texts, starts)
            or (
                _parts_pages(indexes, texts, starts, furniture, aside)
                and not _goes_on(indexes, texts, aside, model)
            )
            or (
                (cuts_always or (_stand_evenly(indexes) and len(cutting) >= _CUTTING * len(indexes)))
                and not _goes_on(cutting, texts, aside, model)
            )
        ):
            for index in indexes:
                flags[index] = index not in titles
    return flags


def _stand_evenly(indexes: Sequence[int]) -> bool:
    """Tell whether lines stand as far from each other each time: what a program stamps on the page."""
    steps = [b - a for a, b in pairwise(indexes)]
    usual = median(steps)
    return len(steps) >= _FEWEST_STEPS and sum(step == usual for step in steps) >= _EVEN * len(steps)


def _are_numbers_of_documents(indexes: Sequence[int], texts: Sequence[str]) -> bool:
    """Tell whether the lines are the numbers of several documents, each of which has its own."""
    found = [texts[index] for index in indexes]
    return len(set(found)) > 1 and all(map(_NUMBER_OF_DOCUMENT.search, found))


def _once_above_text(indexes: list[int], texts: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Return the places of a line, those above the text of the document as one: the last of them.

    Sites print the title over their own lines and again, with the text of the dispatch, once or twice more.
    """
    if starts[indexes[1]] > _SITE_REACH:
        return indexes
    body = next((index for index, text in enumerate(texts) if "，" in text or ends_sentence(text)), 0)
    above = [index for index in indexes if index < body and starts[index] <= _SITE_REACH]
    return indexes[len(above) - 1 :] if above else indexes


def _with_companions(
    indexes: Sequence[int], groups: Set[tuple[int, ...]], furniture: Sequence[bool]
) -> Sequence[bool]:
    """Return what stands aside besides the lines of one group: furniture, and lines that always stand beside.

    So do those of a head of two lines, right above or below.
    """
    for step in (-1, 1):
        beside = tuple(index + step for index in indexes)
        if beside in groups:
            aside = list(furniture)
            for index in beside:
                aside[index] = True
            return aside
    return furniture


def _length(text: str) -> int:
    """Return the length of a line without the blanks that set its parts to the edges of the page."""
    return len(text) if len(text) <= _LONGEST_HEAD else len("".join(text.split()))


def _folded(text: str) -> str:
    """Return what a head with a page number has in common with those of the other pages."""
    outer = _OUTER_NUMBER.fullmatch(text)
    return _DIGITS.sub("0", text) if outer is None else f"0 {outer['left'] or outer['right']}"


def _titles(
    indexes: Sequence[int], texts: Sequence[str], starts: Sequence[int], furniture: Sequence[bool]
) -> frozenset[int]:
    """Return which of the lines are the title of the document: those where it begins, on its first page."""
    if _DIGITS.search(texts[indexes[0]]) and len({texts[index] for index in indexes}) > 1:
        return frozenset()
    if len(indexes) >= _FEWEST_HEADS and all(furniture[index + 1 : index + 2] == [True] for index in indexes):
        return frozenset()  # Each stands right above its page's number, the first one too.
    page = next((index for index, flag in enumerate(furniture) if flag), len(texts))
    body = next((index for index, text in enumerate(texts) if _is_body(text)), len(texts))
    return frozenset(index for index in indexes if index < min(page, body) and starts[index] <= _TITLE_REACH)


def _is_body(text: str) -> bool:
    """Tell whether a line shows that the text has begun: the title stands before it."""
    heading = parse_heading(text) if text else None
    return (heading is not None and heading.family != "markdown") or (bool(text) and ends_sentence(text))


def _counts_pages(indexes: Sequence[int], texts: Sequence[str], starts: Sequence[int]) -> bool:
    """Tell whether the lines, about a page apart, differ in a number that counts up."""
    letters = _LETTERS.findall(texts[indexes[0]])
    if (
        len(letters) < _FEWEST_LETTERS
        or median(starts[b] - starts[a] for a, b in pairwise(indexes)) < _SHORT_PAGE
    ):
        return False
    numbers = [_DIGITS.findall(texts[index]) for index in indexes]
    for column in zip(*numbers, strict=True):
        if all(_EARLIEST_YEAR <= int(number) <= _LATEST_YEAR for number in column):
            # 2024年工作要点, 2025年工作要点: titles, as no page has such a number.
            continue
        steps = [int(b) - int(a) for a, b in pairwise(column)]
        if sum(1 <= step <= 2 for step in steps) >= _COUNTING * len(steps):
            return True
    return False


def _parts_pages(
    indexes: Sequence[int],
    texts: Sequence[str],
    starts: Sequence[int],
    furniture: Sequence[bool],
    aside: Sequence[bool],
) -> bool:
    """Tell whether the lines come once a page and cut sentences in two, but for what is set `aside`."""
    if not are_pages([starts[b] - starts[a] for a, b in pairwise(indexes)]):
        return False
    cutting = sum(_cuts(index, texts, aside) for index in indexes)
    # What repeats the title of the document needs less to be told from a salutation.
    is_title = bool(_titles(indexes, texts, starts, furniture))
    return cutting >= (1 if is_title else max(2, _CUTTING * len(indexes)))


def _cuts(index: int, texts: Sequence[str], furniture: Sequence[bool]) -> bool:
    before = _near(index, -1, texts, furniture)
    after = _near(index, 1, texts, furniture)
    if before is None or after is None:
        return False
    if len(texts[before]) <= _LONGEST_TITLE and "，" not in texts[before]:
        return False
    return not ends_sentence(texts[before]) and parse_heading(texts[after]) is None


def _goes_on(
    indexes: Sequence[int], texts: Sequence[str], furniture: Sequence[bool], model: CharacterModel
) -> bool:
    """Tell whether the lines stand between the lines around them nearly as well as those go together.

    So do the lines of a narrow column where a sentence comes again: they go on what stands before them, and
    what stands after them goes on them; or a whole passage comes again.
    """
    if _is_in_passage(indexes, texts, furniture):
        return True
    with_line, without = [], []
    for index in indexes:
        before, after = _near(index, -1, texts, furniture), _near(index, 1, texts, furniture)
        if before is not None and after is not None:
            # The other line of a head of two, above or below.
            first = index - 1 if index and furniture[index - 1] and texts[index - 1] else index
            last = index + 1 if furniture[index + 1 : index + 2] == [True] and texts[index + 1] else index
            with_line.append((texts[before], texts[first]))
            with_line.append((texts[last], texts[after]))
            without.append((texts[before], texts[after]))
    bits = join_scores([*with_line, *without], model)
    return float(bits[: len(with_line)].sum()) > float(bits[len(with_line) :].sum()) - _CUT * len(without)


def _is_in_passage(indexes: Sequence[int], texts: Sequence[str], furniture: Sequence[bool]) -> bool:
    """Tell whether a phrase ends in the lines, and what stands after, or before, all of them is the same.

    So it is where a document says the same again, as laws do of penalties. What stands above and below a head
    is another text on each page.
    """
    for step in (-1, 1):
        near = [_near(index, step, texts, furniture) for index in indexes]
        beside = {texts[index] for index in near if index is not None}
        if None not in near and len(beside) == 1 and _PHRASE_END.search(texts[indexes[0]]):
            return True
    return False


def _near(index: int, step: int, texts: Sequence[str], furniture: Sequence[bool]) -> int | None:
    """Return the next line in that direction that is read."""
    near = index + step
    while 0 <= near < len(texts):
        if texts[near] and not furniture[near]:
            return near
        near += step
    return None


def _is_beside(index: int, texts: Sequence[str], furniture: Sequence[bool]) -> bool:
    for step in (-1, 1):
        near = index + step
        while 0 <= near < len(texts) and not texts[near]:
            near += step
        if 0 <= near < len(texts) and furniture[near]:
            return True
    return False
