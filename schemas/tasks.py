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
from schemas.topics import topics

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
            "The lead that the task spells out, or what a measure of a table is for; null without either.",
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
            "Who is to act, where a sentence names it or goes on; lists that share a head are written out.",
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
        Column(
            "bindingness",
            "string",
            "约束力",
            "What binds: read from the words of duty, the kind of document and whether a body is named.",
            "duty",
            values={
                "duty": "a duty of a body: 应当, 必须, 负责, 要 in a dispatch; what a law sets",
                "ban": "a ban or a bound: 禁止, 不得, 不得低于",
                "permission": "it is allowed: 可以, 允许",
                "encouragement": "it is supported or encouraged: 支持, 鼓励",
                "commitment": "the issuer says what will be done, with no word of duty",
                "exhortation": "words: 要 in a speech that names nobody, 牢记使命",
            },
        ),
        Column(
            "ban",
            "string",
            "禁限类别",
            "Kind of ban or limit that the sentence holds, whatever else it says; null for none.",
            "prohibited",
            nullable=True,
            values={
                "prohibited": "forbidden: 禁止, 严禁, 不得",
                "controlled": "strictly controlled: 严格控制, 严控, 限制",
                "fought": "fought: 打击, 查处, 整治, 遏制",
                "phased_out": "phased out: 淘汰, 取缔, 退出",
                "floor": "not less than: 不得低于, 不少于",
                "cap": "not more than: 不得超过",
            },
        ),
        Column(
            "addressed_to",
            "strings",
            "规范对象",
            "Whom it binds: its actors; where it names none, those whom the dispatch addresses.",
            ("各省、自治区、直辖市人民政府",),
        ),
        topics("the task"),
    ),
)
