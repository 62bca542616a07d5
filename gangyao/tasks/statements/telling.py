"""Sentences that tell how a meeting went, what kinds and terms there are, what was done, whose a list is."""

from __future__ import annotations

import re

#: Words of duty: with one of them a sentence binds somebody, whatever else it tells.
DUTIES = "(?<![重主需必首概只])要(?![求素点件闻])|必须|应当|务必|切实"
# 会议听取了汇报; 下面，我讲三点意见; 渔港分为三级; 保修期限为两年; 选址已完成; 实践证明; 目前，…20万人;
# 渔民普遍反映; 示范区位于; 总投资2亿元，占地30亩; 责任单位：渔业局.
_TELLS = re.compile(
    "(?:本次|这次)?会议(?:由[^，。；]{2,20}主持|听取|审议|传达|通报|学习|还?研究了|的[^，。；]{0,6}(?:任务|目的|议题)是)"
    "|(?:下面|接下来|现在|最后)，我(?:就|讲|谈|说|向|代表)"
    "|(?!将|把|按)[^，。；]{2,20}分为[^，。；]{4,}[。；]$"
    "|(?:[^，。；]{2,30}，)?(?:[^，。；]{0,20}(?:期限|有效期|任期|保修期|年限|时速)为[^，。；]{1,12}[，。；])+$"
    "|(?:但|同时，)?我们[^，。；]{0,4}清醒[^，。；]{0,4}(?:看到|认识到)"
    "|[^，。；]{2,20}已经?(?:完成|建成|开工|启动|印发|开展)[^，。；]*[。；]$"
    "|[^，。；]{2,12}已有[^，。；]{2,24}(?:完成|建成|实现|达到|开工|投用|验收)[^，。；]*[。；]$"
    "|(?:实践|事实|历史|经验|研究|调查|监测|数据|统计|结果)(?:充分|一再|反复|已经)?(?:证明|表明|显示)，"
    "|(?:目前|截至目前|据统计|据测算|据了解|据调查)，(?![^。；]*(?:需|应|拟|将|争取|力争))[^。；]*[0-9]"
    "|[^，。；]{2,14}(?:普遍|集中|强烈)反映[^。；]*[。；]$"
    "|[^，。；“”]{2,16}位于[^，。；]{2,24}，"
    "|[^，。；]*(?:总投资|占地(?:面积)?)(?:约|达)?[0-9.]+[^，。；]{1,6}"
    "(?:，(?:占地(?:面积)?|总投资|建筑面积|用地面积)(?:约|达)?[0-9.]+[^，。；]{1,6})+[。；]$"
    "|(?:主办|承办|协办|责任|牵头|配合)(?:单位|部门)：|附件[0-9]*："
)
# 问题依然突出。 反弹现象时有发生。
_REMAINS = re.compile(
    "(?:(?:依然|仍然|仍|较为|比较|十分|日益)(?:突出|存在|严重|普遍|薄弱|滞后|明显)|时有发生)[。；]$"
)
_REMAINS_SPAN = 5
# 必须清醒看到 binds nobody to act.
_BINDS = re.compile(f"(?:{DUTIES})(?![^，。；]{{0,4}}清醒)")


def tells(sentence: str) -> bool:
    """Tell whether the form of a sentence makes it one of these, and no duty stands in it."""
    told = _TELLS.match(sentence) or _REMAINS.search(sentence, max(0, len(sentence) - _REMAINS_SPAN))
    return told is not None and _BINDS.search(sentence) is None
