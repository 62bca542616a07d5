"""What stands over the title of a dispatch, and lines of its head that say more than one thing.

GB/T 9704-2012 (党政机关公文格式) puts the copy number, the grade of secrecy, the urgency and the name of the
issuer (版头) over the number; minutes and newsletters print issuer and day in one line below their number.
"""

from __future__ import annotations

import re
from datetime import date

from gangyao.chinese.dates import DATE, read_date
from gangyao.chinese.document_numbers import CLOSES_YEAR, OPENS_YEAR
from gangyao.chinese.page_lines import COLUMN_NAME

_YEAR = r"(?:19|20)\d\d"
_COUNT = "[0-9一二三四五六七八九十百]{1,6}"
_LABEL = r"(?:发文字号|发文编号|文号|发文字號|文號)[：:]\s*"
# Letterhead and number may stand on one line, and so may a number and the day on which a page put it out.
_NUMBER = re.compile(
    rf"(?:{_LABEL}|[\u4e00-\u9fff]{{3,30}}文件[\s\u3000]+)?(?P<number>"
    # 国发〔2021〕5号, 〔2025〕第8号 of minutes
    rf"[\u4e00-\u9fff]{{0,14}}\s*{OPENS_YEAR}\s*{_YEAR}\s*{CLOSES_YEAR}\s*(?:第\s*)?\d{{1,5}}\s*号"
    # 国家税务总局公告2025年第12号, 交通运输部令2025年第6号, 2025年第3期
    rf"|(?:[\u4e00-\u9fff、 \u3000]{{2,40}}(?:公告|通告|令))?\s*{_YEAR}\s*年\s*第\s*\d{{1,4}}\s*[号期]"
    rf"|第\s*{_COUNT}\s*[号期]"
    # （第三百四十二号） below a congress's 公告
    rf"|[（(]\s*第\s*{_COUNT}\s*号\s*[）)]"
    # 某市人民政府令第136号
    rf"|[\u4e00-\u9fff、]{{2,40}}令\s*第\s*{_COUNT}\s*号"
    # 〔十四届〕第五十一号 of a congress
    rf"|[〔\[（(【]\s*第?{_COUNT}届\s*[〕\]）)】]\s*(?:第\s*)?{_COUNT}\s*号"
    # 立法會CB(1)812/2025(03)號文件
    r"|立法[会會]\s*CB\(\d\)\s*\d{1,5}/\d{2,4}(?:[-—]\d\d)?(?:\(\d\d\))?\s*[号號]文件"
    # 發展局通函（工務）第6/2025號, 第9/2025號法律 of Macao
    r"|[\u4e00-\u9fff]{2,12}通[函告](?:[（(][\u4e00-\u9fff]{1,8}[）)])?\s*第?\s*\d{1,4}/\d{4}\s*[号號]"
    r"|第\s*\d{1,4}/\d{4}\s*[号號](?:法律|行政法[规規]|行政命令)"
    # 院臺經字第1131008888號, 林造字第一一八號
    rf"|[\u4e00-\u9fff]{{2,10}}字第\s*(?:\d{{1,14}}|[〇○零一二三四五六七八九十百]{{1,6}})\s*[号號]"
    # （79）云革字第83号, 〔1982〕国函字45号: the year stood first until 1987.
    rf"|{OPENS_YEAR}\s*(?:{_YEAR}|[4-8]\d)\s*{CLOSES_YEAR}\s*[\u4e00-\u9fff]{{1,10}}\s*(?:第\s*)?\d{{1,5}}\s*[号號]"
    r")(?:[（(]总第\s*\d{1,5}\s*[号期][）)])?(?:\s*签发人[：:]?.{0,12}|\s*(?:发布|公开|成文|印发)(?:日期|时间)[：:][^，。]{6,24})?"
)
# （某府发〔2003〕37号） below a title; gazettes print the day too: （某府发〔2003〕37号　2003年5月20日）.
_IN_BRACKETS = re.compile(
    r"[（(]\s*(?P<number>[\u4e00-\u9fff]{1,14}\s*[〔\[（(].{2,24}号)"
    rf"(?:[\s\u3000，,;；]+(?P<when>{DATE.pattern}))?\s*[）)]"
)
# 【规章】某市人民政府令第281号: of which kind a page calls it.
_TAG = re.compile(r"【[^【】]{2,8}】\s*")
_LETTERHEAD = re.compile(
    r"\d{6}|(?:绝密|机密|秘密)\s*(?:[★☆].{0,8})?|(?:特急|加急|特提|平急|急件)|内部(?:资料|文件)|签发人[：:].{0,20}"
    r"|(?P<issuer>[\u4e00-\u9fff]{3,30})文件|会\s*议\s*纪\s*要|文\s*件"
    # What letters of Taiwan print between office and number.
    r"|(?:地址|承[办辦]人|[联聯][络絡]人|[电電][话話]|[传傳]真|[电電]子信箱|受文者|速[别別]|密等[^：:]{0,12})[：:].{0,60}"
    # What a page of the web prints over its text.
    rf"|{COLUMN_NAME}"
    r"|索\s*引\s*号[：:].*|网站(?:首页|导航)"
    r"|首\s*页[\s\u3000>|].*|字号[：:\s].*|(?:[您你]的?)?(?:当前|现在)?(?:所在)?(?:位置|栏目)[：:].*|当前(?:位置|栏目).*"
)
_LABELLED = re.compile(r"(?!关于)[\u4e00-\u9fff]{2,6}[：:]\s*[^，。；：]{1,24}")
_BODY = r"[\u4e00-\u9fff]{2,30}(?:院|厅|部|委|局|办|办公室|会|府|组|署|中心|中央|总局)"
_ISSUED = re.compile(rf"(?P<names>{_BODY}(?:[、\s\u3000]+{_BODY}){{0,4}})[\s\u3000]*(?P<when>{DATE.pattern})")
# Law databases print the day first: 1999年7月13日，某省水利厅.
_ISSUED_ON = re.compile(
    rf"(?P<when>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)[，,\s\u3000]\s*(?P<names>{_BODY})(?:发布|公布|颁布)?"
)
_DATED = re.compile(r"(?:成文|发文|印发|签发|發文)(?:日期|时间)[：:]\s*(?P<day>\S.{3,24})")
# The day of a meeting, which minutes print: 时间：2025年6月10日上午.
_MET = re.compile(rf"(?:会议)?时\s*间[：:]\s*(?P<when>{DATE.pattern})[^，。：:]{{0,16}}")
# The occasion of a report on the line of its title: 1988年政府工作报告——1988年3月25日在…会议上
_OCCASION = re.compile(rf"\s*[—\-－]{{2,4}}\s*(?={DATE.pattern}\s*在)")


def number_in(text: str) -> str | None:
    """Return the number that a line of a head gives, without white space; None where it gives none."""
    if text.startswith("【") and (tag := _TAG.match(text)):
        text = text[tag.end() :]
    bracketed = _IN_BRACKETS.fullmatch(text)
    found = _NUMBER.fullmatch(bracketed["number"] if bracketed else text)
    return without_blanks(found["number"]) if found else None


def is_letterhead(text: str) -> bool:
    """Tell whether a line belongs to what is printed over number and title."""
    return _LETTERHEAD.fullmatch(text) is not None


def is_labelled(text: str) -> bool:
    """Tell whether a line of a head says one thing of the document behind its name: 办理结果：B类."""
    return _LABELLED.fullmatch(text) is not None


def issue_line(text: str) -> tuple[tuple[str, ...], date] | None:
    """Return who issued a dispatch and when, where one line says both: 甲县人民政府办公室　2025年6月12日."""
    found = _ISSUED.fullmatch(text) if text.endswith(("日", "月")) else _ISSUED_ON.fullmatch(text)
    day = read_date(found["when"]) if found else None
    return (tuple(re.split(r"[、\s\u3000]+", found["names"])), day) if found and day else None


def labelled_date(text: str) -> date | None:
    """Return the day that a line gives behind a label or a number: 發文日期：中華民國113年5月6日."""
    if (found := _DATED.fullmatch(text)) is not None:
        return read_date(found["day"])
    if (found := _IN_BRACKETS.fullmatch(text)) is not None:
        return read_date(found["when"]) if found["when"] else None
    met = _MET.fullmatch(text)
    return read_date(met["when"]) if met else None


def title_and_occasion(text: str) -> tuple[str, str]:
    """Split a line of a report into its title and the occasion (day and meeting); that may be empty."""
    found = _OCCASION.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def without_blanks(text: str) -> str:
    """Return a line of a head without the white space that spreads its words."""
    return re.sub(r"[\s\u3000]", "", text)
