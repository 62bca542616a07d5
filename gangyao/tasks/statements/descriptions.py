"""Sentences that say what something is: a year, its sense, its part, or the role that doing it has."""

from __future__ import annotations

import re

from gangyao.tasks.statements.telling import DUTIES

# 2011年是…的第一年: that sets nothing, unless a duty follows.
_DESCRIBES_YEAR = re.compile(
    r"(?:今年|明年|(?:今后|未来)[三五十]年|(?:19|20)\d\d年|“?十[一二三四五六]五”?时期)，?是[^。]*(?:年|时期|阶段)[，。；]"
)
# What has no 意义 or 成为 in it has not to be looked through.
_DESCRIBES_SENSE = re.compile("[^。]*(?:意义(?:十分|非常|极其)?(?:重大|深远)|具有[^，。]{0,12}意义)。$")
_DESCRIBES_PART = re.compile("[^。；]*已[^，。；]{0,4}成为[^，。；]*(?:组成部分|支柱产业|重要力量)。$")
# X是…的基础。 X，是…的要求。 The ends of all three first: they are quick to look for.
_ROLES = tuple(
    f"{role}。"
    for role in (
        *(
            "头等大事",
            "战略支撑",
            "应有之义",
            "必由之路",
            "根本保证",
            "重要内容",
            "支撑",
            "责任",
            "定位",
            "要求",
        ),
        *("使命", "保障", "举措", "基础", "前提", "关键", "体现", "途径", "抓手", "重要条件", "需要"),
    )
)
_DESCRIBES_ROLE = re.compile(
    r"(?:[^。；]*，)?[^，。；]{4,}是[^。；]{2,}(?:头等大事|战略支撑|应有之义|必然要求|必由之路|根本保证|重要(?:内容|保障|基础|举措|途径|条件|支撑))。$"
    r"|[^，。；]{2,}(?<![点务键标心])是[^。；]{4,}的(?:基础|关键|前提|基础和关键)。$"
    r"|[^。]{6,}，是[^。]{6,}(?:责任|定位|要求|使命|保障|举措|基础|前提|关键|体现|途径|抓手|重要条件|需要)。$"
)
# 开展整治，是切实保护耕地的重要举措。: what doing it is good for. The duties in that bind nobody.
_IS_ROLE = re.compile(
    "的(?:重要|有效|关键|基本|根本|必然|迫切|有力|重大|核心|坚强)?"
    "(?:基础|条件|保证|保障|手段|举措|措施|途径|抓手|力量|需要|任务|内容|环节|支撑|体现|要求|切入点|平台|载体|标志|因素|原因|组成部分"
    "|准则|职责|来源|前提|渠道|方式|方法|引擎|动力|工程|战场|使命|责任|课题|经验|优势|特征|宗旨|选择|写照)。$"
)
_IS_ROLE_SPAN = 10
# What stands before 是 otherwise: 特别是, 但是; 最根本的是加强建设; 认识到X是…, 使X是… are to be done.
_IS = re.compile("(?<![但特别还只要于就即也都若或的点])是(?![：否])")
_IS_ASKED = re.compile(f"{DUTIES}|认识|明确|牢记|树立|强化|[使让把将]|[。；]")
# …是关键时期，必须接续奋斗，…: that asks for more.
_ASKS_BEHIND = re.compile("，(?:同样|也|均|都|还)?(?:应当|必须|务必|切实|要(?![求素点件闻]))|[。；](?!$)")
_DUTY = re.compile(DUTIES)
_SHORTEST_SUBJECT = 2
_SHORTEST_ROLE = 5
#: The patterns of what is described.
DESCRIPTIONS = (_DESCRIBES_YEAR, _DESCRIBES_SENSE, _DESCRIBES_PART, _DESCRIBES_ROLE, _IS_ROLE)


def describes(sentence: str) -> bool:
    """Tell whether a sentence says what a year is, what something means, or what part or role it has.

    Where a duty stands in it, it does not, unless that belongs to the role.
    """
    if _says_what_it_is(sentence):
        return _DUTY.search(sentence) is None or _is_role(sentence)
    return _is_role(sentence)


def _says_what_it_is(sentence: str) -> bool:
    if "是" in sentence and (
        _DESCRIBES_YEAR.match(sentence) or (sentence.endswith(_ROLES) and _DESCRIBES_ROLE.match(sentence))
    ):
        return True
    if "意义" in sentence and _DESCRIBES_SENSE.match(sentence):
        return True
    return "成为" in sentence and _DESCRIBES_PART.match(sentence) is not None


# The last characters of these words.
_LAST_OF_ROLE = frozenset(
    "础件证障段措施径手量要务容节撑现求点台体志素因分则责源提道式法擎力程场命任题验势征旨择照"
)


def _is_role(sentence: str) -> bool:
    """Tell whether all that a sentence says is what role its subject has."""
    if sentence[-2:-1] not in _LAST_OF_ROLE:
        return False
    end = _IS_ROLE.search(sentence, max(0, len(sentence) - _IS_ROLE_SPAN))
    found = None if end is None else _IS.search(sentence)
    if end is None or found is None or "是" in sentence[: found.start()]:
        return False
    if found.start() < _SHORTEST_SUBJECT or end.start() - found.end() < _SHORTEST_ROLE - 1:
        return False
    return (
        _IS_ASKED.search(sentence, 0, found.start()) is None
        and _ASKS_BEHIND.search(sentence, found.end()) is None
    )
