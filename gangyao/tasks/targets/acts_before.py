"""Acts that stand between who does them and what a figure measures: 提请…审议|地方性法规, 高质量|建设村庄."""

from __future__ import annotations

import re

# 各县区|招聘医务人员, 提请省人大常委会审议|地方性法规, （扩建）公办幼儿园, 高质量|建设村庄.
_EACH_OF = re.compile(
    "各(?:[县市区地州级]{1,3}|部门|单位|乡镇|街道|学校|医院)"
    "(?=招聘|建设|培育|新建|完成|打造|开展|改造|培训|配备)"
)
_SUBMITTED = re.compile("提请[^，、的]{2,16}审议")
_BRACKETED = re.compile("（[改扩续新迁]?建）")
_MANNER = re.compile(
    "(?:启动(?!资金|仪式)|高(?:质量|标准|水平|起点|效)|精准|广泛|深入)(?=开展|建设|推进|打造|实施|办好|办理|改造|新建|创建|培育|举办|完成|规划)"
)
# …建立包联机制、|完成投资: another act with what it is measured by.
_NEXT_ACT = re.compile(
    "[^、]{4,}、(?=(?:力争|确保|完成|实现|新增|带动|撬动|吸引|培育|打造|建成|新建|培训|发放|拉动|挽回|减少)[\u4e00-\u9fff]{2,}$)"
)
# 中央提出|今年经济增长预期目标为7%
_PROPOSED = re.compile("^[^，、的]{0,8}提出(?=今年|明年|全年|20\\d\\d年)(?:今年|明年|全年|20\\d\\d年)")
# 养老金、|惠及|549万人
_REACHING = re.compile("^[^、]{2,}、(?=(?:惠及|受益|覆盖|带动|吸引)$)")
# 在种源、医疗等方面突破|关键技术
_MASTERED = re.compile("^[^，]{2,60}突破(?=[^，、]{0,6}技术$)")


# A look for one word costs less than a search: what stands in each of them.
_ACTS = (
    ("各", _EACH_OF),
    ("提请", _SUBMITTED),
    ("建）", _BRACKETED),
    ("高", _MANNER),
    ("启动", _MANNER),
    ("精准", _MANNER),
    ("广泛", _MANNER),
    ("深入", _MANNER),
    ("突破", _MASTERED),
    ("提出", _PROPOSED),
    ("、", _REACHING),
)


def without_acts(phrase: str) -> str:
    """Return the words before a figure without what an act adds to the name of what it is done to."""
    if "、" in phrase and "分别" not in phrase and (other := _NEXT_ACT.match(phrase)) is not None:
        phrase = phrase[other.end() :]
    for sign, before in _ACTS:
        if sign in phrase:
            phrase = before.sub("", phrase, count=1)
    return phrase
