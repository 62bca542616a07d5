"""Sentences that say what a body is charged with: 县公安局：…, 由市水利局牵头，…参加, 登记中心具体受理….

A look back may tell of the same (由市水利局牵头，建成了…): there its other words decide.
"""

from __future__ import annotations

import re

# What closes the name of a body; a list of them shares it: 东区、西区登记中心.
_BODY = (
    "(?:[局委办厅院部署]|委员会|办公室|指挥部|人民政府|政府|部门|单位|机构|机关|中心|小组|专班|支队|大队|公司|集团"
    "|银行|协会|学校|医院|工作[组站]|所)"
)
_DONE = "(?![^。；]*(?:[了曾]|已经?(?=[\u4e00-\u9fff])|去年|近年来|以来))"
# 负责人, 负责同志, 负责制: who somebody is.
_NO_DUTY = (
    "(?![人者制任态]|同志|领导|解释|的(?!组织|统筹|具体)"
    "|[^，。；]{2,20}的(?:部门|机构|机关|单位|同志|领导|人))"
)
# 县公安局：维护社会治安，…
_NAMED = re.compile(
    r"(?:[^，。；：、“”0-9]{1,14}(?:局|委|办|厅|院|委员会|办公室|指挥部|人民政府|支队|大队|公司|工作组)"
    r"|[^，。；：“”0-9]{2,30}(?:[局委办厅院部组会]|政府|[支大]队|公司|中心|街道|部门)的?(?:主要|总体|工作|具体)*(?:职责|职能)(?:分工)?)"
    r"：(?=[\u4e00-\u9fff]{4})"
    r"(?![^。；]{0,40}[0-9]|[^。；]*：$)"
)
# 由甲局牵头，乙局、丙局等参加。 由甲局负责日常工作。
_BY_BODY = re.compile(
    rf"(?:[^，。；由]{{2,40}}|[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])?由(?![此于来]){_DONE}"
    rf"[^，。；由《》]{{1,160}}?{_BODY}(?:等)?(?:共同|联合|具体|统一|分别)?(?:牵头|负责|承担|受理|办理|组织实施|统筹){_NO_DUTY}"
    r"[^，。；]{0,40}(?:，[^。；]{2,200}(?:参加|参与|配合|协助|协同|支持|负责|落实)[^，。；]{0,40})?[。；]$"
)
# 甲区、乙区登记中心具体受理辖区内的登记。 市住房局继续负责…。
_BODY_DOES = re.compile(
    rf"(?:其中，|同时，)?{_DONE}(?![由为对在经可如凡]|通过)(?![^，。；]{{0,60}}委托)[^，。；：“”《》由0-9]{{1,160}}?{_BODY}"
    "(?:(?:继续|具体|统一|分别|共同|主要|全面|统筹|牵头|依法)*(?:负责|牵头|受理)|(?:具体|统一|共同|主要|依法)承担)"
    rf"{_NO_DUTY}[^，。；]{{2,}}"
)
CHARGES = (_NAMED, _BY_BODY, _BODY_DOES)
#: Where one of the patterns fits, one of these stands in the sentence.
CHARGE_SIGNS = ("：", "牵头", "负责", "承担", "受理", "办理", "组织", "统筹")
_CHARGED = -3.0
_NAMED_SPAN = 44
_DUTIES = ("负责", "牵头", "受理", "承担")


def of_charge(sentence: str) -> float | None:
    """Return the evidence of a sentence that charges a body with something; None for any other."""
    if "：" in sentence[:_NAMED_SPAN] and _NAMED.match(sentence):
        return _CHARGED
    if "由" in sentence and _BY_BODY.match(sentence):
        return _CHARGED
    has_duty = any(word in sentence for word in _DUTIES)
    return _CHARGED if has_duty and _BODY_DOES.match(sentence) else None
