"""Table `documents`."""

from schemas.declaration import Column, Table
from schemas.keys import confirmed_share, document_id, years

#: Kinds of documents (文种).
KINDS = {
    "plan": "规划, 纲要, 计划, 方案, 要点",
    "notice": "通知, 公告, 通报",
    "opinion": "意见",
    "report": "报告: work reports above all",
    "law": "法, 条例",
    "measures": "办法, 规定, 细则, 规则, 标准",
    "decision": "决定, 决议",
    "reply": "批复, 复函, 答复",
}
#: Levels of government.
LEVELS = {
    "国家": "the nation",
    "省": "a province, an autonomous region or a city under the central government",
    "市": "a prefecture",
    "县": "a county, a district or a county-level city",
}
#: Whether a document holds.
STATUSES = {
    "draft": "征求意见稿, 草案",
    "in_force": "有效",
    "repealed": "废止, 失效",
}

TABLE = Table(
    name="documents",
    title="Documents",
    title_zh="文件",
    row="document",
    description=(
        "The planning documents of the release: what each is, which files it was read from, and how much of "
        "them was read."
    ),
    primary_key=("document_id",),
    recognised_by=("title", "source_sha256"),
    columns=(
        document_id(
            "Short name of the document: its folder under seeds/documents, or its file's name without suffix."
        ),
        Column(
            "title",
            "string",
            "标题",
            "Title of the document, in Simplified characters.",
            "成渝地区双城经济圈建设规划纲要",
        ),
        Column(
            "title_hant",
            "string",
            "标题（繁体）",
            "Title of the document, in Traditional characters.",
            "成渝地區雙城經濟圈建設規劃綱要",
        ),
        Column(
            "issuers",
            "strings",
            "发布机关",
            "Who issued the document: as its description says or, where that is silent, as its own "
            "head or foot does.",
            ("中共中央", "国务院"),
        ),
        Column(
            "announced_on",
            "date",
            "公布日期",
            "Day on which it was announced or signed.",
            "2021-10-20",
            nullable=True,
        ),
        Column(
            "effective_on",
            "date",
            "施行日期",
            "Day from which it holds, where it says so (自2024年5月1日起施行, 自公布之日起施行).",
            "2024-05-01",
            nullable=True,
        ),
        Column(
            "document_number",
            "string",
            "发文字号",
            "Number under which it was issued.",
            "国发〔2021〕33号",
            nullable=True,
        ),
        Column(
            "addressees",
            "strings",
            "主送机关",
            "Whom the document addresses, as written.",
            ("各省、自治区、直辖市人民政府",),
        ),
        Column(
            "script",
            "string",
            "文字",
            "Script in which it is printed.",
            "hans",
            values={"hans": "Simplified characters (简体)", "hant": "Traditional characters (繁体)"},
        ),
        Column(
            "source",
            "string",
            "来源",
            "Where the files come from: an address or a citation.",
            "新华社，2021年10月20日",
            nullable=True,
        ),
        Column(
            "source_files",
            "strings",
            "源文件",
            "Names of the files it was read from, in their order.",
            ("page-11.txt",),
        ),
        Column(
            "source_sha256",
            "strings",
            "源文件校验和",
            "SHA-256 of each of `source_files`: of the bytes that the lines, joined and encoded again, give.",
            ("d87622847a08347b0a4a0a4e5ba3c0a9a0ab0c4de4e1ba3c51ba3c0a9a0ab0c4",),
        ),
        Column(
            "encoding",
            "string",
            "编码",
            "Character encoding of the files; one for each of them, joined by `;`, where they differ.",
            "utf-8",
        ),
        Column(
            "raw_chars",
            "integer",
            "原文字数",
            "Length of the decoded files, line ends included.",
            18215,
            unit="code points",
            minimum=0,
        ),
        Column(
            "clean_chars",
            "integer",
            "正文字数",
            "Length of the cleaned text: headings and paragraphs, no line ends.",
            17904,
            unit="code points",
            minimum=0,
        ),
        Column(
            "set_aside_chars",
            "integer",
            "剔除字数",
            "Length of the lines that are not read: page furniture, tables of contents, blank lines.",
            14,
            unit="code points",
            minimum=0,
        ),
        Column(
            "is_partial",
            "boolean",
            "是否残缺",
            "True when the files hold only a part of the document: they open inside a chapter whose "
            "heading they lack.",
            True,
        ),
        Column(
            "witness_chars",
            "integer",
            "他本证实字数",
            "How much of the paragraphs another copy of the text confirms: for each paragraph, the "
            "best of its witnesses.",
            0,
            unit="code points",
            minimum=0,
        ),
        Column(
            "gangyao_version", "string", "程序版本", "Version of Gangyao that read the document.", "0.1.0"
        ),
        Column(
            "kind",
            "string",
            "文种",
            "Kind of document, by the word that its title ends in (a notice that hands on a plan is a "
            "notice); null where the title names none.",
            "plan",
            nullable=True,
            values=KINDS,
        ),
        Column(
            "level",
            "string",
            "层级",
            "Level of the body that issued it, or of the place that it is for; null where neither is known.",
            "国家",
            nullable=True,
            values=LEVELS,
        ),
        Column(
            "admin_code",
            "string",
            "行政区划代码",
            "Code of the division that it is of (GB/T 2260); null for the nation's, and where none is "
            "certain.",
            "510000",
            nullable=True,
            pattern="[1-9][0-9]{5}",
        ),
        *years(
            "First year that the document as a whole speaks of: a report's year, the first year of a plan.",
            "Last year that the document as a whole speaks of.",
        ),
        confirmed_share(
            "Share of the letters, digits and Han characters of its paragraphs that another copy has."
        ),
        Column(
            "status",
            "string",
            "效力",
            "Whether it is a draft, as its title or head says, or whether it holds, as the page around it "
            "says; null where neither does.",
            "draft",
            nullable=True,
            values=STATUSES,
        ),
    ),
)
