"""Titles of documents that tell what was reached: statistical bulletins, reports on how work was done."""

import re

_LOOKS_BACK = re.compile(
    r"(?:统计|状况|质量|资源|环境|普查|监测|情况)公报(?:[（(][^（）()]{1,12}[）)])?$|(?:决算|总结)(?:的?(?:报告|说明))?$"
    r"|(?:执行|完成|落实|进展|整改|开展|办理|工作)情况(?:的(?:通报|报告|公告|公示))?$"
    r"|(?:19|20)\d\d年度[^，。]{2,24}(?:建设|公开|履职|管理)(?:工作)?(?:情况)?的?报告$"
    r"|(?:工作|发展|成就)回顾(?:[（(][一二三四五六七八九十]{1,2}[）)])?$"
)
# 基本情况, 项目审计情况, 体检结果, 治理历程: how things are or went. 及时报送进展情况 is work.
_ENDS_TELLING_HOW = ("情况", "结果", "历程", "主要做法")
_TELLS_HOW = re.compile(
    r"^(?!关于|及时|定期|按时|如实|主动|认真|全面|准确|加强|做好|开展|[报呈]送|报告|上报|通报|汇报|公开|公布|掌握|了解|跟踪|督[查促导]|检查|反馈|总结"
    r"|充分|切实|进一步|积极|大力|着力|持续|深入|依法|加快|不断|严格|强化|运用|应用|利用|推[广动进]|落实|规范|严[肃防]"
    r"|摸[清排]|查[清明]|核[实查]|记录|登记|填报|建立|健全|完善|提[高升]|兑现|发布|梳理|解决|改善|确保|优化|明确|对)"
    r"[^，。；：]{0,20}(?:情况|结果|历程|主要做法)$"
)


def tells_how_things_went(title: str) -> bool:
    """Tell whether the title of a section says that it tells how things are, or how they went."""
    return title.endswith(_ENDS_TELLING_HOW) and _TELLS_HOW.search(title) is not None


def looks_back_as_a_whole(title: str) -> bool:
    """Tell whether a document of this title reports what was reached, but for sections that say otherwise."""
    return _LOOKS_BACK.search(title) is not None
