"""What sets a duty in the articles of a law, whatever its other words: 由…审批, …应当…, 处…罚款.

Laws neither report nor promise. A sentence of an article that names who does something, or what must be
done, is a task; definitions and items that only name a case or a thing (其他应当报告的财产。) are none.
"""

from __future__ import annotations

import re

# 自由, 理由, 以…为由 name nobody; what a body is made of, and who holds an office, is no act.
_BINDS = re.compile(
    "由(?<![自缘经事为因]由)(?<!(?<![管办审处受代清治修])理由)(?![于此来衷])(?![^，。；]{0,60}(?:组成|构成|担任|兼任))[^，。；：]{3,80}[，。；：]"
    "|应当|必须|不得(?!已)|应予|负责(?![人的])|处[^，。；的]{1,40}罚款"
    "|可以(?![有说看])|(?<!是)有权(?![机部单])|依法(?:追究|移送|承担|给予|处理|没收|吊销)"
)
_SIGNS = ("由", "应", "必须", "不得", "负责", "处", "可以", "有权", "依法")
_DEFINES = re.compile(
    "[^。]*(?:所称[^。]{1,60}(?:指|包括|是)|是指)|本[^，。]{1,8}由[^，。]{2,40}负责(?:解释|组织实施)"
)
_ITEM = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]")
# 应当移送而不移送的；, 其他应当公开的事项。
_NAMES = re.compile("的(?:情形|[^，。；的]{0,10})?[；。]$")


def is_item(text: str) -> bool:
    """Tell whether a paragraph is an item of a list: （一）采购人的名称；."""
    return _ITEM.match(text) is not None


def binds_in_article(sentence: str) -> bool:
    """Tell whether a sentence of a law sets a duty."""
    if not any(sign in sentence for sign in _SIGNS) or _BINDS.search(sentence) is None:
        return False
    names = is_item(sentence) and _NAMES.search(sentence) is not None
    return not names and _DEFINES.match(sentence) is None
