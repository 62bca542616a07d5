"""Table `indicators`."""

from schemas.declaration import Column, Table
from schemas.figures import MEASURES, indicator_id

TABLE = Table(
    name="indicators",
    title="Indicators",
    title_zh="指标目录",
    row="thing that targets and results measure",
    description=(
        "What the figures of all documents measure. 新增 is a measure of its own: 100 GW added are not 100 "
        "GW installed. Known names have the form that statistics use (`seeds/lexicon/indicators.csv`); "
        "others stay as written, without what surrounds them."
    ),
    primary_key=("indicator_id",),
    recognised_by=("name", "scope", "measure", "base_unit"),
    columns=(
        indicator_id(nullable=False),
        Column("name", "string", "指标名称", "The name that statistics use.", "地区生产总值"),
        Column(
            "scope",
            "string",
            "范围",
            "The part that is measured; null for the whole of the document's territory.",
            "海洋",
            nullable=True,
        ),
        Column(
            "measure",
            "string",
            "计量方式",
            "How it is measured: `level` is how much there is or is to be; null where a part of it is new.",
            "growth",
            nullable=True,
            values=MEASURES,
        ),
        Column("base_unit", "string", "基准单位", "Unit of `base_value` of its figures.", "%"),
        Column(
            "aliases",
            "strings",
            "别名",
            "What documents call it, other than `name`, sorted.",
            ("生产总值", "GDP"),
        ),
        Column(
            "target_count", "integer", "目标数", "How many targets measure it.", 31, unit="targets", minimum=0
        ),
        Column(
            "result_count", "integer", "结果数", "How many results measure it.", 29, unit="results", minimum=0
        ),
        Column(
            "document_count",
            "integer",
            "文件数",
            "How many documents measure it.",
            30,
            unit="documents",
            minimum=1,
        ),
    ),
)
