"""The head and foot of an official dispatch or report: title, number, addressees, signature, date.

GB/T 9704-2012 (党政机关公文格式, the layout of official documents) fixes their order: title, number,
addressees ending in a colon; after the text the enclosure list, the issuer's name, the date and the note on
publication; then what is attached.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.dates import DATE, read_date
from gangyao.chinese.duty_labels import is_label_line
from gangyao.outline.blocks import Block, Formal
from gangyao.outline.document_titles import TITLE_LINES, ends_as_title, marked_run, title_depth
from gangyao.outline.letterhead import is_letterhead, issue_line, labelled_date, number_in

_PUBLICATION = re.compile(r"[（(](?:此件|此文|本文|本件|有删减|略有删)[^）)]{0,20}[）)]")
_SALUTATION = re.compile(
    r"(?:尊敬的)?(?:各位(?:代表|委员|同志|领导|来宾)|同志们|主席团|主任、副主任)[^。；]{0,24}[：！:!]"
)
_ADDRESSEES = re.compile(r"[^。；！？]{2,400}[：:]")
_ADDRESSED = re.compile(
    r"人民政府|国务院|各部委|直属机构|委员会|各省|各市|各区|各县|各地|有关单位|办公厅|办公室|党委|军委|党组"
    r"|[局厅部委院办行]、|[局厅部委会院]$|主席$|委员$|同志$|公司$"
)
_NOT_ADDRESSED = re.compile(r"如下|以下|[工任]作$|[包括是为有下]$|要求$|目标$|原则$|意见$|规定$|问题$")
_BYLINE = re.compile(
    r"[（(]?(?:信息)?(?:来源|发布日期|作者|记者|责编|责任编辑|发布时间|发布机构|编辑|时间|日期)\s*[:：].{1,40}"
    r"|新华社.{1,30}电|[（(]?《.{2,12}》.{0,30}(?:版|日)[）)]?"
)
_OFFICE = re.compile(
    r"[\u4e00-\u9fff·]{0,24}(?:总理|省长|主席|市长|主任|部长|书记|县长|区长|州长|厅长|局长)[\s\u3000]*[?？]?"
    r"[\u4e00-\u9fff·\s\u3000]{2,14}"
)
_SOURCE = re.compile(r"[（(]?(?:信息)?来源\s*[:：].{1,40}")
_COUNTED = "0-9〇○零一二三四五六七八九十百"
_ENACTMENT = re.compile(
    rf"[（(]?(?:根据|依据)?(?:(?:19|20)\d\d|[一二][九〇○零][{_COUNTED}]{{2}}|(?:中[华華])?民[国國]\s*[{_COUNTED}]{{1,6}})"
    rf"\s*年\s*[{_COUNTED}]{{1,2}}\s*月\s*[{_COUNTED}]{{1,3}}\s*日.{{0,120}}"
    rf"(?:通[过過]|修[订訂]|修正|公布|[发發]布|施行|生效|第\s*[{_COUNTED}]{{1,6}}\s*[号號]|全文.{{0,8}}[条條])[）)]?"
)
_OCCASION = re.compile(
    r"(?:[—\-]{1,4}\s*)?[（(]?(?:(?:19|20|１９|２０)?.{2,4}年.{2,6}日)?在.{2,40}(?:会议|大会|全会|座谈会).{0,4}上?(?:的.{0,6})?[）)]?"
)
_ENCLOSURE = re.compile(r"附件[：:].+")
_ORGANIZATION = re.compile(
    r"(?:院|厅|部|委|局|司|办|办公室|会|府|组|处|社|行|署|队|站|馆|中心|集团|公司|学院|大学|协会|国务院|中央|军委|总局|研究所)"
    r"[\s\u3000]*(?:[（(][盖公签印]?章[）)])?[\s\u3000]*$"
)
_OFFICE_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:委员会|人民政府|办公室|办公厅|财政厅|财政局|[\u4e00-\u9fff]{2}[厅局])"
)
# 甲市教育局, 甲市财政局, and below them 文件.
_FILES = re.compile(r"文\s*件")
_LETTERHEAD_LINES, _LONGEST_NAME = 8, 30
#: A head is looked for among this many blocks.
HEAD_BLOCKS = 40
# Whom to ask, over the signature.
_CONTACT = re.compile(r"[（(]?(?:联系|聯絡|咨询|經辦|经办|抄送|电话|電話|传真|邮箱|地址)[^：:]{0,6}[：:]")


def mark_head(blocks: Sequence[Block], first: int, title: str, is_attached: bool = False) -> int:
    """Set `formal` on the head that begins at block `first`; return the index of the first block after it.

    `title` is the document's known title. The title lines of an attached document were read before.
    """
    wanted = _plain(title)
    depth = title_depth(blocks, first)
    separated = False
    index = _letterhead_end(blocks, first)
    for block in blocks[first:index]:
        block.formal = "letterhead"
        separated = True
    addressed = titled = False
    while index < min(len(blocks), first + HEAD_BLOCKS):
        block = blocks[index]
        if block.is_table:
            break
        kind = formal_line(block)
        if kind is None and block.heading is not None and block.heading.family != "markdown":
            break
        if kind is None and not addressed and _is_addressees(block.text):
            kind, addressed = "addressees", True
        if kind is None and not titled and not is_attached:
            # Below the number of a dispatch with a letterhead stands its title, over several lines.
            run = _title_run(blocks, index) if index > first else 0
            for line in blocks[index : index + (run or marked_run(blocks, index, depth))]:
                line.formal = "title"
                titled = separated = True
                index += 1
            if titled:
                continue
        if kind is None and separated and not is_attached and _is_author(block):
            kind = "byline"
        if kind is None and not is_attached and _is_title_line(block, wanted, separated, depth):
            kind, separated = "title", separated or block.heading is not None
        if kind is None:
            break
        titled = titled or kind == "title"
        separated = separated or kind not in ("title", "letterhead")
        block.formal = kind
        index += 1
    if index - first >= 2 and not is_attached and _is_heading_under_title(blocks, first, index - 1, wanted):
        index -= 1
        blocks[index].formal = None
    return index


def _letterhead_end(blocks: Sequence[Block], first: int) -> int:
    """Return the index behind the names of several offices over 文件; `first` where none stand there."""
    for index in range(first, min(len(blocks), first + _LETTERHEAD_LINES)):
        text = blocks[index].text
        if index > first and _FILES.fullmatch(text):
            return index + 1
        if blocks[index].is_table or _ORGANIZATION.search(text) is None or len(text) > _LONGEST_NAME:
            break
    return first


def _is_heading_under_title(blocks: Sequence[Block], first: int, last: int, wanted: str) -> bool:
    """Tell whether the last line of a run of title lines is already the first heading.

    The lines before it make up a whole title, it adds nothing to that, and text begins right below it.
    """
    if any(b.formal != "title" for b in blocks[first : last + 1]) or last + 1 >= len(blocks):
        return False
    before = _plain("".join(b.text.lstrip("# ") for b in blocks[first:last]))
    own = _plain(blocks[last].text)
    return (before == wanted or ends_as_title(before)) and own not in wanted and not ends_as_title(own)


def mark_feet(blocks: Sequence[Block], first: int) -> list[int]:
    """Set `formal` on every signature with its date from block `first` on.

    Returns, for each foot, the index of the first block after it.
    """
    after: list[int] = []
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.formal is None and not block.is_table and _IMPRINT.fullmatch(block.text):
            block.formal = "imprint"
            block.heading = None
            above = blocks[index - 1]
            if (
                _PRINTED_ON.fullmatch(block.text)
                and above.formal is None
                and _OFFICE_NAME.fullmatch(above.text)
            ):
                above.formal, above.heading = "imprint", None
        if block.formal is not None or block.is_table or len(block.text) > _MAX_FOOT_LINE:
            continue
        text = block.text
        if _PUBLICATION.fullmatch(text):
            block.formal = "publication"
            if after and after[-1] == index:
                after[-1] = index + 1
        elif after and after[-1] == index and _CONTACT.match(text):
            # （联系人：李某，电话：…） below the date is no document of its own.
            block.formal, block.heading = "byline", None
            after[-1] = index + 1
        elif _SOURCE.fullmatch(text):
            block.formal = "byline"
        elif _SALUTATION.fullmatch(text):
            block.formal = "salutation"
        elif _ENCLOSURE.fullmatch(text) and block.heading is None:
            _mark_enclosures(blocks, index)
        elif text[-1] in "日月" and block.heading is None and issue_line(text) is not None:
            block.formal = "issue"
            after.append(index + 1)
        elif DATE.fullmatch(text) and (signed := _signature_before(blocks, index)):
            for line in signed:
                blocks[line].formal = "signature"
                blocks[line].heading = None
            block.formal = "date"
            after.append(index + 1)
    return after


_MAX_FOOT_LINE = 90
# Who else gets a dispatch may be a list of a hundred bodies; who had it printed and when is one line.
_IMPRINT = re.compile(
    r"(?:抄\s*[送报]|分\s*送)[：:][^。；]{1,600}[。]?(?:\s*\S{4,40}\s*\d{4}年\d{1,2}月\d{1,2}日印\s*发)?"
    r"|(?:[^\s，。：；]{4,40}\s*)?\d{4}年\d{1,2}月\d{1,2}日印\s*发"
)
# Who had it printed may stand on the line above.
_PRINTED_ON = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印\s*发")


def formal_line(block: Block) -> Formal | None:
    """Recognise a line of a head by its own form."""
    text = block.text
    if len(text) > _MAX_FOOT_LINE:
        return None
    if number_in(text) is not None:
        return "number"
    if is_letterhead(text):
        return "letterhead"
    if issue_line(text) is not None:
        return "issue"
    is_roc = text[0] in "中民" and text[-1] == "日" and read_date(text) is not None
    if is_roc or labelled_date(text) is not None or DATE.fullmatch(text) or _ENACTMENT.fullmatch(text):
        return "date"
    if _PUBLICATION.fullmatch(text):
        return "publication"
    if _SALUTATION.fullmatch(text):
        return "salutation"
    if _BYLINE.fullmatch(text):
        return "byline"
    if _OCCASION.fullmatch(text):
        return "occasion"
    if _OFFICE.fullmatch(text):
        return "byline"
    return None


def is_office(text: str) -> bool:
    """Tell whether a line names an office and who holds it: `市长 王某某`."""
    return _OFFICE.fullmatch(text) is not None


def _is_author(block: Block) -> bool:
    """Tell whether a line below the title is the name of the office that reports."""
    text = block.text
    return (
        block.heading is None
        and block.is_short
        and len(text) <= 24
        and _OFFICE_NAME.fullmatch(text) is not None
    )


def _is_addressees(text: str) -> bool:
    if not _ADDRESSEES.fullmatch(text):
        return False
    names = text[:-1]
    return bool(_ADDRESSED.search(names)) and not _NOT_ADDRESSED.search(names)


def _is_title_line(block: Block, wanted: str, separated: bool, depth: int) -> bool:
    """Tell whether a short line of the head belongs to the title, which the file marks at `depth` if it does.

    Before any number, date or byline every short line does; after one, only what repeats the known title
    or ends as titles of documents do.
    """
    if not block.is_short or is_label_line(block.text):
        return False
    if block.heading is not None and (block.heading.markdown_depth != depth or separated):
        return False
    text = _plain(block.text.lstrip("# "))
    if wanted and text and (text in wanted or wanted in text):
        return True
    return not separated or ends_as_title(text)


def _title_run(blocks: Sequence[Block], start: int) -> int:
    """Return how many short lines from `start` on make up a title by its ending; 0 where none does."""
    title = ""
    for count, block in enumerate(blocks[start : start + TITLE_LINES], start=1):
        if (
            block.is_table
            or not block.is_short
            or block.heading is not None
            or formal_line(block) is not None
        ):
            return 0
        title += block.text
        # 关于印发《某方案 goes on: （2025—2027年）》的通知.
        if ends_as_title(title) and title.count("《") <= title.count("》"):
            return count
    return 0


def _mark_enclosures(blocks: Sequence[Block], index: int) -> None:
    """Mark `附件：1.…` and the numbered lines that continue it."""
    blocks[index].formal = "enclosure"
    expected = 2
    for block in blocks[index + 1 : index + 20]:
        heading = block.heading
        if (
            heading is None
            or heading.family != "arabic"
            or heading.number != expected
            or len(block.text) > _MAX_FOOT_LINE
        ):
            return
        block.formal = "enclosure"
        block.heading = None
        expected += 1


def _signature_before(blocks: Sequence[Block], index: int) -> list[int]:
    """Return the short lines (issuers' names) that stand right before the date at `index`."""
    found: list[int] = []
    for line in range(index - 1, max(index - 6, -1), -1):
        block = blocks[line]
        if block.formal is not None or block.is_table or not block.is_short or len(block.text) > 40:
            break
        if block.heading is not None and block.heading.family not in ("annex",):
            break
        if _CONTACT.match(block.text):
            break
        found.insert(0, line)
    if not found:
        return []
    last = blocks[found[-1]].text
    return found if _ORGANIZATION.search(last) else found[-1:] if is_office(last) else []


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000《》“”\"]", "", text)
