"""Table `targets`."""

from schemas.declaration import Column, Table
from schemas.keys import TASK_ID, TO_DOCUMENT, TO_TASK, char_span, document_id, task_id

TABLE = Table(
    name="targets",
    title="Targets",
    title_zh="指标",
    row="quantity or date that a task is bound to",
    description=(
        "Figures and deadlines of the tasks, with their values and units in a common form. "
        "Names, codes and counts inside a name are no targets."
    ),
    primary_key=("target_id",),
    foreign_keys=(TO_DOCUMENT, TO_TASK),
    recognised_by=("document_id", "text", "kind", "value"),
    columns=(
        Column(
            "target_id",
            "string",
            "指标编号",
            "The task and the rank of the target in it.",
            "chengyu-2021/8.2/p3/t2/q1",
            pattern=TASK_ID + r"/q[1-9][0-9]*",
        ),
        document_id(),
        task_id("Task that the target binds."),
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
        *char_span("the quantity"),
    ),
)
