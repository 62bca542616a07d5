"""What most lines of a file begin or end with, whatever its letters are: `OCR> `, `【原文】`, ` <<`.

`uniform_edges` takes what all lines have and a program alone prints. Here a smaller share of the lines is
enough, and Chinese counts too, if what is left proves that it is the text: it has the headings of one, or
goes on from line to line where the line as printed does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.heading_levels import OF_TEXT
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import ends_sentence
from gangyao.layout.edge_tokens import BAR, fold, size_of
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.split import INVISIBLE

# So many lines show what comes again, and such a share of them has it (by hand): a document of the corpus
# has a common beginning on half of its lines only where it counts articles or items.
_FEWEST, _SHARE = 8, 0.5
# What the edge goes on with stands on so many of the lines that have it so far; what the text begins with
# stands on fewer.
_STEADY = 0.75
# Lines that another name or date stands before are so many, and begin alike for so many tokens.
_FEWEST_OTHERS, _ALIKE = 3, 3
_LONGEST = 80
_BLANK = re.escape(INVISIBLE)
_TOKEN = re.compile(rf"[0-9]+|[{_BLANK}]+|[^0-9{_BLANK}]")
_LETTERS = re.compile("[A-Za-z]{2}")
_HAN = re.compile("[\u3400-\u9fff]")
_TEXT = re.compile("[\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uff00-\uffef0-9A-Za-z]")
# What texts themselves print before an item, a heading of Markdown and a row.
_ITEM = re.compile(rf"[{_BLANK}]*(?:#+|[-+*>·•]|[（(\[]?0[）)\].、．]?|[（(\[]|第)[{_BLANK}]*")
# Marks that lines of a text end with, those of quotations and brackets, leaders to a page's number.
_ENDS = frozenset("。；，：、！？…”’》）】」』〕\"'.;,:!?)%％‰℃·-=｡､｣︐︑︒︓︔︕︖︘︶︸︺︼︾﹀﹂﹄")
# Names of things in Latin letters, with which items may begin: AI+, KPI3：.
_NAME = re.compile(r"[A-Za-z]{1,6} ?\d{0,3}[+＋]?[：:]? ?")
# Marks and letters by which texts say how an item stands, and the names of things in Latin letters.
_GRADE = re.compile("[A-Za-z]{1,4}|[√✓✔☑×✗★☆▲△▼●○◎※■□◆◇]{1,5}")
# Marks that begin or end bold words of the line: it may have others inside.
_EMPHASIS = frozenset("*_~ ")
_BRACKETS = ("()", "[]", "{}", "<>", "（）", "【】", "〔〕", "“”", "《》", "［］", "〈〉", "「」")
_LEADERS = frozenset(".…·-=—")
# Headings behind it, and pairs of lines of which one breaks off; these go on by so many bits on the average,
# and so much better than they are printed, in so many of the pairs (by hand).
_FEWEST_HEADINGS, _FEWEST_PAIRS, _MOST_PAIRS = 2, 4, 40
_BITS, _GAIN, _MOSTLY = 1.5, 2.0, 0.7
# Before nearly all of so many lines, a word that is set off is no word of theirs.
_FEWEST_LABELLED, _LABELLED = 12, 0.9
# So many of the lines are sentences behind what only programs print.
_SENTENCES = 0.3

#: What is taken off a line: how many characters of its beginning, and of its end.
Sizes = tuple[int, int]


def find_common_edges(texts: Sequence[str], model: CharacterModel) -> list[Sizes]:
    """Return how much of each line, given without its margins, is no text of it."""
    sizes = [(0, 0)] * len(texts)
    if len(texts) < _FEWEST:
        return sizes
    least = _SHARE * len(texts)
    heads = _heads(texts, least)
    if any(heads) and _opens(texts, heads):
        return sizes
    if any(heads) and not _is_proved(texts, heads, model):
        heads = [0] * len(texts)
    heads = _with_blank(texts, heads)
    tails = [0] * len(texts)
    if _most_common(_last(text) for text in texts)[1] >= least:
        tails = _tails([text[head:] for text, head in zip(texts, heads, strict=True)], least)
        if any(tails) and not _is_proved_behind(texts, heads, tails, model):
            tails = [0] * len(texts)
    return list(zip(heads, tails, strict=True))


def _opens(texts: Sequence[str], heads: Sequence[int]) -> bool:
    """Tell whether the beginnings open what the lines close: both are one, as `uniform_edges` reads them."""
    edge = next(text[:head] for text, head in zip(texts, heads, strict=True) if head)
    closing = [pair[1] for pair in _BRACKETS if edge.count(pair[0]) > edge.count(pair[1])]
    closing += [mark for mark in "\"'" if edge.count(mark) % 2]
    return any(sum(mark in text[-3:] for text in texts) * 2 >= len(texts) for mark in closing)


def _with_blank(texts: Sequence[str], heads: Sequence[int]) -> list[int]:
    """Return how long the beginnings are with a blank behind them, where most of them have one."""
    blank = [n for n, head in enumerate(heads) if head and texts[n][head : head + 1] == " "]
    if 2 * len(blank) < sum(head > 0 for head in heads):
        return [*heads]
    return [head + (head > 0 and texts[n][head : head + 1] == " ") for n, head in enumerate(heads)]


def _last(text: str) -> str:
    """Return the character that a line ends with, or two that are the same; nothing for ends of texts."""
    last = text[-1:]
    if "0" <= last <= "9" or last in _LEADERS:
        return ""
    if last not in _ENDS:
        return last
    return text[-2:] if text[-2:-1] == last else ""


def _most_common(values: Iterator[str]) -> tuple[str, int]:
    common = Counter(filter(None, values)).most_common(1)
    return common[0] if common else ("", 0)


def _heads(texts: Sequence[str], least: float) -> list[int]:
    """Return how long the beginning is that so many of the lines have in common, of those that have it."""
    # Asked first, of one character a line: nearly every text says no.
    first = _most_common("0" if text[:1].isdecimal() else text[:1] for text in texts)
    if first[1] < least:
        return [0] * len(texts)
    tokens = [_TOKEN.findall(text[:_LONGEST]) for text in texts]
    common = _common(tokens, least)
    # How far a line is indented behind it is the line's own.
    common = common[:-1] if common[-1:] == [" "] else common
    sizes = [size_of(common, line) for line in tokens]
    if all(token in ("0", " ") for token in common):
        return [0] * len(texts)
    others = [n for n, size in enumerate(sizes) if not size and texts[n]]
    while len(others) >= _FEWEST_OTHERS:
        other = _common([tokens[n] for n in others], max(_FEWEST_OTHERS, len(others) / 3))
        while other and other[-1] != common[-1]:
            other.pop()
        if len(other) <= _ALIKE or other[:_ALIKE] != common[:_ALIKE]:
            break
        for n in others:
            sizes[n] = size_of(other, tokens[n])
        others = [n for n in others if not sizes[n]]
    return sizes


def _tails(texts: Sequence[str], least: float) -> list[int]:
    tokens = [_TOKEN.findall(text[-_LONGEST:])[::-1] for text in texts]
    common = _common(tokens, least)
    # A mark of the sentence, and what stands before it, is the line's own.
    marks = [n for n, token in enumerate(common) if token in "。；，：、！？"]
    if marks[:2] == [0, 1] and common[0] == common[1]:
        common = common[:2]
    elif marks:
        common = common[: marks[0]]
    if not common or any(token == "0" for token in common) or not _is_closed("".join(common)):
        return [0] * len(texts)
    return [size_of(common, line) for line in tokens]


def _is_closed(edge: str) -> bool:
    return all(edge.count(pair[0]) == edge.count(pair[1]) for pair in _BRACKETS if pair != "<>")


def _common(lines: Sequence[Sequence[str]], least: float) -> list[str]:
    """Return the longest run of tokens that so many of the lines begin with."""
    taken: list[str] = []
    left = list(lines)
    while True:
        place = len(taken)
        token, count = _most_common(fold(line[place]) for line in left if len(line) > place)
        if not token or count < max(least, _STEADY * len(left) if taken else 0.0):
            return taken
        taken.append(token)
        left = [line for line in left if len(line) > place and fold(line[place]) == token]


def _is_proved(texts: Sequence[str], heads: Sequence[int], model: CharacterModel) -> bool:
    """Tell whether what is left behind the beginnings is the text."""
    edge = next(text[:head] for text, head in zip(texts, heads, strict=True) if head)
    rests = [text[head:].strip(INVISIBLE) for text, head in zip(texts, heads, strict=True)]
    having = [rest for rest, head in zip(rests, heads, strict=True) if head and rest]
    if _EMPHASIS.issuperset(edge) or not _are_left(having, heads) or _has_bars(edge, having):
        return False
    if sum(_TEXT.match(rest) is not None for rest in having) * 2 < len(having):
        return False
    # 第 of 第一章: what the lines have in common is that they are headings.
    printed = [text for text, head, rest in zip(texts, heads, rests, strict=True) if head and rest]
    if sum(parse_heading(text) is not None for text in printed) * 2 >= len(printed):
        return False
    headings = [heading for rest in having if (heading := parse_heading(rest)) is not None]
    numbered = sum(one.family in OF_TEXT and not one.is_weak and one.number is not None for one in headings)
    folded = "".join(map(fold, _TOKEN.findall(edge)))
    is_item = _ITEM.fullmatch(folded) is not None
    if not is_item and _is_closed(edge) and numbered >= _FEWEST_HEADINGS:
        return True
    is_program = not is_item and not _HAN.search(edge) and _LETTERS.search(edge) is not None
    is_label = _is_label(edge) and len(having) >= max(_FEWEST_LABELLED, _LABELLED * len(texts))
    # What texts put before each item, whose task it is or who speaks, stands before no title.
    has_title = heads[0] > 0 and not ends_sentence(rests[0])
    if (is_program and not _NAME.fullmatch(edge)) or ((is_program or is_label) and has_title):
        return sum(map(ends_sentence, having)) >= _SENTENCES * len(having)
    lines = [(rest, text, head) for rest, text, head in zip(rests, texts, heads, strict=True) if rest]
    pairs = [
        (left, right, text)
        for (left, _, a), (right, text, b) in pairwise(lines)
        if a and b and _is_cut(left, right)
    ]
    return _goes_on(
        [(left, right) for left, right, _ in pairs], [(left, text) for left, _, text in pairs], model
    )


def _is_proved_behind(
    texts: Sequence[str], heads: Sequence[int], tails: Sequence[int], model: CharacterModel
) -> bool:
    """Tell whether what is left before the ends is the text."""
    lines = [text[head:] for text, head in zip(texts, heads, strict=True)]
    rests = [line[: len(line) - tail].strip(INVISIBLE) for line, tail in zip(lines, tails, strict=True)]
    edge = next(text[-tail:] for text, tail in zip(texts, tails, strict=True) if tail)
    having = [rest for rest, tail in zip(rests, tails, strict=True) if tail and rest]
    if _EMPHASIS.issuperset(edge) or not _are_left(having, tails) or _has_bars(edge, having):
        return False
    # Units of figures stand behind figures.
    if sum(_HAN.search(rest[-1]) is not None or ends_sentence(rest) for rest in having) * 2 < len(having):
        return False
    # What texts put behind each item, how it stands or what it is worth, stands behind no title.
    if not tails[0] and (_HAN.search(edge) or _GRADE.fullmatch(edge.strip(INVISIBLE))):
        return False
    # What a colon announces on most lines is theirs, and the marks of lines that have no others.
    if sum(rest[-1] in "：:" for rest in having) * 2 >= len(having):
        return False
    if _ENDS.issuperset(edge) and not any(map(ends_sentence, having)):
        return False
    if not _HAN.search(edge):
        return True
    pairs = [
        (left, right, line)
        for (left, right), line, tail in zip(pairwise(rests), lines, tails, strict=False)
        if tail and _is_cut(left, right)
    ]
    ended = sum(map(ends_sentence, having))
    return ended >= _FEWEST_PAIRS and (
        ended >= _SENTENCES * len(having)
        or _goes_on(
            [(left, right) for left, right, _ in pairs], [(line, right) for _, right, line in pairs], model
        )
    )


def _are_left(rests: Sequence[str], sizes: Sequence[int]) -> bool:
    """Tell whether most lines are more than the edge."""
    return 2 * len(rests) >= sum(size > 0 for size in sizes)


def _is_label(edge: str) -> bool:
    """Tell whether an edge is a word that a sign sets off: `文本：`, `【原文】`."""
    edge = edge.strip(INVISIBLE)
    return len(_HAN.findall(edge)) > 1 and not edge[-1].isalnum()


def _has_bars(edge: str, rests: Sequence[str]) -> bool:
    """Tell whether an edge is a rule between the cells of a table."""
    return BAR.search(edge) is not None and sum(BAR.search(rest) is not None for rest in rests) * 4 >= len(
        rests
    )


def _is_cut(left: str, right: str) -> bool:
    return bool(left) and bool(right) and not ends_sentence(left) and parse_heading(right) is None


def _goes_on(
    without: Sequence[tuple[str, str]], printed: Sequence[tuple[str, str]], model: CharacterModel
) -> bool:
    """Tell whether lines that break off go on in the next ones, without the edge and better than with it."""
    if len(without) < _FEWEST_PAIRS:
        return False
    scores = join_scores(without[:_MOST_PAIRS], model)
    gains = scores - join_scores(printed[:_MOST_PAIRS], model)
    return fmean(scores) >= _BITS and fmean(gains) >= _GAIN and float((gains > 0).mean()) >= _MOSTLY
