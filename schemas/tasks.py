"""Table `tasks`."""

from schemas.declaration import Column, Table
from schemas.keys import (
    TO_DOCUMENT,
    TO_PARAGRAPH,
    TO_SECTION,
    char_span,
    document_id,
    paragraph_id,
    period,
    position,
    section_id,
    task_id,
    years,
)

MODALITY = {
    "prohibit": "forbids, restricts or phases out: 严禁, 不得, 淘汰",
    "explore": "explores or tries: 探索, 试点, 研究建立",
    "support": "supports, encourages or allows others: 支持, 鼓励, 引导",
    "require": "requires: 要, 必须, 应, 确保",
    "commit": "sets something to be done, with none of these: 建设, 推进, 完善",
}

TABLE = Table(
    name="tasks",
    title="Tasks",
    title_zh="任务",
    row="sentence that sets something to be done",
    description=(
        "The sentences that commit someone to something. A sentence that only reports, describes or "
        "announces a theme is no task; it stays in its paragraph."
    ),
    primary_key=("task_id",),
    foreign_keys=(TO_DOCUMENT, TO_SECTION, TO_PARAGRAPH),
    recognised_by=("document_id", "text"),
    columns=(
        task_id("The paragraph and the position of the task in it."),
        document_id(),
        section_id("Section that the task stands in directly."),
        paragraph_id("Paragraph that the task is a sentence of."),
        position("Rank of the task in its paragraph, from 1."),
        Column(
            "kind",
            "string",
            "类别",
            "Measure or statement of aims.",
            "measure",
            values={
                "measure": "something to be done",
                "preamble": "an aim or a principle, between a chapter's heading and its first section",
            },
        ),
        Column(
            "theme",
            "string",
            "主题",
            "The lead of the paragraph, which the task spells out; null where there is none.",
            "完善消费促进政策。",
            nullable=True,
        ),
        Column("text", "string", "正文", "The sentence in Simplified characters.", "规范发展消费金融。"),
        Column(
            "text_hant",
            "string",
            "正文（繁体）",
            "The sentence in Traditional characters.",
            "規範發展消費金融。",
        ),
        Column(
            "modality",
            "string",
            "语气",
            "How binding the task is: that of its first action whose role is `action`.",
            "commit",
            values=MODALITY,
        ),
        Column(
            "actors",
            "strings",
            "责任主体",
            "Who is to act, as written, where the sentence names a subject.",
            ("重庆市", "四川省"),
        ),
        Column(
            "beneficiaries",
            "strings",
            "支持对象",
            "Who is supported, encouraged, allowed or asked to do something, as written.",
            ("企业",),
        ),
        *char_span("the task"),
        period(
            "Where the time that the task is for lies, seen from its document: said in its sentence, else "
            "that of its section; null where nothing tells it."
        ),
        *years(
            "First year that the task is for; the year itself where it is due by that.",
            "Last year that the task is for: by when it is due.",
        ),
    ),
)
