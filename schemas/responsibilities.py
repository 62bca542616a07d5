"""Table `responsibilities`."""

from schemas.declaration import Column, Table
from schemas.keys import TASK_ID, TO_DOCUMENT, TO_ENTITY, TO_TASK, char_span, document_id, entity_id, task_id

TABLE = Table(
    name="responsibilities",
    title="Responsibilities",
    title_zh="责任分工",
    row="body that answers for a task",
    description=(
        "Who answers for a task, as notes (〔责任单位：…〕, （…牵头，…配合）), lines, columns of tables and "
        "subjects of sentences say it."
    ),
    primary_key=("responsibility_id",),
    foreign_keys=(TO_DOCUMENT, TO_TASK, TO_ENTITY),
    recognised_by=("document_id", "task_id", "body", "part"),
    columns=(
        Column(
            "responsibility_id",
            "string",
            "责任编号",
            "The task and the rank of the body in it.",
            "chengyu-2021/8.2/p3/t2/r1",
            pattern=TASK_ID + r"/r[1-9][0-9]*",
        ),
        document_id(),
        task_id("Task that the body answers for."),
        Column(
            "body",
            "string",
            "责任主体",
            "The body as written; of a list that shares a head, written out.",
            "省发展改革委",
        ),
        entity_id(
            "The entity that the body is, where it is named as one or only one can be meant (我市, 该局); "
            "else null.",
            nullable=True,
        ),
        Column(
            "part",
            "string",
            "分工",
            "What the body is to do.",
            "lead",
            values={
                "lead": "leads (牵头, 主办)",
                "support": "supports (配合, 协办, 参与)",
                "guide": "guides (指导)",
                "responsible": "is responsible (责任单位, 负责, 落实), or is the subject of the task",
            },
        ),
        Column(
            "deadline",
            "string",
            "完成时限",
            "The time by which, as the note or the table writes it; null where it sets none.",
            "2026年底",
            nullable=True,
        ),
        *char_span("the body", nullable=True),
    ),
)
