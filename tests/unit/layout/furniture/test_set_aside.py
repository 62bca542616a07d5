"""What web pages, converters and seals print around the text is set aside; what only looks so is read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.layout.contents import find_contents
from gangyao.layout.furniture.doubled_lines import find_doubled_lines
from gangyao.layout.furniture.find import ends_page, find_furniture, is_furniture
from gangyao.layout.furniture.metadata import find_front_matter, find_metadata
from gangyao.layout.furniture.numbered_heads import find_numbered_heads
from gangyao.layout.furniture.running_heads import find_running_heads
from gangyao.layout.furniture.seals import find_seals
from gangyao.layout.stage import lay_out
from tests.unit.layout.test_stage import source_of


def taken(lines, flags):
    return [line for line, flag in zip(lines, flags, strict=True) if flag]


@pytest.mark.parametrize(
    "text",
    [
        "{12}------------------------------------------------",
        "<!-- Page 4 -->",
        "=== Page 7 ===",
        "[Page 12 of 30]",
        "——第3页，共20页——",
        "[PAGE BREAK]",
    ],
)
def test_page_marks_end_a_page(text):
    assert is_furniture(text)
    assert ends_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "您现在的位置：首页>政务公开>规划计划",
        "当前位置是：首页 > 公开目录",
        "分享到：微信 微博 QQ空间 更多",
        "分享到：QQ空间 新浪微博 打印本页 关闭窗口",
        "一键分享",
        "扫码查看手机版",
        "今天是2024年5月6日 星期一",
        "浏览次数：1023次",
        "某某市政府门户网站",
        "某省人民政府公报 2024年第12期",
        "![](_page_0_Picture_1.jpeg)",
        "<!-- image -->",
        "<|ref|>sub_title<|/ref|><|det|>[[100, 180, 500, 210]]<|/det|>",
        "[[Category:政府工作报告]]",
        "您好，欢迎访问某县人民政府网站！",
        "甲市人大常委会公报 2024·第3号",
        "<<<PAGE 4>>>",
        "无障碍浏览 | 长者模式 | 繁體 | English",
        "www.moushi.gov.cn",
        "2024年第3期（总第135期）",
        "·省政府文件·",
        "网站地图 | 联系我们 | 关于我们 | 隐私声明",
        "相关解读：一图读懂《某区托育服务方案》",
        "往期推荐",
        "▼",
        "来源 | 某市商务局",
        "编辑丨张三",
        "点击“阅读原文”查看更多",
        "喜欢就点个在看吧",
        "┌────────────┐",
        "[1] [2] [3] 下一页",
        "【 上一页 】【 下一页 】",
        "共3页 当前第1页",
        "[视频]",
        "点击下载附件",
        "首页 → 政务公开 → 规范性文件",
        "语音播报：",
        "00:00/05:32",
        "本网站使用Cookie，继续浏览即表示您同意我们的隐私政策。",
        "浏览器版本过低，请升级浏览器。",
        "【纠错】 【责任编辑:王某】",
        "https://www.example.gov.cn/art/2024/3/5/art_1.html 1/2",
        "2024/3/5 14:22 某市人民政府文件",
        "**==> picture [428 x 55] intentionally omitted <==**",
        "**----- Start of picture text -----**<br>",
        "### Notes:",
        "##",
        "-",
        "‗‗‗‗‗‗‗‗‗‗",
    ],
)
def test_marks_of_web_pages_and_converters(text):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "分享发展成果",
        "2024/3/5 前完成验收。",
        "引导网站规范使用Cookie。",
        "位置：位于县城东部",
        "建设政府门户网站集群，推进数据共享。",
        "![图1 全县水系分布](images/1.png)",
        "第3页的表格",
        "发挥公报作用",
        "微信公众号运营",
    ],
)
def test_words_of_the_text_are_no_marks(text):
    assert not is_furniture(text)


def test_front_matter_ends_with_the_rule_that_began_it():
    lines = ["---", "title: 某市条例", "tags:", "- 地方性法规", "---", "", "# 某市条例", "---", "正文"]
    assert taken(lines, find_front_matter(lines)) == lines[:5]
    assert not any(find_front_matter(["---", "第一章 总则", "---"]))


def test_metadata_stands_together_above_the_text():
    lines = [
        "索 引 号：1137/2023-00123 发文机关：某市政府",
        "某市规划",
        "各县人民政府：",
        "名称：甲",
        "一、目标",
        "来源：乙",
    ]
    assert taken(lines, find_metadata(lines)) == [lines[0]]
    bullets = ["# 某省条例", "- 发布机关：某省人大", "- 时效性：有效", "## 第一章 总则"]
    assert taken(bullets, find_metadata(bullets)) == bullets[1:3]
    assert not any(find_metadata(["某市规划", "名称：体育中心", "规模：3万平方米"]))
    inline = ["【索引号】 0001/2024-31 【主题分类】 卫生", "【主 题 词】", "某市关于健康城市的意见"]
    assert taken(inline, find_metadata(inline)) == inline[:2]
    below = [
        "索 引 号",
        "1134/202306-00012",
        "信息分类",
        "农业、水利",
        "文号",
        "某农规〔2023〕7号",
        "某省关于种业的通知",
    ]
    assert taken(below, find_metadata(below)) == below[:6]


def test_labels_in_a_row_are_metadata_and_bold_ones_too():
    row = ["某市关于气象的意见", "日期：2023-08-11 浏览次数：1024 字体：[大] [中] 打印", "各县人民政府："]
    assert taken(row, find_metadata(row)) == row[1:2]
    bold = ["- **发布机关**：某省人大", "- **文号：** 某发〔2024〕3号", "## 第一章 总则"]
    assert taken(bold, find_metadata(bold)) == bold[:2]


def test_headings_that_were_drawn_with_a_shadow_come_twice():
    lines = ["某市意见", "某市意见", "一、总体要求", "一、总体要求", "甲。", "二、任务", "二、任务", "乙。"]
    assert [n for n, again in enumerate(find_doubled_lines(lines)) if again] == [1, 3, 6]
    cells = ["一、总体要求", "甲市", "甲市", "乙市", "乙市", "二、任务", "三、保障", "三、保障"]
    assert not any(find_doubled_lines(cells))


def test_a_seal_repeats_what_stands_above_the_date():
    lines = ["抓好落实。", "某县人民政府", "2023年5月8日", "某县人民政府", "3701020012345", "某县规划"]
    assert taken(lines, find_seals(lines)) == lines[3:5]
    assert not any(find_seals(["某县人民政府", "2023年5月8日", "某县人民政府办公室", "3701020012345"]))


def test_a_line_below_text_is_a_foot_even_where_it_comes_first():
    page = ["任务{}：提高企业效益，降低成本。", "市政府文件", "— {} —"]
    lines = [text.format(number) for number in (3, 4, 5) for text in page]
    furniture = find_furniture(lines)
    assert taken(lines, find_running_heads(lines, furniture, load_model())) == ["市政府文件"] * 3


def test_lists_of_links_are_no_text():
    links = [f"- [某市关于节水的通知{number}](https://example.org/{number})" for number in range(3)]
    lines = [
        "一、总体要求",
        *links,
        "抓好落实。",
        "[实施方案](https://example.org/a)",
        "https://example.org/b",
    ]
    assert taken(lines, find_furniture(lines)) == [*links, lines[-1]]


def test_the_title_of_a_document_may_stand_before_its_contents():
    entries = ["1.总则", "1.1编制目的", "2.职责", "2.1应急组织机构", "3.附则"]
    lines = ["某市防汛应急预案目录", *entries, "", *entries[:2], "为做好防汛工作，制定本预案。", *entries[2:]]
    assert taken(lines, find_contents(lines)) == entries


def test_a_list_that_is_called_so_is_no_table_of_contents():
    lines = ["产业结构调整指导目录", "第一类 鼓励类", "一、农林业", "二、水利", "三、煤炭", "（略）"]
    assert taken(lines, find_contents(lines)) == []


def test_links_to_headings_are_a_table_of_contents():
    lines = ["- [一、总则](#一总则)", "- [二、附则](#二附则)", "# 一、总则"]
    assert taken(lines, find_contents(lines)) == lines[:2]


def test_heads_that_take_turns_over_the_numbers_of_their_pages():
    text = [
        "品种增加，版权输出",
        "位居前列，治理能力",
        "明显提高，人员素",
        "质增强。布局合理，优",
        "化服务。",
    ]
    heads = ["某省新闻规划", "专项规划汇编"] * 2
    marks = [[head, str(number)] for number, head in enumerate(heads, 2)]
    lines = [text[0], *marks[0], text[1], *marks[1], text[2], *marks[2], text[3], *marks[3], text[4]]
    found = taken(lines, find_numbered_heads(lines, [False] * len(lines)))
    assert found == [line for mark in marks for line in mark]


@pytest.mark.parametrize("last", ["全国", "县住建局、县财政局", "2026年底前"])
def test_rows_of_a_table_are_no_heads(last):
    rows = [(str(number), "改造管网，更新设备", last) for number in range(2, 9)]
    lines = [line for row in rows for line in row]
    assert not any(find_numbered_heads(lines, [False] * len(lines)))


def test_numbers_that_wrapping_cut_in_two_are_no_page_numbers():
    """The last digits of lines may count up by chance: 1, 2, 4 in `1|2.3%`, `2|0.4亿元`, `4|8艘`."""
    lines = [
        "全年固定资产投资稳步回升，基础设施投资增长1",
        "2.3%，投资对经济增长的贡献进一步提高，重点",
        "园区建设加快，新增企业一百七十六家，内销货值2",
        "0.4亿元，三张清单全部落地，国际船舶登记港累计",
        "登记国际船舶四十艘，口岸开放水平持续提升，登记4",
        "8艘，总载重吨位居全国前列，港口吞吐能力增强。",
    ]
    source = source_of("\n".join(lines) + "\n")
    assert lay_out(source, load_model()).asides == ()


def test_templates_of_a_wiki_at_the_head_are_front_matter():
    lines = ["{{header", "| title = 政府工作报告", "}}", "== 一、回顾 ==", "全市生产总值增长12%。", "{{尾}}"]
    assert taken(lines, find_front_matter(lines)) == lines[:3]
    assert not any(find_front_matter(["{{header", "一、回顾"]))


def test_titles_of_chapters_take_turns_as_heads_above_and_below_the_number_of_the_page():
    lines = [
        "甲市交通规划",
        "第一章 基础",
        "全市公路里程达到5000公里，铁路网初具规模，机场旅客持",
        "2",
        "第一章 基础",
        "续增长，港口能力提升。",
        "第二章 任务",
        "新建高速公路200公里，改造国省干线，完善农村公路网",
        "甲市交通规划",
        "3",
        "络，建设枢纽5个。",
        "加强用地保障，落实资金，强化监督，健全评估机",
        "4",
        "第二章 任务",
        "制，确保完成。",
    ]
    heads = taken(lines, find_numbered_heads(lines, [False] * len(lines)))
    assert heads == ["2", "第一章 基础", "甲市交通规划", "3", "4", "第二章 任务"]
    whole = lay_out(source_of("\n".join(lines)), load_model())
    assert [line.kind for line in whole.lines].count("heading") == 2


def test_marks_of_a_quotation_before_each_line_are_set_aside():
    layout = lay_out(source_of("> 一、目标\n>\n> 建成粮库4座。\n"), load_model())
    assert [line.kind for line in layout.lines] == ["heading", "blank", "paragraph"]
    assert [(aside.raw_start, aside.raw_end) for aside in layout.asides] == [(0, 2), (9, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "关注民生，点亮夜经济",
        "2024年第3期工程开工",
        "联系我们服务的群众",
        "扫描仪采购",
        "编辑出版地方志",
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
        "共3页报告",
        "·建设水库·治理河道",
    ],
)
def test_words_of_accounts_and_sites_in_text_stay(text):
    assert not is_furniture(text)


def test_heads_with_the_number_of_the_page_on_its_outer_side():
    page = "全市发电装机容量达到1600万千瓦，新能源占比超过45%，供电可靠率达到99.98%，充电设施不断完善，能源保"
    rest = "障能力显著增强，绿色发展取得新的成效。"
    heads = ["12 某市能源规划", "某市能源规划 13", "14 某市能源规划"]
    lines = [line for head in heads for line in (page, head, rest)]
    flags = find_running_heads(lines, [False] * len(lines), load_model())
    assert taken(lines, flags) == heads


def test_a_head_printed_upright():
    text = "某市海洋规划\n港口货物吞吐量持续位居全国前列，海洋\n某\n市\n海\n洋\n规\n划\n新兴产业加速集聚。\n"
    layout = lay_out(source_of(text), load_model())
    assert [line.kind for line in layout.lines] == ["paragraph"] * 2 + ["furniture"] * 6 + ["paragraph"]
    assert layout.lines[-1].joins_previous
    other = "某市规划\n甲\n乙\n丙\n丁\n建设水库。\n"
    assert all(line.kind != "furniture" for line in lay_out(source_of(other), load_model()).lines)


def test_a_document_in_which_each_line_comes_twice():
    lines = ["某县规划", "一、总体要求", "坚持种养结合。", "二、重点任务", "新建养殖场30个。"]
    layout = lay_out(source_of("".join(f"{line}\n{line}\n" for line in lines)), load_model())
    assert [line.kind == "furniture" for line in layout.lines] == [False, True] * len(lines)


def test_a_seal_between_a_signature_and_its_date():
    lines = ["特此通告。", "某县人民政府", "某县人民政府", "★", "3701120034567", "2024年3月5日"]
    assert taken(lines, find_seals(lines)) == lines[2:5]
    signed = ["某市财政局", "某市审计局", "2024年3月5日"]
    assert taken(signed, find_seals(signed)) == []


def test_a_number_between_two_tables_is_that_of_a_page():
    table = "<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>修渠</td></tr></table>"
    text = f"{table}\n\n15\n\n{table}\n\n共15项。\n{table}\n"
    layout = lay_out(source_of(text), load_model())
    kinds = {text[line.raw_start : line.raw_end]: line.kind for line in layout.lines}
    assert (kinds["15"], kinds["共15项。"]) == ("furniture", "paragraph")


def test_a_head_of_two_lines_and_one_with_blanks_in_it():
    page = "市县人民政府应当严格执行规划，不得擅自改变规划确定的用途，确需调整的，按照法定程序"
    heads = ["某省自然资源公报", "某省自然资源厅文件"]
    lines = [*heads, "某省办法", "为了规范，制定本办法。", page, *heads, "报批。", page, *heads, "报批。"]
    assert taken(lines, find_running_heads(lines, [False] * len(lines), load_model())) == heads * 2
    feet = [f"某市人工智能产业规划（2026—2030年）{' ' * 20}- {n} -" for n in (1, 2, 3)]
    lines = [line for foot in feet for line in (page, foot, "报批。")]
    assert taken(lines, find_running_heads(lines, [False] * len(lines), load_model())) == feet


def test_a_watermark_over_a_short_line_that_breaks_off():
    lines = [
        "某市方案", "征求意见稿", "一、要求", "强化招商引资，全面提升政务服务", "征求意见稿", "效能。",
        "二、任务", "引进亿元以上项目50个，新增规上", "征求意见稿", "企业120家。", "征求意见稿",
    ]  # fmt: skip
    flags = find_running_heads(lines, [False] * len(lines), load_model())
    assert [n for n, flag in enumerate(flags) if flag] == [4, 8, 10]


def test_a_stamp_that_stands_every_so_many_lines_is_none_of_the_text_though_some_cut_nothing():
    works = ("良种基地", "灌区", "农产品冷库", "种质资源圃", "育苗工厂", "粮食仓库", "水文站", "气象站")
    text = "".join(f"加快建设{one}，完善{other}管理体系，支持联合攻关。" for one, other in pairwise(works))
    wrapped = ["一、重点工作", *(text[at : at + 17] for at in range(0, len(text), 17))]
    stamped = [(line, "内部资料 注意保存") if at % 2 else (line,) for at, line in enumerate(wrapped)]
    lines = [line for lines in stamped for line in lines]
    flags = find_running_heads(lines, [False] * len(lines), load_model())
    assert [line for line, flag in zip(lines, flags, strict=True) if not flag] == wrapped


def test_a_refrain_that_stands_unevenly_stays():
    body = ["坚持自主创新，", "加快建设良种基地，完善保护体系。", "支持企业联合攻关。", "推广新品种。"]
    lines = [part for n in (1, 3, 2, 4, 1, 3) for part in (*body[:n], "市农业农村局")]
    assert not any(find_running_heads(lines, [False] * len(lines), load_model()))


def test_a_second_copy_of_the_whole_document_is_none_of_the_text():
    once = [
        "某市种业方案",
        "一、总体要求",
        *(f"建设第{n}个良种基地，完善保护体系。" for n in range(8)),
        "二、附则",
    ]
    for copy in (once, [*once, "打印本页"]):
        assert find_doubled_lines([*once, "", *copy])[: 2 * len(once) + 1] == (
            [False] * (len(once) + 1) + [True] * len(once)
        )
    assert not any(find_doubled_lines([*once, *once[:6]]))
    assert not any(find_doubled_lines([*once, *(line.replace("建设", "改造") for line in once)]))
