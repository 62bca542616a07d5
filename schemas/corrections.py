"""Table `corrections`."""

from schemas.declaration import Column, Table
from schemas.keys import TO_DOCUMENT, TO_PARAGRAPH, char_span, document_id, paragraph_id, raw_span

TABLE = Table(
    name="corrections",
    title="Corrections",
    title_zh="勘误",
    row="applied change",
    description=(
        "Every change that was made to the source text, with the reason why it may be believed. "
        "What is not listed here stands as printed."
    ),
    primary_key=("correction_id",),
    foreign_keys=(TO_DOCUMENT, TO_PARAGRAPH),
    recognised_by=("document_id", "before", "after", "category"),
    columns=(
        Column(
            "correction_id",
            "string",
            "勘误编号",
            "The document and the raw span that was changed.",
            "chengyu-2021/c2961-2963",
            pattern=r"[^/]+/c[0-9]+-[0-9]+",
        ),
        document_id(),
        *raw_span("what was changed"),
        Column(
            "before",
            "string",
            "原作",
            "What stands in the source; empty where a character was missing.",
            "训训",
            may_be_empty=True,
        ),
        Column(
            "after",
            "string",
            "改作",
            "What the published text has; empty where a character was removed.",
            "竞训",
            may_be_empty=True,
        ),
        Column("category", "string", "类型", "Kind of change.", "misread_word", pattern=r"[a-z][a-z0-9_]*"),
        Column(
            "evidence",
            "string",
            "证据",
            "Why the change may be believed.",
            "witness",
            values={
                "rule": "decidable from the character itself: a stray script, a compatibility form, mark-up",
                "lexicon": "a near miss of one known term and of no word",
                "witness": "another copy of the same text reads so",
                "quotation": "a printed quotation of the text reads so",
                "term": "other official documents use the term",
            },
        ),
        Column("rule", "string", "规则", "Name of the rule that made the change.", "erratum"),
        Column("reason", "string", "理由", "The reason in words.", "another copy of the text has 竞训"),
        Column(
            "source",
            "string",
            "出处",
            "Where the evidence can be seen; empty where the rule is evidence enough.",
            "http://example.org/page136",
            may_be_empty=True,
        ),
        paragraph_id(
            "Paragraph that holds the change; null when it is in a heading or a line set aside.",
            nullable=True,
        ),
        *char_span("`after`", nullable=True),
    ),
)
