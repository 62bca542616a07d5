"""Which lines go on the line before them.

A line that fills the width of a wrapped text goes on in the next one, unless that is a heading or list
item or begins a paragraph. Where the text layer kept the indents, they tell paragraphs; where it lost them,
the first line of a paragraph is narrower by two characters, as the document's own first lines show; where
nothing is indented, language statistics say whether a sentence rather begins a paragraph or goes on.
Texts that are not wrapped are those of `page_joins`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.character_model import ORDER, CharacterModel
from gangyao.chinese.heading_levels import RANKED
from gangyao.chinese.headings import Heading, parse_heading
from gangyao.chinese.line_width import FULL_LINE_SLACK, line_width
from gangyao.chinese.punctuation import CLOSERS, FINAL, ends_sentence
from gangyao.layout.joins.page_joins import join_pages
from gangyao.layout.joins.read_line import ReadLine, opens_block
from gangyao.layout.joins.signatures import is_signature
from gangyao.layout.reading_order.continuity import join_scores
from gangyao.layout.wrapping import Wrapping, is_title

_NUMERALS = r"[0-9０-９〇零一二三四五六七八九十百 \u3000]"
_LABEL_HEAD = re.compile(rf"第{_NUMERALS}{{0,5}}")
_LABEL_REST = re.compile(rf"{_NUMERALS}{{0,4}}[篇章节條条編编節](?![约点制能水节])")
# What a line break never parts: a number or Latin word; a character and the mark after it.
_FIRST_UNIT = re.compile(
    r"[“《（(]?[A-Za-z0-9.,%+\-]+[，。、；：！？）》”%]?|[“《（(]?.?[，。、；：！？）》”]?", re.DOTALL
)
_FEWEST_CERTAIN = 12
_UNSURE = 0.04
# A paragraph's indent, in half characters; lines of which this share is indented print their indents.
_INDENT = 4
_LEAST_INDENT = 2
_INDENTED = (0.02, 0.6)
_FEWEST_INDENTED = 3
# Blank lines part paragraphs where not nearly every line has one before it.
_MOST_BLANKS = 0.5
# A sentence that does not have the width of a first line begins a paragraph if this many bits speak for it.
_BEGINS_PARAGRAPH = 2.0
_BEGINS_NARROW_PARAGRAPH = 4.0
# A full line that could be a title goes on if this many bits speak for it.
_TITLE_WRAPS = 2.0
# So does a full line that breaks off, over what has the form of a heading.
_HEADING_WRAPS = 3.0
_FEWEST_FIRST_LINES = 2
# The number of a paragraph alone on its line: browsers and converters print markers of lists so.
_LABEL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、]"
)
_LONGEST_LABEL = 5
# A cell or a title may end in a full stop; so long a line is a paragraph (by hand).
_LONGEST_UNIT = 16


def find_joins(lines: Sequence[ReadLine], wrapping: Wrapping | None, model: CharacterModel) -> list[bool]:
    """Tell for each line whether it goes on the line before it."""
    joins = join_pages(lines, model) if wrapping is None else _join_wrapped(lines, wrapping, model)
    for index in range(1, len(lines)):
        before, line = lines[index - 1].text, lines[index]
        if (before[:1] == "第" and _splits_label(before, line.text)) or _is_label_of(before, line):
            joins[index] = True
    return joins


def _is_label_of(before: str, line: ReadLine) -> bool:
    """Tell whether a line is nothing but the number of the paragraph below it, which is no cell or title."""
    if len(before) > _LONGEST_LABEL or line.gap == "page" or _LABEL.fullmatch(before) is None:
        return False
    is_sentence = ends_sentence(line.text) and len(line.text) > _LONGEST_UNIT
    return is_sentence and not opens_block(line.text)


def _splits_label(before: str, text: str) -> bool:
    """Tell whether two lines hold the two parts of one label: `第三` over `章 空间布局`."""
    if _LABEL_HEAD.fullmatch(before) is None or _LABEL_REST.match(text) is None:
        return False
    heading = parse_heading(before + text)
    return heading is not None and heading.number is not None


def _join_wrapped(lines: Sequence[ReadLine], wrapping: Wrapping, model: CharacterModel) -> list[bool]:
    has_indents = _prints_indents(lines)
    has_blanks = _parts_by_blanks(lines)
    texts = [line.text for line in lines]
    widths = [line_width(text) for text in texts]
    is_narrowed = not has_indents and _narrows_first_lines(lines, widths, wrapping)
    begins = _begin_bits(lines, model)
    needed = _needed_widths(lines, widths)
    held = _held_width(lines, widths, needed, wrapping)
    doubtful = _doubtful_bits(lines, widths, wrapping, model)
    joins = [False] * len(lines)
    start = 0
    for index in range(1, len(lines)):
        previous, line = lines[index - 1], lines[index]
        if (
            opens_block(line.text)
            and (doubtful.get(index, 0.0) <= _HEADING_WRAPS or is_title(previous.text))
            and not _counts_on_inside(lines[start:index], line.text)
        ):
            start = index
            continue
        is_parted = (
            (has_indents and line.indent >= _LEAST_INDENT)
            or (has_blanks and line.gap == "blank")
            or is_signature(texts, index)
        )
        # Some programs wrap by the number of characters, whatever their width.
        filled = widths[index - 1] + previous.taken_out + (previous.indent if has_indents else 0)
        is_full = filled >= wrapping.width - FULL_LINE_SLACK or len(previous.text) >= wrapping.width // 2
        # A first line that lost its indent was wider in print by that.
        lost = _INDENT if is_narrowed and not joins[index - 1] else 0
        ends_early = ends_sentence(previous.text) and needed[index] + previous.indent + lost <= held
        if is_parted or not is_full or ends_early:
            start = index
            continue
        following = widths[index + 1] if index + 1 < len(lines) else 0
        if has_indents:
            joins[index] = True
        elif not joins[index - 1] and is_title(previous.text):
            # A full line that could be a title goes on in a paragraph of its own, or in the rest of itself.
            is_rest = widths[index] <= wrapping.width / 2 and not ends_sentence(line.text)
            joins[index] = is_rest or doubtful.get(index, 0.0) > _TITLE_WRAPS
        elif ends_sentence(previous.text):
            joins[index] = not _begins_paragraph(
                line.text, widths[index], following, wrapping.width, is_narrowed, begins.get(index, 0.0)
            )
        else:
            joins[index] = True
        if not joins[index]:
            start = index
    return joins


def _needed_widths(lines: Sequence[ReadLine], widths: Sequence[int]) -> list[int]:
    """Return for each line how wide the line before it would be with its first unit; 0 for the first."""
    needed = [0] * len(lines)
    for index in range(1, len(lines)):
        unit = _FIRST_UNIT.match(lines[index].text)
        needed[index] = widths[index - 1] + (line_width(unit.group()) if unit else 0)
    return needed


def _held_width(
    lines: Sequence[ReadLine], widths: Sequence[int], needed: Sequence[int], wrapping: Wrapping
) -> int:
    """Return what a line holds at least, learned from lines that certainly go on; 0 where that is unknown.

    They break off in mid-sentence, and with the first unit of the next line they would have been too wide.
    """
    certain = [
        needed[index]
        for index in range(1, len(lines))
        if widths[index - 1] >= wrapping.width - FULL_LINE_SLACK
        and lines[index - 1].text.rstrip(CLOSERS)[-1:] not in FINAL
        and not is_title(lines[index - 1].text)
        and not opens_block(lines[index].text)
    ]
    return sorted(certain)[int(_UNSURE * len(certain))] - 1 if len(certain) >= _FEWEST_CERTAIN else 0


def _begins_paragraph(
    text: str, width: int, following: int, full: int, is_narrowed: bool, bits: float
) -> bool:
    """Tell whether a line after a sentence's end is the first of a paragraph, or a title."""
    is_open = text[-1:] not in FINAL
    if is_narrowed:
        if full - _INDENT - 1 <= width <= full - _INDENT + 1 and is_open:
            return True
        if width >= full - 1:
            return False
    if is_open and width <= full - 2 and following > width:
        return True
    return bits > (_BEGINS_NARROW_PARAGRAPH if is_narrowed else _BEGINS_PARAGRAPH)


def _begin_bits(lines: Sequence[ReadLine], model: CharacterModel) -> dict[int, float]:
    """Return, for lines after a full stop, by how many bits they rather begin a paragraph than go on."""
    indexes = [i for i in range(1, len(lines)) if ends_sentence(lines[i - 1].text)]
    if not indexes:
        return {}
    heads = [lines[i].text[: ORDER - 1] for i in indexes]
    count = len(heads)
    costs = model.costs([*("。" + head for head in heads), *("\n" + head for head in heads), "。", "\n"])
    goes_on = costs[:count] - costs[-2]
    begins = costs[count : 2 * count] - costs[-1]
    return dict(zip(indexes, (goes_on - begins).tolist(), strict=True))


def _doubtful_bits(
    lines: Sequence[ReadLine], widths: Sequence[int], wrapping: Wrapping, model: CharacterModel
) -> dict[int, float]:
    """Return, for lines that may go on a full line, by how many bits they do.

    The full line could be a title, or it breaks off and the next one only seems to be a heading: `统` over
    `一、开放的市场` are two parts of one word.
    """
    indexes = [
        i
        for i in range(1, len(lines))
        if (
            widths[i - 1] >= wrapping.width - FULL_LINE_SLACK or len(lines[i - 1].text) >= wrapping.width // 2
        )
        and (is_title(lines[i - 1].text) or _seems_heading(lines[i - 1].text, lines[i].text))
    ]
    if not indexes:
        return {}
    scores = join_scores([(lines[i - 1].text, lines[i].text) for i in indexes], model)
    return dict(zip(indexes, scores.tolist(), strict=True))


def _seems_heading(before: str, text: str) -> bool:
    """Tell whether a line in mid-sentence has the form of a heading that other lines have too (`一、`)."""
    if ends_sentence(before):
        return False
    heading = parse_heading(text)
    return heading is not None and heading.family not in RANKED and heading.family != "annex"


def _prints_indents(lines: Sequence[ReadLine]) -> bool:
    indented = sum(line.indent >= _LEAST_INDENT for line in lines)
    return indented >= _FEWEST_INDENTED and _INDENTED[0] * len(lines) <= indented <= _INDENTED[1] * len(lines)


def _parts_by_blanks(lines: Sequence[ReadLine]) -> bool:
    return sum(line.gap == "blank" for line in lines) <= _MOST_BLANKS * len(lines)


def _narrows_first_lines(lines: Sequence[ReadLine], widths: Sequence[int], wrapping: Wrapping) -> bool:
    """Tell whether the first lines of paragraphs are narrower than the others, by an indent that was lost.

    Asked of lines that certainly are first: after a title, or after a line that ends a paragraph, which does
    not fill the width; they go on in a line that is no heading.
    """
    narrow = full = 0
    for index in range(1, len(lines) - 1):
        before, text = lines[index - 1].text, lines[index].text
        if ends_sentence(text) or opens_block(text) or opens_block(lines[index + 1].text):
            continue
        ended = widths[index - 1] < wrapping.width - 2 * FULL_LINE_SLACK and ends_sentence(before)
        if not ended and not (is_title(before) and widths[index - 1] < wrapping.width - 2 * FULL_LINE_SLACK):
            continue
        if wrapping.width - _INDENT - 1 <= widths[index] <= wrapping.width - _INDENT + 1:
            narrow += 1
        elif wrapping.width - 1 <= widths[index] <= wrapping.width + 2:
            full += 1
    return narrow + full < _FEWEST_FIRST_LINES or narrow >= full


def _counts_on_inside(paragraph: Sequence[ReadLine], text: str) -> bool:
    """Tell whether the number of a line counts on inside its paragraph: `…；（1）…；` before `（2）…`."""
    heading = parse_heading(text)
    if heading is None or heading.number is None or heading.number < 2 or not heading.label:
        return False
    before = _label_before(heading)
    whole = "".join(line.text for line in paragraph)
    place = whole.find(before, 1) if before else -1
    return place > 0 and not any(line.text.startswith(before) for line in paragraph)


def _label_before(heading: Heading) -> str:
    """Return the label with the number before that of the heading, if both are of one Arabic digit."""
    digits = re.search(r"[0-9]+", heading.label)
    if digits is None or heading.number is None:
        return ""
    return heading.label[: digits.start()] + str(heading.number - 1) + heading.label[digits.end() :]
