"""Table `task_entities`."""

from schemas.declaration import Column, Table
from schemas.keys import (
    TO_DOCUMENT,
    TO_ENTITY,
    TO_MENTION,
    TO_TASK,
    document_id,
    entity_id,
    mention_id,
    task_id,
)

TABLE = Table(
    name="task_entities",
    title="Parts that entities play in tasks",
    title_zh="任务与实体",
    row="part that a mentioned entity plays in a task",
    description="Which entity is to act, is supported, is the place or the matter of which task.",
    primary_key=("task_id", "mention_id", "role"),
    foreign_keys=(TO_DOCUMENT, TO_TASK, TO_MENTION, TO_ENTITY),
    recognised_by=("document_id", "entity_id", "role"),
    columns=(
        task_id("The task."),
        mention_id("The mention in the task's sentence."),
        Column(
            "role",
            "string",
            "角色",
            "The part that it plays.",
            "actor",
            values={
                "actor": "it is to act, or is part of who is to act",
                "beneficiary": "it is supported, encouraged, allowed or asked to do something",
                "place": "it says where",
                "object": "it is what the task is about, or part of that",
            },
        ),
        document_id(),
        entity_id("The entity that is mentioned."),
    ),
)
