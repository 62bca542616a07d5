"""Layout loses no line and no character, whatever the text; every order is a permutation."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gangyao.chinese.character_model import load_model
from gangyao.document.layout import SET_ASIDE
from gangyao.document.reading_text import reading_text
from gangyao.ingest.join import join_files
from gangyao.layout.reading_order.numbering import read_mark
from gangyao.layout.reading_order.restore import Judges, restore_order
from gangyao.layout.reading_order.topics import load_topics
from gangyao.layout.reading_order.units import Unit
from gangyao.layout.stage import lay_out
from tests.property_tests import examples

LINES = [
    "第一章 总则",
    "第二章 主要任务",
    "第一节 建设公园",
    "第二节 改善水质",
    "（一）加强领导。各级部门要落实责任。",
    "加强流域综合治理，完善河湖",
    "长制，改善人居环境。",
    "及城乡统筹发展，",
    "建设一批口袋公园，方便群众。",
    "11要闻",
    "（下转第五版）",
    "— 3 —",
    "7",
    "专栏1 重点工程",
    "第三章 保障措施 ........ 9",
    "",
    "\u3000",
    "\ufeff目录",
    "某市人民政府办公室",
]
TERMINATORS = ["\n", "\r\n", "\r"]
texts = st.lists(
    st.tuples(st.one_of(st.sampled_from(LINES), st.text(max_size=12)), st.sampled_from(TERMINATORS)),
    max_size=30,
)


@examples(150)
@given(st.lists(texts, min_size=1, max_size=3), st.booleans())
def test_lines_tile_the_text_and_each_is_read_once_or_set_aside(files, ended):
    data = []
    for number, parts in enumerate(files):
        text = "".join(line.replace("\r", "") + end for line, end in parts)
        data.append(
            (f"{number}.txt", (text if ended else text.rstrip("\r\n")).encode("utf-8", "surrogatepass"))
        )
    try:
        source = join_files(data)
    except ValueError:
        return
    layout = lay_out(source, load_model())
    position = 0
    for line in layout.lines:
        assert source.text[position : line.raw_start] in ("", "\n", "\r\n", "\r", "\r\n\n", "\n\n")
        assert line.raw_start <= line.raw_end
        position = line.raw_end
    assert source.text[position:] in ("", "\n", "\r\n", "\r")
    assert [line.number for line in layout.lines] == list(range(1, len(layout.lines) + 1))
    read = [line for line in layout.lines if line.kind not in SET_ASIDE]
    assert sorted(line.reading_position or 0 for line in read) == list(range(1, len(read) + 1))
    assert all(line.block is not None for line in read)
    assert all(line.reading_position is None for line in layout.lines if line.kind in SET_ASIDE)
    reading = reading_text(source, layout)
    assert sum(piece.end - piece.start for piece in reading.pieces) == sum(
        line.raw_end - line.raw_start for line in read
    )


@examples(60)
@given(st.lists(st.sampled_from([line for line in LINES if line.strip()]), max_size=40))
def test_an_order_is_a_permutation_and_its_breaks_are_where_it_leaves_the_printed_one(lines):
    units = [Unit(line, read_mark(line), False) for line in lines]
    found = restore_order(units, Judges(load_model(), load_topics()))
    assert sorted(found.order) == list(range(len(units)))
    jumps = [(a, b) for a, b in pairwise(found.order) if b != a + 1]
    assert [(each.after, each.before) for each in found.breaks] == jumps


SENTENCES = [
    "健全工作机制，加强部门协同，明确责任分工。",
    "支持有条件的县区先行先试，总结推广经验。",
    "提高公共服务质量和水平，方便群众办事。",
    "建设一批示范项目，带动社会投资。",
    "完善监测预警体系，及时处置突发情况。",
    "鼓励企业增加研发投入，培养专业人才。",
    "严格控制污染物排放，改善环境质量。",
    "推进数据共享，打造智慧管理平台。",
]


def plan(rng):
    subjects = ["水环境", "综合交通", "公共文化", "乡村产业", "养老服务", "科技创新", "市场监管", "防灾减灾"]
    lines = ["某某地区发展规划"]
    for chapter, number in enumerate("一二三四五"):
        lines.append(f"第{number}章 推进{subjects[chapter]}建设")
        for section in "一二三":
            subject = rng.choice(subjects)
            lines.append(f"第{section}节 完善{subject}体系")
            lines.append(f"加快{subject}领域改革。" + "".join(rng.sample(SENTENCES, 4)))
    return lines


@examples(20)
@given(st.integers(min_value=0, max_value=10_000))
def test_a_numbered_document_in_order_stays_in_order(number):
    text = "\n\n".join(plan(random.Random(number)))
    layout = lay_out(join_files([("plan.txt", text.encode())]), load_model())
    assert layout.breaks == ()


def is_put_back(number):
    """Tell whether the shuffled chapters of an invented plan are read in their own order."""
    rng = random.Random(number)
    lines = plan(rng)
    starts = [index for index, line in enumerate(lines) if "章" in line[:4]]
    chapters = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    order = list(range(5))
    rng.shuffle(order)
    printed = [line for index in order for line in chapters[index]]
    source = join_files([("plan.txt", "\n".join(printed).encode())])
    return reading_text(source, lay_out(source, load_model())).text.split("\n") == lines[1:]


def test_chapters_in_another_order_are_put_back():
    # No law but a rate: the order is weighed (of 500 other such plans, all are put back).
    assert sum(map(is_put_back, range(60))) >= 59
