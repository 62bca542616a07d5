"""Whether a subject is a body that can answer for a task, and how much of it is the body's name."""

from __future__ import annotations

import re
from functools import lru_cache

from gangyao.chinese.reporting import REPORTING
from gangyao.tasks.targets.patterns import longest_first

# Heads of bodies: offices, organs, firms, institutions, and persons in an office or under a law.
_LISTED = """
政府 部门 委员会 委会 委 党委 党组 党组织 厅 局 部 办公室 院 机关 机构 单位 组织 法院 检察院 公司
残联 文联 侨联 科协 工商联 社联 街镇 镇街 街乡 防指 省份
集团 银行 协会 商会 学会 联合会 工会 妇联 共青团 供销社 总社 企业 学校 高校 院校 医院 大学 学院 研究院
研究所 院所 中心 社区 开发区 园区 新区 高新区 经开区 示范区 试验区 自贸港 小组 指挥部 专班 联席会议
代表大会 常委会 政协 军队 部队 公安 海关 基金会 社团 合作社 联盟 媒体 司 室 站所 台站 气象台 气象台站 观测站
学术团体 团体 解放军 武装力量 公务员 教职员工 驾驶员 调解员 仲裁员 审判员 检察员 监督员 裁判员 运动员 演员
会员 船员 社员 学员 官员 医生 律师 会计师 工程师 建筑师 建造师 药师 规划师 评估师 护士 市场主体 经营主体
法官 检察官 警官 军官 士兵 军人 第三人 监护人 家庭成员 仲裁庭 法庭 合议庭 派出所 看守所 卫生所 总队 中队 总会
供电所 服务站 工作站 救助站 消防站 代表团 支队 大队 消防队 救援队 执法队 报社 出版社 电视台 电台
剧院 影院 美术馆 纪念馆 科技馆 展览馆 青少年宫 少年宫 养老院 福利院 敬老院 父母 家长 配偶 子女
近亲属 用户 消费者 股东 负责人 负责同志 工作人员 人员 当事人 责任人 经营者 生产者 个人 公民 申请人
投资者 纳税人 扣缴义务人 所有者 所有人 使用人 管理者 干部 党员 领导 书记 主任 省长 市长 县长 主席
原告 被告 乘客 旅客 船长 厂长 审判长 陪审员 主席团 清算组 筹备组 工作组 调查组 专家组 海警 海事局
经营户 商户 农户 摊贩 牧民 渔民 人大代表 代表大会代表 政协委员 委员会成员 教练员 血站 水利站 文化站 书屋
检疫站 监测站 管理站 推广站 青年团 归侨 侨眷 家属 职工 成员 行人 货主 车主 机主 船东 监狱 拘留所 戒毒所
托儿所 殡仪馆 养殖场 饲养场 检验所 交易所 屠宰场 爱卫会 红十字会 业主大会 检查组 督查组 督导组 核查组 审计组
特派员 作坊 专家 传播媒介 全体会议 小组会议
亲属 主任会议 主席团会议 代表团会议 委员长会议 全体会议 常务会议 代表会议 大会会议
教师 医师 警察 检察长 院长 总理 局长 厅长 法人 幼儿园 博物馆 图书馆 档案馆 文化馆 体育馆 旅行社
事务所 管理所 住户 村民 居民 运营商 服务商 双方 各方 有关方面 各方面 协调机制 联防联控机制
"""
_WORDS = tuple(_LISTED.split())
# Heads that stand alone only, or with one of several words before them.
_PATTERNS = (
    r"(?<=[\u4e00-\u9fff])(?<![人成全满动官])员(?!工|会|额)|(?<=）)站|(?<=[和及、与])社会(?!力量|资本|团体|组织|公|保|主义|福|救|服|发)"
    r"|(?:(?<=[甲乙男女一三])|(?<=提供|委托|受托|受让|转让|发包|承包|管理|供应|采购|需求|责任|承运|托运|举办|主办|承办|协办|出租|承租|企业|职工|移交|接收|劳动|用工|出资))方(?![面式案向法便针])|(?<=[出进]口|经销|零售|批发|制造|供应|代理|承包|销售|承运|服务)商|(?<=[央级省市县区州])财政(?![部厅局所管收支预投资补拨性资体专])|(?<=用水|用电|用气|用热|养殖|种植)户|(?<!就)办(?![理结法事案学公证])|(?<!签)署|团[省市区县]委|人大(?!会)|(?<![正查惩判定])处(?![于理罚置分以方])|[监理董]事会|监会|(?<=[\u4e00-\u9fff]{2})(?<!以.{2})主体(?![责功资工地结作性])|(?<=[矿河湖林部州区镇乡村校园所馆站书员事理会行厂船判队局厅处科院省市县])长(?![期效度远江三征安城春沙])|(?<!宅)基地(?!建设)"
    r"|业主(?!管)|(?:业主|村民|居民|股东|职工|会员)(?:代表)?(?:大会|会议)|(?:相关|有关)(?:地方|地区|省份|城市)"
)
# Who does what a verb says: 提名人, 承租人, 饲养者.
_NO_DOERS = ("老年", "残疾", "年轻", "候选", "本", "他", "别", "每", "个", "或")
_DOER = (
    r"[^的、和或及与（）“”]{2}"
    + "".join(f"(?<!{word})" for word in _NO_DOERS)
    + "(?:人(?![民员大工事才力口数均次社身文体类造为])|者)"
)
# A platform acts where a duty follows at once; 服务平台建设 is a thing.
_PLATFORM = "(?:服务|交易|网络|互联网|电商|电子商务|直播|第三方)平台"
_HEADS = re.compile(rf"(?:{_PATTERNS}|{_DOER}|{_PLATFORM})$")
# The last characters of what the pattern finds.
_PATTERNS_LAST = frozenset("办署委会大处议方区份市长地人者台员站主商政户体")
# Where a name of a body may end, also one of a place: 各地区, 有关省份.
OTHER_ENDS = (
    r"(?<=[会他党业际层团人益济营务作产愿善教治])组织|省、自治区、直辖市"
    rf"|{_PATTERNS}"
    r"|人(?![民员大工事才力口数均次社身文体类造为])|(?<!或)者|委(?![托派任])|地区|地方|国家|城市|省份|(?<=[镇乡])街(?!道)|(?<=各)[地省市县区州旗级]|(?<=[省市县区州乡镇村街][两三四五])级"
)
_END_WORDS = tuple(word for word in _WORDS if word not in ("组织", "委"))
NAME_ENDS = rf"{longest_first(_END_WORDS)}|{OTHER_ENDS}"
#: The words among them by their first two characters, longest first; those of one character by themselves.
WORDS_BY_PAIR: dict[str, tuple[str, ...]] = {}
for _word in sorted(_END_WORDS, key=len, reverse=True):
    WORDS_BY_PAIR[_word[:2]] = (*WORDS_BY_PAIR.get(_word[:2], ()), _word)
# What one of these may begin with: a character, or two of them; those behind 各.
_ONE = frozenset({word for word in _WORDS if len(word) == 1} | set("办署处员站长者人方组社团商户街"))
_TWO = frozenset(
    {word[:2] for word in _WORDS if len(word) > 1}
    | {
        "省、",
        "监事",
        "监会",
        "主体",
        "理事",
        "董事",
        "基地",
        "业主",
        "村民",
        "居民",
        "股东",
        "职工",
        "会员",
        "相关",
        "有关",
    }
    | {"地区", "地方", "国家", "城市", "省份", "财政"}
)
_EACH = frozenset("地省市县区州旗级")
# 各市, 市县两级.
_BEFORE_EACH = frozenset("各两三四五")
#: Every character that one of them may begin with.
NAME_END_STARTS = "".join(sorted(_ONE | _EACH | {pair[0] for pair in _TWO}))
# The last character of any of these, or of what may stand between a name and a duty: 都, 均, 也, 等.
NAME_LAST = frozenset({word[-1] for word in _WORDS} | _PATTERNS_LAST) | frozenset(
    "区港班协兵母心量军队体地方市省县州旗乡镇村街级家份面都均也等央）)口导工记"
)
_KNOWN = frozenset(
    {
        "国家",
        "国务院",
        "中央",
        "党中央",
        "中央军委",
        "全党",
        "全社会",
        "各地",
        "各级",
        "各方",
        "地方",
        "政府",
        "企业",
        "国办",
        "部队",
        "军队",
        "社会",
        "省、自治区、直辖市",
        "各省、自治区、直辖市",
    }
)
_REGION = re.compile(
    r"^(?:各|全[省市区县国州]|每个|有关|相关|试点|有条件的|具备条件的|沿海|[东中西]部|重点|其他|其余|本|你|所在地|设区的|县级以上|地方"
    r"|下级|上级|该|国家级|省级|[地县]级及?以上|(?:[\u4e00-\u9fff、]{2,20}(?:沿线|流域|区域))各).{0,18}(?:省|自治区|直辖市|市|县|区|州|盟|旗|乡|镇|街道|镇街|乡镇街|(?<!农)村|地区|城市|省份|地方|方|地|级|家|层|道|(?<=各)[校院所站])"
    # 各省（区、市）.
    r"(?:（[^（）]{1,10}）)?$"
    # 市县两级.
    r"|^(?:[省市县区州乡镇村街]、?){2,5}[两三四五]级$"
)
# What only looks like a body: 城镇|新增就业, levels and parts of lists that stand alone, everybody.
_NO_BODY = frozenset(
    {
        "我们",
        "你们",
        "他们",
        "它们",
        "大家",
        "其",
        "城镇",
        "城市",
        "乡村",
        "农村",
        "站",
        "省",
        "市",
        "县",
        "区",
        "州",
        "乡",
        "镇",
        "村",
        "自治区",
        "直辖市",
        "地区",
        "县级",
        "市级",
        "省级",
        "国营",
        "平台",
        "人员",
        "单位",
        "个人主体",
        "全国",
        "小区",
        "社区",
        "园区",
        "主体",
        "各位代表",
        "各位委员",
        "同志",
        "部",
        "西部",
        "东部",
        "中部",
        "处",
        "室",
        "办",
    }
)
_BARE_BODIES = frozenset({"单位", "农民", "职工", "流动人口", "人员", "代表", "委员", "学生", "园区", "社区"})
# Who is addressed or cared for, not set to act: 各位代表, 高校毕业生, 失业人员.
_NOT_SET = re.compile(
    r"(?:(?<!人大)(?<!职工)(?<!代表大会)(?<!业主)(?<!居民)(?<!村民)代表|(?<!政协)(?<!委员会)委员|毕业生|学生|老年人|儿童|残疾人|失业人员|就业人员|困难人员|流动人口|患者|人才|力量|资本|队伍|行业|项目|基金|实验室)$"
    r"|^(?:以下简称|各位)"
)
_LAST_NOT_SET, _FIRST_NOT_SET = frozenset("表员生人童者口才量本伍业目金室"), frozenset("以各")
_VERBS = re.compile(
    r"^(?:协同|会同|协助|计划在|以(?!色列))|具备|支付到|(?<![反适相响供对回效感呼顺照答])应(?![急用届对付收变邀聘诉征试税城县])|^(?:依法)?经(?![营济销纪理办贸信开发])|^规范|^优待|^有权(?!机)|[都也还]要|认为|规定(?!的)|(?<!受)询问|(?<!受)讯问|由|推进|促进|提高|牢固|加大|聚焦|一策|完成|自觉|始终|实现|达到|紧抓|坚持|需要|依据|携手|支持|鼓励|只要|不论|来自|主要用于|在建"
    r"|分配|容纳|办好|进一步|分步骤|高标准|高效率|高质量|有计划|落实|加强|深化|完善|全面|切实|锚定|围绕|牢记|发挥|夯实"
    r"|下列|^因(?!地)|^负有[^的]*$|^(?:(?:接到|收到|获知|得知)(?![^的]+的)|交付|列入|阻碍|拒绝|妨碍|违反|擅自|属于)|^[^的]{2}(?:相应|必要|一定|专门|合格|适当|足够)的|(?<=[位门关府司人])有(?![关效限权意])|^或|进入|探索|采用(?!单位)|举办(?!单位|者|方|人)|希望|适用|事关|至少|已经|哪个|不区别|通过(?!部)|(?:[布结大全]|(?<!价)格)局$|部署$|军委主席$|等方面$|涉及|[内东西南北]部$|^\d|招标投标和"
    r"|将(?!军)|把|(?<![受转出])让|被(?!告|[^，。；的]{2,6}(?:人|者|单位|机构|企业))|是|使(?![用馆])|向|(?<![结派针核校应])对(?![外口]|[^，。；的]{2,16}(?:有权|负有|具有))|没有|不只|划分为|(?<=[划案法规书表告])经(?=[国省市区县]|同级|上级)|交给|租赁给|(?:达|超过)(?:\d|[一二三四五六七八九])|转制为|选派|发起设立|可以|(?:人人|事事)|^有领导$|^发展(?=企业|乡镇|民营|个体)|的核心|[。；：！？，%％]|的话$|\d[项个家所]|我们"
)
_ADJUNCT = re.compile(
    rf"^(?:[（(](?:[一二三四五六七八九十]{{1,2}}|\d{{1,2}})[）)]|\d{{1,2}}[.．、]|[①-⑳]|{REPORTING}|(?:(?:19|20)\d\d年)?(?:\d{{1,2}}月)?年?[底末]?前(?![款两述条项])|(?:19|20)\d\d年|每年|今年|今后|目前|去年|近年来|近日|日前|近期|最近|当前|随后|此前|其中|原则上|请|并(?![联购行网])由?|同时|只有|凡)"
)
# What begins behind a name: 各地|可以指定…, 主管部门|报国务院…
_CUT = re.compile(
    r"(?<=..)(?:如遇|如发现|可以|可(?=[委对在向以要与根按])|应当|必须|要(?=[在会把对按])|会同|监督指导|配合|负责(?![人的])|提请|提交|报(?=[国省市县城人上项共本])|商(?=同级|有关|国|省|市|县|本|自然保护地|所在地)|将(?=[^，。；队区委事]{2,}(?:转|移|交|报|送|列|纳|提|作为))|抄送|函告|指定|有权(?!人)|按照|依照|依法|根据)"
    r"|(?<=[府门])组织$|(?<=[府门关])组织(?=[国省市县区乡各有统相教公社])"
    r"|(?<=[院府门机制])(?:批准(?!的)|统筹协调|已?责成|已经|要(?=充分|着力|切实|认真))|(?<=[府门])录用"
    r"|(?<=^国家)(?:关心|优待|鼓励|支持|保护|奖励|扶持|引导|推动|推进|加强|建立|实行|尊重|优抚|褒扬)"
)
# 海洋局（渔业主管部门）; 受理的机关（以下称申诉机关）: the latter is no part of the name.
_GLOSS = re.compile("[（(]以下[^（）()]*[）)]$")
_NOTE = re.compile("（[^（）]*）$")
# A list that closes with what is no body but counts as such: 教育工作者、先进模范|等.
_LISTED_BODIES = re.compile("[^，。；：的]{2,60}、[^，。；：的]{2,20}等")
# 不具备前款规定条件的|地区: what tells a body from others of its kind holds verbs of its own.
_TOLD_APART = re.compile(
    "(?:不|未|尚未|已经?|符合|具备|具有|在|被|有权|对[^，。；的]{2,16}(?:有权|负有|具有))[^，。；]{2,24}的(?=[^的]{2,12}$)"
)
_SHORTEST, _LONGEST = 2, 200


@lru_cache(maxsize=4096)
def body_in(subject: str, *, is_named: bool) -> tuple[int, int] | None:
    """Return the span in a subject that names a body; None where it names none.

    `is_named`: a known place or organisation ends with the subject. Kept, since the same bodies act in most
    documents.
    """
    start = 0
    while (adjunct := _ADJUNCT.match(subject[start:])) and adjunct.end():
        start += adjunct.end()
    cut = _CUT.search(subject, start)
    end = cut.start() if cut is not None else len(subject)
    if subject.endswith(("）", ")"), 0, end) and (gloss := _GLOSS.search(subject, start, end)) is not None:
        end = gloss.start()
    name = subject[start:end]
    if not _SHORTEST <= len(name) <= _LONGEST or name in _NO_BODY or _is_not_set(name):
        return None
    told_apart = _TOLD_APART.match(name)
    if told_apart is not None:
        kind = name[told_apart.end() :]
        return (start, end) if kind == "地区" or _ends_in_head(kind) else None
    if _VERBS.search(name) or _is_cut(name):
        return None
    is_body = (
        name in _KNOWN
        or _ends_in_head(name)
        or _REGION.match(name)
        or (is_named and end == len(subject))
        or _lists_bodies(name)
    )
    return (start, end) if is_body else None


def _is_cut(name: str) -> bool:
    """Tell whether a bracket of a name is open: 泵站【县妇联."""
    return any(name.count(mark) != name.count(end) for mark, end in ("（）", "【】", "〔〕", "()"))


def _ends_in_head(name: str) -> bool:
    """Tell whether the head of a name is one of bodies; 等 may follow it."""
    bare = name.removesuffix("等")
    if bare.endswith("）"):
        bare = _NOTE.sub("", bare)
    return bare.endswith(_WORDS) or (bare[-1:] in _PATTERNS_LAST and _HEADS.search(bare) is not None)


def _lists_bodies(name: str) -> bool:
    """Tell whether a list that closes with 等 has more parts that are bodies than others."""
    if name[-1] != "等" or _LISTED_BODIES.fullmatch(name) is None:
        return False
    parts = name[:-1].split("、")
    return 2 * sum(_ends_in_head(part) for part in parts) > len(parts)


def may_begin_head(text: str, at: int) -> bool:
    """Tell whether the head of a name may begin at `at`: that costs less than looking for each."""
    first = text[at]
    return (
        first in _ONE or text[at : at + 2] in _TWO or (first in _EACH and text[at - 1 : at] in _BEFORE_EACH)
    )


def is_bare_body(name: str) -> bool:
    """Tell whether a word that names nobody by itself does so right before 应当: 单位应当…."""
    return name in _BARE_BODIES


def is_no_body(name: str) -> bool:
    """Tell whether a name only looks like a body's, or is that of who is cared for."""
    return name in _NO_BODY or _is_not_set(name) or _VERBS.search(name) is not None


def _is_not_set(name: str) -> bool:
    """Tell whether a name is one of who is cared for, or of a part of a body."""
    may_be = name[-1:] in _LAST_NOT_SET or name[:1] in _FIRST_NOT_SET
    return may_be and _NOT_SET.search(name) is not None


def is_part_of_list(subject: str) -> bool:
    """Tell whether a subject may be a part of a list whose last part has the head: 教育、民政|等部门."""
    return len(subject) <= _LONGEST and _VERBS.search(subject) is None
