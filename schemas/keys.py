"""Columns that many tables share: ids, positions and spans, declared once and used in each of them."""

from __future__ import annotations

from schemas.declaration import Column, ForeignKey

DOCUMENT_ID = r"[^/]+"
# An article that was inserted later has 之 in its step of the path: `2之1`.
_STEP = "[0-9A-Za-z之-]+"
PATH = rf"{_STEP}(\.{_STEP})*"
SECTION_ID = DOCUMENT_ID + "/" + PATH
PARAGRAPH_ID = SECTION_ID + r"/p[1-9][0-9]*"
TASK_ID = PARAGRAPH_ID + r"/t[1-9][0-9]*"
MENTION_ID = PARAGRAPH_ID + r"/m[0-9]+"
ENTITY_ID = r"[a-z_]+/(.|\n)+"


def document_id(description: str = "The document that the row belongs to.") -> Column:
    """Declare the id of a document."""
    return Column("document_id", "string", "文件编号", description, "chengyu-2021", pattern=DOCUMENT_ID)


def section_id(description: str, *, nullable: bool = False) -> Column:
    """Declare the id of a section: its document and its dotted path."""
    return Column(
        "section_id",
        "string",
        "章节编号",
        description,
        "chengyu-2021/8.2",
        nullable=nullable,
        pattern=SECTION_ID,
    )


def paragraph_id(description: str, *, nullable: bool = False) -> Column:
    """Declare the id of a paragraph: its section and its position there."""
    return Column(
        "paragraph_id",
        "string",
        "段落编号",
        description,
        "chengyu-2021/8.2/p3",
        nullable=nullable,
        pattern=PARAGRAPH_ID,
    )


def task_id(description: str, *, nullable: bool = False) -> Column:
    """Declare the id of a task: its paragraph and its position there."""
    return Column(
        "task_id",
        "string",
        "任务编号",
        description,
        "chengyu-2021/8.2/p3/t2",
        nullable=nullable,
        pattern=TASK_ID,
    )


def mention_id(description: str) -> Column:
    """Declare the id of a mention: its paragraph and the code point at which it starts."""
    return Column(
        "mention_id", "string", "提及编号", description, "chengyu-2021/8.2/p3/m17", pattern=MENTION_ID
    )


def entity_id(description: str, *, nullable: bool = False) -> Column:
    """Declare the id of an entity: its type and its canonical name."""
    return Column(
        "entity_id",
        "string",
        "实体编号",
        description,
        "admin_area/重庆市",
        nullable=nullable,
        pattern=ENTITY_ID,
    )


def raw_span(what: str) -> tuple[Column, Column]:
    """Declare a half-open span of the raw text."""
    return (
        Column(
            "raw_start",
            "integer",
            "原文起点",
            f"Where {what} starts in the raw text: the document's files, decoded and joined in their order.",
            2961,
            unit="code points",
            minimum=0,
        ),
        Column(
            "raw_end",
            "integer",
            "原文终点",
            f"Where {what} ends in the raw text (the code point after the last).",
            2963,
            unit="code points",
            minimum=0,
        ),
    )


def char_span(
    what: str, *, within: str = "the paragraph's text", nullable: bool = False
) -> tuple[Column, Column]:
    """Declare a half-open span of a paragraph's text."""
    none = "; null when it is in no paragraph" if nullable else ""
    return (
        Column(
            "start_char",
            "integer",
            "起始字符",
            f"Where {what} starts in {within}, from 0{none}.",
            17,
            nullable=nullable,
            unit="code points",
            minimum=0,
        ),
        Column(
            "end_char",
            "integer",
            "结束字符",
            f"Where {what} ends in {within} (the code point after the last){none}.",
            21,
            nullable=nullable,
            unit="code points",
            minimum=0,
        ),
    )


def position(description: str) -> Column:
    """Declare a rank that counts from 1."""
    return Column("position", "integer", "序号", description, 3, unit="ordinal", minimum=1)


def period(description: str) -> Column:
    """Declare where the years of a row lie, seen from its document."""
    return Column(
        "period",
        "string",
        "时期",
        description,
        "this_year",
        nullable=True,
        values={
            "review": "before the document: what it looks back on (回顾)",
            "this_year": "the document's own year (今年)",
            "five_years": "within the six years after that: five-year plans, action plans",
            "long_term": "beyond (远景)",
        },
    )


def years(first: str, last: str) -> tuple[Column, Column]:
    """Declare a period in calendar years, both included; null where none is said."""
    return (
        Column(
            "year_from",
            "integer",
            "起始年份",
            first,
            2026,
            nullable=True,
            unit="calendar year",
            minimum=1900,
            maximum=2200,
        ),
        Column(
            "year_to",
            "integer",
            "终止年份",
            last,
            2030,
            nullable=True,
            unit="calendar year",
            minimum=1900,
            maximum=2200,
        ),
    )


def confirmed_share(what: str) -> Column:
    """Declare the share of characters that another copy of the text confirms."""
    return Column(
        "confirmed_share",
        "number",
        "他本证实比例",
        f"{what} Null where no copy was compared.",
        0.9987,
        nullable=True,
        unit="1",
        minimum=0,
        maximum=1,
    )


TO_DOCUMENT = ForeignKey(("document_id",), "documents", ("document_id",))
TO_SECTION = ForeignKey(("section_id",), "sections", ("section_id",))
TO_PARAGRAPH = ForeignKey(("paragraph_id",), "paragraphs", ("paragraph_id",))
TO_TASK = ForeignKey(("task_id",), "tasks", ("task_id",))
TO_MENTION = ForeignKey(("mention_id",), "mentions", ("mention_id",))
TO_ENTITY = ForeignKey(("entity_id",), "entities", ("entity_id",))
