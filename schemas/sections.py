"""Table `sections`."""

from schemas.declaration import Column, ForeignKey, Table
from schemas.keys import PATH, SECTION_ID, TO_DOCUMENT, document_id, period, position, section_id, years
from schemas.topics import topics

TABLE = Table(
    name="sections",
    title="Sections",
    title_zh="章节",
    row="heading",
    description="The outline of each document: parts, chapters, sections, articles and items, as a tree.",
    primary_key=("section_id",),
    foreign_keys=(TO_DOCUMENT, ForeignKey(("parent_id",), "sections", ("section_id",))),
    recognised_by=("document_id", "label", "title"),
    columns=(
        section_id("The document and the dotted path of the section in it."),
        document_id(),
        Column(
            "parent_id",
            "string",
            "上级章节",
            "Section that holds this one; null at the top.",
            "chengyu-2021/8",
            nullable=True,
            pattern=SECTION_ID,
        ),
        Column(
            "level",
            "string",
            "层级",
            "Kind of heading.",
            "section",
            values={
                "part": "第一编, 第一篇",
                "chapter": "第一章",
                "section": "第一节",
                "article": "第一条, or 专栏1",
                "item": "一、",
                "subitem": "（一）",
                "point": "1. or ①",
            },
        ),
        Column("depth", "integer", "深度", "Depth in the tree, 1 at the top.", 2, unit="ordinal", minimum=1),
        Column(
            "number",
            "integer",
            "编号",
            "The heading's own number; null where it has none.",
            2,
            nullable=True,
            unit="ordinal",
            minimum=0,
        ),
        Column(
            "label",
            "string",
            "标号",
            "The number as printed; empty where there is none.",
            "第二节",
            may_be_empty=True,
        ),
        Column(
            "title",
            "string",
            "标题",
            "The heading without its label; empty where it has none.",
            "构建绿色产业体系",
            may_be_empty=True,
        ),
        Column(
            "title_hant",
            "string",
            "标题（繁体）",
            "`title` in Traditional characters.",
            "構建綠色產業體系",
            may_be_empty=True,
        ),
        Column(
            "path",
            "string",
            "路径",
            "Numbers of the headings from the top down to this one. `0` is text before the first heading; a "
            "letter stands for a heading without number (`8a`) or an attached document (`A1`), `-2` for the "
            "second heading of one number.",
            "8.2",
            pattern=PATH,
        ),
        position("Rank of the section in its document, in reading order, from 1."),
        Column(
            "is_implied",
            "boolean",
            "是否推定",
            "True when no such heading is on the pages, but the text belongs under one.",
            False,
        ),
        Column(
            "text",
            "string",
            "正文",
            "The section's own paragraphs, one a line; empty when all text is in its subsections "
            "(theirs is not repeated here).",
            "推动形成绿色产业体系。",
            may_be_empty=True,
        ),
        Column(
            "text_hant",
            "string",
            "正文（繁体）",
            "`text` in Traditional characters.",
            "推動形成綠色產業體系。",
            may_be_empty=True,
        ),
        Column(
            "chars",
            "integer",
            "字数",
            "Length of the section's own paragraphs, line ends not counted.",
            812,
            unit="code points",
            minimum=0,
        ),
        period(
            "Where the time that the section speaks of lies, seen from its document: its title's, that of "
            "the section above or of the year chapter before it; null where nothing tells it."
        ),
        *years("First year that the section speaks of.", "Last year that the section speaks of."),
        topics("the section"),
    ),
)
