"""Each rule: what it must change, and what looks alike and must stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gangyao.cleaning.rules.latex import plain
from gangyao.document.changes import Cleaned

Clean = Callable[..., Cleaned]

CHANGED = [
    # invisible characters
    ("推动\u200b区域协调\ufeff发展。", "推动区域协调发展。", "invisible"),
    ("完善体制\u00ad机制，加强监\u0008管。", "完善体制机制，加强监管。", "invisible"),
    # compatibility forms
    ("建设⾧江经济带，保护⽔资源。", "建设长江经济带，保护水资源。", "form+variant"),
    ("推进⺠⽣改善。", "推进民生改善。", "form"),
    ("使用\uf90a融工具。", "使用金融工具。", "form"),
    ("２０２５年ＧＤＰ增长５．５％。", "2025年GDP增长5.5%。", "form"),
    ("提高eﬃciency。", "提高efficiency。", "form"),
    ("减少CO₂排放。", "减少CO2排放。", "form"),
    ("加强监管︐严格执法｡", "加强监管，严格执法。", "form"),
    ("降低CO²和SO²排放。", "降低CO2和SO2排放。", "script_digits"),
    # mark-up
    ("建设[[重庆市|重庆]]至[[长沙]]铁路。", "建设重庆至长沙铁路。", "wikitext"),
    ("== 一、总则 ==\n'''重点'''任务。", "## 一、总则\n重点任务。", "wikitext"),
    ("落实经费。[[Category:政府工作报告]]", "落实经费。", "wikitext"),
    (
        "增长 6 . 5 ％，稳定在 1 2 5 万吨，就业 3 ， 0 0 0 人。",
        "增长6.5%，稳定在125万吨，就业3,000人。",
        "split_number",
    ),
    ("推进<0xE6><0xB2><0xBB>理。", "推进治理。", "escape"),
    ("[民政部门](x.html)负责[监督](a/b.shtml)。", "民政部门负责监督。", "markdown"),
    ("（1）甲\n（2】治理河道。", "（1）甲\n（2）治理河道。", "list_number"),
    ("新增就业1’200人，投资3'500'000元。", "新增就业1,200人，投资3,500,000元。", "thousands"),
    ("降低PM_{2.5}浓度。", "降低PM2.5浓度。", "latex"),
    ("降低$\\mathrm{PM}_{2.5}$浓度。", "降低PM2.5浓度。", "latex"),
    ("控制PM_2.5浓度。", "控制PM2.5浓度。", "latex"),
    ("达到$65\\%$以上。", "达到65%以上。", "latex"),
    ("面积$10^{4}$平方米。", "面积10⁴平方米。", "latex"),
    ("加快&nbsp;建设<br>步伐。", "加快建设步伐。", "html"),
    ("<p>加强统筹</p>", "加强统筹", "html"),
    ("研发R&amp;D投入。", "研发R&D投入。", "html"),
    ("减少$\\text{碳}$排放，控制$\\mathrm{NO}_{\\mathrm{x}}$。", "减少碳排放，控制NOx。", "latex"),
    ("供水$2.5\\text{万}\\mathrm{m}^{3}/\\mathrm{d}$。", "供水2.5万m³/d。", "latex"),
    ("处理\\(5\\text{万吨}/\\text{日}\\)，${\\bf 推进}$改革。", "处理5万吨/日，推进改革。", "latex"),
    ("死亡率控制在3%o以内，增长6.5％O。", "死亡率控制在3‰以内，增长6.5‰。", "permille"),
    ("降到8%。以下，占7 o/oo，其中5%0。", "降到8‰以下，占7‰，其中5‰。", "permille"),
    ("任务\\textcircled{1}完成，\\quad气温25$^{\\circ}$C。", "任务①完成，气温25℃。", "latex"),
    ("建设&amp;nbsp;统一&lt;br&gt;大市场。", "建设统一大市场。", "html"),
    ("加强<mark>统筹</mark>协调<wbr>推进。", "加强统筹协调推进。", "html"),
    ("坚持绿色发展. 推进生态建设.", "坚持绿色发展。推进生态建设。", "mark"),
    ("增长率达到24.1%. 能耗下降。", "增长率达到24.1%。能耗下降。", "mark"),
    ("单位G D P能耗下降。", "单位GDP能耗下降。", "space"),
    ("关于三个#方面的工作。", "关于三个方面的工作。", "markdown"),
    ("加强**党的建设**，推进`改革`。", "加强党的建设，推进改革。", "markdown"),
    ("> 落实主体责任。", "落实主体责任。", "markdown"),
    ("## 任务\n- 建成公园。\n* 推进改革。", "## 任务\n建成公园。\n推进改革。", "markdown"),
    ("见[实施方案](https://www.example.org/a.htm)。", "见实施方案。", "markdown"),
    (
        "## 任务\n- 甲类\n  - 建成公园。\n    * 推进改革。",
        "## 任务\n甲类\n建成公园。\n推进改革。",
        "markdown",
    ),
    ("## 任务\n- 备足农资。- 检修农机。- 下乡指导。", "## 任务\n备足农资。检修农机。下乡指导。", "markdown"),
    ("- 市数据局负责。\n- 本办法自发布之日起施行。", "市数据局负责。\n本办法自发布之日起施行。", "markdown"),
    ("新建{--公园3处--}{++公园5处++}，{~~改造~>新建~~}管网{>>待核<<}。", "新建公园5处，新建管网。", "critic"),
    ("一丶要求\n加快建设丶推进改革。", "一、要求\n加快建设、推进改革。", "form"),
    (
        "\\section{任务}\n建设水库9座。% 待核\n% 草稿\n培育企业100家~以上\\cite{a1}，达到95%。",
        "## 任务\n建设水库9座。\n\n培育企业100家以上，达到95%。",
        "latex",
    ),
    ("新增蓄水能力==300万立方米==。", "新增蓄水能力300万立方米。", "markdown"),
    (
        "\\section*{一、总则}\n\\item 建设粮仓。\n\\item[（1）] 改造。",
        "## 一、总则\n建设粮仓。\n（1）改造。",
        "latex",
    ),
    ("面积12km^2^，减少CO~2~，达到^[1]^标准。", "面积12km²，减少CO2，达到[1]标准。", "raised"),
    ("- [x] 关停企业3家\n[ ] 治理河道\n:selected: 造林。", "关停企业3家\n治理河道\n造林。", "tick_box"),
    ("建设民宿80家【4†source】，修路[cite: 1, 2]。", "建设民宿80家，修路。", "answer_source"),
    ("1. 一、建设粮仓。\n2. 二、改造电网。", "一、建设粮仓。\n二、改造电网。", "double_number"),
    (
        "1. 一、建设粮仓。\n2. 二、改造电网。\n1. （一）改线。\n2. （二）改表。\n3. 三、组织实施。",
        "一、建设粮仓。\n二、改造电网。\n（一）改线。\n（二）改表。\n三、组织实施。",
        "double_number",
    ),
    ("完成=E5=AE=A1=E6=A0=B8，a=B0。", "完成审核，a=B0。", "escape"),
    ("推进“一网统管“和”一网通办”融合。", "推进“一网统管”和“一网通办”融合。", "quote"),
    ("1. 1. 建设粮仓。\n2. 2. 改造电网。", "1.建设粮仓。\n2.改造电网。", "double_number"),
    ("o1 落实资金。\no2 强化考核。", "①落实资金。\n②强化考核。", "list_number"),
    # what programs leave of Word files
    ("如错误!未找到引用源。所示，加快建设。", "如所示，加快建设。", "no_reference"),
    (
        '依据 HYPERLINK "http://a.cn/1.html" \\o "条例" 《某条例》，制定预案。',
        "依据《某条例》，制定预案。",
        "field_code",
    ),
    ("见 REF _Ref12 \\h 第三章，图 SEQ 图 \\* ARABIC 3为布局。", "见第三章，图3为布局。", "field_code"),
    ("落实[《某条例》]{.underline}要求。", "落实《某条例》要求。", "attribute"),
    ('建设[[粮仓]{.mark}]{#a .b key="v"}3座。', "建设粮仓3座。", "attribute"),
    ('疏浚[60]{.deletion author="甲"}[75]{.insertion author="甲"}公里。', "疏浚75公里。", "struck"),
    ("到~~2026~~2027年，建成粮仓。", "到2027年，建成粮仓。", "struck"),
    ("到<del>2026</del>2027年，建成粮仓。", "到2027年，建成粮仓。", "struck"),
    ("加强<ruby>濉<rt>suī</rt>溪<rt>xī</rt></ruby>治理。", "加强濉溪治理。", "ruby"),
    # characters beyond the Basic Multilingual Plane, accents, private use
    ("建成\U0001d7d3\U0001d7d8个站。", "建成50个站。", "form"),
    ("设立中华\U0002f8a6善日。", "设立中华慈善日。", "form"),
    ("推动区̈域协调。", "推动区域协调。", "combining"),
    ("健全机\U000e0101制。", "健全机制。", "invisible"),
    ("推进\ue5e5改革。", "推进改革。", "private_use"),
    # stray letters
    ("践行新发展理念의 公园城市。", "践行新发展理念的公园城市。", "foreign"),
    # Traditional and other variants
    ("共建统一的市場规则。", "共建统一的市场规则。", "variant"),
    ("对於重点项目加大支持。", "对于重点项目加大支持。", "variant"),
    ("盯著问题，著力推进，意味著进步，添置家俱。", "盯着问题，着力推进，意味着进步，添置家具。", "variant"),
    ("每曰巡查，于12月31曰前报送。", "每日巡查，于12月31日前报送。", "variant"),
    ("农邨两业囘升，打撃偸税。", "农村两业回升，打击偷税。", "variant"),
    ("保持水源乾净。", "保持水源干净。", "variant"),
    ("沿著既定路线前进。", "沿着既定路线前进。", "variant"),
    ("発展地方経済。", "发展地方经济。", "variant"),
    ("改革之後取得成效。", "改革之后取得成效。", "variant"),
    # white space
    ("推动区域 协调发展，提高质量。", "推动区域协调发展，提高质量。", "space"),
    ("建成 3 个监测站，推广 PM2.5 治理。", "建成3个监测站，推广PM2.5治理。", "space"),
    ("　　加强统筹协调。", "加强统筹协调。", "edge"),
    ("政 府 工 作 报 告", "政府工作报告", "space"),
    # marks
    ("加快建设,全面推进;落实责任。", "加快建设，全面推进；落实责任。", "mark"),
    ("主要任务:一是加强监管。", "主要任务：一是加强监管。", "mark"),
    ("全面完成各项任务.", "全面完成各项任务。", "mark"),
    ("共建--共享的格局。", "共建——共享的格局。", "dash"),
    (
        "规划（2021一2035年），一期2021年一2025年，三一工程。",
        "规划（2021—2035年），一期2021年—2025年，三一工程。",
        "dash",
    ),
    ("推进改革，，扩大开放。", "推进改革，扩大开放。", "repeat"),
    ("深化“放管服“改革。", "深化“放管服”改革。", "quote"),
    ('深化"放管服"改革。', "深化“放管服”改革。", "quote"),
    ("（一）加强监管（省级）。\n(二)落实责任。", "（一）加强监管（省级）。\n（二）落实责任。", "bracket"),
    ("(一)加强监管(省级)。\n（二)落实责任。", "(一)加强监管(省级)。\n(二)落实责任。", "bracket"),
    ("深化「放管服」改革，落实『双减』。", "深化“放管服”改革，落实“双减”。", "quote_form"),
    ("深化``放管服''改革，编制<<总体规划>>。", "深化“放管服”改革，编制《总体规划》。", "title_form"),
    ("深化““放管服”改革。", "深化“放管服”改革。", "quote"),
    ("（一））加强监管，（（二）落实责任。", "（一）加强监管，（二）落实责任。", "repeat"),
    ("执行<<实施<水法>办法>>和《规划>>。", "执行《实施<水法>办法》和《规划》。", "title_form"),
    ("落实《《总体规划》要求。", "落实《总体规划》要求。", "repeat"),
    ("推进改革、、、扩大开放。", "推进改革、扩大开放。", "repeat"),
    ("民族团结•进步的买买提▪艾力。", "民族团结·进步的买买提·艾力。", "dot"),
    ("0–6岁儿童，2021-2025年，1-3月。", "0-6岁儿童，2021-2025年，1-3月。", "dash"),
    ("主要任务∶加强监管。", "主要任务：加强监管。", "mark"),
    # numerals
    ("到2O25年建成1OO个项目。", "到2025年建成100个项目。", "numeral"),
    ("2024年O3月印发，5月O8日执行。", "2024年03月印发，5月08日执行。", "numeral"),
    ("增长l0%左右。", "增长10%左右。", "numeral"),
    ("完成投资3，989亿元。", "完成投资3,989亿元。", "thousands"),
    ("到20 25年建成。", "到2025年建成。", "split_year"),
    ("二O二五年完成，二◯三五年建成。", "二〇二五年完成，二〇三五年建成。", "chinese_numeral"),
    ("增长6。5%左右，覆盖率达到96o/o。", "增长6.5%左右，覆盖率达到96%。", "percent"),
    ("利用率提高8。3个百分点。", "利用率提高8.3个百分点。", "decimal_point"),
    ("__（一）__ __总体__ __目标__，达到__200万只__ 。", "（一）总体目标，达到200万只。", "markdown"),
    ("“+五五”期间召开第＋一届会议。", "“十五五”期间召开第十一届会议。", "chinese_numeral"),
    ("到2О25年建成。", "到2025年建成。", "numeral"),
    ("期限为3 0年，覆盖12 000人。", "期限为30年，覆盖12000人。", "split_number"),
    ("（《临江日报》1 9 5 4 0 9 2 4 第1版）", "（《临江日报》19540924 第1版）", "split_number"),
    ("到二 O 二五年，PM 2.5和5 G。", "到二〇二五年，PM2.5和5G。", "split_number"),
    ('推进“放管服"，“双减”。', "推进“放管服”，“双减”。", "quote"),
    ('推进“放管服"、"双减”。', "推进“放管服”、“双减”。", "quote"),
    ('他说：“落实"双减"政策”。', "他说：“落实‘双减’政策”。", "quote"),
    ("投资3, 989亿元，增长1 . 5%。", "投资3,989亿元，增长1.5%。", "split_number"),
    # words
    ("积极衔接中俄俄经济走廊。", "积极衔接中蒙俄经济走廊。", "near_miss"),
    ("开通“水上穿楼巴士”。", "开通“水上穿梭巴士”。", "near_miss"),
    ("推动成渝地区双城城经济圈建设。", "推动成渝地区双城经济圈建设。", "doubled"),
    ("全过程人民民民主制度更加健全。", "全过程人民民主制度更加健全。", "doubled"),
]


@pytest.mark.parametrize(("printed", "clean", "rule"), CHANGED)
def test_what_is_changed(cleaning: Clean, printed: str, clean: str, rule: str) -> None:
    cleaned = cleaning(printed)
    assert cleaned.text == clean
    assert rule in {change.rule for change in cleaned.corrections}
    assert all(change.reason for change in cleaned.corrections)


KEPT = [
    "入选深化改革优化营商环境案例，7个优化营商环境案例得到推广。",
    "推广㎡、㎞等单位，⑴⑵各项，水质达到Ⅲ类。",
    "水温20℃，成绩前1‰，面积100m²，总量10⁴吨。",
    "推广5G、CCC认证、RCEP和O2O模式，治理PM2.5。",
    "引进café品牌和Müller公司。",
    "会见弗拉基米尔（Владимир）先生。",
    "著名乾隆年间著作覆盖面广，工地上瞭望塔显著。",
    "其中著名的原著，张三著，人著称，俱乐部一应俱全。",
    "子曰学而时习之，古称平夷，今曰富源。",
    "皇后大道里程碑台湾面粉干部。",
    "使用昇腾芯片，保护白鱀豚。",
    "重庆都市圈、成都都市圈发展规划。",
    "高标准举办中国国际智能产业博览会。",
    "完善饮用水水源地防控体系。",
    "做到人人有责、层层落实、种种困难、个个过硬。",
    "预算为1,000元和3,989亿元，到2020，100个项目建成，时间10:30，比例2.04∶1。",
    "共同推进——扩大开放……",
    "第三节 推动公共卫生",
    "1 总则",
    "## 第七章 附则",
    "市长 张三 李四 王五",
    "自治区人民政府 财政厅",
    "《北京市实施<中华人民共和国水法>办法》",
    "统筹120、110等服务范围。",
    "实施人才强冀战略，实行积极财政政策。",
    "主办单位：省生态环境厅、省农业农村厅。",
    "一九八○年，也就是二〇〇〇年之前。",
    "他说：“要改革。”又说：“要开放。”",
    "价格为$100，成本为$200。",
    "党员张**、李**和王**参加。",
    "比例1∶500，标有*的为约束性指标。",
    "《通知〈试行〉》和A<B。",
    "- 加快建设",
    "- 加快建设\n推进改革。\n- 落实责任",
    "规划（草案（一））和《关于《规划》的决定》",
    "达到80%。以人为本，占50%of总量，比例5%05。",
    "发起#低碳生活#活动，改造3#楼。",
    "纪念“9·11”，举办“3·15”晚会。",
    "建立清单，详见附件1",
    "推广REF模式，编制SEQ手册，按PAGE计数。",
    "集合{甲，乙}和[丙]{丁}。",
    "路径为C:~~甲。",
    "1.（1）建设粮仓。",
    "水位3~5米，a~b段，x^2与y。",
    "o2强化考核。",
    "当a==b时，任务完成。",
    "全区区级机关、东山区区长和乡镇镇长。",
    "改正错误！未找到的及时上报。",
]


def test_a_document_that_parts_all_its_characters_parts_its_numbers(cleaning: Clean) -> None:
    text = "各区要提高绿化覆盖率，推进绿道建设，" * 3 + "绿化率达到45%，建设公园10处。"
    for blank in (" ", "  ", "\u3000"):
        assert cleaning(blank.join(text)).text == text


def test_a_mark_that_closes_all_paragraphs_of_a_text_without_stops_is_one(cleaning: Clean) -> None:
    printed = "清理杂物6建设站点12座6改造户厕，修路6公里6\n加强监管，落实责任6\n严肃工作纪律，定期通报6"
    right = "清理杂物。建设站点12座。改造户厕，修路6公里。\n加强监管，落实责任。\n严肃工作纪律，定期通报。"
    cleaned = cleaning(printed)
    assert cleaned.text == right
    assert [one.suggestion for one in cleaned.suspects if one.text == "。"] == ["6", "6"]
    for stays in (
        printed.replace("通报6", "通报。"),
        printed.replace("责任6", "责任5"),
        printed.split("\n", maxsplit=1)[0],
    ):
        assert "站点12座6改造" in cleaning(stays).text


@pytest.mark.parametrize("printed", KEPT)
def test_what_stays(cleaning: Clean, printed: str) -> None:
    cleaned = cleaning(printed)
    assert [(c.before, c.after, c.rule) for c in cleaned.corrections] == []
    assert cleaned.text == printed


DOUBTED = [
    ("培育“瞪羚企业”³50家。", "³", "script_digits"),
    ("探索发展灵活就业就业方式。", "就业就业", "doubled"),
    ("建设国家级足球训训基地。", "训训", "doubled"),
    ("引进3I类标准。", "3I", "numeral"),
    ("增长1 0%，形势向好。", "1 0", "space"),
    ("为期3 5年，稳步推进。", "3 5", "space"),
    ("到20○○年完成。", "20○○", "numeral"),
    ("采用\\foobar方式。", "\\foobar", "latex"),
    ("加强**统筹。", "**", "markdown"),
    ("推进改革，、扩大开放。", "，、", "repeat"),
    ("深化“放管服改革。", "“", "quote"),
    ("种植3~~5万亩、养殖6~~8万头。", "~~5万亩、养殖6~~", "markdown"),
    ("新建消防站4个o加强隐患排查。", "o", "foreign"),
    ("实施增绿工程，新建口袋公园9处6", "6", "foreign"),
]


@pytest.mark.parametrize(("printed", "span", "detector"), DOUBTED)
def test_what_is_doubted_and_not_changed(cleaning: Clean, printed: str, span: str, detector: str) -> None:
    cleaned = cleaning(printed)
    assert cleaned.text == printed
    assert (span, detector) in {(suspect.text, suspect.detector) for suspect in cleaned.suspects}


def test_the_place_of_a_lost_reference_is_doubted(cleaning: Clean) -> None:
    (suspect,) = [
        one for one in cleaning("如错误!未定义书签。所示。").suspects if one.detector == "reference"
    ]
    assert suspect.text == ""


def test_a_quotation_of_several_paragraphs_is_opened_in_each(cleaning: Clean) -> None:
    printed = (
        "增加一条：“物业服务人应当公示下列信息：\n“（一）收费标准；\n“前款信息每半年更新一次。”\n删去第三条。"
    )
    assert [suspect.text for suspect in cleaning(printed).suspects if suspect.detector == "quote"] == []
    lost = cleaning("增加一条：“物业服务人应当公示信息。\n删去第三条。")
    assert [suspect.text for suspect in lost.suspects if suspect.detector == "quote"] == ["“"]


def test_a_traditional_text_stays_traditional_and_loses_its_simplified_forms(cleaning: Clean) -> None:
    cleaned = cleaning("推動區域协調發展，完善體制機制。", "hant")
    assert cleaned.text == "推動區域協調發展，完善體制機制。"
    assert [(c.before, c.after) for c in cleaned.corrections] == [("协", "協")]


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("推動體制机制改革，优化營商環境。", "推動體制機制改革，優化營商環境。"),
        ("關于標准的規范，各种干部。", "關於標準的規範，各種幹部。"),
        ("戶籍為本，户口為證，繳納税款，後里為鄉。", "戶籍為本，户口為證，繳納税款，後里為鄉。"),
        ("戶籍與農戶登記，改為户口。", "戶籍與農戶登記，改為戶口。"),
        ("為民服務，成为典範。", "為民服務，成為典範。"),
        ("范先生在皇后大道准許干預，三公里。", "范先生在皇后大道准許干預，三公里。"),
    ],
)
def test_forms_of_a_traditional_text_follow_what_it_prints(cleaning: Clean, printed: str, clean: str) -> None:
    assert cleaning(printed, "hant").text == clean


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r"\mathrm{PM}_{2.5}", "PM2.5"),
        (r"20\%", "20%"),
        ("10^{4}", "10⁴"),
        (r"25^{\circ}C", "25℃"),
        (r"\frac{1}{3}", "1/3"),
        (r"3 . 5 \times 10^{3}", "3.5×10³"),
        (r"\text{CO}_2", "CO2"),
    ],
)
def test_formulas_become_plain_text(formula: str, text: str) -> None:
    assert plain(formula) == text
