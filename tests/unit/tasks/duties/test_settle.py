"""Who must act; all sentences are invented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gangyao.document.source import Document, DocumentSpec
from gangyao.document.tasks import Task
from gangyao.ingest.join import join_files
from gangyao.paths import SEEDS, lexicon_of
from gangyao.pipeline import Engine, load_engine, read_document
from gangyao.tasks.duties.bodies import NAME_END_STARTS, NAME_ENDS, body_in, may_begin_head
from gangyao.tasks.duties.subjects import acts_not


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(lexicon_of(SEEDS))


def tasks_of(text: str, engine: Engine) -> list[Task]:
    source = join_files([("x.txt", f"某市工作方案\n一、重点任务\n{text}\n".encode())])
    read = read_document(Document(DocumentSpec("x", "", ("x.txt",)), source), engine)
    return [task for tasks in read.tasks for task in tasks]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "县级以上人民政府林业、草原、水利主管部门应当建立档案。",
            [f"县级以上人民政府{field}主管部门" for field in ("林业", "草原", "水利")],
        ),
        ("教育、民政、财政等部门要按照职责分工，做好资助工作。", ["教育部门", "民政部门", "财政部门"]),
        (
            "各省、自治区、直辖市人民政府要制定实施方案。",
            ["各省人民政府", "各自治区人民政府", "各直辖市人民政府"],
        ),
        ("各地区、各单位在制定办法时，要明确办理时限。", ["各地区", "各单位"]),
        ("政府及其有关部门办理登记事项，应当一次性告知所需材料。", ["政府", "有关部门"]),
        ("从事观赏鱼繁育的公司，应当建立档案。", ["从事观赏鱼繁育的公司"]),
        ("展馆的日常管理主要由项目承担单位负责。", ["项目承担单位"]),
        ("由市商务局牵头，抓紧制定实施细则。", ["市商务局"]),
        ("跨省的水库，由国务院水利主管部门商所在地省人民政府解决。", ["国务院水利主管部门"]),
        ("由军队财务部门将军人的保险关系转入地方经办机构。", ["军队财务部门"]),
        ("扶贫办、供销合作总社、财政部等部门要加强统筹。", ["扶贫办", "供销合作总社", "财政部"]),
        ("各地区、各有关部门可以细化追责办法。", ["各地区", "各有关部门"]),
        ("中华人民共和国公民应当保护水库设施。", ["中华人民共和国公民"]),
        ("财产依法经有关主管部门批准后，可以转让。", []),
        (
            "规划由国务院水利主管部门会同国务院有关部门和有关省、自治区、直辖市人民政府编制。",
            [
                *("国务院水利主管部门", "国务院有关部门"),
                *("有关省人民政府", "有关自治区人民政府", "有关直辖市人民政府"),
            ],
        ),
        ("必要时，档案馆收到申请后，应当及时办理。", ["档案馆"]),
        ("避难场所的所有权人或者管理单位，应当加强维护。", ["避难场所的所有权人或者管理单位"]),
        ("学校、幼儿园应当开展演练。", ["学校", "幼儿园"]),
        ("街道办事处、镇人民政府应当组织巡查。", ["街道办事处", "镇人民政府"]),
        ("学会、作家协会、残疾人联合会等人民团体应当支持。", ["学会", "作家协会", "残疾人联合会"]),
        # Behind 由, whatever verb follows.
        ("残次烟丝应当由当地专卖主管部门监督销毁。", ["当地专卖主管部门"]),
        ("费用由县人民政府负责矿产管理工作的部门负责征收。", ["县人民政府负责矿产管理工作的部门"]),
        (
            "逾期的，由环境主管部门或者其他负有监督管理职责的部门责令改正。",
            ["环境主管部门", "其他负有监督管理职责的部门"],
        ),
        ("名单由省、自治区、直辖市确定。", ["省、自治区、直辖市"]),
        ("草案由提案人组织由立法工作者、专家组成的小组起草。", ["提案人"]),
        ("旗杆高度由国家成立的专门机构决定。", ["国家成立的专门机构"]),
        # A case: what stands behind the body is what it does.
        ("任何单位和个人燃放焰火的，应当遵守下列规定。", ["任何单位", "个人"]),
        ("当事人向法院提出申请，并提供可以查证的证据的，海事法院应当受理。", ["海事法院"]),
        ("园区内企业进口的器械用于展示的，可不办理注册手续。", []),
        ("使用境外单位制造的容器的，应当报批。", []),
        ("执法机关依法没收的卷烟，应当交给指定的拍卖公司。", []),
        ("主管部门办理使用境外单位制造的容器备案手续，应当同时编号。", ["主管部门"]),
        ("甲市、乙区林业主管部门应当巡查。", ["甲市林业主管部门", "乙区林业主管部门"]),
        ("市和甲区、乙市人民政府按照职责负责保护工作。", ["市人民政府", "甲区人民政府", "乙市人民政府"]),
        (
            "乡人民政府和街道办事处，企业、事业单位应当支持。",
            ["乡人民政府", "街道办事处", "企业", "事业单位"],
        ),
        ("任何组织和个人无权扣留证书，不得更改内容。", ["任何组织", "个人"]),
        ("外国人死亡的，其家属、监护人，应当申报。", ["家属", "监护人"]),
        ("合同无效，当事人请求返还的，人民法院一般应予支持。", ["人民法院"]),
        ("个人独资企业设立申请书应当载明下列事项。", []),
        ("人员由市人大常委会任免：", ["市人大常委会"]),
        ("事业单位主管部门具体负责所属单位的工作。", ["事业单位主管部门"]),
        (
            "政府采购中心和县人民政府主管农机工作的部门，应当加强宣传。",
            ["政府采购中心", "县人民政府主管农机工作的部门"],
        ),
        ("代表大会选举的工作人员，应当宣誓。", ["代表大会选举的工作人员"]),
        ("在学会注册的运动员接受检查时，应当说明身份。", ["在学会注册的运动员"]),
        # More than the reading of clauses takes for the name.
        ("机动车驾驶员培训教练员应当按照大纲教学。", ["机动车驾驶员培训教练员"]),
        ("提起侵权之诉的原告应当举证。", ["提起侵权之诉的原告"]),
        ("市气象主管部门主管全市防雷工作，组织实施本条例。", ["市气象主管部门"]),
        ("监事会一般每年检查两次，并可以根据需要进行专项检查。", ["监事会"]),
        ("从事特种作业的人员，上岗前必须取得证书。", ["从事特种作业的人员"]),
        ("依法应当编制方案的建设项目，建设单位未编制方案的，不得开工。", ["建设单位"]),
        ("外省监理单位来本市从事监理业务的，应当办理备案手续。", ["外省监理单位"]),
        ("出租车信息服务平台应当办理备案手续。", ["出租车信息服务平台"]),
        ("推动公共服务平台建设，严禁设置障碍。", []),
        # A verb may be part of the name of who acts.
        ("展览举办单位和展览场所经营单位发现险情的，应当立即报告。", ["展览举办单位", "展览场所经营单位"]),
        ("机关主要负责人是落实本制度的第一责任人，对本机关的决定负责。", ["机关主要负责人"]),
        ("不具备前款条件的地区，根据实际需要，可以适当放宽标准。", ["不具备前款条件的地区"]),
        ("个人求职，应当如实提供基本信息。", ["个人"]),
        ("单位应当设置保卫机构。", ["单位"]),
        ("计划由市级气象主管机构商同级有关部门编制。", ["市级气象主管机构"]),
        ("名单由所在地的气象主管机构抄送公安机关备案。", ["所在地的气象主管机构"]),
        ("仲裁员应当告知当事人可以申请回避。", ["仲裁员"]),
        ("规划主管部门的工作人员履行前款规定的职责，应当出示证件。", ["规划主管部门的工作人员"]),
        ("各地区、各部门之间应当加强证明的互认共享。", ["各地区", "各部门"]),
        ("在园区内从业的人员，应当遵守本办法。", ["在园区内从业的人员"]),
        ("被检查的单位和个人应当予以配合。", ["被检查的单位和个人"]),
        ("有权处理的部门应当及时予以处理。", ["有权处理的部门"]),
        # A right, or a duty called so, behind a case or a phrase, without any other word of duty.
        ("监督检查机构在检查中，有权进入现场、查阅资料。", ["监督检查机构"]),
        ("供热行业协会依照章程，有义务维护会员利益。", ["供热行业协会"]),
        ("人民法院经审查，认为申请符合规定的，裁定批准执行。", ["人民法院"]),
        ("村医在执业活动中，律师、会计师应当提供协助。", ["律师", "会计师"]),
        # The list goes on behind what the clause was read for, and over a comma.
        ("教育部门、妇女联合会应当采取措施，提供指导服务。", ["教育部门", "妇女联合会"]),
        ("科普教育基地每年应当定期开展宣传。", ["科普教育基地"]),
        # Who is at fault, or hands over, does not act.
        ("市级主管部门未按期完成审核的，由上级主管部门责令限期改正。", ["上级主管部门"]),
        ("小区幼儿园移交后，应当由教育部门举办为公办幼儿园。", ["教育部门"]),
        ("逐步实现由政府举办为主向社会多元办学转变。", []),
        (
            "县级以上人民政府农业农村、市场监督管理等部门发现违法行为的，应当移送公安机关。",
            ["县级以上人民政府农业农村部门", "县级以上人民政府市场监督管理部门"],
        ),
        ("询问证人应当出示证件。", []),
        # What the body does is no part of its name.
        ("国务院已责成国家统计局抓紧修订指标。", ["国务院"]),
        ("国务院批准临海省开发新区，要抓紧规划。", ["国务院"]),
        ("高校毕业生达874万人，要促进市场化就业。", []),
        ("国务院批准的单位可以提出申请。", ["国务院批准的单位"]),
        ("单位改制为企业的，原用地可以采用租赁方式处置。", []),
        ("自由贸易由协定规定。", []),
        ("市财政局负责制定资金管理办法，有关部门可以制定细则。", ["市财政局", "有关部门"]),
        # A phrase stands between who acts and the act.
        ("市人大常委会通过立法计划等形式，加强对立法工作的统筹安排。", ["市人大常委会"]),
        ("合作社为扩大服务的规模，提高市场竞争力，可以依法自愿设立联合社。", ["合作社"]),
        ("国家关心、优待退役军人，加强保障体系建设。", ["国家"]),
        ("各镇街要加强巡查，企业应当落实主体责任。", ["各镇街", "企业"]),
        # What is told apart by 的, right before its duty.
        ("为学校组织活动提供场所、设施的单位和个人，应当健全保障措施。", ["单位", "个人"]),
        ("有组建任务的区县（自治县）应当建立装备仓库。", ["区县（自治县）"]),
        # What follows is no verb of the lexicon: the likeliest name before the duty acts.
        ("供水企业因施工确需停水的，应当提前通知用户。", ["供水企业"]),
        ("矿长必须经过考核，具备安全专业知识。", ["矿长"]),
        ("股东会应当每年召开一次年会。", []),
        ("任何单位和个人都有保护水利工程的义务，不得毁坏水利设施。", ["任何单位", "个人"]),
        ("其他污染防治的监督管理由有关部门在各自职责范围内组织实施。", ["有关部门"]),
        ("名誉会长由红十字会总会聘请。", ["红十字会总会"]),
        ("因违法被吊销许可证的，负责设备监督管理的部门不予受理其申请。", ["负责设备监督管理的部门"]),
        (
            "市交通执法总队、区道路运输管理机构在暂扣物品时，应当出具文书。",
            ["市交通执法总队", "区道路运输管理机构"],
        ),
        (
            "教育、财政、税务等有关部门在各自职责范围内，分别负责有关工作。",
            ["教育部门", "财政部门", "税务部门"],
        ),
        (
            "市有关部门和古城所在的街道办事处，按照各自职责，共同做好保护工作。",
            ["市有关部门", "古城所在的街道办事处"],
        ),
        ("拘留的决定应当由监察机关领导人员集体研究作出。", ["监察机关领导人员"]),
        (
            "市、区人大常委会和乡、镇人民代表大会应当加强监督。",
            ["市人大常委会", "区人大常委会", "乡人民代表大会", "镇人民代表大会"],
        ),
        ("公共图书馆、科技馆等公共文化设施应当配备禁毒读物。", ["公共图书馆", "科技馆"]),
        ("名单由设区的市人民政府或者省林业主管部门提出。", ["设区的市人民政府", "省林业主管部门"]),
        ("有下列行为的，由市政管理部门或者其委托的单位责令改正。", ["市政管理部门", "委托的单位"]),
        ("政府投资的公共建筑、基础设施等项目，在采购中应当优先使用再生产品。", []),
        (
            "县人民政府负责药品监督管理的部门负责本行政区域的监督工作。",
            ["县人民政府负责药品监督管理的部门"],
        ),
        ("监狱、看守所和社区矫正机构应当提供阅读资源。", ["监狱", "看守所", "社区矫正机构"]),
        ("采购办公室汇总试点地区医疗机构的用量信息，完善方案。", ["采购办公室"]),
        ("并联审批牵头部门应当向申请人承诺办结时限。", ["并联审批牵头部门"]),
        # Regions and levels act, whatever brackets close their names.
        ("各省（区、市）应于2031年底前，基本完成水源地划定。", ["各省（区、市）"]),
        ("2031年底前，其他省（区、市）划定生态红线。", ["其他省（区、市）"]),
        ("地级及以上城市每季度要公开饮水安全信息。", ["地级及以上城市"]),
        ("第三方治理企业按照委托要求，承担约定的治理责任。", ["第三方治理企业"]),
        ("国家发展改革委、财政部分工负责，抓好落实。", ["国家发展改革委", "财政部"]),
        ("符合条件的企业自6月起，登录信息系统，提交网络申请。", ["符合条件的企业"]),
        ("围绕主业，加快企业改革，完善治理。", []),
        ("京西地区要加大过剩产能淘汰力度。", ["京西地区"]),
        ("条例对商店进行规范，表示这些企业应缴纳保证金。", ["这些企业"]),
        ("人民银行、银监会要会同有关部门研究金融政策。", ["人民银行", "银监会", "有关部门"]),
        ("参与论证的专家不得参与同一项目的评审。", ["参与论证的专家"]),
        ("分别由机构编制部门和民政部门依法办理法人登记。", ["机构编制部门", "民政部门"]),
        ("收费偏离准许收入的，由授权主体指导运营机构调整标准。", ["授权主体"]),
        ("《条例》规定县级以上人民政府应当加强统筹协调。", ["县级以上人民政府"]),
        ("由主管部门会同同级农业、林业等有关部门组织验收。", ["主管部门", "同级农业部门", "同级林业部门"]),
        ("与财政部共同安排补助经费，支持水库建设。", []),
        ("规范医联体建设，以三级医院带动基层能力提升。", []),
        ("我们要办好民生实事，推动城乡融合发展。", []),
        ("完善就业服务，确保城镇新增就业50万人以上。", []),
        ("支持企业牵头组建创新联合体。", []),
    ],
)
def test_bodies_act(text: str, actors: list[str], engine: Engine) -> None:
    (task,) = tasks_of(text, engine)
    assert [party.text for party in task.actors] == actors


def test_a_subject_goes_on_where_a_sentence_has_none(engine: Engine) -> None:
    tasks = tasks_of("各级各部门要高度重视。要建立台账，及时报送情况。市直有关单位要加强指导。", engine)
    assert [[party.text for party in task.actors] for task in tasks] == [
        ["各级各部门"],
        ["各级各部门"],
        ["市直有关单位"],
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "登记机关应当公示办理流程。需要补正材料的，应当一次性告知。",
            [["登记机关"], ["登记机关"]],
        ),
        ("各地要加强领导。建立台账，及时报送。市直单位负责指导。", [["各地"], ["各地"], ["市直单位"]]),
        ("市商务局制定办法。建立台账。", [["市商务局"], ["市商务局"]]),
        ("商务部制定办法。建立台账。", [["商务部"], []]),
        ("银行业金融机构应制定目标。打造国家服务平台。", [["银行业金融机构"], []]),
        ("县水利局与县环保局、县水文站共同推进水源建设。", [["县水利局", "县环保局", "县水文站"]]),
        ("以区政府按风险等级挂牌督办为抓手，推进整改。", [[]]),
        ("在体检过程中，第三方将根据城市特点进行评估。", [["第三方"]]),
        ("全社会研发投入增长百分之十以上。", [[]]),
        ("甲局负责监督管理；依法开展专项检查。", [["甲局"], ["甲局"]]),
        ("市气象局负责天气监测。及时发布预警信息。", [["市气象局"], ["市气象局"]]),
        ("市水利局：负责水情监测；组织编制方案。", [["市水利局"], ["市水利局"]]),
        ("各地要加强领导。对发现的问题，及时处置。", [["各地"], ["各地"]]),
        ("各地要加强领导。同时组织开展演练。", [["各地"], ["各地"]]),
        ("各地要加强领导。经费由市财政局安排。", [["各地"], ["市财政局"]]),
        ("由主管部门责令改正。造成损失的，应当予以赔偿。", [["主管部门"], []]),
        ("市人民政府应当编制规划。村庄规划在报送审批前，应当征求村民意见。", [["市人民政府"], []]),
        ("登记机关应当公示流程。申请人提出异议的，应当说明理由。", [["登记机关"], []]),
    ],
)
def test_a_case_stands_before_the_duty_that_goes_on(
    text: str, actors: list[list[str]], engine: Engine
) -> None:
    assert [[party.text for party in task.actors] for task in tasks_of(text, engine)] == actors


def test_a_list_of_who_is_called_in_is_written_out(engine: Engine) -> None:
    (task,) = tasks_of("市地震局会同市建设、交通和水务等部门提出布点方案。", engine)
    bodies = [duty.body for duty in task.responsibilities]
    assert bodies == ["市地震局", "市建设部门", "市交通部门", "市水务部门"]


def test_who_is_called_in_supports_and_who_calls_leads(engine: Engine) -> None:
    (task,) = tasks_of("市商务局会同市财政局制定促进消费的具体办法。", engine)
    parts = [(duty.body, duty.part) for duty in task.responsibilities]
    assert parts == [("市商务局", "lead"), ("市财政局", "support")]


def test_said_parts_are_more_than_labels(engine: Engine) -> None:
    (task,) = tasks_of(
        "推进一网通办。〔责任单位：市数据局牵头，市有关部门配合；完成时限：2026年6月底前〕", engine
    )
    assert [(duty.body, duty.part, duty.deadline) for duty in task.responsibilities] == [
        ("市数据局", "lead", "2026年6月底前"),
        ("市有关部门", "support", "2026年6月底前"),
    ]


def test_a_line_of_the_time_holds_for_the_lines_of_bodies_before_it(engine: Engine) -> None:
    (task,) = tasks_of("出台人才新政。\n牵头单位：市委组织部\n完成时限：2026年底", engine)
    assert [(duty.body, duty.part, duty.deadline) for duty in task.responsibilities] == [
        ("市委组织部", "lead", "2026年底")
    ]


def test_a_list_in_heavy_brackets_and_the_ministry_of_commerce(engine: Engine) -> None:
    (first,) = tasks_of("健全全市应急体系，完善预案。【市应急局，各县（市、区）】", engine)
    (second,) = tasks_of("支持企业开拓国际市场。（海关总署、商务部等有关部门负责）", engine)
    assert [duty.body for duty in first.responsibilities] == ["市应急局", "各县（市、区）"]
    assert [duty.body for duty in second.responsibilities] == ["海关总署", "商务部"]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("2026年6月底前各省份", "各省份"),
        ("国务院城乡规划主管部门报国务院", "国务院城乡规划主管部门"),
        ("各地可以指定部门", "各地"),
        ("自觉在思想上政治上行动上同以习近平同志", None),
        ("城镇", None),
        ("各位代表", None),
        ("新布局", None),
        ("50所县级医疗机构", None),
    ],
)
def test_how_much_of_a_subject_is_a_body(subject: str, body: str | None) -> None:
    span = body_in(subject, is_named=False)
    assert (subject[span[0] : span[1]] if span else None) == body


@given(st.from_regex(NAME_ENDS))
def test_the_end_of_a_name_begins_with_a_character_of_its_set(text: str) -> None:
    found = re.search(NAME_ENDS, text)
    assert found is not None
    assert found[0][0] in NAME_END_STARTS
    assert may_begin_head(text, found.start())


LISTS = """保卫机构应当履行下列职责：
（一）开展宣传教育，落实防范措施；
（二）由主管单位建立巡逻记录。
当事人履行下列义务：
（一）如实陈述事实；
单位有下列情形的，责令改正：
（一）擅自改造设施；
全市加强管理。
（一）推进改革。"""


def test_what_binds_in_an_article_is_no_theme_and_no_statement(engine: Engine) -> None:
    law = """某市绿地条例
第一章 总则
第一条 为了加强管理，制定本条例。
第二条 市规划主管部门负责全市规划管理工作。区规划主管部门按照权限，做好规划管理工作。
第三条 养护细则由市人民政府制定。
第四条 因拆除造成房屋毁损的，承租人应当恢复原状。
第五条 地方国库业务由人民银行分支机构经理。
第六条 本条例所称责任人，是指由区人民政府确定的单位。
"""
    source = join_files([("x.txt", law.encode())])
    read = read_document(Document(DocumentSpec("x", "", ("x.txt",)), source), engine)
    actors = {t.text[:5]: [one.text for one in t.actors] for own in read.tasks for t in own}
    assert actors == {
        "市规划主管": ["市规划主管部门"],
        "区规划主管": ["区规划主管部门"],
        "养护细则由": ["市人民政府"],
        "因拆除造成": ["承租人"],
        "地方国库业": ["人民银行分支机构"],
    }


def test_who_is_only_forbidden_or_charged_once_does_not_go_on(engine: Engine) -> None:
    text = "任何单位和个人不得变更规划。确需变更的，应当报批。\n由乡人民政府责令改正。造成损失的，应当赔偿。"
    assert [task.actors for task in tasks_of(text, engine) if task.text.endswith(("报批。", "赔偿。"))] == [
        (),
        (),
    ]


def test_items_of_a_list_are_of_whom_its_opening_names(engine: Engine) -> None:
    actors = {task.text[:6]: [one.text for one in task.actors] for task in tasks_of(LISTS, engine)}
    assert actors["（一）开展宣"] == ["保卫机构"]
    assert actors["（二）由主管"] == ["主管单位"]
    assert actors["（一）如实陈"] == ["当事人"]
    assert actors["（一）推进改"] == []


def test_who_opens_a_list_stands_nowhere_in_its_items(engine: Engine) -> None:
    (task,) = [task for task in tasks_of(LISTS, engine) if "宣传教育" in task.text]
    assert [(one.start, one.end) for one in task.actors] == [(0, 0)]


def test_a_sentence_may_have_hundreds_of_bodies(engine: Engine):
    clause = "支持某市建设园区，到2027年覆盖率提高到56%以上，由市发展改革委牵头，"
    (task,) = tasks_of(clause * 300, engine)
    assert len(task.responsibilities) == 300


@pytest.mark.parametrize(("between", "acts"), [(200, True), (2_000, False)])
def test_another_act_is_sought_nearby_only(between: int, acts: bool) -> None:
    """A sentence may have hundreds of bodies: did each look to its end, it would take over a minute."""
    text = f"未按期完成{'甲' * between}的，由上级机关责令改正"
    assert acts_not(text, 0, len(text)) is acts
