"""Verb and object of single clauses; the sentences are invented."""

import pytest

from gangyao.tasks.grammar import Grammar
from gangyao.tasks.predicates.read import read_predicate

# clause, with the verb group in brackets; no bracket: no predicate.
CLAUSES = [
    # 将…报…备案: the verb is 报; without such an end it is not
    "[应当将修订后的采砂方案报]原审批机关备案",
    "各县[应当把整改结果报]市水务局审核",
    # what becomes of what 把 or 将 moves
    "[将候鸟栖息地融入到]城市绿道建设中",
    "[将废旧渔网送至]集中回收点",
    "[把责任落实得]更到位",
    # who is told, and what
    "向社会[公开]执法结果",
    "向社会[公开招聘]护林员",
    # what an act gave is a subject
    "考核结果[作为]评优的重要依据",
    "补助资金[专项用于]渔港改造",
    # a time
    "在行政审批有效期内",
    "在人员密集区域内",
    "疏浚淤泥[应当在当日清运]",
    # 并 inside a noun joins nothing
    "[推行]并联审批、多图联审等方式",
    # nothing but a ground
    "市水务局[根据]辖区地下水和岸线利用状况",
    "市有关部门[应当按照]规定",
    # behind 向 a noun-like verb is the predicate
    "向社会[公开]",
    "各镇预算[应当向社会公开]",
    # of two verbs the one with the modal word
    "各镇收费目录[应当公示]价格依据",
    "企业改制[要真正转变]用工机制",
    "[建设成为]滨海候鸟科普基地",
    # what is named after an act is no second verb
    "[制定]实施细则",
    "[密切跟踪]落实情况",
    # who is asked, by a name that no table knows
    "[请]你县继续保护好候鸟栖息地",
    # one verb, adverbs, modal words
    "[完善]渔港防波堤体系",
    "[加快建设]海岛供水管网",
    "[不断增强]山区通信保障能力",
    "[按规定积极扩大]林果保险覆盖面",
    "[有力有序推进]采煤沉陷区整治",
    "[要加强]冷链仓储监管",
    "[全面推行]河湖巡护制度",
    "[分领域制定]节水标准",
    # coordinated verbs and complements
    "[培育壮大]深海装备产业",
    "[制定修订]海水淡化标准",
    "[共同预防和处置]林区火险",
    "[统筹建立并实施]岸线使用目录",
    "[规划建设]环湖步道",
    "[保护好]候鸟栖息地",
    "[不新增不扩大]围填海规模",
    "[先行先试、尽快突破]",
    # a noun that is a verb elsewhere is the object
    "[加强]监管",
    "[深化]合作",
    "[推动]高质量发展",
    "[加快]服务型政府建设",
    "[推动]出版、影视、动漫产业升级",
    "[完善]促进牧区教育的政策",
    "[优化]发展环境",
    "[规范]管理流程",
    # after a sponsor: a verb is taken, a party or a phrase is not
    "[支持建设]高原训练基地",
    "[支持探索发展]夜间旅游",
    "[支持]沿海县市设立海洋实验站",
    "[鼓励]与邻省共建牧草基地",
    "[允许]渔民合作社承租码头",
    "[引导]返乡青年领办农场",
    "[严禁擅自采挖]野生药材",
    "[禁止伪造、涂改、转让、出借或出租]许可证",
    "[禁止露天焚烧]秸秆",
    "[禁止]一切浪费",
    # phrases before the verb
    "在确保安全前提下[稳妥开放]低空航线",
    "以盐湖、戈壁为重点[开展]生态修复",
    "对涉及儿童、老人的用品[依法实施]抽检",
    "与邻国[合作推动]跨境电网互联",
    "通过发行专项债券[支持]灌区改造",
    "为山区学生上学[提供]接送服务",
    "在沿江口岸[复制推广]通关便利举措",
    "[适当向边远牧区倾斜]",
    # 把, 将
    "[把防汛责任压实到]村组",
    "[将零工人员纳入]工伤保险范围",
    "[把资源优势转化为]产业优势",
    "[将继续建设]海绵城市",
    # subjects
    "各市县[要建立]巡林台账",
    "县级以上人民政府[应当加强]湿地保护",
    "由市水务局[负责]管网普查",
    "民用机场[不得擅自关闭]航站楼",
    "渔业主管部门[应当对越冬场实行]封闭管理",
    # grounds
    "[依托]高原湖泊、冰川等",
    "[以]绿色低碳为导向",
    "[按照]属地管理原则",
    "[要依托]省际联席会议制度",
    "[在]毗邻县乡",
    # no predicate
    "到2030年",
    "具有先进水平的现代企业",
    "正在开展整治试点的",
]


@pytest.mark.parametrize("marked", CLAUSES)
def test_verb_group(grammar: Grammar, marked: str) -> None:
    clause = marked.replace("[", "").replace("]", "")
    group = read_predicate(clause, 0, len(clause), grammar)
    got = (
        clause
        if group is None
        else f"{clause[: group.start]}[{clause[group.start : group.end]}]{clause[group.end :]}"
    )
    assert got == marked


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("大力纾缓旱区用水紧张", "大力纾缓"),
        ("着力稳面积、提单产", "着力稳"),
        ("要攥紧“钱袋子”", "要攥紧"),
    ],
)
def test_unknown_verbs_are_split_by_their_place(grammar: Grammar, clause: str, verb: str) -> None:
    group = read_predicate(clause, 0, len(clause), grammar)
    assert group is not None
    assert clause[group.start : group.end] == verb
