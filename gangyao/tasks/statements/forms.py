"""Sentences whose form alone settles what they are: formal ones, speech, what is due, who is bound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gangyao.chinese.punctuation import is_bracketed
from gangyao.chinese.reporting import reported_from, reports_its_subject
from gangyao.chinese.signs import CharacterSet, Lines, Signs, places_of
from gangyao.tasks.statements.aims import BOUND, BOUND_SIGNS, DUE, ITEM, SCHEDULED, is_bounded
from gangyao.tasks.statements.charges import CHARGE_SIGNS, CHARGES, of_charge
from gangyao.tasks.statements.descriptions import DESCRIPTIONS, describes
from gangyao.tasks.statements.intentions import INTENTION_SIGNS, INTENTIONS, of_intention
from gangyao.tasks.statements.telling import DUTIES, TELLING, standing, tells

# A sentence whose form alone settles it: a salutation, a signature or date, a note.
_FORMAL = re.compile(
    r"(?:各位[^，。]{2,8}|同志们|朋友们|注|附件?\d*|名词解释"
    r"|(?:联系|咨询|监督|举报)(?:人|电话|方式|地址|邮箱)(?:及[^，。：]{1,6})?|(?:资料|数据|图片|图表)来源|联系方式|传真|邮编|电子邮箱|电话)[：！:。]"
    r"|(?:列席|出席|参会|与会|参加)(?:情况|人员|单位|领导)$"
    r"|(?:政策)?(?:解读|咨询|发布)(?:机构|单位|机关|人)?(?:[及和、][^，。：]{2,6})?$"
    r"|[妥当]否[，,]?请[^，。]{1,12}[。！]?$|特此(?:公告|通告|通知|函复|批复|函告|报告|说明)[。！]?$"
    r"|[^，。]{0,24}\d{4}年\d{1,2}月\d{1,2}日[)）。]?$"
    r"|本[^，。]{1,8}自.{4,20}起(?:施行|实施|执行)|[^。；]*，适用本[^，。；的]{1,4}。$|本[^，。；的]{2,6}适用于"
    r"|本[^，。]{1,8}由[^，。]{2,30}负责解释"
)
# …，制定本办法。 enacts itself; 制定本地方案, 制定本校制度 are things to do.
_ENACTS = re.compile("[制修][定订]本(?![地级省市县区州乡镇村部单系行辖校院企年])[\u4e00-\u9fff]{1,4}[。：]$")
# 《…规划》提出，要…: what another document says, unless it is the ground of a task (按照《…》提出的).
_CITED = re.compile(
    r"(?!按|根据|依|落实|贯彻|对照|围绕|结合)[^，。]{0,12}《[^》]+》[^，。的]{0,10}(?:提出|指出|强调|明确)，"
)
# 习近平总书记强调，…: what a leader of the state said is quoted as ground.
_LEADER_SAID = re.compile(
    r"[^，。；：]{0,12}(?:总书记|主席|总理)(?:[^，。；：]{0,30}[时中上])?(?:多次|反复|曾|深刻|明确)?(?:强调|指出)[，：]"
)
# 2026年经济社会发展主要预期目标是：…增长5%: figures to reach.
_EXPECTED = re.compile(
    r"^[^，。；]{0,30}(?:预期|奋斗|发展)目标(?:建议)?(?:是|为|：)[^。]{0,40}?[\d一二三四五六七八九]"
)
# …，现印发给你们，请认真贯彻执行。 hands a document on.
_HANDS_ON = re.compile(
    r"[^。；]*现(?:将[^。；]{2,80})?(?:予以)?印发(?:给你们)?，[请望希][^，。；0-9]{0,14}(?:执行|实施|落实|遵照|办理)[^，。；]{0,4}。$"
)
# 为贯彻…的要求，现就有关问题通知如下： opens what a document says, whatever the grounds before it ask.
_OPENS = re.compile(r"(?:[^。；]*，)?现[^，。；]{0,6}[就将][^，。；]*(?:如下|以下[^，。；]{1,6})：$")
# 现将…印发给你们，请各单位于6月底前报送…: that asks for more.
_HANDS_ON_AND_ASKS = re.compile(r"[^。；]*印发给你们，请[^。；]*\d{1,2}(?:月[底末]?|日)[之以]?前[^。；]{2,}")
# 据测算，到2020年老年人口将达到110万人: what is expected to come by itself.
_FORECASTS = re.compile("据[^，。；]{0,10}(?:测算|预测|估算|推算|预报)，")
# 党的十八大以来，…: what was done.
_SINCE = re.compile("[^，。；]{2,16}以来，")
# 目标任务是：, 提出以下意见：, 重点抓好以下工作：: what only announces a list.
_ANNOUNCES = re.compile(
    r"[^。；]*(?:目标|任务|意见|原则|思路|措施|建议|情况)(?:任务|目标)?(?:主要|具体|分别)?(?:是|为|如下|有以下[^，。：]{1,6})：$|[^。；]*主要包括：$"
    r"|[^。；]{0,20}(?:做好|抓好|抓实|开展|完成)(?:以下|下列)[^，。；]{0,6}(?:工作|任务|事项)：$"
)
# 只要坚定信心，就一定能…！ X始终是…Y, 这是…, 奋斗才能赢得未来: speech.
_SPEECH = re.compile(
    "只要[^。；]*就(?:一定|必将|必定|定能)|[^，。；]{2,16}(?:始终|历来|从来|永远)是(?!为了)|这[是些]"
    "|[^，。；]{2,14}[才方]能[^，。；]{2,14}[。！]$|(?:衷心)?感谢[^。；]{2,30}[！。]$"
)
# 感谢您对工作的关心！ closes a letter and says nothing of what stands before it.
_THANKS = re.compile("(?:再次)?(?:衷心|诚挚|特此)?感谢您?[^。；]{2,30}[！。]$")
_SPEECH_STARTS = frozenset("这只感衷")
# 让我们…，奋力谱写…！ the end of a report calls to act.
_CALLS = "让我们"
# 法律另有规定的，从其规定。 what another rule sets is to be kept to.
_KEEPS_TO_RULE = ("从其规定。", "从其规定；")
_DUTY = re.compile(DUTIES)
# 2019年3月底前，…建立…, 2.6月底前完成…: what is due, unless it has been done.
_DUE = re.compile(
    rf"(?:{DUE}|{SCHEDULED}|{ITEM}?\d{{1,2}}月(?:[底末]|\d{{1,2}}日)[之以]?前)(?![^。]*(?:已|了[，。]))"
)
# 为落实…，根据…，制定本方案: the ground of a document.
_GROUND = re.compile(
    r"为[^。]*，(?:特|现|并)?(?:研究)?(?:制定|编制|修订|提出)[^，。]{0,40}(?:方案|规划|纲要|计划|办法|规定|条例|细则|规则|意见|措施)"
)
# 根据…，特制定本方案，确保…. 为…，特制定以下措施。
_ENACTS_BY = re.compile("[^。；]*，特[制修][定订](?:本|以下|如下|此)")
# A body that is bound, and what follows from a breach: the duties of a law. Definitions bind nobody.
# One of these stands in each: 应 and 处 alone are in every second sentence.
BINDING_SIGNS = ("应当", "必须", "不得", "应在", "应按", "应对", "应及", "应将", "责令", "处以", "罚款", "由")
_BINDS = re.compile(
    r"^(?![^。]*(?:所称|是指))[^。]*?(?:(?:政府|部门|机关|机构|单位|委员会|办事处|企业|人员|法院|检察院|国务院|社会组织|个人|申请人|经营者)"
    r"(?:均|都)?(?:应当|必须|不得|应(?=[在按对及将]))|由[^，。]{2,40}(?:责令|处以|依法(?:予以|给予|进行)?(?:处罚|处理|查处|处置|追究))|(?:，|^)(?:并|可以)?处[^，。的]{1,30}罚款)"
)
# 市发展改革委要每月调度：what a speech or a notice asks of a body that it names.
_ASKS = re.compile(
    r"[^，。；：《》“”]{0,30}?(?:局|委|办|厅|院|部门|单位|政府|机关|机构|企业|公司|集团|乡镇|街道|地区|县区|干部|党员|职工|[各等](?:地|县|市|区|级))"
    r"(?:均|都|也|还)?要(?![求素点件闻害塞好])(?=[\u4e00-\u9fff][\u4e00-\u9fff“])"
)
_ASKS_BEHIND = re.compile(f"，{_ASKS.pattern}")
# 今年内要清理完毕, 年底前应全部建成: what is due in the year.
_DUE_IN_YEAR = re.compile(
    r"(?:到|在)?(?:今年|明年|本年度?|本月)?(?:年?底?[之以]?[内前]|\d{1,2}月(?:[底末]|\d{1,2}日)?[之以]?前)，?"
    r"(?:各[^，。；]{1,8})?(?:均|都)?(?:要(?![求素点件])|应当?|必须|须)[^。；]*[。；]$"
)
# 小微企业贷款增速要高于40%: what is to be reached.
_TO_REACH = re.compile(
    "[^，。；]{2,30}要(?:高于|低于|达到|控制在|保持在?|稳定在|超过|不低于|不高于)[^，。；]{0,6}[0-9]"
)
_ASKED = -4.0
_TIME_STARTS = frozenset("到在今明本年0123456789")
_NORM_SIGNS = ("标准", "额度", "限额", "单价", "给予", "予以")
# 扣除标准为每月1500元, 按照每户500元的标准补助, 给予30万元奖励: a norm, unless the past is told of.
_NORM = re.compile(
    r"[^。；]*(?:(?:标准|额度|限额|单价)(?:统一|均|应|一般|原则上|分别|暂定?)*为(?:每[^，。；]{1,6})?[^，。；]{0,4}\d"
    r"|按照?[^，。；]{0,14}\d[^，。；]{0,10}标准[^，。；]{0,8}(?:扣除|发放|补助|补贴|奖励|执行|计算|收取|支付|拨付|缴纳)"
    r"|(?:给予|予以)[^，。；]{0,20}\d[^，。；]{0,14}(?:补贴|补助|奖励|资助|扶持|支持))"
)
# 原有设施不得改变用途: what is not to be done, but for what others are told of it (规定不得公开的内容除外).
# It is sought as far as the next ban only: a line may have thousands.
_BAN = re.compile("不得(?![不已])[^，。；的]{2}(?:(?!不得(?![不已])[^，。；的]{2})[^，。；的、])*+[，。；、]")
# 林区禁止一切野外用火: where, or when, something is banned; 禁止开采区, 禁止类 are names.
_BANNED = re.compile(
    "(?:[^。；]*[内间区时段处里，日期域])?(?:一律|依法|坚决)?(?:禁止|严禁)"
    "(?![的性类区行下]|[^，。；]{0,6}(?:区|类|行为|事项|情形|规定)(?:的|内|外|，))[\u4e00-\u9fff]{2}"
)
_PAST = re.compile("了|已|曾|过去|以来|累计|去年|上年|同期|目前|现有|当前|原来?")
_NORMS = -3.0
_ENDS = CharacterSet("。；")
#: The patterns of sentences whose form alone settles what they are.
FORMS = (
    *(_FORMAL, _ENACTS, _CITED, _EXPECTED, _SINCE, _ANNOUNCES, _SPEECH, _DUE, _GROUND, _ENACTS_BY, _BINDS),
    _OPENS,
    *DESCRIPTIONS,
    *CHARGES,
    *(_NORM, BOUND, _BAN, _BANNED),
    *INTENTIONS,
    _ASKS,
    _TO_REACH,
    _DUE_IN_YEAR,
    _LEADER_SAID,
    *(one.form for one in TELLING),
)
# Where one of them fits, a sign stands in the sentence or at its start, or no such mark closes it.
FORM_SIGNS = Signs(
    {
        "form": (
            *("本", "注", "《", "目标", "以来", "只要", "是", "意义", "成为", "才能", "方能"),
            *("应", "必须", "不得", "处", "底前", "末前", "日前", "之前", "以前", "："),
            *(f"{end}要" for end in "局委办厅院门位府关构业司团镇道区地县市级部员工均都也还"),
            *(f"要{end}" for end in "高低达控保稳超不"),
            *(f"{place}{duty}" for place in "内前" for duty in ("要", "须", "，", "各", "均", "都")),
            *("书记", "主席", "总理", "印发"),
            *("其规", "特制", "前，", "月前"),
            *INTENTION_SIGNS,
        ),
        "charge": CHARGE_SIGNS,
        "norm": (*_NORM_SIGNS, *BOUND_SIGNS),
        "ban": ("禁止", "严禁"),
        "binding": BINDING_SIGNS,
        **{f"telling {number}": one.signs for number, one in enumerate(TELLING)},
    }
)
_TELLING_BY_SIGN = {FORM_SIGNS.bits(f"telling {number}"): one for number, one in enumerate(TELLING)}
_TELLING, _BINDING = sum(_TELLING_BY_SIGN), FORM_SIGNS.bits("binding")
_OF_FORMS = _TELLING | FORM_SIGNS.bits("form", "charge", "norm", "ban")
_CHARGING, _SETTING_NORMS = FORM_SIGNS.bits("charge"), FORM_SIGNS.bits("norm")
_EVERY_SIGN = (1 << 64) - 1
_CONTACT_STARTS = frozenset("联咨监举传邮电特妥当资数图")
_FORM_STARTS = CharacterSet({*"123456789（(为这让感衷据", *_CONTACT_STARTS})
_SETTLED = 9.0
_BRACKETS = frozenset("（(〔【")
_CITED_SPAN = 13
_DUE_SPAN = 7
_ASKED_SPAN = 36


def evidence_by_form(sentences: Sequence[str]) -> list[float | None]:
    """Return the evidence of the sentences whose form settles what they are; None for any other."""
    lines = Lines(sentences)
    signs = FORM_SIGNS.of_lines(lines)
    may_tell = (signs & _OF_FORMS != 0) | _FORM_STARTS.holds(lines.first) | ~_ENDS.holds(lines.last)
    places = places_of(may_tell)
    evidence: list[float | None] = [None] * len(sentences)
    for index, told in zip(places, signs[places].tolist(), strict=True):
        evidence[index] = told_by_form(sentences[index], told)
    return evidence


def told_by_form(sentence: str, signs: int = _EVERY_SIGN) -> float | None:
    """Return the evidence of a sentence whose form settles what it is; None for any other.

    `signs` tell which of `FORM_SIGNS` may stand in it.
    """
    if sentence[-1] in "？?" or _is_formal(sentence):
        return _SETTLED
    if "《" in sentence[:_CITED_SPAN] and (told := _of_cited(sentence)) is not None:
        return told
    if ("强调" in sentence or "指出" in sentence) and _LEADER_SAID.match(sentence):
        return _SETTLED
    if ("印发" in sentence or sentence[-1] == "：") and (of_dispatch := _of_dispatch(sentence)) is not None:
        return of_dispatch
    if "目标" in sentence and _EXPECTED.search(sentence):
        return -_SETTLED
    if ("20" in sentence[:_DUE_SPAN] or "月" in sentence[:_DUE_SPAN]) and _DUE.match(sentence):
        return -_SETTLED
    if sentence.startswith(_CALLS) or sentence.endswith(_KEEPS_TO_RULE):
        return -_SETTLED
    if (taken_on := of_intention(sentence)) is not None:
        return taken_on
    if _is_description(sentence) or (
        signs & _TELLING and tells(sentence, standing(signs & _TELLING, _TELLING_BY_SIGN))
    ):
        return _SETTLED
    if sentence[0] in _TIME_STARTS and _DUE_IN_YEAR.match(sentence):
        return _ASKED
    if "要" in sentence[:_ASKED_SPAN] and (_ASKS.match(sentence) or _TO_REACH.match(sentence)):
        return _ASKED
    if (
        signs & _SETTING_NORMS
        and (_NORM.match(sentence) or is_bounded(sentence))
        and _PAST.search(sentence) is None
    ):
        return _NORMS
    if signs & _BINDING and _BINDS.search(sentence) is not None:
        return -_SETTLED
    if _bans(sentence):
        return _NORMS
    return of_charge(sentence) if signs & _CHARGING else None


def _bans(sentence: str) -> bool:
    """Tell whether a sentence says what is not to be done."""
    if "不得" in sentence and _BAN.search(sentence) is not None:
        return True
    return "禁" in sentence and _BANNED.match(sentence) is not None and _PAST.search(sentence) is None


def _of_cited(sentence: str) -> float | None:
    """Return the evidence of a sentence that says what another document says; None for any other.

    What the document that its text is about asks, or charges a body with, is a task:
    《通知》指出，春季是高发期，各地要高度重视.
    """
    if reports_its_subject(sentence):
        if _ASKS_BEHIND.search(sentence) is not None:
            return _ASKED
        said = reported_from(sentence, 0, len(sentence))
        if _DUTY.search(sentence, said, said + _ASKED_SPAN) is not None:
            return _ASKED
        charged = of_charge(sentence[said:])
        if charged is not None:
            return charged
    return _SETTLED if _CITED.match(sentence) else None


def is_aside(sentence: str) -> bool:
    """Tell whether a sentence stands beside the text: a note in brackets, a date, thanks, the end."""
    return is_bracketed(sentence) or _is_formal(sentence) or _THANKS.match(sentence) is not None


def may_be_aside(first: str, evidence: float) -> bool:
    """Tell whether a sentence with this first character and this evidence may be one."""
    return evidence >= _SETTLED or first in _BRACKETS


def _is_formal(sentence: str) -> bool:
    """Tell whether its form alone makes it a statement: a salutation, a date, a note, the end of a law."""
    speaks_of_itself = "本" in sentence
    if speaks_of_itself and _ENACTS.search(sentence):
        return True
    may_be = speaks_of_itself or sentence[-1:] not in _ENDS.characters or "注" in sentence
    return (may_be or sentence[0] in _CONTACT_STARTS) and _FORMAL.match(sentence) is not None


def _is_description(sentence: str) -> bool:
    """Tell whether a sentence says what a year is, what something means, or why a document was written."""
    if sentence[:1] == "为" and _GROUND.match(sentence):
        return True
    if "，特" in sentence and _ENACTS_BY.match(sentence) and _DUTY.search(sentence) is None:
        return True
    if sentence[:1] == "据" and _FORECASTS.match(sentence):
        return True
    if "以来，" in sentence and _SINCE.match(sentence) and _DUTY.search(sentence) is None:
        return True
    if sentence[-1:] == "：" and _ANNOUNCES.match(sentence) and _DUTY.search(sentence) is None:
        return True
    may_be_speech = "是" in sentence or "能" in sentence or sentence[:1] in _SPEECH_STARTS
    if may_be_speech and _SPEECH.match(sentence):
        return _DUTY.search(sentence) is None
    return describes(sentence)


def _of_dispatch(sentence: str) -> float | None:
    """Return the evidence of the sentence that hands a document on, or opens it; None for any other."""
    if _HANDS_ON.match(sentence) or ("现" in sentence and _OPENS.match(sentence)):
        return _SETTLED
    return -_SETTLED if _HANDS_ON_AND_ASKS.match(sentence) else None
