"""Table `citations`."""

from schemas.declaration import Column, Table
from schemas.keys import PARAGRAPH_ID, TO_DOCUMENT, TO_PARAGRAPH, char_span, document_id, paragraph_id

TABLE = Table(
    name="citations",
    title="Citations",
    title_zh="引用文件",
    row="place where a document refers to another",
    description=(
        "The documents that a document names by 《title》 or number, and what it says of them. The view "
        "`v_citations` finds them among the documents of the release."
    ),
    primary_key=("citation_id",),
    foreign_keys=(TO_DOCUMENT, TO_PARAGRAPH),
    recognised_by=("document_id", "title", "number", "relation"),
    columns=(
        Column(
            "citation_id",
            "string",
            "引用编号",
            "The paragraph and the rank of the citation in it.",
            "chengyu-2021/12.1/p1/c1",
            pattern=PARAGRAPH_ID + r"/c[1-9][0-9]*",
        ),
        document_id("The document that refers."),
        paragraph_id("Paragraph that names the other document."),
        Column(
            "relation",
            "string",
            "关系",
            "What the words around it say of the other document.",
            "basis",
            values={
                "basis": "根据, 依据, 按照: what is done goes by it",
                "implements": "贯彻, 落实, 实施, 印发: it is carried out or handed on",
                "amends": "修改, 修订: it is changed",
                "repeals": "废止: it no longer holds",
                "mentions": "it is named",
            },
        ),
        Column(
            "title",
            "string",
            "标题",
            "Title without 《》; where it is named in short (《方案》), the whole title given before. Null "
            "where only its number is named.",
            "成渝地区双城经济圈建设规划纲要",
            nullable=True,
        ),
        Column(
            "number",
            "string",
            "文号",
            "Number under which it was issued, where it is named.",
            "国发〔2021〕5号",
            nullable=True,
        ),
        *char_span("the title or number"),
    ),
)
