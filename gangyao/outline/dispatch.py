"""What the head and foot of an official dispatch say: issuers, number, addressees, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby, pairwise

from gangyao.chinese.dates import DATE, read_date
from gangyao.chinese.document_numbers import OPENS_YEAR
from gangyao.chinese.office_names import parted_offices
from gangyao.chinese.title_issuers import title_issuers
from gangyao.document.outline import DispatchHead
from gangyao.outline.blocks import Block
from gangyao.outline.document_titles import (
    ends_as_title,
    is_whole_title,
    says_what_about,
    without_page_marks,
)
from gangyao.outline.foot import number_at_foot
from gangyao.outline.formal_lines import is_office, names_offices
from gangyao.outline.head import HEAD_BLOCKS
from gangyao.outline.letterhead import (
    issue_line,
    labelled_date,
    number_in,
    title_and_occasion,
    without_blanks,
)

_MARKS = re.compile(r"[《》〈〉\s]")
_HANDS_ON = re.compile("(?:印发|颁发|公布|发布|转发)(?P<what>.{6,})的(?:通知|决定|公告)$")
_HAN = re.compile("[\u4e00-\u9fff]")
_ORDER = re.compile(r"[\u4e00-\u9fff]{2,60}(?:令|(?<=[会府部局院署委厅行])公告)")
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,20}(?:委员会|人民政府|办公室|办公厅|[厅局委部])$")
# A body by itself: 青河省人民政府, 外交部; not 各委, 自治区.
_WHOLE_BODY = re.compile(
    "(?!各|县级|有关|所属|直属).{2,30}(?:政府|[委部局厅办院]|委员会|办公[厅室]|银行|公司|集团|[总协学]会)"
)
# Where the seal goes: 某局（章）.
_STAMPED = re.compile(r"[（(](?:[盖公签印]?章|印)[）)]")
# 国民经济和社会发展第十四个五年规划 over 和二〇三五年远景目标纲要.
_CONJUNCTIONS = "和与及暨、的"
# A title goes on behind its issuer so: 某市人民政府 over 关于…的通知.
_GOES_ON = re.compile(
    r"关于|转发|印发|批转|对|公告|办公[室厅]|.{0,30}\s?令$|[的、]|[\u4e00-\u9fff]{2,20}(?:委员会|人民政府|办公室|办公厅|[厅局委部])$"
)
# The day from which a text holds is not the day on which it was issued.
_IN_FORCE = re.compile(r"自?[^，。；（()）\s\u3000]{0,24}(?:(?<=日)[\s\u3000]+)?(?:施行|生效)")
# 根据2022年12月28日…的决定修正: the day of the act.
_AMENDED_BY = re.compile("^[（(]?(?:根据|依据)(?=[12])")
_PREFIX_ISSUERS = {
    "国发": "国务院",
    "国办发": "国务院办公厅",
    "国函": "国务院",
    "国办函": "国务院办公厅",
    "中发": "中共中央",
}
# 发展局通函（工务）第6/2025号.
_CIRCULAR = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{2,10}[局署处部])通[函告](?=[（(第\d])")


def dispatch_head(blocks: Sequence[Block], title: str) -> DispatchHead:
    """Collect what the marked head and the first foot say."""
    number = next((number_in(b.text) for b in blocks if b.formal == "number"), None)
    addressees: tuple[str, ...] = ()
    for block in blocks:
        if block.formal == "addressees":
            addressees = _split_names(block.text.rstrip("：:"))
            break
        if block.formal == "signature":
            break
    signed = [block.text for block in _signature(blocks) if not is_office(block.text)]
    issued = next((issue_line(b.text) for b in blocks if b.formal == "issue"), None)
    if not signed and issued is not None:
        signed = list(issued[0])
    titles = _titles(blocks)
    printed = _handing_on(titles) or _own(titles)
    if number is None:
        heads = (b.text for b in blocks[:HEAD_BLOCKS] if b.formal == "title")
        marked = next((said for text in heads if (said := without_page_marks(text)[1])), None)
        number = None if marked is None else without_blanks(marked)
    number = number or number_at_foot(blocks)
    if printed is not None and is_order(printed):
        if number is not None and number.startswith(("第", "（第", "(第", "19", "20")):
            # The number of an order goes on with its name: 四川省人民政府令 over 第361号.
            number = without_blanks(printed) + number.strip("（）()")
        # 国家税务总局公告, its number, and then what it is about.
        printed = titles[1] if len(titles) > 1 else printed
    return DispatchHead(
        _whole_names(signed, title or printed or "") or _issuers(number, title),
        number,
        addressees,
        _issue_date(blocks) or (issued[1] if issued is not None else None),
        printed,
    )


def is_order(title: str) -> bool:
    """Tell whether a title names only a form and who uses it: 四川省人民政府令, 某省人大常委会公告."""
    return _ORDER.fullmatch(without_blanks(title)) is not None


def _titles(blocks: Sequence[Block]) -> list[str]:
    """Return the titles that the head prints: runs of its lines, as far as they end as a title does.

    What the file marks as the title is one whatever its ending.
    """
    runs = [list(run) for is_title, run in groupby(blocks[:HEAD_BLOCKS], _is_title) if is_title]
    if len(runs) > 1 and all(names_offices(block.text) for block in runs[0]):
        # Whose letterhead it is.
        runs = runs[1:]
    if not runs or not _title(runs[0]):
        return []
    # A page prints its title over the text, and the text has one of its own: the rest of the run is another.
    pieces = [piece for run in runs for piece in _pieces(run)]
    return [title for piece in pieces if (title := _title(piece)) is not None]


def _pieces(run: Sequence[Block]) -> list[list[Block]]:
    """Return the lines of a run behind each line that is a whole title by itself, with that line."""
    pieces: list[list[Block]] = [[]]
    for place, block in enumerate(run):
        pieces[-1].append(block)
        if (
            len(pieces[-1]) == 1
            and _marked_depth(block) == 0
            and _ends_here([_bare(one) for one in run[place:]], 1)
        ):
            pieces.append([])
    return [piece for piece in pieces if piece]


def _ends_here(lines: Sequence[str], count: int) -> bool:
    """Tell whether a title ends with the first `count` of the lines, and does not go on below them."""
    so_far = "".join(lines[:count])
    if not ends_as_title(so_far) or so_far.count("《") > so_far.count("》"):
        return False
    below = lines[count:]
    if is_whole_title(so_far):
        return not (below and below[0][:1] in _CONJUNCTIONS and ends_as_title("".join(lines)))
    for line in below:
        if says_what_about(line) and is_whole_title(line):
            # The text has a title of its own below that of the page.
            return True
        so_far += line
        if is_whole_title(so_far):
            return False
    return True


def _bare(block: Block) -> str:
    return without_page_marks(title_and_occasion(block.text)[0])[0]


def _handing_on(titles: Sequence[str]) -> str | None:
    """Return the title of the notice that hands on what the page is called: 关于印发某市管理办法的通知."""
    if len(titles) < 2:
        return None
    plain = _MARKS.sub("", titles[0])
    for title in titles[1:]:
        handed = _HANDS_ON.search(title)
        if handed is not None and plain in _MARKS.sub("", handed["what"]):
            return title
    return None


def _own(titles: Sequence[str]) -> str | None:
    """Return the first title, or the one below it that the text itself has: only that names its issuer.

    A page may be called 某县2024年供水方案 that prints 某县人民政府关于…的通知.
    """
    named = [title for title in titles[:2] if title_issuers(title)]
    return named[0] if len(named) == 1 else (titles[0] if titles else None)


def _is_title(block: Block) -> bool:
    return block.formal == "title"


def _title(run: Sequence[Block]) -> str | None:
    # In pages of two languages the title stands in the other one over it.
    chinese = next((place for place, block in enumerate(run) if _HAN.search(block.text)), 0)
    run, lines = run[chinese:], list[str]()
    bare = [_bare(block) for block in run]
    whole = ends_as_title("".join(bare))
    for block, below in zip(run, [*run[1:], None], strict=True):
        lines.append(without_page_marks(title_and_occasion(block.text.lstrip("# ").strip())[0])[0])
        is_marked = _marked_depth(block) > 0 and _marked_depth(below) != _marked_depth(block)
        goes_on = whole and _marked_depth(below) == _marked_depth(block) + 1
        if _ends_here([*lines, *bare[len(lines) :]], len(lines)) or (is_marked and not goes_on):
            # An office that stands over a whole title is no part of it: 国家发展委员会 over 国家发展计划.
            has_office = len(lines) > 1 and _OFFICE.match(lines[0]) and not _GOES_ON.match(lines[1])
            return _joined(lines[1:] if has_office else lines)
    return None


def _joined(lines: Sequence[str]) -> str:
    """Join the lines of a title; offices that issue it together stay apart."""
    title = lines[0]
    for above, line in pairwise(lines):
        title += " " + line if names_offices(above) and names_offices(line) else line
    return title


def _marked_depth(block: Block | None) -> int:
    """Return the depth at which the file marks a heading, 0 for none."""
    return 0 if block is None or block.heading is None else block.heading.markdown_depth


def _signature(blocks: Sequence[Block]) -> list[Block]:
    """Return the lines of the first signature."""
    lines: list[Block] = []
    for block in blocks:
        if block.formal == "signature":
            lines.append(block)
        elif lines:
            break
    return lines


def _issue_date(blocks: Sequence[Block]) -> date | None:
    """Return the date below the first signature, else the latest in the head, else that of the occasion.

    A law prints when it was passed and each time it was amended: the text is that of the last time.
    """
    signed = [i for i, b in enumerate(blocks) if b.formal == "signature"]
    if signed:
        dates = (read_date(b.text) for b in blocks[signed[0] :] if b.formal == "date")
        return next((d for d in dates if d is not None), None)
    for kind in ("date", "number", "occasion", "title"):
        lines = [_IN_FORCE.sub("", block.text) for block in blocks[:HEAD_BLOCKS] if block.formal == kind]
        if kind == "title":
            lines = [title_and_occasion(line)[1] for line in lines]
        found = [day for line in lines for day in _days(line)]
        if found:
            return max(found)
    return None


def _days(line: str) -> list[date]:
    """Return the days that a line of the head names; none where it opens with neither a day nor a label."""
    line = _AMENDED_BY.sub("", line)
    first = read_date(line) or labelled_date(line)
    if first is None:
        return []
    later = (read_date(day[0].lstrip("（(")) for day in DATE.finditer(line))
    return [first, *(day for day in later if day is not None)]


def _whole_names(signed: Sequence[str], title: str) -> tuple[str, ...]:
    """Return the names of a signature, each as the title has it where it is short for that."""
    whole = title_issuers(title)
    names = [name for line in signed for name in _split_names(line)]
    return tuple(next((one for one in whole if _is_short_for(name, one)), name) for name in names)


def _issuers(number: str | None, title: str) -> tuple[str, ...]:
    if whole := title_issuers(title):
        return whole
    if number:
        prefix = re.split(OPENS_YEAR, number)[0]
        if prefix in _PREFIX_ISSUERS:
            return (_PREFIX_ISSUERS[prefix],)
        if circular := _CIRCULAR.match(number):
            return (circular["issuer"],)
    return ()


def _is_short_for(name: str, whole: str) -> bool:
    """Tell whether a signature is short for the name in the title: 全国爱卫会, 全国爱国卫生运动委员会."""
    if len(name) >= len(whole) or name[0] != whole[0] or name[-1] != whole[-1]:
        return False
    rest = iter(whole)
    return all(character in rest for character in name)


def _split_names(text: str) -> tuple[str, ...]:
    """Split a list of names at ， and white space, at 、 where all that it parts are bodies by themselves:
    `各省、自治区、直辖市人民政府` stays one name.

    So are two offices of one place that stand side by side: 某省财政厅某省税务局.
    """
    parts = [p for p in re.split(r"[，,]|[\s\u3000]{1,}", _STAMPED.sub("", text)) if p]
    return tuple(name for part in parts for one in _bodies(part) for name in parted_offices(one))


def _bodies(names: str) -> list[str]:
    listed = names.split("、")
    return listed if all(_WHOLE_BODY.fullmatch(one) for one in listed) else [names]
