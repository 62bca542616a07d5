"""Sentences that tell how a meeting went, what kinds and terms there are, what was done, whose a list is."""

from __future__ import annotations

import re

#: Words of duty: with one of them a sentence binds somebody, whatever else it tells.
DUTIES = "(?<![重主需必首概只])要(?![求素点件闻])|必须|应当|务必|切实"
# 会议听取了汇报; 下面，我讲三点意见; 渔港分为三级; 保修期限为两年; 选址已完成; 责任单位：渔业局.
_TELLS = re.compile(
    "(?:本次|这次)?会议(?:由[^，。；]{2,20}主持|听取|审议|传达|通报|学习|还?研究了|的[^，。；]{0,6}(?:任务|目的|议题)是)"
    "|(?:下面|接下来|现在|最后)，我(?:就|讲|谈|说|向|代表)"
    "|(?!将|把|按)[^，。；]{2,20}分为[^，。；]{4,}[。；]$"
    "|(?:[^，。；]{2,30}，)?(?:[^，。；]{0,20}(?:期限|有效期|任期|保修期|年限|时速)为[^，。；]{1,12}[，。；])+$"
    "|(?:但|同时，)?我们[^，。；]{0,4}清醒[^，。；]{0,4}(?:看到|认识到)"
    "|[^，。；]{2,20}已经?(?:完成|建成|开工|启动|印发|开展)[^，。；]*[。；]$"
    "|(?:主办|承办|协办|责任|牵头|配合)(?:单位|部门)：|附件[0-9]*："
)
# 必须清醒看到 binds nobody to act.
_BINDS = re.compile(f"(?:{DUTIES})(?![^，。；]{{0,4}}清醒)")


def tells(sentence: str) -> bool:
    """Tell whether the form of a sentence makes it one of these, and no duty stands in it."""
    return _TELLS.match(sentence) is not None and _BINDS.search(sentence) is None
