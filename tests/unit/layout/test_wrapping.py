"""Hard-wrapped lines are joined, others are left as they are."""

from gangyao.chinese.character_model import load_model
from gangyao.chinese.line_width import line_width
from gangyao.layout.joins.line_joins import find_joins
from gangyao.layout.joins.read_line import ReadLine
from gangyao.layout.wrapping import Wrapping, ends_early, find_wrapping

PARAGRAPHS = [
    "　　加强流域综合治理，完善河湖长制，推进重点河段水环境整治，改善城乡人居环境，"
    "健全监测预警体系，提升防灾能力，"
    "保障供水安全，建设幸福河湖，支持沿线县区发展生态旅游、特色农业和健康养老产业。",
    "　　优化交通网络布局，推进干线公路改造升级，打通断头路，提高农村公路通达深度，建设一批综合客运枢纽，"
    "方便群众出行，同时发展多式联运，降低物流成本，提高运输效率和服务质量。",
]


def read(texts):
    return [ReadLine(text) for text in texts]


def wrapped(width=20):
    lines = []
    for title, paragraph in zip(("第一节 治理河流", "第二节 建设交通"), PARAGRAPHS, strict=True):
        lines.append(title)
        lines += [paragraph[start : start + width].strip() for start in range(0, len(paragraph), width)]
    return lines


def test_wrapped_lines_become_paragraphs():
    texts = wrapped() * 2
    wrapping = find_wrapping(texts)
    assert wrapping is not None
    joined: list[str] = []
    for text, joins in zip(texts, find_joins(read(texts), wrapping, load_model()), strict=True):
        if joins:
            joined[-1] += text
        else:
            joined.append(text)
    once = ["第一节 治理河流", PARAGRAPHS[0].strip(), "第二节 建设交通", PARAGRAPHS[1].strip()]
    assert joined == once * 2


def test_a_sentence_a_line_is_not_wrapped():
    texts = [sentence + "。" for paragraph in PARAGRAPHS for sentence in paragraph.split("，")] * 3
    assert find_wrapping(texts) is None


def test_paragraphs_on_one_line_are_not_wrapped():
    assert find_wrapping([paragraph.strip() for paragraph in PARAGRAPHS] * 10) is None


def joined_lines(texts):
    paragraphs: list[str] = []
    for text, joins in zip(texts, find_joins(read(texts), Wrapping(40), load_model()), strict=True):
        if joins:
            paragraphs[-1] += text
        else:
            paragraphs.append(text)
    return paragraphs


def test_a_title_that_fills_the_line_does_not_swallow_its_paragraph():
    title = "（一）构建山地生态屏障，提升水源涵养的能力"
    paragraph = "统筹山上山下治理，加强天然林的管护工作"
    rest = "，完善巡查制度，逐步恢复退化草地的功能，防治水土的流失"
    assert joined_lines([title, paragraph, rest]) == [title, paragraph + rest]


def test_a_title_whose_quotation_is_open_goes_on():
    title = ["3.《山地生态系统保护和修复的重大工程规划", "（2021-2035 年）》（2020 年）"]
    assert joined_lines(title) == ["".join(title)]


def test_a_narrow_line_after_a_sentence_opens_a_paragraph():
    end = "加强流域的治理，完善河湖长制，改善环境。"
    texts = [end, "一轴：沿江发展轴", "发挥沿江各县的带动作用，建设特色小镇群落，", "方便群众。"]
    assert joined_lines(texts) == [texts[0], texts[1], texts[2] + texts[3]]


def test_a_short_plan_full_of_titles_is_wrapped():
    sentence = "坚持生态优先绿色发展，统筹推进山水林田湖草沙一体化保护和系统治理，让城市更加宜居宜业。"
    body = [sentence[start : start + 20] for start in range(0, len(sentence), 20)]
    titles = ["第一章 总体要求", "第一节 指导思想", "第二节 基本原则", "第三节 主要目标"]
    lines = [line for title in titles for line in (title, *body)]
    wrapping = find_wrapping(lines)
    assert wrapping is not None
    assert find_joins(read(lines), wrapping, load_model()) == [
        False,
        False,
        *([True] * (len(body) - 1)),
    ] * len(titles)


def test_lines_wrapped_by_the_number_of_characters_are_joined():
    sentence = (
        "到2025年，全市森林覆盖率达到45%以上，单位地区生产总值能耗降低13.5%左右，空气质量优良天数比例保持稳定。"
        * 2
    )
    lines = [sentence[start : start + 20] for start in range(0, len(sentence), 20)]
    plain = "坚持因地制宜分类施策，科学划定城镇开发边界和永久基本农田，推动形成绿色低碳生产生活方式。"
    lines += [plain[start : start + 20] for start in range(0, len(plain), 20)] * 6
    wrapping = find_wrapping(lines)
    assert wrapping is not None
    assert all(find_joins(read(lines), wrapping, load_model())[1:5])


def test_a_word_cut_by_the_line_is_no_heading():
    sentence = "坚持社会主义市场经济改革方向，加快完善要素市场化配置体制机制，建设全国统"
    lines = [sentence, "一、开放、竞争、有序的市场体系，激发各类经营主体内生动力和创新活力。"]
    wrapping = Wrapping(line_width(sentence))
    assert find_joins(read(lines), wrapping, load_model()) == [False, True]


def test_a_number_that_counts_on_inside_the_paragraph_is_no_item():
    first = "统筹推进下列工作：（1）完善监测预警机制，健全应急预案；"
    lines = [first, "（2）建设物资储备仓库，组织培训演练。"]
    assert find_joins(read(lines), Wrapping(line_width(first)), load_model()) == [False, True]


def test_a_line_that_could_have_held_more_ends_its_paragraph():
    body = "".join(paragraph.strip() for paragraph in PARAGRAPHS) * 3
    full = [body[start : start + 30] for start in range(0, len(body) - 30, 30)]
    full = [line for line in full if line[-1] not in "，。、" and line[0] not in "，。、"]
    lines = [*full, "推动生态产品价值实现，促进人与自然和谐共处发展。", "发展现代物流，培育流通企业。"]
    lines[-2] = lines[-2].rjust(27, "要")
    wrapping = Wrapping(60)
    assert not find_joins(read(lines), wrapping, load_model())[-1]


def test_a_line_ends_early_if_it_is_narrow_and_short_and_has_no_final_mark():
    wrapping = Wrapping(32)
    assert ends_early("进一步改善人民生活", wrapping)
    assert not ends_early("加快建设现代化产业体系，培育集群", wrapping)
    assert not ends_early("改善人民生活。", wrapping)
    # Narrow, but of as many characters as the lines have: a program wrapped by their number.
    assert not ends_early("2027-2030 GDP 5.5%", wrapping)


SHORT = [
    "各乡（镇）人民政府：",
    "为贯彻落实上级决策部署，加快推进我县乡村旅游发展，现",
    "提出以下意见。",
    "一、总体目标",
    "到2027年，全县建成重点旅游村10个，乡村旅游年接待游客",
    "突破300万人次。",
    "二、重点任务",
    "（一）完善基础设施。改造提升旅游公路60公里，新建旅游",
    "厕所25座。",
    "（二）加大资金投入。县财政每年安排500万元专项资金用。",
    "临河县人民政府",
    "2025年7月8日",
]


def test_a_short_text_is_wrapped_where_its_widest_lines_break_off():
    wrapping = find_wrapping(SHORT)
    assert wrapping is not None
    joins = find_joins(read(SHORT), wrapping, load_model())
    assert [text for text, joined in zip(SHORT, joins, strict=True) if joined] == [
        "提出以下意见。",
        "突破300万人次。",
        "厕所25座。",
    ]


def test_items_of_a_short_list_are_not_wrapped():
    items = [f"{place}区污水处理厂扩建工程新增处理能力每日五万吨" for place in "东西南北中江海"]
    assert find_wrapping(["一、重点项目", *items]) is None
