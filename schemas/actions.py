"""Table `actions`."""

from schemas.declaration import Column, Table
from schemas.keys import TASK_ID, TO_DOCUMENT, TO_TASK, char_span, document_id, position, task_id
from schemas.tasks import MODALITY

TABLE = Table(
    name="actions",
    title="Actions",
    title_zh="举措",
    row="clause of a task that states something to be done",
    description="What each task is made of: predicate and object of each of its clauses.",
    primary_key=("action_id",),
    foreign_keys=(TO_DOCUMENT, TO_TASK),
    recognised_by=("document_id", "text", "verb", "object"),
    columns=(
        Column(
            "action_id",
            "string",
            "举措编号",
            "The task and the position of the action in it.",
            "chengyu-2021/8.2/p3/t2/a1",
            pattern=TASK_ID + r"/a[1-9][0-9]*",
        ),
        document_id(),
        task_id("Task that the action is a clause of."),
        position("Rank of the action in its task, from 1."),
        Column(
            "verb",
            "string",
            "谓语",
            "The predicate with its adverbs and modal words, as written.",
            "规范发展",
        ),
        Column(
            "object",
            "string",
            "宾语",
            "The rest of the clause; empty where nothing follows.",
            "消费金融",
            may_be_empty=True,
        ),
        Column(
            "text",
            "string",
            "正文",
            "The whole clause as written; `verb` and `object` together are one piece of it.",
            "规范发展消费金融",
        ),
        Column(
            "role",
            "string",
            "作用",
            "What the clause does in the task.",
            "action",
            values={
                "action": "something to do",
                "outcome": "the result aimed at",
                "basis": "only the ground, means or scope of the next clause",
            },
        ),
        Column("modality", "string", "语气", "How binding the clause is.", "commit", values=MODALITY),
        *char_span("the clause"),
    ),
)
