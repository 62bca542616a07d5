"""What the title of a document says of sections that say nothing themselves."""

from __future__ import annotations

import pytest

from gangyao.document.outline import Outline, Paragraph, Section
from gangyao.outline.sentences import split_sentences
from gangyao.tasks.grammar import Grammar
from gangyao.tasks.read import read_tasks
from gangyao.tasks.statements.sections import first_year, read_contexts
from gangyao.tasks.statements.stances import stance_of_document, stance_of_titles


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("2024年市政府民生实事项目", "aims"),
        ("某市城市更新实施方案", "plan"),
        ("某县冬春水利方案", "plan"),
        ("2024年工作要点（征求意见稿）", "plan"),
        ("2026年重点工作", "plan"),
        ("2026年安全生产工作安排", "plan"),
        ("重点工作责任分解表", "plan"),
        ("重点任务分工方案的通知", "plan"),
        ("政府工作报告", "open"),
        ("关于坚持实事求是原则的讲话", "open"),
        ("", "open"),
        ("某县2025年国民经济和社会发展统计公报", "review"),
        ("某省生态环境状况公报（2025年）", "review"),
        ("关于巡察整改进展情况的通报", "review"),
        ("关于进一步规范公报编印工作的通知", "open"),
    ],
)
def test_documents_of_tasks_alone(title: str, stance: str) -> None:
    assert stance_of_document(title) == stance


def test_a_section_of_aims_sets_all_of_its_figures(grammar: Grammar) -> None:
    texts = ["森林覆盖率提高到24.1%。", "能耗和碳排放分别降低13.5%、18%。", "失业率控制在5.5%以内。"]
    paragraphs = tuple(
        Paragraph("1", number, 0, len(text), text, ((0, len(text)),), None, False)
        for number, text in enumerate(texts, 1)
    )
    section = Section("1", None, "chapter", 1, 1, "第一章", "主要目标", 1, False, None, None)
    outline = Outline((section,), paragraphs)
    contexts = read_contexts("某市发展规划", outline, grammar.statements)
    assert [len(read_tasks(p, c, grammar)) for p, c in zip(paragraphs, contexts, strict=True)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("titles", "stance"),
    [
        (("三、2024年主要任务", "着力扩大有效投资"), "tasks"),
        (("保障措施",), "tasks"),
        (("2023年主要任务完成情况",), "review"),
        (("主要目标任务", "总体目标"), "aims"),
        (("主要目标任务分解方案", "主要预期目标", ""), "aims"),
        (("推动高质量发展",), "plan"),
    ],
)
def test_what_titles_say(titles: tuple[str, ...], stance: str) -> None:
    assert stance_of_titles(titles) == stance


def _contexts(title: str, sections: dict[str, list[str]], grammar: Grammar) -> list[float | None]:
    paragraphs = tuple(
        Paragraph(str(at), number, 0, len(text), text, split_sentences(text), None, False)
        for at, texts in enumerate(sections.values(), 1)
        for number, text in enumerate(texts, 1)
    )
    headings = tuple(
        Section(str(at), None, "chapter", at, at, f"{at}.", heading, at, False, None, None)
        for at, heading in enumerate(sections, 1)
    )
    return [
        context.leaning for context in read_contexts(title, Outline(headings, paragraphs), grammar.statements)
    ]


def test_notes_and_the_end_of_a_document_say_nothing_of_what_stands_beside(grammar: Grammar) -> None:
    work = "实施重点项目120个。"
    alone = _contexts("", {"工作安排": [work, work]}, grammar)
    noted = _contexts("", {"工作安排": [work + "（牵头单位：县发展改革局）", work]}, grammar)
    closed = _contexts("", {"工作安排": [work, work, "本意见自印发之日起施行，有效期3年。"]}, grammar)
    assert noted == alone
    assert closed[:2] == alone


def test_measures_in_a_bulletin_are_those_taken_unless_their_title_looks_ahead(grammar: Grammar) -> None:
    taken, planned = _contexts(
        "某省生态环境状况公报",
        {"措施与行动": ["完成改造9家。"], "下一步工作打算": ["完成改造9家。"]},
        grammar,
    )
    assert taken is not None
    assert planned is not None
    assert taken > planned


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("智慧交通三年行动计划（2026-2028年）", 2026),
        ("某市科技创新“十五五”专项规划", 2026),
        ("2025年统计公报", 2025),
        ("关于加强管理的通知", None),
    ],
)
def test_the_first_year_of_a_title(title: str, year: int | None) -> None:
    assert first_year(title) == year


def test_what_a_year_after_that_of_the_title_will_see_has_not_been_reached(grammar: Grammar) -> None:
    text = "2027年完成二期，2028年全面建成。"
    paragraph = Paragraph("1", 1, 0, len(text), text, split_sentences(text), None, False)
    section = Section("1", None, "chapter", 1, 1, "1.", "车路云一体化", 1, False, None, None)
    outline = Outline((section,), (paragraph,))

    def evidence(title: str) -> float:
        own = read_contexts(title, outline, grammar.statements)[0].evidence
        assert own is not None
        return own[0]

    assert evidence("发展规划（2026-2028年）") < evidence("发展规划（2029年）")


def test_aims_of_the_year_are_tasks_and_say_nothing_of_the_sections_beside_them(grammar: Grammar) -> None:
    titles = ["主要目标", "重点任务"]
    texts = [
        "2026年，全市单位生产总值能耗下降3.2%，非化石能源消费占比达到19.5%。",
        "城镇新建建筑全面执行绿色建筑标准。",
    ]
    sections = tuple(
        Section(f"A1.{n}", None, "item", 1, n, f"{n}、", title, n, False, None, None)
        for n, title in enumerate(titles, 1)
    )
    paragraphs = tuple(
        Paragraph(f"A1.{n}", 1, 0, len(text), text, ((0, len(text)),), None, False)
        for n, text in enumerate(texts, 1)
    )
    contexts = read_contexts(
        "关于印发2026年工作要点的通知", Outline(sections, paragraphs), grammar.statements
    )
    assert [len(read_tasks(p, c, grammar)) for p, c in zip(paragraphs, contexts, strict=True)] == [1, 1]
