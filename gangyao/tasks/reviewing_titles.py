"""Titles of documents that tell what was reached: statistical bulletins, reports on how work was done."""

import re

_LOOKS_BACK = re.compile(
    r"(?:统计|状况|质量|资源|环境|普查|监测|情况)公报(?:[（(][^（）()]{1,12}[）)])?$|(?:决算|总结)(?:的?(?:报告|说明))?$"
    r"|(?:执行|完成|落实|进展|整改|开展|办理|工作)情况(?:的(?:通报|报告|公告|公示))?$"
    r"|(?:19|20)\d\d年度[^，。]{2,24}(?:建设|公开|履职|管理)(?:工作)?(?:情况)?的?报告$"
    r"|(?:工作|发展|成就)回顾(?:[（(][一二三四五六七八九十]{1,2}[）)])?$"
)


def looks_back_as_a_whole(title: str) -> bool:
    """Tell whether a document of this title reports what was reached, but for sections that say otherwise."""
    return _LOOKS_BACK.search(title) is not None
