"""Items of lists whose opening says what they are: bans, cases (有下列情形之一的，…：), duties or contents.

Taken alone, `（一）擅自改装燃气设施；` reads like something to be done; what opens its list says that it is
forbidden (不得有下列行为：), or that it is only the case in which something else is done. An item that says
what follows from its own case stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from gangyao.document.outline import Paragraph
from gangyao.document.tasks import Modality, Task
from gangyao.tasks.statements.articles import binds_in_article

Opening = Literal["ban", "case", "duty", "contents"]

#: How an item of a list begins.
ITEM = re.compile(r"[“\s]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]|[①-⑳])")
_CASE = re.compile(
    r"(?:有|存在|具有|发生|属于|出现|符合)(?:下列|以下)[^，。；：]{0,20}的[，：]"
    # 优先安排具有下列情形之一的渔业生产者：, 有下列情形之一的除外：.
    r"|[有于合在](?:下列|以下)[^，。；：]{0,8}之一的[^，。；：]{1,24}"
)
# 有下列行为，由…责令改正：, 对下列情形免征税款：: said of cases without 的 behind them.
_LOOSE_CASE = re.compile(
    r"(?:下列|以下)[^，。；：]{0,14}(?:行为|情形|情况)(?:之一)?[^，。；：]{0,12}"
    r"(?:，[^。]{4,}：$|(?:免|减|给予|不予)[^。]*：$)"
)
_BAN = re.compile(
    r"(?:不得|禁止|严禁|不准)[^，。；：]{0,24}(?:下列|以下)[^。；：]{0,24}："
    r"|(?:不得|禁止|严禁|不准)[^，。；：]{0,60}(?:从事|实施|进行)(?:下列|以下)[^。；：]{0,30}(?:行为|活动)："
)
# 重点纠正以下问题：: the wrongs to be mended, of which the opening is the task.
_MENDED = re.compile(
    r"(?:(?:纠正|整治|查处|查找|排查)[^，。；：]{0,10}(?:下列|以下)[^，。；：]{0,8}问题"
    r"|(?:纠正|整治|清理|治理|查处|查找|打击|排查)[^，。；：]{0,10}(?:下列|以下)"
    r"[^，。；：]{0,10}(?:行为|情形|现象|做法|乱象))：$"
)
_DUTY = re.compile(
    r"(?:应当|必须)[^。；：]{0,30}(?:下列|以下)[^，。；：]{0,8}(?:义务|职责|责任|工作|任务|规定|要求)："
)
# What a paper holds, who or what is meant: 应当包括下列内容：, 提供以下证明：, 下列单位应当取得许可：.
_CONTENTS = re.compile(
    r"(?:包括|载明|写明|具备|符合|提供|提交|报送|出具)[^。；：]{0,12}(?:下列|以下)"
    r"[^，。；：]{0,12}(?:内容|事项|条件|材料|证明|信息|文件|资料)"
    r"|^(?:下列|以下)[^，。；：]{2,30}(?:应当|必须|不得|可以)[^。；：]*：$"
    # 应当及时公布下列事项，接受监督：, 应当重点评估下列内容：.
    r"|应当?[^，。；：]{0,24}(?:公布|公示|公开|告知|填报|携带|说明|记录|评估|审查|审核|核对)"
    r"[^，。；：]{0,8}(?:下列|以下)[^，。；：]{0,8}(?:事项|信息|内容|文件|材料|情况|资料|因素)"
)
# A paper and what stands in it: 采购文件应当明确以下内容：, 评审报告，其主要内容包括：.
_PAPER = "(?:文件|方案|合同|协议|报告|公告|许可证|凭证|书|章程|预案|清单|目录|申请表?|记录|登记簿|档案)"
_HOLDS = re.compile(
    rf"{_PAPER}[^，。；：]{{0,8}}(?:，[^，。；：]{{0,24}})?(?:应当?|须|要|需)[^，。；：]{{0,6}}"
    r"(?:包含|明确|记载|列明|注明|规定|反映)[^，。；：]{0,8}"
    r"(?:下列|以下)[^，。；：]{0,8}(?:内容|事项|信息|要素|条款|情况)"
    rf"|{_PAPER}[^。；：]{{0,16}}(?:内容|事项|要素|条款)(?:应当?|主要|一般|至少|须)?"
    r"(?:包括|包含)(?:但不限于)?(?:(?:下列|以下)[^，。；：]{0,8})?：$"
)
# 包括但不限于： is as long.
_CONTENTS_SPAN = 7
# An item that says itself what follows from its case: 未登记的，责令限期改正.
_FOLLOWS = re.compile("的，(?:[^，。；]*，)?(?:责令|处|并处|由|给予|予以|依法|应当|可以|不得|不予|吊销|没收)")


def opening_of_list(text: str) -> Opening | None:
    """Return what the items are that the end of a paragraph announces; None where it does not say."""
    if not text.endswith("：") or not ("下列" in text or "以下" in text or "包" in text[-_CONTENTS_SPAN:]):
        return None
    # What follows from the cases may be told in steps: 有下列行为之一的，责令改正；拒不改正的，处罚款：
    whole = text[text.rfind("。", 0, -1) + 1 :]
    if _CASE.search(whole):
        return "case"
    sentence = whole[whole.rfind("；", 0, -1) + 1 :]
    if _BAN.search(sentence):
        return "ban"
    if _LOOSE_CASE.search(whole) or _MENDED.search(sentence):
        return "case"
    if _DUTY.search(sentence):
        return "duty"
    return "contents" if _CONTENTS.search(sentence) or _HOLDS.search(sentence) else None


def settle_lists(
    paragraphs: Sequence[Paragraph], tasks: Sequence[tuple[Task, ...]]
) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks of each paragraph: items of bans forbid, those of duties require, cases and contents
    set none."""
    settled: list[tuple[Task, ...]] = []
    opening: Opening | None = None
    section = ""
    for paragraph, own in zip(paragraphs, tasks, strict=True):
        text = paragraph.text
        if paragraph.section_path != section or ITEM.match(text) is None:
            opening, section = opening_of_list(text), paragraph.section_path
            settled.append(own)
            continue
        settled.append(_settled(own, opening) if own and opening is not None else own)
    return tuple(settled)


def _settled(tasks: tuple[Task, ...], opening: Opening) -> tuple[Task, ...]:
    match opening:
        case "case":
            return tuple([task for task in tasks if _FOLLOWS.search(task.text)])
        case "contents":
            return tuple([task for task in tasks if binds_in_article(task.text)])
        case "ban":
            return tuple([_in_modality(task, "prohibit") for task in tasks])
        case "duty":
            return tuple([_in_modality(task, "require") for task in tasks])


def _in_modality(task: Task, modality: Modality) -> Task:
    """Return a task whose plain acts have the modality that the list gives them."""
    actions = tuple(
        [one._replace(modality=modality) if one.modality == "commit" else one for one in task.actions]
    )
    return task._replace(actions=actions, modality=modality if task.modality == "commit" else task.modality)
