"""What a page prints over the head of a dispatch: the headline of an account, words that lead over.

重磅！某县新政来了 / 一起来看→ / 某县人民政府关于…的若干措施: the title is that of the dispatch. Its form
tells it: a title that opens with who issues it and says what about goes on from no line above. Where it does
not name them (关于…的通知, …行动计划), the lines above must be such as no title is made of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.headlines import is_headline, leads_over
from gangyao.chinese.title_issuers import title_issuers
from gangyao.outline.blocks import Block
from gangyao.outline.document_titles import TITLE_LINES, ends_as_title, is_whole_title, without_page_marks
from gangyao.outline.formal_lines import LONGEST_FORMAL_LINE, formal_line, names_offices

# Headline, byline, an appeal to follow the account, and a line or two that lead over.
_REACH = 8
# A title that is broken after one of these goes on: 关于转发 over 省财政厅关于…的通知.
_GOES_ON = re.compile(
    r"(?:转发|批转|印发|颁发|发布|公布|贯彻|落实|执行|学习|修改|废止|关于|对|为|[和与及暨、的《〈（(])$"
)
_HANDS_ON = re.compile("转发|批转|印发")
_SHORTEST_HEADLINE = 8
_BODY = re.compile("政府|委员会|委办|[厅局署]|办公")
_PLACE = re.compile(
    "(?:中共)?[\u4e00-\u9fff]{2,8}?(?:省|自治区|[市县区州盟旗])(?:人民|委|政|[\u4e00-\u9fff]{2,12}[局厅])|国务院|中共中央"
)
_HAN = re.compile("[\u4e00-\u9fff]")
# A title in another language over the Chinese one; ★ and A197 tell nothing.
_LONGEST_FOREIGN, _LONGEST_MARK = 250, 20
_SENTENCE_ENDS = "。；;"


def page_head_end(blocks: Sequence[Block], first: int) -> int:
    """Return the block with which the head of the dispatch begins; `first` where nothing stands over it."""
    is_page = False
    for start in range(first + 1, min(first + _REACH, len(blocks))):
        above = blocks[start - 1]
        is_site = _is_site(above.text, blocks[start].text)
        if not (is_site or _may_stand_over(above)):
            break
        is_page = is_page or is_site or _is_of_page(above.text)
        # The number may stand over the title.
        is_numbered = formal_line(blocks[start]) == "number" and is_page
        lines = _title_lines(blocks, start + is_numbered)
        is_whole = is_page or _begins_anew(above.text, lines)
        if lines and is_whole and not _begins_list(blocks, start + is_numbered + len(lines)):
            return start
    return first


def _may_stand_over(block: Block) -> bool:
    """Tell whether a line is neither of the head of a dispatch nor of its text, and goes on in no title."""
    text = block.text
    if block.is_table or (block.heading is not None and block.heading.family != "markdown"):
        return False
    if leads_over(text) or (len(text) <= _LONGEST_FOREIGN and _HAN.search(text) is None):
        return True
    if len(text) > LONGEST_FORMAL_LINE or text[-1] in _SENTENCE_ENDS:
        return False
    if formal_line(block) in ("byline", "letterhead"):
        return True
    return not (
        formal_line(block) is not None
        or _GOES_ON.search(text)
        or text.count("《") > text.count("》")
        or names_offices(text)
        or ends_as_title(without_page_marks(text)[0])
        or text[-1] in "：:，,"
    )


def _is_site(text: str, below: str) -> bool:
    """Tell whether a body's name is that of the site: the title below begins with it again.

    某县人民政府 over 某县人民政府办公室关于…; of two bodies that issue something neither begins as the other.
    """
    return names_offices(text) and below.startswith(text)


def _is_of_page(text: str) -> bool:
    is_foreign = len(text) > _LONGEST_MARK and _HAN.search(text) is None
    return is_foreign or is_headline(text) or leads_over(text)


def _title_lines(blocks: Sequence[Block], start: int) -> list[str]:
    """Return the lines from `start` on that are a title of a dispatch, whole by its form."""
    lines: list[str] = []
    for block in blocks[start : start + TITLE_LINES]:
        if block.is_table or block.heading is not None or not block.is_short:
            return []
        if formal_line(block) is not None or _is_of_page(block.text):
            return []
        lines.append(block.text)
        title = "".join(lines)
        if is_whole_title(title) and title.count("》") <= title.count("《"):
            return lines
    return []


def _begins_anew(above: str, lines: Sequence[str]) -> bool:
    """Tell whether a title begins on its line, though nothing in the line above tells that of a page.

    The names of its issuers may be cut anywhere: 中共青山县委办公室 青 over 山县人民政府办公室关于….
    """
    if len(above) < _SHORTEST_HEADLINE or _BODY.search(above) or not _names_issuers(lines):
        return False
    return _PLACE.match(lines[0]) is not None


def _names_issuers(lines: Sequence[str]) -> bool:
    """Tell whether a title opens with who issues it: 某县人民政府关于…."""
    title = "".join(lines)
    return bool(title_issuers(title)) and _HANDS_ON.match(title) is None


def _begins_list(blocks: Sequence[Block], below: int) -> bool:
    """Tell whether another title follows: the lines are a list of documents."""
    lines = _title_lines(blocks, below)
    return bool(lines) and _names_issuers(lines)
