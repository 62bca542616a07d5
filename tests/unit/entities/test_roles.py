from __future__ import annotations

from gangyao.document.mentions import Mention, TaskEntity
from gangyao.document.tasks import Action, Party, Task
from gangyao.entities.roles import task_entities

TEXT = "重庆市要支持四川企业在长江上游地区建设西部陆海新通道。"


def mention(surface: str, entity_type: str) -> Mention:
    start = TEXT.index(surface)
    return Mention(surface, entity_type, surface, None, start, start + len(surface), "lexicon")  # type: ignore[arg-type]


def test_roles_follow_from_the_parts_of_the_task():
    action = Action(1, "建设", "西部陆海新通道", TEXT[:-1], "action", "support", 0, len(TEXT) - 1)
    task = Task(
        1, "measure", None, TEXT, "support",
        (Party("重庆市", 0, 3),), (Party("四川企业", 6, 10),), (action,), (), 0, len(TEXT),
    )  # fmt: skip
    mentions = (
        mention("重庆市", "admin_area"),
        mention("四川", "admin_area"),
        mention("长江上游地区", "region"),
        mention("西部陆海新通道", "corridor"),
    )
    assert task_entities((task,), mentions) == (
        TaskEntity(0, 0, "actor"),
        TaskEntity(0, 1, "beneficiary"),
        TaskEntity(0, 2, "place"),
        TaskEntity(0, 3, "object"),
    )


def test_mentions_outside_every_task_have_no_role():
    assert task_entities((), (mention("重庆市", "admin_area"),)) == ()
