"""One form for names of indicators that differ in words only: 规上工业营收 and 规模以上工业营业收入."""

from __future__ import annotations

import re

# Short words of reports, by the words of statistics.
_WHOLE_WORDS = {
    "规上": "规模以上",
    "限上": "限额以上",
    "营收": "营业收入",
    "民企": "民营企业",
    "亡人": "死亡人数",
    "荣获": "获",
    "获得": "获",
    "总里程": "里程",
    "总人数": "人数",
    "总人次": "人次",
    "总花费": "花费",
    "总产量": "产量",
    "万元GDP": "单位地区生产总值",
    "单位GDP": "单位地区生产总值",
    "R&D": "研究与试验发展",
    "研发": "研究与试验发展",
    "农林牧渔总产值": "农林牧渔业总产值",
    "镇常住": "镇",
    "村常住": "村",
}
_SHORT = re.compile(
    "农林牧渔总产值|镇常住(?=居民)|村常住(?=居民)|规上(?=[工服文企农建批零民“])|限上(?=[单企批零住餐消])|营收(?<!经营收)(?!入)|民企|亡人$|荣获|获得(?=[国省市全“])"
    "|总(?<!占..总)(?<!占...总)(?<!占....总)(?:里程|人数|人次|花费|产量)(?![的占])|万元GDP|单位GDP|R&D(?=经费|投入|人员)|研发(?=(?:经费|投入强度|人员)(?!补))"
)
# 奖励 of a prize is the prize; the whole of what is counted is what is counted; 均值 of a rate is the rate.
_ENDING = re.compile(
    "(?<=奖)励$|(?<=企业|人才|基站|公司|主体|机构|中心|平台|医院|学校|床位)(?:总量|量)$|(?:平均值|均值|(?<=[率额量])全年)$"
    "|(?<=改造|治理)任务$|(?<=[^全]{4})(?:全面|顺利|完工|优化重组至|提高至|提升至|降低至)$|(?<=.{4})(?:累计)?(?:开行|出让)$"
)
# 光伏装机规模, 可再生能源累计装机: what can be generated.
_CAPACITY = re.compile(
    "(?<=光伏|风电|能源|水电|核电|火电|煤电|气电|绿电)(?:发电)?(?:并网|累计)?装机(?:规模|总?容量|总规模)?$"
)
_CAPACITY_ENDINGS = ("装机", "规模", "容量")
# 水利分别完成投资, 重点项目完成年度投资: the investment; 风电全容量并网: what was connected.
_DONE = re.compile(
    "已?(?:预计)?(?:分别|累计)?完成(?:年度)?(?=投资$)|(?<=企业)(?:累计)?(?:实现|完成)(?=(?:利润|利税|产值|收入|增加值|税收)(?:总额)?$)|(?:预计)?分别(?=(?:新认定|参保|增长)$)|全容量并网$"
)
_DONE_ENDINGS = (
    "投资",
    "利润",
    "利税",
    "产值",
    "收入",
    "增加值",
    "税收",
    "总额",
    "新认定",
    "参保",
    "增长",
    "并网",
)
_ENDINGS = tuple("励量值务面利工至行让年")
_SHARE_OF = re.compile("占(?P<whole>[^，占]{2,16}?)(?:的)?(?:比例|比重|比)?$")
# What a share is of, where the text says no 比重: 占规模以上工业.
_WHOLES = re.compile("(?:工业|生产总值|GDP|增加值|支出|收入|全国|全省|全市|经济总量|总量|总人口|总额)$")
_GDP = re.compile("占(?:GDP|国内生产总值|生产总值)(?=$|[的比])")
# Of which level a thing is; 国家|外汇储备 is the state's own.
_LEVELS = {"国家": "国家级", "省": "省级"}
_OF_LEVEL = re.compile(
    "(?:中心|集群|企业|公司|工厂|车间|基地|园区?|区|试点|专科|实验室|平台|县|项目|镇|村|学科|学院|学校|馆|站|库|林|枢纽|港|街区|集市|人才|工程师|大师|案例|机构)$"
)


def level_of(scope: str, name: str) -> str:
    """Return the one word for the level that a scope names: 国家|先进制造业集群 is 国家级."""
    return _LEVELS[scope] if scope in _LEVELS and _OF_LEVEL.search(name) is not None else scope


def normal_name(name: str) -> str:
    """Return a name in the words that statistics use, without what only its sentence needs."""
    name = _SHORT.sub(lambda found: _WHOLE_WORDS[found[0]], name)
    if name.endswith(_ENDINGS):
        name = _ENDING.sub("", name)
    if name.endswith(_DONE_ENDINGS):
        name = _DONE.sub("", name) or name
    if name.endswith(_CAPACITY_ENDINGS):
        name = _CAPACITY.sub("发电装机容量", name)
    if "占" in name:
        name = _GDP.sub("占地区生产总值", name)
    if "占" in name and (share := _SHARE_OF.search(name)) is not None and share.start():
        said = not name.endswith(share["whole"])
        if (said and not name.endswith("占比")) or _WHOLES.search(share["whole"]):
            name = f"{name[: share.start()]}占{share['whole']}比重"
    return name
