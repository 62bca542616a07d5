"""What stands behind a figure and is counted or given: 10个|概念验证中心, 给予举报人3000元|奖励."""

from __future__ import annotations

import re

from gangyao.tasks.targets.patterns import COUNTED

# No clause that names what is counted is longer.
_LONGEST_CLAUSE = 400
# What who or what is counted does, behind its name: 14个地区|因地制宜发展…, 1家医院|开展评审.
_DOES = (
    "因地制宜|开展|实现|达到|纳入|进入|获得|成为|取得|参与|探索|改善|打造|启动|投运|新增|通过(?!率)"
    "|(?:提档|转型|提质|改造)升级"
)
# The same behind three characters or more: behind fewer it says what is counted (11项|成果获国家奖).
_DOES_LATER = (
    "入围|(?:全部)?摘帽|新?入选|荣获|(?<!荣)获(?=国家|全[国省市]|世界|[省市]级?|“|表彰|评为)|得到|受益|收官|投入使用"
    "|在(?=全[国省市区县]|国[内际]|世界)|(?<!面)向(?=社会)|到(?=[^，。；的]{2,8}(?:避风|避险|安置|就医))"
    "|件件|个个|挂牌(?!企业|公司|量)|入住|退出(?!机制)|新建成|投用|跻身|晋级|揭牌|落户|提前完成|超额完成|发放(?!点|站|率)"
    "|(?:全面|有序|稳步|加快|全部|集中|圆满)(?=推进|完成|实施|建设|开工|收官|投产)"
)
# What a counted noun ends before: a mark, the next number, or a word that says more of the number.
# 4G/5G基站 and 5A级景区 hold digits of their own.
_NOUN_AFTER = re.compile(
    r"的?(?!、)((?:[\u4e00-\u9fffA-Za-z“”·、]|\d(?=[A-Z])|(?<=[A-Z])/(?=\d[A-Z])){2,24}?)"
    # 亿元以上项目 begin with what other numbers end with.
    r"(?=[，。；：）)(（]|(?<![万亿]元)(?<![省市县家]级)以上|左右|从|开工|落地|投产|、(?:每|[^，。；]{0,14}\d)|和[^，。；]{0,14}\d|\d(?![A-Z])|$"
    rf"|(?<=[\u4e00-\u9fff]{{2}})(?:{_DOES})|(?<=[\u4e00-\u9fff]{{3}})(?<![望或])(?:{_DOES_LATER}))"
)
# 82个|预增产值过10亿元的|重大增长点: the noun stands behind how large those are.
_SIZED = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:超过?|过|突破|达到?)\d[\d.]*[十百千万亿]*(?:元|吨|人|亩)?(?:以上)?的([\u4e00-\u9fff]{2,12}?)"
    rf"(?=[，。；：、）)(（]|$|(?<=[\u4e00-\u9fff]{{2}})(?:{_DOES}|稳定|持续))"
)
_COUNTED = re.compile(COUNTED)
# 5万名|60周岁以上老年人|免费接种疫苗
_AGED = re.compile(rf"\d{{1,2}}(?:[—至-]\d{{1,2}})?周?岁(?:及?以[上下])?的?{COUNTED}")
_PERSONS = re.compile(rf"(?![^的]{{0,6}}[具有从]){COUNTED}(?=的)")
_CHANGES = frozenset(("增长", "下降", "增速", "增幅", "水平"))
_BRACKETS = re.compile(r"\([^)]*\)|（[^）]*）")
_TO_END = re.compile(rf"[^，。；：]{{0,{_LONGEST_CLAUSE}}}")
# 具有…能力的县级救治点: the noun behind the last 的.
_MODIFIED = re.compile(r".*[^目]的(?=[\u4e00-\u9fff]{2,16}$)")
# What an amount is given or paid as stands behind it: 给予举报人3000元|奖励.
_GIVEN_AS = re.compile("的?((?:一次性)?(?:奖励|补贴|补助|资助|奖补|补偿|奖金|津贴|罚款))(?=[，。；、]|$)")


def given_as(text: str, end: int) -> str | None:
    """Return what the amount that ends at `end` is given or paid as, where the words behind it say so."""
    found = _GIVEN_AS.match(text, end)
    return found[1] if found else None


def indicator_after(text: str, end: int) -> str | None:
    """Return the noun phrase that a quantity counts, None where none follows."""
    rest = _TO_END.match(text, end)
    counted = _BRACKETS.sub("", rest[0]) if rest else ""
    if (aged := _AGED.match(counted)) is not None:
        return aged[0]
    if (persons := _PERSONS.match(counted)) is not None:
        # 九千六百万名|党员|的马克思主义政党
        return persons[0]
    modified = _MODIFIED.match(counted)
    if modified and not any(character.isdigit() for character in counted):
        return _unless_change(counted[modified.end() :])
    found = _SIZED.match(counted) or _NOUN_AFTER.match(counted)
    return _unless_change(found[1].strip("、的")) if found else None


def _unless_change(name: str) -> str | None:
    """Return a name, None for what a figure does: 保持20%以上的|增长."""
    return name if name and name not in _CHANGES else None


def counted_without_counter(text: str, end: int) -> str | None:
    """Return whom or what a number counts that has no counter: 1.8万|农业转移人口|落户城镇."""
    found = _COUNTED.match(text, end)
    return found[0] if found else None
