"""Names that stand in marks: coinages in “ ” and titles in 《 》."""

from __future__ import annotations

import re

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Gazetteer

_MARKED = re.compile(r"“([^“”\n]{2,20})”|《([^《》\n]{2,60})》")
_NAMELIKE = re.compile(r"[\w·—、+×]+$")
# “1+N”, “323”: a formula for a scheme that the text spells out.
_FORMULA = re.compile(r"[\d+N—ABMX×.、]+[条]?$|\d+(?:小时|分钟|公里)")
# “管委会+公司” says how something is put together.
_SUM = re.compile("[\u4e00-\u9fff]{2,}(?:\\+[\u4e00-\u9fff]{2,})+$")
_SCHEMES = ("行动", "工程", "计划", "试点", "服务")
# “十四五” is a time.
_YEARS = re.compile("[一二三四五六七八九十]+五$")
# Coinages that count: “三清三改三提升”, “四个枢纽”, “千企万店”, “一核三带”.
_NUMERAL = "[一二三四五六七八九十百千万两双多]"
_COUNTING = re.compile(
    f"(?:{_NUMERAL}[\u4e00-\u9fff]{{1,3}}){{2,}}$|[一二三四五六七八九十两双]+(?:[大个项张条种类批][\u4e00-\u9fff]{{1,6}}|[\u4e00-\u9fff]{{1,3}})$|"
    r"\d+(?:\+\d+)+$|\d{2,5}$"
)
_PAIRED = re.compile(f"(?:{_NUMERAL}[\u4e00-\u9fff]{{1,3}}){{2,}}$|\\d")
# “三大工程” counts what the text goes on to name.
_BIG = re.compile("[一二三四五六七八九十]+大")
_THINGS = re.compile(
    "(?:工程|行动|计划|项目|体系|领域|板块|产业|问题|优势|难题|短板|群体|战略|目标|举措|措施|差距|球|矛盾|风险)$"
)
_COUNTED_THINGS = re.compile("[一二三四五六七八九十两双]+[大个项张条]")
# A number of things, of time or of length, and words that only begin with a numeral.
_MEASURE = re.compile(
    "(?:小时|分钟|公里|年|月|天|万元|亿元|岁|倍)$|^(?:一|万)(?:般|些|直|旦|定|样|起|切|物|能|众)|^\\d+$(?<=[05]00)"
)
_COUNTED_SCHEME = re.compile("(?:工程|行动|计划|攻坚)$")
# What sets such a coinage going is a scheme, what it guides is a policy.
_SETS_GOING = re.compile("(?:实施|开展|推进|深化|抓好|打好|启动|组织|推动|做好)$")
# What a place goes by is a policy: 围绕“四新”主攻“四化”.
_FOLLOWED = re.compile("(?:围绕|聚焦|主攻|锚定|坚持|践行|对标|贯彻)$")
_GOING = re.compile("[\u4e00-\u9fff]{0,6}(?:行动|工程|计划|攻坚|整治|活动|提升|建设|创建|专项)")
_STOPS = ("。", "，", "；", "、", "\n", "等", "和", "及", "与", "“")
# “十四五”国民健康规划: the plan's name opens with its time.
_TIME = re.compile("[一二三四五六七八九十]+五$")
_PLAN_BEHIND = re.compile(
    "(?!时期|期间|末|以来|目标|发展|任务|主要|开局|收官|各项|相关)[\u4e00-\u9fff]{0,20}?(?:规划纲要|规划|实施方案)"
)
_SHARED = re.compile(r"”(?:[、和及与]?“[^“”\n]{2,16}”)+")
# A scheme's head may stand further on: “百团千企”国际市场开拓计划.
_SCHEME_BEHIND = re.compile("[\u4e00-\u9fff]{2,12}(?:行动|计划|工程)(?![\u4e00-\u9fff])")
# What bears the coinage is named with it: “四强”行动, “双千”引育工程; but “四强”等行动.
_NAMED_SCHEME = re.compile(
    "(?![等和与及的]|建设|重点|重大)[\u4e00-\u9fff]{0,8}?(?:行动|工程|计划)(?:计划|方案|攻坚战)?"
)
# What such a scheme is for may open its name: [卫生健康“八项行动”]; 首批 and 新时代 do not.
_FIELD = re.compile("[\u4e00-\u9fff]{2,16}$")
_NO_FIELD = re.compile(
    "[的和与及在以对将把为了是]|^(?:运用|借鉴|用好|新时代|自治区|农村|首批|全[省市区国]|[一二三四五六七八九十]个|新?一轮|第.轮)"
)
_LONGEST_FIELD = 12
_POLICY_BEHIND = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:布局|格局|战略|机制|模式|制度|改革|体系)(?![\u4e00-\u9fff])"
)
_BRAND_BEHIND = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:品牌|列车)|[\u4e00-\u9fff]{0,8}(?:大赛|竞赛|技能赛)|(?:门户)?网站|公众号|客户端|一件事"
)
# A route in marks and what it is: “广州—深圳—香港—澳门”科技创新走廊.
_ROUTE = re.compile("[\u4e00-\u9fff]{2,4}(?:—[\u4e00-\u9fff]{2,4})+$")
_ROUTE_BEHIND = re.compile("[\u4e00-\u9fff]{0,6}(?:走廊|经济带|通道|铁路)")
# What is touted is a brand: 打响“…”, 擦亮“…”.
# A longer coinage that is touted is a phrase.
_LONGEST_BRAND = 8
_TOUTED = ("打响", "擦亮", "叫响", "唱响", "打造", "做强", "上线")
# What is spread or set on line as a service is a brand, what is spread as an idea is not.
_SPREAD = ("推广", "推出", "上线", "推行")
_NO_BRAND = re.compile("\\+|(?:改造|外交|农户|运营|之都|之城|高地|就业|纲领|产品|样板|供应|代.|体系)$")
_IDEAS = ("理念", "经验", "做法", "精神", "模式", "机制", "制度", "政策", "改革", "方式")
_LINE = re.compile("(?:快线|班列|专列|专线|走廊)$")
# A coined service: “桂惠贷”, “鲁通码”, “浙里办”.
_SERVICE = re.compile(
    "[\u4e00-\u9fff]{2,3}(?:贷|(?<=[政事企服易惠快])通|(?<![扫一])码|惠保|民保|快办|易办|里办|速办)$"
)
# Places and rounds of service bear coined names: “长者饭堂”, “一刻钟便民生活圈”.
_SERVED = re.compile("[\u4e00-\u9fff]{2,6}(?:驿站|饭堂|食堂|托管班|(?:生活|服务|便民)圈)$")
_SCHEME = re.compile("(?:行动|计划|工程|专项|活动)$")
_POLICY = re.compile("(?:战略|机制|制度|改革|原则|经验|模式)$|^[一二三四五六七八九十]+.+目标$")
# A title names a document of policy or law when it ends so; films and songs do not.
_DOCUMENT = re.compile(
    "(?:法|典|条例|规定|办法|规划|纲要|方案|意见|决定|通知|计划|建议|目录|标准|规则|准则|公约|协定|宣言|声明|指南|指引|细则|请示|章程|"
    "议定书|倡议|批复|规范|制度|措施|条约|公报|共识|安排|行动|框架|导则|名录|要点|报告|白皮书|蓝皮书|通则|决议|公告|通告|预案|规程|规则|分工|职责|任务|命令|令|函|清单)(?:\\([^()]{1,14}\\)){0,2}$"
)
# What is issued is a document whatever it is called; the verb stands before the mark or 了, 《…》 before it.
_ISSUED = re.compile(
    "(?:制定|印发|出台|颁布|修订|修改|发布|施行|执行|根据|依据|按照)了?(?:《[^《》]+》[、和])*$"
)
_ISSUED_BEFORE = 60
_TITLE = 6
_NEWSPAPER = re.compile("(?:日报|晚报|时报|周报|通讯社)$")
# What a document calls itself or another for short (以下简称《纲要》) names no new thing.
_SHORTHAND = re.compile(
    "[总本]?体?(?:纲要|规划|方案|意见|决定|通知|建议|条例|办法|目录|报告|请示|规定|法|标准|指南|批复|措施|计划|汇报)(?:\\([^()]{1,8}\\))?$"
)


def marked_names(text: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Coinages whose type the word behind the closing mark tells, and the titles of documents."""
    found: list[Candidate] = []
    for match in _MARKED.finditer(text):
        if match[2] is not None:
            title = match[2]
            if _NEWSPAPER.search(title):
                found.append(Candidate(match.start(2), match.end(2), "organization", title, "title"))
            elif _is_document(text, match.start(), title):
                found.append(Candidate(match.start(2), match.end(2), "policy", title, "title"))
            continue
        inside = match[1]
        if _TIME.match(inside) and (plan := _PLAN_BEHIND.match(text, match.end())):
            found.append(
                Candidate(match.start(), plan.end(), "policy", text[match.start() : plan.end()], "quoted")
            )
            continue
        if (
            inside in gazetteer.not_names
            or not _NAMELIKE.match(inside)
            or (inside.endswith("五") and _YEARS.match(inside))
        ):
            continue
        if _ROUTE.match(inside) and (kind := _ROUTE_BEHIND.match(text, match.end())):
            name = text[match.start() : kind.end()]
            found.append(Candidate(match.start(), kind.end(), "corridor", name, "quoted"))
            continue
        entity_type = _type_of(text, match.start(), match.end(), inside, gazetteer)
        if entity_type == "programme" and (scheme := _NAMED_SCHEME.match(text, match.end())):
            start = match.start() - _field_before(text, match.start(), gazetteer)
            found.append(Candidate(start, scheme.end(), entity_type, text[start : scheme.end()], "quoted"))
        elif (
            entity_type == "programme"
            and _SCHEME.search(inside)
            and (field := _field_before(text, match.start(), gazetteer))
        ):
            start = match.start() - field
            found.append(Candidate(start, match.end(), entity_type, text[start : match.end()], "quoted"))
        elif entity_type is not None:
            found.append(Candidate(match.start(1), match.end(1), entity_type, inside, "quoted"))
    return found


def _field_before(text: str, at: int, gazetteer: Gazetteer) -> int:
    """How long the field is that stands between a verb and the mark at `at`; 0 where none does."""
    before = _FIELD.search(text, max(0, at - 16), at)
    if before is None:
        return 0
    verbs = [verb.end() for verb in gazetteer.openers.inside.finditer(text, before.start(), at)]
    length = at - verbs[-1] if verbs else 0
    is_field = 2 <= length <= _LONGEST_FIELD and not _NO_FIELD.search(text[at - length : at])
    return length if is_field else 0


def _is_document(text: str, start: int, title: str) -> bool:
    """Tell whether `title`, marked from `start` on, is one of policy or law: it ends so, or is issued."""
    if _SHORTHAND.match(title):
        return False
    return bool(
        _DOCUMENT.search(title)
        or (len(title) >= _TITLE and _ISSUED.search(text, max(0, start - _ISSUED_BEFORE), start))
    )


def _type_of(text: str, start: int, end: int, inside: str, gazetteer: Gazetteer) -> EntityType | None:
    """The type of the coinage `inside` marks at `start`:`end`, None where it names nothing."""
    if _BIG.match(inside) and _THINGS.search(inside):
        return None
    if len(inside) > 3 and _COUNTED_SCHEME.search(inside):
        return "programme"
    if _COUNTING.match(inside) and not _MEASURE.search(inside):
        return _type_of_counting(text, start, end, inside, gazetteer)
    if len(inside) < 3 or _FORMULA.match(inside):
        return None
    if _SUM.match(inside) and not text.startswith(_SCHEMES, end):
        return None
    return _type_inside(inside) or _type_around(text, start, end, inside, gazetteer)


def _type_of_counting(
    text: str, start: int, end: int, inside: str, gazetteer: Gazetteer
) -> EntityType | None:
    """“四个枢纽” is a policy, “三清三改” a scheme or, where only its form speaks for it, a policy."""
    if _COUNTED_THINGS.match(inside) and len(inside) < 7:
        return "programme" if _COUNTED_SCHEME.search(inside) else "policy"
    if _SCHEME_BEHIND.match(text, end):
        return "programme"
    if word := gazetteer.quoted_heads.match(text, end):
        return gazetteer.quoted_types[word[0]]
    if _POLICY_BEHIND.match(text, end):
        return "policy"
    sets_going = _SETS_GOING.search(text, max(0, start - 4), start) is not None
    if _FOLLOWED.search(text, max(0, start - 2), start):
        return "policy"
    if _GOING.match(text, end) or (sets_going and text.startswith(_STOPS, end)):
        return "programme"
    return "policy" if _PAIRED.match(inside) else None


def _type_around(text: str, start: int, end: int, inside: str, gazetteer: Gazetteer) -> EntityType | None:
    """The type that the words around the marks `start`:`end` tell; “甲”“乙”机制 share theirs."""
    if text.startswith(("“", "、", "和", "及", "与"), end) and (shared := _SHARED.match(text, end - 1)):
        end = shared.end()
    if _SCHEME_BEHIND.match(text, end):
        return "programme"
    if (
        len(inside) <= _LONGEST_BRAND
        and text.endswith(_TOUTED, 0, start)
        and (text.startswith(_STOPS, end) or len(text) == end)
    ):
        return "brand"
    if (
        text.endswith(_SPREAD, 0, start)
        and not _NO_BRAND.search(text, start, end - 1)
        and not text.startswith(_IDEAS, end)
    ):
        return "brand"
    if word := gazetteer.quoted_heads.match(text, end):
        return gazetteer.quoted_types[word[0]]
    if _BRAND_BEHIND.match(text, end):
        return "brand"
    return "policy" if _POLICY_BEHIND.match(text, end) else None


def _type_inside(inside: str) -> EntityType | None:
    """The type that the last word of the coinage itself tells (“双千计划”)."""
    if _SERVICE.match(inside) or _SERVED.match(inside):
        return "brand"
    if _LINE.search(inside):
        return "corridor"
    if len(inside) < 4:
        return None
    if _SCHEME.search(inside):
        return "programme"
    return "policy" if _POLICY.search(inside) else None
