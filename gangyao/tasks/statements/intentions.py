"""What who speaks takes on: 我们将…, 县水利局将继续…, and 政府会…, as reports of Hong Kong put it.

And what the work ahead is guided by: 工作的总体要求是：以…为指导，….

In a look back too it is a task: 对这些问题，我们将着力解决。 Of 44 annotated sentences in which we will or
do something, two of speech set none.
"""

from __future__ import annotations

import re

# What opens the sentence before the one who speaks; nothing that somebody else said.
_BEFORE = "(?:[^。；“”]{0,40}，)?"
# 我们要清醒地看到, 我们要感谢: nothing is done. 我们将迎来: it comes by itself.
_WE = re.compile(
    _BEFORE + r"[^，。；：“”]{0,8}我们(?:也|还|都|就|仍|更)?"
    r"(?:将(?![要会]?(?:有|是|面临|迎来|成为|看到|进入))|必须|务必|务求|一定(?!能|可以|会)|要(?!求|素|点|件)|应当)"
    r"(?![^，。；]{0,6}(?:清醒|看到|认识到|感谢|说明|指出|承认|祝))"
)
_BODY_WILL = re.compile(
    _BEFORE + r"[^，。；：《》“”]{0,16}(?:政府|当局|部门|机关|公司|集团|[局署处司院厅办委])(?:也|还|都|均)?"
    r"将(?=继续|进一步|认真|切实|全力|积极|紧紧|坚持|按照|会同|加大|加强|加快|着力|努力|严格|持续|深入|坚决|采取|围绕|根据)"
)
_BODY_WOULD = re.compile(
    r"(?:[^。；]{0,40}，)?(?:\d{1,3}\.)?[^，。；：]{0,12}(?:政府|当局|我们|特区|[局署处司院]|委会|公司)"
    r"(?:亦|也|现|正)?会(?![议员计费场展见谈长所籍同上后前期影商务费标])[\u4e00-\u9fff]"
)
# 今年工作的总体要求是：以…为指导: what guides the work ahead, unless the past is told of (一年来，…).
_GUIDED = re.compile(
    "(?:[^。；：，]{2,30}(?:要求|思路|思想|任务)(?:和[^。；：，]{2,8})?是：)?(?:坚持|高举[^，。；]{2,24}，)?"
    "以[^，。；]{2,60}为指导，(?![^。；]*[了已])"
)
INTENTIONS = (_WE, _BODY_WILL, _BODY_WOULD, _GUIDED)
#: Where one of the patterns fits, one of these stands in the sentence.
INTENTION_SIGNS = (
    *("为指", "我们", "府会", "局会", "区会", "署会", "司会", "院会", "会会", "当局"),
    *(f"将{first}" for first in "继进认切全积紧坚按会加着努严持深采围根"),
)
# What we take on holds in any place; of others a report may tell what they meant to do. Set by hand.
_OF_US, _OF_OTHERS = -9.0, -3.0
# All nine annotated sentences that open so are tasks.
_ASKED = -4.0


def of_intention(sentence: str) -> float | None:
    """Return the evidence of a sentence in which who speaks takes something on; None for any other."""
    if "我们" in sentence and _WE.match(sentence):
        return _OF_US
    if "将" in sentence and _BODY_WILL.match(sentence):
        return _OF_OTHERS
    if "为指导" in sentence and _GUIDED.match(sentence):
        return _ASKED
    return _OF_OTHERS if "会" in sentence and _BODY_WOULD.match(sentence) else None
