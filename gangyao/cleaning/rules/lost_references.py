"""What Word prints where a reference leads nowhere: `如错误!未找到引用源。所示`.

The message is no part of the text; what stood in its place is lost, which a suspect says.
"""

from __future__ import annotations

import re

from gangyao.cleaning.character_classes import Scan
from gangyao.cleaning.findings import NOTHING, Doubt, Findings
from gangyao.document.ledger import Edit, Grounds

DETECTOR = "reference"
_GROUNDS = Grounds(
    "markup", "no_reference", "what Word prints where a reference leads nowhere; also a suspect"
)
_REASON = "a reference that leads nowhere stood here: what it showed is lost"
_MESSAGE = re.compile(
    r"(?:错误|錯誤)[!！] ?(?:未找到引用源|找不到參照來源|未定义书签|尚未定義書籤|未指定书签"
    r"|文档中没有指定样式的文字|超链接引用无效|超連結參照不正確|链接无效|不能识别的开关参数)[。.]?"
    r"|Error! (?:Reference source not found|Bookmark not defined|No text of specified style in document)\."
)


def find_lost_references(scan: Scan) -> Findings:
    """Delete the messages, and doubt the places where they stood."""
    text = scan.text
    if "错误" not in text and "錯誤" not in text and "Error! " not in text:
        return NOTHING
    found = [message.span() for message in _MESSAGE.finditer(text)]
    return Findings(
        [Edit(start, end, "", _GROUNDS) for start, end in found],
        [Doubt(start, end, None, _REASON, DETECTOR, written="") for start, end in found],
    )
