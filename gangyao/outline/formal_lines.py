"""Lines of the head and foot of a document that are known by their own form: numbers, dates, salutations."""

from __future__ import annotations

import re

from gangyao.chinese.dates import DATE, read_date
from gangyao.chinese.page_lines import is_page_line
from gangyao.outline.blocks import Block, Formal
from gangyao.outline.letterhead import is_letterhead, issue_line, labelled_date, number_in

PUBLICATION = re.compile(r"[（(](?:此件|此文|本文|本件|有删减|略有删)[^）)]{0,20}[）)]")
SALUTATION = re.compile(
    r"(?:尊敬的)?(?:各位(?:代表|委员|同志|领导|来宾)|同志们|主席团|主任、副主任)[^。；]{0,24}[：！:!]"
)
_BYLINE = re.compile(
    r"[（(]?(?:信息)?(?:来源|发布日期|作者|记者|责编|责任编辑|发布时间|发布机构|编辑|时间|日期)\s*[:：].{1,40}"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+[\u4e00-\u9fff]{2,12})?"
    r"|新华社.{1,30}电|[（(]?《.{2,12}》.{0,30}(?:版|日)[）)]?"
)
_ROLES = "总理|省长|主席|市长|主任|部长|书记|县长|区长|州长|厅长|局长|院长|检察长|秘书长|审计长|署长|行长"
# 省统计局党组书记、局长 王某 holds two.
_OFFICE = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,14}}(?:书记|成员|常委|委员)、)?[\u4e00-\u9fff·]{{0,24}}(?:{_ROLES})[\s\u3000]*[?？：:]?"
    r"[\u4e00-\u9fff·\s\u3000]{2,14}"
)
_COUNTED = "0-9〇○零一二三四五六七八九十百"
_ENACTMENT = re.compile(
    rf"[（(]?(?:根据|依据)?(?:(?:19|20)\d\d|[一二][九〇○零][{_COUNTED}]{{2}}|(?:中[华華])?民[国國]\s*[{_COUNTED}]{{1,6}})"
    rf"\s*年\s*[{_COUNTED}]{{1,2}}\s*月\s*[{_COUNTED}]{{1,3}}\s*日.{{0,120}}"
    rf"(?:通[过過]|修[订訂]|修正|公布|[发發]布|施行|生效|第\s*[{_COUNTED}]{{1,6}}\s*[号號]|全文.{{0,8}}[条條])[）)]?"
)
_OCCASION = re.compile(
    r"(?:[—\-]{1,4}\s*)?[（(]?(?:(?:19|20|１９|２０)?.{2,4}年.{2,6}日)?在.{2,40}(?:会议|大会|全会|座谈会).{0,4}上?(?:的.{0,6})?[）)]?"
)
ORGANIZATION = re.compile(
    r"(?:院|厅|部|委|局|司|办|办公室|会|府|组|处|社|行|署|队|站|馆|中心|集团|公司|学院|大学|协会|国务院|中央|军委|总局|研究所)"
    r"[\s\u3000]*(?:[（(](?:[盖公签印]?章|印)[）)])?[\s\u3000]*$"
)
OFFICE_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:委员会|人民政府|办公室|办公厅|财政厅|财政局|[\u4e00-\u9fff]{2}[厅局])"
)
_OFFICES = re.compile(
    r"(?:[\u4e00-\u9fff]{2,20}(?:委员会|人民政府|办公室|办公厅|[厅局委部署行院队])[\s\u3000]*){1,4}"
)
#: No such line is longer.
LONGEST_FORMAL_LINE = 90


def formal_line(block: Block) -> Formal | None:
    """Recognise a line of a head by its own form."""
    text = block.text
    if len(text) > LONGEST_FORMAL_LINE:
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
    if PUBLICATION.fullmatch(text):
        return "publication"
    if SALUTATION.fullmatch(text):
        return "salutation"
    if _BYLINE.fullmatch(text) or is_page_line(text):
        return "byline"
    if _OCCASION.fullmatch(text):
        return "occasion"
    if _OFFICE.fullmatch(text):
        return "byline"
    return None


def is_office(text: str) -> bool:
    """Tell whether a line names an office and who holds it: `市长 王某某`."""
    return _OFFICE.fullmatch(text) is not None


def names_offices(text: str) -> bool:
    """Tell whether a line names nothing but one office or several."""
    return _OFFICES.fullmatch(text) is not None
