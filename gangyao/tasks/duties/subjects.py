"""Bodies that the reading of clauses took for no subject: before a verb, at the start or behind 由."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gangyao.tasks.duties.bodies import NAME_LAST, body_in, is_bare_body
from gangyao.tasks.duties.name_ends import BOUND, LONGEST, body_before_word, clause_end, clause_start
from gangyao.tasks.duties.openings import behind_opening
from gangyao.tasks.lexicon import Lexicon

# What the parts of a list may share: 教育、公安|部门.
_JOINT_OPEN = re.compile("(?:以及|和|或者)?")
# A clause that ends so says when or in which case: the duty stands in the next one.
_CASE_ENDS = ("时", "后", "前", "中", "的", "间", "下", "上")
_DUTY = re.compile(
    "(?:每年|每季度|每月|定期)?(?:都|均|也|还|并|且)?(?:应当|应(?<![相适响反供回对因效]应)(?![急用届对收付当])|要(?<![主重必需首概只]要)(?![求素点件])|必须|无?须|无需|不得|方?可以?|负责|有(?:责任|义务)|无权|都?有权(?![利益限属力威机部人])|严禁)(?!由(?![^，。；]{2,20}向))"
)
# The last characters of how often and how: 每年, 定期, 依法, 及时, 都.
_OFTEN_LAST = frozenset("年度月期法时还间都均也般上体接一面")
_BEFORE_DUTY = NAME_LAST | _OFTEN_LAST
# What binds whoever stands before it; each alternative begins with its first character, sought fast.
_BINDS = re.compile(
    "(?:应当(?!由)|应(?<![相适响反供回对因效]应)(?=[\u4e00-\u9fff])(?![急用届收付税诊聘战邀变酬当由])|要(?<![主重]要)(?![求素点闻件])|必须|须(?!知)|不得(?!超过|少于|低于|高于|多于)|可以(?![^，。；]*(?:认定为|视为))|有权(?!人)|无权|禁止(?!性)"
    "|负责(?!人|制(?![定订])|[^，。；]{1,24}的(?:部门|机构|机关|单位|人员|人|组织)(?!的?负责))|主管(?=[^，。；]{2,24}工作(?!的))|是(?=[^，。；]{0,40}责任(?:人|主体)|[^，。；]{2,30}(?:部门|机关|机构)，(?:依法)?(?:负责|承担|履行|主管))|都有(?=[^，。；]{2,30}的(?:义务|责任)|义务)|有(?=义务)|按照|根据|作为|如[遇发])"
)
_STRONG = ("应当", "不得", "必须")
#: Opens no name of who acts: an order, a phrase.
ORDERED = re.compile(
    r"引导|督促|属于|侵害|监督(?![管部机检员])|告知|通知(?!书)|协助|委托|责令|指导|推动|允许|要求|动员|组织(?![部编人机])|鼓励|支持|保障|确保|健全|强化|建立|贯彻|授权|保证|实行|做好"
    r"|统一到|发现|按照|一方面|能够|选择|加强|完善|深化|落实|坚持|对|为|在|由|除|经|凡|如|不|本|符合|未|传唤|移送|必要时|努力|[^，]*(?<!华)为"
)
_CONJUNCTIONS = re.compile("(?:同时|并且?|此外|还|也|但是?)?，?")
_OPENS_CASE = re.compile("对于?|如|因(?!地制宜)|有[^，。]*情形")
# A case of another: 规划在报送前; 未经批准的, 造成损失的: whoever does it.
_OF_OTHERS = re.compile("(?<=[^，。；])在.*前$|未经|造成.*损失的")
#: Where none of these stands, nor does any of the words below.
ANY_DUTY_SIGNS = ("应", "要", "须", "可", "责", "禁", "得", "需", "裁定", "判决", "有权", "无权", "义务")
# Where none of these stands, neither _DUTY nor _RULES fits: 重要, 供应, 可持续 and 取得 set no duty.
ANY_DUTY = re.compile(
    "应(?<![相适响反供回对因效]应)(?![急用届对收付])|要(?<![主重必需首概只]要)(?![求素点件])|须|不得|[无有]权|无需|严禁|裁定|判决"
    "|可(?![持能再视信靠观循控比])|负责|有责任|有义务"
)
# The duty is told of another: 犯罪嫌疑人申请的，应当告知其….
_ANOTHER = re.compile("[^，；。]{0,12}其(?![他它余中实])")
# Who asks is answered by another: 申请人提出异议的，应当说明理由.
_ASKS = re.compile("提出|申请|要求|请求")
# 部门对有情形的单位，应当…: the phrase may hold a 的.
_PHRASES = "对按根依"
# 对其他涉案财产|应当…, 上岗前|必须…: the duty of the body that opened the sentence, behind a phrase.
_LED_DUTY = re.compile(
    "(?:对|按照|根据|依照|在|自|从|向|为|将|把)[^，。；]{2,60}?|[^，。；的]{2,6}[前时后](?=应当|必须|不得)"
)
# 依法应当编制方案的建设项目，建设单位未编制的，不得…: a clause that only names what the next one is about.
_TOPIC = re.compile("[^，。；]*的[^，。；的]{2,12}")
# A clause between a case and its duty that only says how: 根据实际需要，可以…
_MANNER = re.compile(
    "(?:除[^，。；]{1,40}外|(?:根据|按照|依照|依据|经|结合|通过|视|必要时|认为|认定|发现)[^，。；]{0,40})(?=，)"
)
# What a court or an organ does by its office, without a word of duty.
_RULES = re.compile("(?:可以)?(?:裁定|判决)")
_RULING = re.compile("(?:法院|检察院|仲裁庭|委员会)$")
# 单位应当缴纳的费用，由…: what is owed is what the sentence is about.
_OWED = re.compile("(?![向对按在根依将把自])[^，。；]{2,6}的[^，。；的]{2,24}，(?:应当)?由")
# 经营者采购涉及密码的产品，可能影响安全的，应当…
_CASE_NEXT = re.compile("，[^，。；]{2,30}的，(?:应当|必须|不得)")
# A list that ends with what is no body: 活动中心或者|其他公共设施.
_AND_OTHER = re.compile("(?:、|以及|或者|和|及|或)其他[^，。；、]{2,12}$|以及[^，。；、]{2,12}$")
_OTHERS = re.compile("其他|以及")
# A region is bound as those who govern it are: 京津冀地区|要…, 经济大省|要….
_AREA = re.compile("[\u4e00-\u9fff]{2,8}地区|[\u4e00-\u9fff]{2,4}(?:大[省区市县]|特区|省市)")
# A case that is held against a body, or a duty that goes to another.
_PASSED_ON = re.compile(
    "[^。；]*?(?:(?:未|违反|不|擅自|逾期|拒|有下列|滥用|玩忽|徇私)[^。；]*?的，(?:并|依法)?由"
    "|[^。；]*?的，(?:应当)?(?:依法)?(?:给予|予以)[^，。；]{0,8}处分"
    "|(?:应当?|必须|须|可以)由(?![^，。；]{2,20}向)|[^，。；]{2,}的[^，。；的]{2,10}，由)"
)
# Code points behind a body in which another is sought. The farthest in the corpus is 47 away; a sentence
# without a full stop may have thousands of bodies, and each looks ahead.
_SIGHT = 300
# 发生劳动争议，当事人应当…: in which case, without a word that says so.
_EVENT = re.compile("(?:发生|遇有|遇到|出现|确?需要?(?=[^要]))[^，。；]{2,30}$")
# Between a name and its duty: 教育基地|每年|应当.
_HOW_OFTEN = re.compile(
    "(?:之间|每年|每季度|每月|定期|依法|及时|一般|原则上|具体|直接|统一|全面|都|均|也|还)+$"
)
_BARE = 2
_WRITTEN = re.compile("应当(?:载明|包括|包含|写明|标明|注明)")
# 部门办理使用境外单位制造的…手续，应当…: a 的 so far behind the body tells of what it does, where what it
# acts on closes the clause.
_TWO_ACTS = 4
_NOUN_LIKE = ("nominal", "dual")
_LONG_ACT, _SHORT_ACT = 8, 4
_ACTED_ON = ("手续", "裁定", "决定", "申请", "案件", "工作", "活动", "方案", "许可", "事项", "责任")


def opening_body(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the span of the bodies that open the sentence `text[start:end]` and are set to act in it.

    They stand before a duty, or before a phrase or a verb of their clause while the duty stands in the next
    one: 各地区在制定办法时，要明确…; 政府及其部门办理事项，应当…. A case may come first. None where they only
    modify a noun.
    """
    if ANY_DUTY.search(text, start, end) is None:
        return None
    start = behind_opening(text, start, end)
    stop = clause_end(text, start, end)
    span = body_before_word(text, start, stop, lexicon)
    if span is not None and acts_not(text, span[1], end):
        return None
    if span is None:
        is_case = stop < end and text[stop] == "，" and _only_leads(text, start, stop)
        return opening_body(text, stop + 1, end, lexicon) if is_case else None
    if (duty := _DUTY.match(text, span[1], stop)) is not None:
        return None if _OWED.match(text, duty.end(), end) else span
    if span[1] == stop:
        return span if _is_bound(text, stop + 1, end) or _is_listed_on(text, stop + 1, end, lexicon) else None
    if stop - span[1] == _TWO_ACTS and all(
        (word := lexicon.at(text, at)) is not None and word.verb in _NOUN_LIKE and len(word.text) == 2
        for at in (span[1], span[1] + 2)
    ):
        # 学校|规划建设，应当…: what is built.
        return None
    return _of_clause(text, span, stop, end, lexicon)


def first_body(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the span of the bodies that open a sentence, before a verb, an adverb or a phrase."""
    return body_before_word(text, start, clause_end(text, start, end), lexicon)


def _only_leads(text: str, start: int, stop: int) -> bool:
    """Tell whether a clause says when, in which case or about what, and nothing of itself."""
    is_case = text.endswith(_CASE_ENDS, start, stop) or _EVENT.match(text, start, stop) is not None
    return is_case or _TOPIC.fullmatch(text, start, stop) is not None


def _of_clause(
    text: str, span: tuple[int, int], stop: int, end: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Return the bodies `span`, which open a clause that ends at `stop`, where a duty of theirs follows."""
    is_phrase = text[span[1]] in _PHRASES and not text.startswith("依法", span[1])
    modifies = -1 if is_phrase else text.find("的", span[1], stop)
    is_case = text.endswith(_CASE_ENDS, span[1], stop)
    if 0 <= modifies < stop - 1 and not _DUTY.search(text, span[1], modifies):
        # 机关履行前款规定的职责，应当…: what a law calls by its number is no noun of the body.
        acted_on = text.endswith(_ACTED_ON, span[1], stop) or _CASE_NEXT.match(text, stop, end) is not None
        is_act = modifies - span[1] >= _LONG_ACT and acted_on
        kind = text[modifies + 1 : stop]
        if not is_case and body_in(kind, is_named=False) == (0, len(kind)) and _is_bound(text, stop + 1, end):
            # 代表大会选举的工作人员，应当…: the whole is who acts.
            return span[0], stop
        if not (is_case or is_act or text.startswith("规定", modifies - 2)):
            return None
        head = body_before_word(text, modifies + 1, stop, lexicon) if is_case else None
        if head is None and is_case and modifies - span[1] < _SHORT_ACT:
            # 企业进口的器械用于展示的，可不办理…: told of what is imported.
            return None
        if head is not None:
            # 机关受理案件的侦查人员在复议期间，…: the whole is who acts.
            span = span[0], head[1]
    if _DUTY.search(text, span[1], stop):
        # 政府|投资项目应当…, 企业|设立申请书应当载明…: part of a noun.
        is_noun = span[1] - span[0] <= _BARE or _WRITTEN.search(text, span[1], stop) is not None
        return None if is_noun else span
    if text[stop - 1] == "的" and (_ANOTHER.match(text, stop + 1, end) or _ASKS.match(text, span[1])):
        return opening_body(text, stop + 1, end, lexicon)
    is_ruling = _RULING.search(text, span[0], span[1]) is not None
    while stop < end:
        if _is_bound(text, stop + 1, end) or (is_ruling and _RULES.match(text, stop + 1, end)):
            return span
        after = clause_end(text, stop + 1, end)
        listed_on = _JOINT_OPEN.match(text, stop + 1, after)
        first = text[span[0] : stop]
        is_list = not is_case and listed_on is not None and body_in(first, is_named=False) == (0, len(first))
        if is_list and listed_on is not None and body_in(text[listed_on.end() : after], is_named=False):
            # 居民委员会、妇女联合会，以及学校等有关单位，应当…: the list of who acts goes on.
            span = span[0], after
            stop = after
            continue
        is_manner = _MANNER.match(text, stop + 1, end) is not None
        is_case = is_case or text[after - 1] == "的" or is_manner
        if not is_case:
            return None
        if not is_manner and body_before_word(text, stop + 1, after, lexicon) is not None:
            # 当事人申请的，法院受理后，应当…: another acts.
            return opening_body(text, stop + 1, end, lexicon)
        stop = after
    return None


def _is_listed_on(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether more bodies stand at `start` before their duty: 乡人民政府，|企业、事业单位应当…."""
    stop = clause_end(text, start, end)
    if body_in(text[start:stop], is_named=False) == (0, stop - start):
        return text.startswith(_STRONG, stop + 1)
    return any(
        first == start for first, _ in bound_bodies(text, start, clause_end(text, start, end), lexicon)
    )


def _is_bound(text: str, start: int, end: int) -> bool:
    """Tell whether the clause at `start` sets a duty and names nobody: 应当…, 对其财产应当…."""
    while (manner := _MANNER.match(text, start, end)) is not None and _DUTY.search(
        text, *manner.span()
    ) is None:
        start = manner.end() + 1
    led = _LED_DUTY.match(text, start, end)
    if led is None:
        return _DUTY.match(text, start, end) is not None
    return _DUTY.search(text, start, clause_end(text, start, end)) is not None


def _before_comma(text: str, start: int, comma: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the bodies of the clause before `，应当`: it is their name, or the case that they are in."""
    at = clause_start(text, start, comma)
    if at == start:
        return
    name = text[at:comma]
    if BOUND.search(name) or ORDERED.match(name):
        return
    if body_in(name, is_named=False) == (0, len(name)):
        yield at, comma
    elif name.endswith("的") and not _ANOTHER.match(text, comma + 1, end):
        span = body_before_word(text, at, comma, lexicon)
        if span is not None and not _ASKS.match(text, span[1]):
            yield span


def bound_bodies(
    text: str, start: int, end: int, lexicon: Lexicon, known: int = -1
) -> Iterator[tuple[int, int]]:
    """Yield the bodies that open a clause of the sentence, right before what binds them.

    Those that end at `known` are known.
    """
    # Sought once: a sentence without marks may have thousands of duties.
    other_end = next((other.end() for other in _OTHERS.finditer(text, start, end)), end + 1)
    for duty in _BINDS.finditer(text, start + 2, end):
        if duty.start() == known:
            continue
        before = text[duty.start() - 1]
        if before == "，" and (duty[0] in _STRONG or text.startswith("按照各自", duty.start())):
            yield from _before_comma(text, start, duty.start() - 1, end, lexicon)
        if before not in _BEFORE_DUTY and duty.start() < other_end:
            continue
        at = clause_start(text, start, duty.start())
        at = behind_opening(text, at, end)
        if _OWED.match(text, duty.end(), end) is not None:
            continue
        name = text[at : duty.start()]
        if before in _OFTEN_LAST:
            name = _HOW_OFTEN.sub("", name)
        if is_bare_body(name) and duty[0] in _STRONG:
            yield at, at + len(name)
        elif (
            (name[-1:] in NAME_LAST or _OTHERS.search(name))
            and 2 <= len(name) <= LONGEST
            and not ORDERED.match(name)
            and not BOUND.search(name)
        ):
            span = body_in(name, is_named=False) or body_in(_AND_OTHER.sub("", name), is_named=False)
            if span is None and _AREA.fullmatch(name) is not None:
                span = 0, len(name)
            if span is not None:
                yield at + span[0], at + span[1]


def goes_on(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence binds those of the one before: it has a duty, maybe a case, and no subject.

    要建立台账。 需要补正材料的，应当一次性告知…。
    """
    if ANY_DUTY.search(text, start, end) is None:
        return False
    opening = _CONJUNCTIONS.match(text, start, end)
    at = opening.end() if opening is not None else start
    while not _DUTY.match(text, at, end):
        stop = clause_end(text, at, end)
        is_case = text.endswith(_CASE_ENDS, at, stop) or _OPENS_CASE.match(text, at)
        if stop >= end or text[stop] != "，" or not is_case or _OF_OTHERS.search(text, at, stop):
            return False
        if body_before_word(text, at, stop, lexicon) is not None:
            return False
        at = stop + 1
    return True


def acts_not(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence that goes on at `start`, behind a body, has another act.

    …未按期完成的，由上级机关责令改正; …移交后，应当由教育部门举办。
    """
    end = min(end, start + _SIGHT)
    if text.find("由", start, end) < 0 and text.find("处分", start, end) < 0:
        return False
    passed_on = _PASSED_ON.match(text, start, end)
    return passed_on is not None and _DUTY.search(text, start, passed_on.end()) is None
