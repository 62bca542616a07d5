"""Table `suspects`."""

from schemas.declaration import Column, Table
from schemas.keys import TO_DOCUMENT, TO_PARAGRAPH, char_span, document_id, paragraph_id, raw_span

TABLE = Table(
    name="suspects",
    title="Suspects",
    title_zh="存疑",
    row="doubted span",
    description=(
        "Readings that are in doubt. Most were left as printed, because nothing but plausibility speaks for "
        "another one. Where a letter of another script took the place of Chinese text, or was dirt, the "
        "likeliest reading may be published though it is not certain: then `corrections` has the change, and "
        "a row here, of the same raw span, has the second likeliest reading. For curators: an erratum with "
        "evidence turns a suspect into a correction."
    ),
    primary_key=("suspect_id",),
    foreign_keys=(TO_DOCUMENT, TO_PARAGRAPH),
    recognised_by=("document_id", "text", "detector"),
    columns=(
        Column(
            "suspect_id",
            "string",
            "存疑编号",
            "The document, the raw span and the detector (with a number where it doubts a span twice).",
            "chengyu-2021/s2961-2963/doubled",
            pattern=r"[^/]+/s[0-9]+-[0-9]+/[^/]+",
        ),
        document_id(),
        *raw_span("what is doubted"),
        Column(
            "text",
            "string",
            "存疑文字",
            "What stands in the cleaned text; empty where a doubtful deletion left nothing.",
            "目目",
            may_be_empty=True,
        ),
        Column(
            "suggestion",
            "string",
            "建议",
            "What it may have been; null where nothing may have stood there, or where there is no idea "
            "(`reason` says which).",
            "节目",
            nullable=True,
        ),
        Column("reason", "string", "理由", "Why it is doubted.", "the character is doubled"),
        Column(
            "detector",
            "string",
            "检测器",
            "Name of the detector that doubts it.",
            "doubled",
            pattern=r"[^/]+",
        ),
        Column(
            "score",
            "number",
            "疑度",
            "Probability that a curator would agree that something is wrong here. Of statistics and "
            "doublings it is fitted on planted slips, one in 1,000 characters, of second readings on "
            "rendered scans; of other detectors it is "
            "how often they were right, or are judged to be (`suspect_scores.csv` of the lexicon).",
            0.83,
            nullable=True,
            unit="1",
        ),
        paragraph_id("Paragraph that holds the span; null when it is in a heading.", nullable=True),
        *char_span("`text`", nullable=True),
    ),
)
