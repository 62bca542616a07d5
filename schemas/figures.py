"""Columns of figures, which `targets` and `results` share."""

from schemas.declaration import Column, ForeignKey
from schemas.keys import period, years

MEASURES = {
    "level": "how much there is: 达到65%, 1万公里",
    "growth": "by how many percent it changes: 增长5%",
    "increase": "how much is added: 新增60万人, 提高2个百分点",
    "share": "a percentage that is a level: a rate, a proportion",
}
TO_INDICATOR = ForeignKey(("indicator_id",), "indicators", ("indicator_id",))
INDICATOR_ID = r"[^|]+\|[^|]*\|(level|growth|increase|share)?\|[^|]+"

#: What is printed: kind, comparison, value, unit, indicator, text.
PRINTED: tuple[Column, ...] = (
    Column("kind", "string", "类别", "Kind of quantity.", "percent", pattern=r"[a-z][a-z_]*"),
    Column(
        "comparator",
        "string",
        "比较",
        "How the value is to be compared.",
        ">=",
        values={
            "=": "exactly, to reach (达到)",
            "<": "below",
            "<=": "at most (以内)",
            ">": "above (超过)",
            ">=": "at least (以上)",
            "~": "about (左右)",
            "between": "from `value` to `value_to` (3%～5%)",
        },
    ),
    Column(
        "value",
        "number",
        "数值",
        "The value, in `unit`; the lower end of a range; null where it is only named.",
        65.0,
        nullable=True,
        unit="as `unit` says",
    ),
    Column(
        "value_to",
        "number",
        "上限值",
        "The upper end of a range, in `unit`; else null.",
        70.0,
        nullable=True,
        unit="as `unit` says",
    ),
    Column(
        "unit",
        "string",
        "单位",
        "Unit of `value`: UCUM code or plain name; null where it has none.",
        "%",
        nullable=True,
    ),
    Column("unit_printed", "string", "原文单位", "Unit as written.", "亿元", nullable=True),
    Column(
        "year",
        "integer",
        "年份",
        "Year by which it is to be reached, where the sentence says so.",
        2025,
        nullable=True,
        unit="calendar year",
        minimum=1900,
        maximum=2200,
    ),
    Column(
        "indicator",
        "string",
        "指标名称",
        "What is measured, as written.",
        "常住人口城镇化率",
        nullable=True,
    ),
    Column("text", "string", "正文", "The quantity as written.", "65%以上"),
)
#: Where it moves, with what it is compared, how firm it is.
MOVED: tuple[Column, ...] = (
    Column(
        "direction",
        "string",
        "变动方向",
        "Where the text moves what is measured; null where it does not say.",
        "increase",
        nullable=True,
        values={
            "increase": "to grow (增长, 提高到, 新增)",
            "decrease": "to fall (下降, 降至, 压减)",
            "keep": "to stay (保持在, 稳定在)",
        },
    ),
    Column(
        "base_year",
        "integer",
        "基期年份",
        "Year that the value is compared with (比2020年下降18%); else null.",
        2020,
        nullable=True,
        unit="calendar year",
        minimum=1900,
        maximum=2200,
    ),
    Column(
        "binding",
        "string",
        "指标属性",
        "Nature of the indicator where it is printed; else null.",
        "binding",
        nullable=True,
        values={"binding": "约束性: must be met", "expected": "预期性: is expected"},
    ),
)


def indicator_id(*, nullable: bool) -> Column:
    """Declare the id of an indicator."""
    return Column(
        "indicator_id",
        "string",
        "指标编号",
        "The indicator: its name, scope, measure and base unit, joined by `|`"
        + ("; null where the figure has none." if nullable else "."),
        "地区生产总值||growth|%",
        nullable=nullable,
        pattern=INDICATOR_ID,
    )


#: When it holds and what it measures, in one unit per quantity.
MEASURED: tuple[Column, ...] = (
    indicator_id(nullable=True),
    period("Where the years that the figure is for lie, seen from the document; null where not known."),
    *years(
        "First year that the figure is for; the year itself where it is to be reached by that; null where "
        "nothing tells it.",
        "Last year that the figure is for.",
    ),
    Column(
        "base_value",
        "number",
        "基准单位数值",
        "`value` in `base_unit`.",
        2666666666.67,
        nullable=True,
        unit="as `base_unit` says",
    ),
    Column(
        "base_value_to",
        "number",
        "基准单位上限值",
        "`value_to` in `base_unit`.",
        3333333333.33,
        nullable=True,
        unit="as `base_unit` says",
    ),
    Column(
        "base_unit",
        "string",
        "基准单位",
        "The one unit of its quantity: kg, m2, m, m3, W, J, %, person, a currency; `1` for other things that "
        "are counted; of what has no common unit that of `unit`.",
        "m2",
        nullable=True,
    ),
    Column(
        "counter",
        "string",
        "量词",
        "What things are counted with (家, 个, 套), without 万 and 亿; null for what is no count.",
        "家",
        nullable=True,
    ),
    Column(
        "money_part",
        "string",
        "资金性质",
        "Of money: what it is, where the words tell it; else null.",
        "investment",
        nullable=True,
        values={
            "spending": "funds to be spent (投入, 安排资金, 支出)",
            "investment": "investment (投资, 引资)",
            "subsidy": "subsidies and allowances (补贴, 补助, 低保)",
            "loan": "loans (贷款)",
            "turnover": "sales, output, trade (销售额, 产值, 进出口)",
        },
    ),
)
