"""Tables and boxes whose cells stand one on a line.

A table that prints its header (序号, 指标, 单位) goes on as long as short cells keep returning. One
without is a stretch of lines in which short cells clearly outweigh the rest, so that a long cell stays in
and a title between two paragraphs stays out. A box (专栏) begins with its title and goes on while its lines
are cells or numbered items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.chinese.heading_levels import OF_TEXT
from gangyao.chinese.headings import Heading, parse_heading
from gangyao.chinese.punctuation import ends_sentence

_BOX = re.compile(
    r"[【\[〔]?\s*专\s*栏\s*[0-9０-９一二三四五六七八九十]{0,3}[\s\-—–0-9]*[】\]〕]?[\s：:]*.{0,40}"
)
_BOX_ITEM = re.compile(
    r"[0-9０-９]{1,2}(?:[.．、\s]|(?=[\u4e00-\u9fff]))|[●■◆▲★○◇□•·—–-]|[①-⑳]|[（(][0-9一二三四五六七八九十]{1,2}[）)]"
)
_BODY_HEADINGS = OF_TEXT | {"dotted"}
_NEXT_DOCUMENT = frozenset({"part", "chapter", "annex"})
_NUMBER = re.compile(r"[0-9０-９.．,，%％±~～\-—–/\s〔〕\[\]()（）]+")
_SHORT = 16
_CELL = 30
# A sentence inside a table (指标来源：林业部门。) is no longer than this.
_LONGEST_NOTE = 20
_FEWEST_CELLS = 8
# What a line adds to the weight of a table: a number or a word or two; a short phrase; a sentence; a heading;
# what stands in the head or foot of a document.
_HEAD = re.compile(
    rf"附\s*[件录].*|.*{OPENS_YEAR}[0-9]{{4}}{CLOSES_YEAR}.*号|"
    r".*[0-9〇○零一二三四五六七八九十]\s*年.*月.*日.{0,3}|[（(].*[）)]|.*[，、：:,]|"
    r".*(?:通知|意见|方案|决定|办法|规定|报告|规划|纲要|条例|批复|公告)|.{0,12}(?:省|市|县|区|厅|委|部|局|院|会|政府)"
)
_WEIGHTS = {
    "number": 1.0,
    "word": 1.0,
    "phrase": 0.6,
    "sentence": -0.7,
    "prose": -1.6,
    "heading": -3.0,
    "head": -1.0,
}
_ENOUGH = 6.0
_DROP = 4.0
# A table has this many cells that are numbers or that repeat another cell.
_FEWEST_TELLING = 4
# The cells of a header: most of them end in one of these words, and nothing in them is a sentence.
_HEADER_CELL = re.compile(
    r".{0,8}(?:序号|编号|代码|名称|项目|指标|类别|类型|级别|性质|属性|说明|内容|任务|举措|措施|目标|单位|部门|地区|范围|"
    r"数量|金额|总量|合计|年份|时间|时限|期限|进度|备注|依据|标准|要求|责任人|负责人|牵头人|联系人)(?:[（(].{1,12}[）)])?"
)
_LONGEST_HEADER_CELL = 14
_FEWEST_HEADER_CELLS = 3
# In a table, a short cell returns at least after so many others.
_WIDEST_GAP = 4


def find_tables(texts: Sequence[str]) -> list[bool]:
    """Tell for each line or paragraph, in printed order, whether it is a cell of a table or a line of a box.

    `texts` have no margins, and wrapped lines are joined.
    """
    flags = [False] * len(texts)
    kinds = [_kind(text) for text in texts]
    for start in _headers(texts):
        if not flags[start]:
            end = _end_of_table(texts, kinds, start)
            flags[start:end] = [True] * (end - start)
    if kinds.count("number") + kinds.count("word") + kinds.count("phrase") >= _FEWEST_CELLS:
        for start, end in _heavy_runs([_WEIGHTS[kind] for kind in kinds]):
            cells = Counter(texts[start:end])
            telling = sum(kinds[index] == "number" or cells[texts[index]] > 1 for index in range(start, end))
            if telling >= _FEWEST_TELLING and not any(flags[start:end]):
                flags[start:end] = [True] * (end - start)
    for index, text in enumerate(texts):
        if text[:3].strip("【[〔 ").startswith("专") and not flags[index] and _BOX.fullmatch(text):
            for inside in range(index, _end_of_box(texts, index)):
                flags[inside] = True
    return flags


def _headers(texts: Sequence[str]) -> list[int]:
    """Return where headers begin: lines one after another that each are the head of a column."""
    starts: list[int] = []
    index = 0
    while index < len(texts):
        end = index
        while end < len(texts) and _is_header_cell(texts[end]):
            end += 1
        if end - index >= _FEWEST_HEADER_CELLS and len(set(texts[index:end])) == end - index:
            starts.append(index)
        index = max(end, index + 1)
    return starts


def _is_header_cell(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_HEADER_CELL
        and _HEADER_CELL.fullmatch("".join(text.split())) is not None
        and parse_heading(text) is None
    )


def _end_of_table(texts: Sequence[str], kinds: Sequence[str], start: int) -> int:
    """Return the end of the table whose header begins at `start`: after it, no short cell returns.

    The last row is taken to be as long as most rows are: long cells may follow its last short one.
    """
    last = start
    gaps: Counter[int] = Counter()
    for index in range(start, len(texts)):
        heading = parse_heading(texts[index])
        if heading is not None and (heading.family in _NEXT_DOCUMENT or _heads_prose(texts, kinds, index)):
            return index
        if kinds[index] in ("number", "word"):
            if index - last > 1:
                gaps[index - last] += 1
            last = index
        elif index - last > _WIDEST_GAP:
            return last + (gaps.most_common(1)[0][0] if gaps else 1)
    return len(texts)


def _heads_prose(texts: Sequence[str], kinds: Sequence[str], index: int) -> bool:
    """Tell whether a heading stands over running text: a heading inside a table stands over cells."""
    if kinds[index] != "heading" or index + 1 >= len(texts):
        return False
    return len(texts[index + 1]) > _LONGEST_NOTE and ends_sentence(texts[index + 1])


def _kind(text: str) -> str:
    heading = parse_heading(text)
    if heading is not None and _is_of_the_text(heading) and heading.title:
        return "heading"
    if len(text) > 2 * _CELL:
        return "prose"
    if _NUMBER.fullmatch(text):
        return "number"
    if heading is not None and heading.family == "annex":
        return "head"
    if len(text) <= 2 * _CELL and _HEAD.fullmatch(text):
        return "head"
    if ends_sentence(text):
        return "sentence" if len(text) <= 2 * _CELL else "prose"
    if len(text) <= _SHORT:
        return "word"
    return "phrase" if len(text) <= _CELL else "prose"


def _is_of_the_text(heading: Heading) -> bool:
    """Tell whether a heading stands over text: a number of several parts does, `1 节能改造` may be a cell."""
    return heading.family in _BODY_HEADINGS and not (heading.family == "dotted" and heading.is_weak)


def _heavy_runs(weights: Sequence[float]) -> list[tuple[int, int]]:
    """Return the runs whose weight grows to `_ENOUGH` without falling by `_DROP` in between."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(weights):
        if weights[index] <= 0:
            index += 1
            continue
        total = best = 0.0
        end = index
        place = index
        while place < len(weights) and total > best - _DROP:
            total += weights[place]
            place += 1
            if total >= best:
                best, end = total, place
        if best >= _ENOUGH and end - index >= _FEWEST_CELLS:
            runs.append((index, end))
        index = max(end, index + 1)
    return runs


def _end_of_box(texts: Sequence[str], start: int) -> int:
    end = start + 1
    for index in range(start + 1, len(texts)):
        text = texts[index]
        heading = parse_heading(text)
        if heading is not None and _is_of_the_text(heading):
            break
        if not (_BOX_ITEM.match(text) or (len(text) <= _CELL and not ends_sentence(text))):
            # The text of an item may stand on the line after its title.
            if (
                index == end
                and index > start + 1
                and len(texts[index - 1]) <= _CELL
                and not ends_sentence(texts[index - 1])
            ):
                end = index + 1
                continue
            break
        end = index + 1
    return end
