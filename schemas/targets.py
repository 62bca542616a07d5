"""Table `targets`."""

from schemas.declaration import Column, Table
from schemas.figures import MEASURED, MOVED, PRINTED, TO_INDICATOR
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
    foreign_keys=(TO_DOCUMENT, TO_TASK, TO_INDICATOR),
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
        *PRINTED,
        *char_span("the quantity"),
        *MOVED,
        *MEASURED,
    ),
)
