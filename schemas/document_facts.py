"""Table `document_facts`."""

from schemas.declaration import Column, Table
from schemas.keys import TO_DOCUMENT, document_id, position

TABLE = Table(
    name="document_facts",
    title="Facts about documents",
    title_zh="文件元数据",
    row="fact about a document, from one place",
    description=(
        "What is known of a document besides its text, each with the place that says so: its description, "
        "the file's own properties, the page around it, its head and text. `documents` holds what is used."
    ),
    primary_key=("document_id", "position"),
    foreign_keys=(TO_DOCUMENT,),
    recognised_by=("document_id", "field", "value", "origin"),
    columns=(
        document_id(),
        position("Rank of the fact among those of its document, from 1: by field, the most trusted first."),
        Column(
            "field",
            "string",
            "项目",
            "What the fact tells.",
            "title",
            values={
                "title": "the document's title",
                "issuers": "a body that issued it",
                "document_number": "the number under which it was issued (发文字号)",
                "announced_on": "the day on which it was announced or signed (成文日期)",
                "published_on": "the day on which a site put it out (发布日期)",
                "effective_on": "the day from which it holds (施行日期)",
                "index_number": "its index number (索引号)",
                "source": "where its text comes from, as the file says",
                "author": "who made the file, as it says",
                "kind": "the kind of document (文种)",
                "level": "the level of its issuer or place",
                "admin_code": "the code of the division that it is of",
                "year_from": "the first year that it speaks of",
                "year_to": "the last year that it speaks of",
                "status": "whether it is a draft, holds, or holds no more",
            },
        ),
        Column("value", "string", "内容", "The fact, dates as ISO 8601.", "2021-10-20"),
        Column(
            "origin",
            "string",
            "出处",
            "Where it was found.",
            "page.html, meta ArticleTitle",
        ),
        Column(
            "is_used",
            "boolean",
            "是否采用",
            "True where `documents` says the same: no more trusted place says otherwise.",
            True,
        ),
    ),
)
