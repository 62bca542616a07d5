"""Table `mentions`."""

from schemas.declaration import Column, ForeignKey, Table
from schemas.keys import (
    ENTITY_ID,
    TO_DOCUMENT,
    TO_ENTITY,
    TO_PARAGRAPH,
    TO_SECTION,
    TO_TASK,
    char_span,
    document_id,
    entity_id,
    mention_id,
    paragraph_id,
    section_id,
    task_id,
)

TO_FULL_FORM = ForeignKey(("stands_for",), "entities", ("entity_id",))

TABLE = Table(
    name="mentions",
    title="Mentions",
    title_zh="实体提及",
    row="mention of an entity",
    description="Where each entity is named: every mention, the longest name, nothing nested.",
    primary_key=("mention_id",),
    foreign_keys=(TO_DOCUMENT, TO_ENTITY, TO_SECTION, TO_PARAGRAPH, TO_TASK, TO_FULL_FORM),
    recognised_by=("document_id", "entity_id", "surface"),
    columns=(
        mention_id("The paragraph and the code point at which the mention starts in it."),
        document_id(),
        entity_id("Entity that is named."),
        section_id("Section that the mention stands in directly."),
        paragraph_id("Paragraph that holds the mention."),
        task_id("Task that holds the mention; null when it is in no task.", nullable=True),
        Column("surface", "string", "提及文字", "The name as written.", "重庆"),
        *char_span("the mention"),
        Column(
            "admin_code",
            "string",
            "行政区划代码",
            "GB/T 2260 code in force when this document was announced, where there is one.",
            "500000",
            nullable=True,
            pattern=r"[1-9][0-9]{5}",
        ),
        Column("origin", "string", "识别来源", "What found the mention: a lexicon or a rule.", "lexicon"),
        Column(
            "merged_by",
            "string",
            "归并依据",
            "What says that `surface` is a form of the entity's name; null where they are equal.",
            "short form",
            nullable=True,
        ),
        Column(
            "stands_for",
            "string",
            "所指实体",
            "Entity that a short form stands for in its document (省政府 where 河南省人民政府 is named "
            "before it and nothing else fits); null where that is not certain, and for full names.",
            "organization/河南省人民政府",
            nullable=True,
            pattern=ENTITY_ID,
        ),
        Column(
            "place_code",
            "string",
            "所属区划代码",
            "GB/T 2260 code of the division that is meant where a name says only its level (省委, 市图书馆): "
            "the document's own or one above it; null for other names and where that is not certain.",
            "410000",
            nullable=True,
            pattern=r"[1-9][0-9]{5}",
        ),
    ),
)
