"""What the end of a page leaves in a text: numbers, running heads, paragraphs cut in two."""

from dataclasses import replace

import pytest

from gangyao.chinese.character_model import load_model
from gangyao.document.layout import SET_ASIDE
from gangyao.document.printed import Box, PrintedLine
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.furniture.find import find_furniture
from gangyao.layout.furniture.page_numbers import find_page_numbers
from gangyao.layout.furniture.running_heads import find_running_heads
from gangyao.layout.stage import lay_out

SENTENCES = (
    "加强流域综合治理，完善河湖长制，推进重点河段水环境整治，改善城乡人居环境，健全监测预警体系，提升防灾能力。",
    "优化交通网络布局，推进干线公路改造升级，打通断头路，提高农村公路通达深度，建设一批综合客运枢纽和物流园区。",
    "实施乡村建设行动，统筹县域基础设施和公共服务布局，改造提升农村电网，发展特色种养业和乡村旅游，促进农民增收。",
    "推动优质教育资源均衡配置，扩大普惠性学前教育供给，深化县域医共体建设，完善养老托育服务体系，兜牢民生底线。",
    "强化企业创新主体地位，支持建设产业技术研究院，完善科技成果转化机制，培育专精特新企业，壮大战略性新兴产业。",
)
PARAGRAPHS = [SENTENCES[i % 5] + SENTENCES[(i * 2 + 1) % 5] + SENTENCES[(i * 3 + 2) % 5] for i in range(24)]
TITLE = "青山县农业农村现代化规划"


def printed(*, size, foot, head=(), glue=None, first=7, number="{}"):
    """Print the paragraphs on pages of `size` code points, each a line that the page's end may cut."""
    lines: list[str] = [TITLE]
    page, room = first, size
    for text in PARAGRAPHS:
        while text:
            lines.append(text[:room])
            text, room = text[room:], max(room - len(text), 0)
            if room:
                continue
            if glue == "end":
                lines[-1] += number.format(page)
            lines += foot(page)
            page, room = page + 1, size
            lines += head
            if glue == "start" and text:
                text = str(page) + text
    return lines


def paragraphs_of(lines):
    source = join_files([("page.txt", "\n".join(lines).encode())])
    layout = lay_out(source, load_model())
    assert layout.breaks == ()
    reading = reading_text(source, layout)
    text, shift = reading.text, 0
    for aside in layout.asides:
        place = text.index(source.text[aside.raw_start : aside.raw_end], shift)
        text, shift = text[:place] + text[place + aside.raw_end - aside.raw_start :], place
    return text.split("\n")


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        (lambda page: [f"— {page} —"], []),
        (lambda page: ["", f"{page}", ""], []),
        (lambda page: [f"{page} / 30", "\f"], [TITLE]),
        (lambda page: [], [TITLE]),
        (lambda page: [f"{page} DB/T 1203—2024"], []),
    ],
)
def test_a_paragraph_cut_by_the_end_of_a_page_is_rejoined(foot, head):
    assert paragraphs_of(printed(size=331, foot=foot, head=head)) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("glue", ["start", "end"])
def test_page_numbers_glued_to_lines_are_found_by_their_sequence(glue):
    lines = printed(size=341, foot=lambda page: [], glue=glue)
    assert paragraphs_of(lines) == [TITLE, *PARAGRAPHS]


def test_page_numbers_between_dashes_glued_to_lines_are_found_by_their_sequence():
    lines = printed(size=341, foot=lambda page: [], glue="end", number="-{}-")
    assert paragraphs_of(lines) == [TITLE, *PARAGRAPHS]


def test_a_sentence_goes_on_below_the_head_of_a_change_that_diff_shows():
    lines = printed(size=331, foot=lambda page: [f"@@ -{page},7 +{page},7 @@"])
    assert paragraphs_of(lines) == [TITLE, *PARAGRAPHS]


def test_characters_that_stand_apart_are_wrapped_as_others():
    wrapped = [text[n : n + 30] for text in PARAGRAPHS for n in range(0, len(text), 30)]
    spaced = paragraphs_of([TITLE, *(" ".join(line) for line in wrapped)])
    assert ["".join(text.split()) for text in spaced] == [TITLE, *PARAGRAPHS]


def test_numbers_of_lines_that_tell_their_places_are_text():
    lines = printed(size=341, foot=lambda page: [], glue="end")
    source = join_files([("page.txt", "\n".join(lines).encode())])
    places = tuple(
        PrintedLine(line, 1 + n // 40, Box(100, 40 * (n % 40), 700, 40 * (n % 40) + 20))
        for n, line in enumerate(lines)
    )
    placed = replace(source, files=(replace(source.files[0], kind="pdf", lines=places),))
    assert not lay_out(placed, load_model()).asides


def test_a_heading_before_the_end_of_a_page_does_not_take_its_paragraph():
    lines = [TITLE, *PARAGRAPHS[:2], "第二节 完善体制机制", "— 3 —", *PARAGRAPHS[2:]]
    assert paragraphs_of(lines) == [TITLE, *PARAGRAPHS[:2], "第二节 完善体制机制", *PARAGRAPHS[2:]]


def test_a_page_number_glued_to_the_number_of_a_heading():
    body = [text[start : start + 32] for text in PARAGRAPHS for start in range(0, len(text), 32)]
    lines, page = [TITLE], 71
    for index, line in enumerate(body):
        starts_page = index % 18 == 17
        page += starts_page
        title = f"9.{index // 18}.1 培育主导产业。" if starts_page else ""
        lines.append((str(page) if starts_page else "") + title + line)
    source = join_files([("page.txt", "\n".join(lines).encode())])
    found = [source.text[a.raw_start : a.raw_end] for a in lay_out(source, load_model()).asides]
    assert found == [str(number) for number in range(72, page + 1)]


def test_the_numbers_of_a_list_are_no_page_numbers():
    lines = [TITLE, *(f"{number}.{PARAGRAPHS[number % 24]}" for number in range(1, 40))]
    source = join_files([("page.txt", "\n".join(lines).encode())])
    assert lay_out(source, load_model()).asides == ()


def test_cells_between_page_numbers_do_not_hide_them():
    page = ["推进乡村建设，改善人居环境，完善基础设施。" * 16]
    table = ["序号", "项目", "1", "绿道", "2", "泵站", "3", "桥梁", "4", "公园"]
    texts = [*page, "5", *page, *table, "6", *page, "7", *page, "8", *page]
    assert [texts[i] for i, flag in enumerate(find_page_numbers(texts)) if flag] == ["5", "6", "7", "8"]


def test_the_title_itself_is_no_running_head():
    texts = [TITLE, *(line for text in PARAGRAPHS[:6] for line in (text, text[:90], TITLE, text[90:]))]
    flags = find_running_heads(texts, [False] * len(texts), load_model())
    assert not flags[0]
    assert sum(flags) == texts.count(TITLE) - 1


def test_a_sentence_of_a_narrow_column_that_comes_again_is_no_running_head():
    again = [
        "长江流域县级以上地方人民政府及其生态",
        "环境、住房和城乡建设、农业农村、",
        "交通运输、水利等部门应当加强管理。",
    ]
    texts = [
        *(text[start : start + 18] for text in PARAGRAPHS[:3] for start in range(0, len(text), 18)),
        *again,
        *(text[start : start + 18] for text in PARAGRAPHS[3:9] for start in range(0, len(text), 18)),
        *again,
        *(text[start : start + 18] for text in PARAGRAPHS[9:12] for start in range(0, len(text), 18)),
    ]
    assert not any(find_running_heads(texts, [False] * len(texts), load_model()))


def test_a_penalty_that_comes_again_in_a_narrow_column_is_text():
    again = ["出租人违反前款规定的，", "承租人有权解除合同，并有权", "要求赔偿因此遭受的损失。"]
    columns = [
        [text[start : start + 14] for text in PARAGRAPHS[first:][:12] for start in range(0, len(text), 14)]
        for first in (0, 12, 0)
    ]
    texts = [*columns[0], *again, *columns[1], *again, *columns[2], again[0], "应当承担违约责任。"]
    assert not any(find_running_heads(texts, [False] * len(texts), load_model()))


def test_a_salutation_is_no_running_head():
    texts = [line for text in PARAGRAPHS for line in ("各位代表", text)]
    assert not any(find_running_heads(texts, [False] * len(texts), load_model()))


def test_what_a_web_page_prints_around_a_text_is_furniture():
    texts = [
        "首页 > 政务公开 > 政策文件",
        "【字体：大 中 小】",
        "打印本页 关闭窗口",
        PARAGRAPHS[0],
        "上一篇：关于印发实施方案的通知",
        "相关文档：",
        "一图读懂实施方案",
        "主办：青山县人民政府办公室 承办：青山县大数据中心",
        "网站标识码：5100000001 某ICP备05000001号",
    ]
    flags = find_furniture(texts)
    assert [text for text, flag in zip(texts, flags, strict=True) if not flag] == [PARAGRAPHS[0]]


def test_indents_that_are_printed_tell_paragraphs():
    lines = [TITLE]
    for text in PARAGRAPHS:
        indented = "　　" + text
        lines += [indented[start : start + 30] for start in range(0, len(indented), 30)]
    source = join_files([("page.txt", "\n".join(lines).encode())])
    layout = lay_out(source, load_model())
    begins = [line for line in layout.lines if line.kind not in SET_ASIDE and not line.joins_previous]
    assert len(begins) == 1 + len(PARAGRAPHS)


def test_a_label_split_over_two_lines_is_one_heading():
    lines = [TITLE, *PARAGRAPHS[:2], "第三", "章 空间布局", *PARAGRAPHS[2:4]]
    assert "第三章 空间布局" in paragraphs_of(lines)


def test_a_page_number_between_two_cells_does_not_join_them():
    rows = ["序号", "项目名称", "投资（万元）", "1", "环城公路改造", "12000", "2", "第二水厂扩建"]
    cells = [*rows, "8600", "— 3 —", "3", "冷链物流中心", "5400", "4", "中医院迁建", "23000"]
    read = paragraphs_of([TITLE, *PARAGRAPHS[:2], *cells])
    assert read[-3:] == ["2第二水厂扩建8600", "3冷链物流中心5400", "4中医院迁建23000"]


@pytest.mark.parametrize(
    ("left", "right", "asides"),
    [
        # The line was cut in a quantity, and what is printed after it is not its rest.
        ("全年城镇新增就业7", "支持政策制度不断完善。", []),
        ("各项补助标准提高2", "社会事业全面进步。", []),
        ("推动经济社会7", "发展水平明显提高。", ["7"]),
    ],
)
def test_a_number_glued_to_the_end_of_a_line_is_a_page_only_where_the_sentence_has_no_room_for_it(
    left, right, asides
):
    source = join_files([("page.txt", "\n\n".join([TITLE, left, right]).encode())])
    found = lay_out(source, load_model()).asides
    assert [source.text[aside.raw_start : aside.raw_end] for aside in found] == asides


def test_a_watermark_that_always_cuts_a_sentence_is_set_aside_wherever_it_stands():
    mark = "征求意见稿"
    parted = [(SENTENCES[0], 30), (SENTENCES[2], 21), (SENTENCES[3], 25)]
    lines = [TITLE, mark, SENTENCES[1]]
    for text, place in parted:
        lines += [text[:place], mark, text[place:]]
    lines += [SENTENCES[4], mark]
    found = find_running_heads(lines, [False] * len(lines), load_model())
    assert [index for index, flag in enumerate(found) if flag] == [4, 7, 10, 13]


def test_a_line_that_goes_on_sentences_again_and_again_is_text():
    lines = [TITLE]
    for text in SENTENCES[:3]:
        lines += [text + "各地各部门要切实加强组织领导，落实", "工作责任", "，确保各项任务按期完成。"]
    assert not any(find_running_heads(lines, [False] * len(lines), load_model()))


def test_what_a_browser_prints_over_each_page_is_a_running_head_above_the_title_too():
    head = "2026/4/2 09:15　　　关于印发青山县水利工程管理办法的通知_政府文件_青山县人民政府门户网站"
    pages = [
        ["青山县水利工程管理办法", "第一条　为加强管理，制定本办"],
        ["法。", "第二条　县财政安排资"],
        ["金。"],
    ]
    lines = [
        line
        for n, page in enumerate(pages, 1)
        for line in (head, *page, f"http://www.example.gov.cn/a.html　{n}/3")
    ]
    furniture = find_furniture(lines)
    heads = find_running_heads(lines, furniture, load_model())
    left = [line for line, a, b in zip(lines, furniture, heads, strict=True) if not a and not b]
    assert left == [line for page in pages for line in page]
