"""The labels of lines in lists of tasks: who answers (责任单位：), by when (时限：), what to do (内容：)."""

from __future__ import annotations

import re

from gangyao.chinese.punctuation import BULLETS, open_at_end

#: What is said of a body behind it, or of those behind a label, by the part that it has.
LEADS = "牵头|主办|主责|承办"
SUPPORTS = "配合|协办|协同|协助|参与|参加|会办"
GUIDES = "指导|督导"
ANSWERS = "责任|负责|落实|实施|组织|承担|主管"
WORDS = f"{LEADS}|{SUPPORTS}|{GUIDES}|{ANSWERS}"
BODY_LABEL = re.compile(
    rf"(?:{WORDS})(?:{WORDS})?(?:单位|部门|主体|机构|处室|科室|股室|地区|领导|人)?\s*[：:]"
)
TIME_LABEL = re.compile(
    r"(?:完成|实施|办理|工作|整改|建设|计划)?(?:完成)?(?:起止)?"
    r"(?:时限|时间|期限|年限|时间节点|时间要求|时间安排|工期)(?:要求)?\s*[：:]"
)
# Who a person is answers for a task too, but is no body.
PERSON_LABEL = re.compile(
    r"(?:(?:责任|分管|牵头|包联|挂钩|联系|包抓|挂牌|主要)(?:[省市县区镇乡]|单位)?(?:领导|人)|责任人|负责人|联系人)\s*[：:]"
)
# What counts an item before its label: 3.责任单位：县水利局.
_NUMBER = rf"\s*(?:(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[）).．、]|[①-⑳{BULLETS}]|—{{1,2}})\s*)?"
_DUTY = f"(?:{BODY_LABEL.pattern}|{TIME_LABEL.pattern}|{PERSON_LABEL.pattern})"
_LINE = re.compile(f"{_NUMBER}(?={_DUTY})")
# Behind the sentence of the task, on its line: 开展质量提升行动。牵头单位：省市场监管局.
_BEHIND = re.compile(rf"[。；]\s*(?:[{BULLETS}]|—{{1,2}})?\s*(?={_DUTY})")
_CONTENT = re.compile(
    rf"{_NUMBER}(?:绩效|主要|重点|具体|年度|本年度|工作|建设|改革|实施|整改|任务|项目|推进|目标|阶段性?){{0,3}}"
    r"(?:规模(?:及|和|与)(?:主要)?)?(?:任务|内容|措施|举措|目标|事项|要求|要点)(?:及(?:规模|内容|要求))?\s*[：:]\s*(?=\S)"
)

# What an item of a list is called, where it is and what it costs: 项目名称：, 建设地点：, 资金来源：.
_ATTRIBUTE = re.compile(
    rf"{_NUMBER}(?:(?:项目|任务|工程|企业|单位|事项)(?:名称|编号|类型|类别|性质)|(?:建设|实施|项目)?(?:地点|地址|性质|规模)"
    r"|(?:计划|项目|年度|概算|估算)?总?(?:投资|资金|预算)(?:规模|来源|总额|额度|估算|概算)?(?:[（(][^（）()]{1,8}[）)])?)\s*[：:]"
)

_NAME = re.compile(rf"{_NUMBER}[\u4e00-\u9fff]{{0,4}}名称\s*[：:]")

# One of the bodies that a line names.
_BODY = re.compile(
    r"[\u4e00-\u9fff]{1,18}(?:（[^（）]{1,8}）)?[\u4e00-\u9fff]{0,8}"
    r"(?:[局委厅部办院署]|政府|办公室|办事处|集团|公司|中心|银行|街道|街镇|乡镇|企业|部门|[支大总]队|[妇残工侨文科]联|工会)"
    r"|各(?:有关|相关)?[\u4e00-\u9fff]{1,8}(?:（[^（）]{1,8}）)?"
)
# How those end, which most lines do not: parting and matching them all took a hundredth of reading.
_LAST_OF_BODY = frozenset("局委厅部办院署府室团司心行道镇业")
# Levels in brackets belong to a name: 各县（市、区）人民政府.
_BETWEEN_BODIES = re.compile(r"[、，；\s]+(?![^（）]{0,8}）)")
# What parts them, of which a line may have some at its end; all white space stands below the Chinese marks.
_PARTS_BODIES = "、，；" + "".join(filter(str.isspace, map(chr, range(0x3001))))
# A longer list goes on over several lines; a name as above has 39 characters at most, and a mark behind it.
_MOST_BODIES, _LONGEST_BODY = 12, 40

#: A label that stands alone on its line, above the bodies: 责任单位.
LABEL_ALONE = re.compile(rf"\s*(?P<said>{LEADS}|{SUPPORTS}|{ANSWERS})(?:{WORDS})?(?:单位|部门|主体)\s*")


def names_only_bodies(text: str) -> bool:
    """Tell whether a line, as one that goes on with a list, is nothing but bodies: 省科技厅、各市人民政府.

    Parted at its marks first: one pattern for the whole line takes exponential time on a paragraph.
    """
    if len(text) > _MOST_BODIES * _LONGEST_BODY or text.rstrip(_PARTS_BODIES)[-1:] not in _LAST_OF_BODY:
        return False
    names = [name for name in _BETWEEN_BODIES.split(text) if name]
    return 0 < len(names) <= _MOST_BODIES and all(map(_BODY.fullmatch, names))


def duty_start(text: str) -> int | None:
    """Return where the first label stands in a line that says only who answers for a task or by when.

    None for any other line: it begins with no such label, but for the number of an item.
    """
    line = _LINE.match(text) if "：" in text or ":" in text else None
    return line.end() if line is not None else None


def is_duty_line(text: str) -> bool:
    """Tell whether a line says only who answers for a task or by when."""
    return duty_start(text) is not None


def is_attribute_line(text: str) -> bool:
    """Tell whether a line says what an item of a list is called, where it is or what it costs."""
    return ("：" in text or ":" in text) and _ATTRIBUTE.match(text) is not None


def is_note_line(text: str) -> bool:
    """Tell whether a line only tells of a task beside it: who answers, where it is, what it costs."""
    return is_duty_line(text) or is_attribute_line(text)


def names_item(text: str) -> bool:
    """Tell whether a line begins an item of a list by its name: 项目名称：冷链物流项目."""
    return "名称" in text and _NAME.match(text) is not None


def duties_behind(text: str) -> int | None:
    """Return where such labels begin behind a sentence of the same line; None where none does."""
    if "：" not in text and ":" not in text:
        return None
    outside = (one.end() for one in _BEHIND.finditer(text) if not open_at_end(text[: one.start()]))
    return next(outside, None)


def content_start(text: str) -> int:
    """Return where the text begins behind a label of what is to be done (`整改措施：`); 0 without one."""
    label = _CONTENT.match(text) if "：" in text or ":" in text else None
    return label.end() if label is not None else 0


def is_label_line(text: str) -> bool:
    """Tell whether a line begins with any of the labels of lists of tasks."""
    return content_start(text) > 0 or is_note_line(text)
