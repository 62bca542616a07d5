"""Names that open with a level of government and not with a place: [省财政厅], [市十届人大四次会议]."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.gazetteer import Head
from gangyao.entities.openers import Openers, is_opened, is_opened_by_word

# 省级, 市域, 县城: the level belongs to another word.
_LEVEL = re.compile(
    "(?:省(?!市县|[级属直内域外际长情份会城辖力道钱])|市(?![级属直内域外场民容值价貌辖郊井面区长州县委书])|市(?=委)|县(?![级属直内域外城长市区乡])|"
    "区(?=委|政府|人大|政协|纪委)|区(?![级属直内域外间块划位别分县长里乡镇街委]|市(?!场))|州(?![级属直内域外长])|自治[区州县旗](?![级属直内域外])|兵团|中央(?!企业|财政|预算|政府|空调|大道|公园|商务|有关|部门)|"
    "全[省市县区州](?=[\u4e00-\u9fff]{2,12}大会))"
)
_NUMBER = "[一二三四五六七八九十百]+"
_PARTY = "(省|自治区|市|县|区|州|旗|盟)"
# Congresses and plenums of the place that the document is about.
_SESSION = re.compile(
    f"{_PARTY}(?:"
    f"第?{_NUMBER}届(?:人大|人民代表大会|政协)(?:常委会|常务委员会)?第?{_NUMBER}次(?:全体)?会议|"
    f"政府第{_NUMBER}次(?:全体|常务)会议|第{_NUMBER}次(?:党代会|党代表大会)|委第?{_NUMBER}届{_NUMBER}次全(?:体会议|会))"
)


# Each has one of these, and no more than this before and behind it.
_COUNTED = re.compile("次")
_SESSION_FRONT = 24
_SESSION_BACK = 8
# Party committees, governments, congresses and what belongs to them; offices of persons are none (省委书记).
_BODY = re.compile(
    "(?:省|自治区党|自治区|市|县|区|州|旗|盟)"
    "(?:委(?![员托派任会书副]|常(?!委))(?:(?:常委会|全会|经济工作会议)|(?:组织|宣传|统战|社会工作|农村工作)部|政法委(?:员会)?|机关工委|老干部局|信访局|机要局|政研室|办公[厅室]|党校|编办|网信办|外事办|台办|改革办|财经办|农办|巡视办|巡察办|军民融合办)?|委常委会|"
    "(?:人民)?政府(?![性部职工采投购成负债]|组(?!织))(?:办公厅|办公室)?|人民政府(?=各|组成)|(?:人大(?![代委])|政协(?!代|委(?!员)|委员会))(?:常委会)?|纪委(?:省?监委)?(?:机关)?)"
)
# In lists of levels and behind these words they are a class: 市、县人民政府, 所在县人民政府.
_CLASS = re.compile("(?:所在|各|有关|相关|设区|[省市县区州乡镇级][、和或]|以上|下级|上级|本级|当地)$")
_OPENED_BY_BODY = re.compile("(?:[省市县区州]委|[省市县]政府|自治区党委)$")
# 我代表|省人民政府, 并请|省政协委员, 全会暨|省委经济工作会议: elsewhere 代表 is a noun, 请 ends 申请.
_SPEAKS = ("我代表", "谨代表", "并请", "暨")
# What only says of which kind a body of a level is.
_CLASSES_OF_LEVEL = ("", "重点", "重大", "直属", "有关", "相关", "各")
# What each level has one of: 市图书馆, 省检察院.
_OWN = frozenset(
    (
        "一院",
        "二院",
        "三院",
        "四院",
        "八院",
        "中心医院",
        "法院",
        "检察院",
        "图书馆",
        "博物馆",
        "科技馆",
        "文化馆",
        "美术馆",
        "档案馆",
        "体育馆",
        "体育中心",
        "中医院",
        "妇幼保健院",
        "文联",
        "作协",
        "社科联",
        "科协",
        "妇联",
        "残联",
        "侨联",
        "总工会",
        "团委",
        "人民医院",
    )
)
# Words of grammar: the level and the head stand in different phrases.
_GRAMMAR = re.compile(
    "[的了以将在由为是有被把等向让请使]|[局厅委办部院室会][和与]|(?<![应面针])对|带领|团结|广大"
)
_OF_DIVISIONS = frozenset(("省", "市", "县", "区", "州", "自治区", "自治州", "自治县", "自治旗"))
# 市政 is a word of its own where no 市政府 or 市政协 stands.
_MUNICIPAL = re.compile("市政(?![府协])")
_COMMITTEES = ("委", "政府", "人大", "政协", "人民政府")
_WIDE_LEVELS = frozenset(("国家", "全国", "国际", "世界", "全球"))
# 国家种质资源[中部]中心: one of several that share a country.
_SHARE = re.compile("[东中西]部|[东西][南北]|华[东中南北]")
_SHARED = frozenset(("facility", "organization"))
_OF_LEVEL = frozenset(("organization", "facility", "event", "programme", "policy"))


def names_of_level(level: str, gap: str, head: Head) -> bool:
    """Tell whether a word of level + `gap` + `head` is a proper name: 省财政厅, 市图书馆.

    国家 and its kin open names only of heads that there is one of (国家绿色发展基金).
    """
    if level in _WIDE_LEVELS:
        return (
            bool(gap)
            and not gap.startswith("级")
            and (head.anchor == "wide" or (head.type in _SHARED and bool(_SHARE.search(gap))))
        )
    if level.startswith("全"):
        return head.type == "event" and bool(gap)
    if head.anchor in ("next", "within", "china", "governed"):
        return False
    if _GRAMMAR.search(gap):
        return False
    if head.anchor == "body":
        return bool(gap) and not gap.startswith(_COMMITTEES)
    return head.type in _OF_LEVEL and (gap not in _CLASSES_OF_LEVEL or head.form in _OWN)


# What they begin with.
_LEVEL_STARTS = frozenset("省市县区州自兵中全")


def level_that_opens(name: str) -> str | None:
    """Return the level that `name` opens with in place of a division: 省 of 省财政厅; None where none."""
    level = _LEVEL.match(name) if name[:1] in _LEVEL_STARTS else None
    if level is None or level[0] not in _OF_DIVISIONS or _MUNICIPAL.match(name):
        return None
    return level[0]


def level_anchors(text: str, openers: Openers) -> list[Candidate]:
    """Words of level behind which the name of a body of that level may follow."""
    return [
        Candidate(one.start(), one.end(), "admin_area", one[0], "level")
        for one in _LEVEL.finditer(text)
        if is_opened(text, one.start(), openers)
        and not _CLASS.search(text, max(0, one.start() - 2), one.start())
    ]


def local_bodies(text: str, openers: Openers, doings: frozenset[str]) -> list[Candidate]:
    """Bodies of the document's own province, city or county by their short form: [省委][省政府].

    `doings` are the verbs and adverbs behind which one may stand.
    """
    found: list[Candidate] = []
    for one in _BODY.finditer(text):
        start = one.start()
        if _CLASS.search(text, max(0, start - 2), start):
            continue
        is_opening = is_opened_by_word(text, start, openers, doings) or text.endswith(_SPEAKS, 0, start)
        if is_opening or _OPENED_BY_BODY.search(text, max(0, start - 5), start):
            kind: EntityType = "event" if one[0].endswith("会议") else "organization"
            found.append(Candidate(start, one.end(), kind, one[0], "grammar"))
    return found


def local_sessions(text: str, names: Iterable[Candidate]) -> list[Candidate]:
    """Numbered sessions of local congresses: [省第十四次党代会], [上海市第十六届人民代表大会第三次会议].

    `names` has the divisions that are named in the text.
    """
    starts: dict[int, int] | None = None
    found: list[Candidate] = []
    end = 0
    for cue in _COUNTED.finditer(text):
        for one in _SESSION.finditer(text, max(end, cue.start() - _SESSION_FRONT), cue.end() + _SESSION_BACK):
            if starts is None:
                starts = {name.end: name.start for name in names if name.division is not None}
            start, end = starts.get(one.end(1), one.start()), one.end()
            found.append(Candidate(start, end, "event", text[start:end], "numbered"))
    return found
