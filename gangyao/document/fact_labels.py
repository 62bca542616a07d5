"""The labels under which pages of governments print what is known of a document: 索引号, 成文日期 ….

Sites put them into a table or a list above the text; copied as plain text they are lines of `label：value`,
several on one line or the value on the next. The labels are those of the Chinese government's rules for its
web sites (国办发〔2019〕19号, annex: 政府网站 网页标签规范) and others that sites and law databases print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gangyao.chinese.dates import read_date
from gangyao.document.metadata import Field, Finding

_FIELDS: dict[Field, str] = {
    "index_number": "索引号|信息索引号|信息索引|索引號",
    "issuers": (
        "发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|发布部门|颁布部门|颁布单位|颁布机关|"
        "制发机关|制定机关|公布机关|發文機關|主管機關"
    ),
    "announced_on": "成文日期|发文日期|生成日期|颁布日期|颁布时间|發文日期|公發布日",
    "published_on": "发布日期|公布日期|公开日期|发布时间|發布日期",
    "effective_on": "施行日期|实施日期|生效日期|生效时间",
    "title": "标题|名称|信息名称|法规名称|法规标题|法規名稱|公文名称|公文标题|文件名称|文件标题|政策名称",
    "document_number": "发文字号|文号|文件编号|發文字號",
    "status": "有效性|时效性|效力状态|有效状态|是否有效",
    "source": "来源|信息来源|文件来源",
}
_NO_FIELD = (
    "主题分类|主题词|关键词|关键字|信息分类|信息类别|体裁分类|组配分类|内容分类|"
    "法律法规分类|法规类别|法律类别|专题分类|公文种类|文种|服务对象|内容概述|效力级别|效力位阶|"
    "概述|信息概述|浏览|阅读|阅读量|点击|公开方式|公开形式|公开范围|公开时限|公开类型|公开属性|"
    "废止日期|失效日期|修正日期|统一编号|登记号|浏览次数|浏览量|阅读次数|点击数|"
    "点击量|访问量|字体|字号|日期|作者|责任编辑|信息发布人|"
    "政策咨询机关|政策咨询电话|咨询电话|时间|更新时间|更新日期|归档时间|录入时间|添加时间|上传时间|下载地址|视力保护色|稿源|法規體系|法規類別|法規沿革|圖表附件|生效狀態|異動日期|資料來源"
)
#: The field that each label gives, None for those that give none of ours.
LABELS: dict[str, Field | None] = {
    **{label: field for field, labels in _FIELDS.items() for label in labels.split("|")},
    **dict.fromkeys(_NO_FIELD.split("|")),
}
#: A label that stands alone, marks around it aside.
LABEL_ALONE = re.compile(r"\[?【?(?:备注[/／])?([\u4e00-\u9fff]{2,6})】?\]?[：:]?")
_ANY_LABEL = "|".join(r"[\s\u3000]*".join(label) for label in sorted(LABELS, key=len, reverse=True))
# A label in such brackets needs no colon.
# Some sites print two for one: 备注/文号.
_LABELLED = re.compile(
    rf"\[?([【\[]\s*)?(?<![\u4e00-\u9fff])(?:备注[/／])?({_ANY_LABEL})(?(1)\s*[】\]]\s*[：:]?|】?\]?\s*[：:])\s*"
)
_GLUED = re.compile(rf"(【)?({_ANY_LABEL})\s*[：:]\s*")
_FEWEST_GLUED = 4
_FEWEST_SPACED = 2
_DATE = re.compile(r"((?:19|20)\d\d)\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})")
_NUMBER = re.compile(r"[^，。；：]{2,30}\d[^，。；：]{0,12}号")
_STATUSES = (
    ("repealed", re.compile("(?:已|全文|现已)?(?:废止|失效|无效)|已被?(?:废止|修改废止)|否")),
    ("in_force", re.compile("(?:现行|全文|继续|仍然)?有效|是")),
)
# 府法規字第1140912345A號 令: law databases say behind the number of what it is.
_KIND_OF_ORDER = re.compile(r"(?<=[号號])\s+(?:令|函|公告)$")
_INDEX = re.compile(r"[0-9A-Za-z/._-]{6,}")
_ISSUER_BREAK = re.compile(r"[、，,;；\s]+")
# What sites print where there is nothing to print.
_NOTHING = frozenset({"", "无", "-", "—", "——", "/", "暂无", "其他"})


def lone_label(text: str) -> str | None:
    """Return the label that a line is and nothing else, None for any other line."""
    alone = LABEL_ALONE.fullmatch("".join(text.split()))
    return alone[1] if alone is not None and alone[1] in LABELS else None


# White space and what parts one label's value from the next label.
_MARGINS = " \t\u3000\xa0|｜丨"


def labelled_values(text: str) -> list[tuple[str, str]]:
    """Return the labels of a line that begins with one, each with its value; empty for any other line."""
    if parted := _tabbed(text) or _spaced(text):
        return parted
    labels = list(_LABELLED.finditer(text))
    if labels and labels[0].start() == 0 and len(glued := list(_GLUED.finditer(text))) >= _FEWEST_GLUED:
        # Cells of the page's table run together: …水利发文机关：某省水利厅成文日期：2025年.
        labels = glued
    if not labels or labels[0].start() > 0:
        return []
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return [
        ("".join(label[2].split()), text[label.end() : end].strip(_MARGINS))
        for label, end in zip(labels, ends, strict=True)
    ]


def _tabbed(text: str) -> list[tuple[str, str]]:
    """Return the labels of a row of the page's table, parted by tabs from their values; empty otherwise."""
    cells = [cell.strip() for cell in text.split("\t")] if "\t" in text else []
    labels = [lone_label(cell) for cell in cells[::2]]
    if not cells or len(cells) % 2 or None in labels:
        return []
    return [(label, value) for label, value in zip(labels, cells[1::2], strict=True) if label is not None]


def _spaced(text: str) -> list[tuple[str, str]]:
    """Return the labels of a row of the page's table, parted from their values by blanks: two or more.

    公开方式 主动公开 公开范围 面向全社会
    """
    cells = text.split() if " " in text or "\u3000" in text else []
    labels = [lone_label(cell) for cell in cells[::2]]
    if len(labels) < _FEWEST_SPACED or len(cells) % 2 or None in labels:
        return []
    return [(label, value) for label, value in zip(labels, cells[1::2], strict=True) if label is not None]


def stated_facts(label: str, value: str, origin: str) -> Iterator[Finding]:
    """Yield what a label with its value states; nothing for a label of no field or an empty value."""
    field = LABELS[label]
    if field is not None and value.strip() not in _NOTHING:
        yield from read_facts(field, value, origin)


def read_facts(field: Field, value: str, origin: str) -> Iterator[Finding]:
    """Yield a value as findings: days as ISO 8601 (nothing where none can be read), issuers one by one."""
    if field in ("announced_on", "published_on", "effective_on"):
        if (day := _day(value)) is not None:
            yield Finding(field, day.isoformat(), origin)
    elif field == "issuers":
        yield from (Finding(field, part, origin) for part in _ISSUER_BREAK.split(value) if _is_body(part))
    elif field == "status":
        status = next((status for status, said in _STATUSES if said.fullmatch(value.strip())), None)
        yield from [] if status is None else [Finding(field, status, origin)]
    elif field == "document_number":
        yield Finding(field, _KIND_OF_ORDER.sub("", value.strip()), origin)
    else:
        yield Finding(field, value.strip(), origin)


def _is_body(name: str) -> bool:
    """Tell whether a part of a value names a body: not nothing, and not the site itself (县政府网站)."""
    return bool(name) and not name.endswith(("网", "网站"))


def fits_label(label: str, value: str) -> bool:
    """Tell whether a value has the form that its label asks for; never where that asks for none."""
    match LABELS[label]:
        case "announced_on" | "published_on" | "effective_on":
            return _DATE.match(value) is not None
        case "status":
            return any(said.fullmatch(value) for _, said in _STATUSES)
        case "document_number":
            return _NUMBER.fullmatch(value) is not None
        case "index_number":
            return _INDEX.fullmatch(value) is not None
        case _:
            return False


def _day(value: str) -> date | None:
    if value.startswith(("民", "中")):
        return read_date(value)
    found = _DATE.search(value)
    try:
        return date(*map(int, found.groups())) if found is not None else None
    except ValueError:
        return None
