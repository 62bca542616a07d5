"""Table `mentions`."""

from schemas.declaration import Column, Table
from schemas.keys import (
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

TABLE = Table(
    name="mentions",
    title="Mentions",
    title_zh="实体提及",
    row="mention of an entity",
    description="Where each entity is named: every mention, the longest name, nothing nested.",
    primary_key=("mention_id",),
    foreign_keys=(TO_DOCUMENT, TO_ENTITY, TO_SECTION, TO_PARAGRAPH, TO_TASK),
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
    ),
)
