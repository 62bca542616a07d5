"""Who acts under a heading that is the name of a body: （一）市公安局。负责维护秩序；疏导交通。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from gangyao.chinese.run_in_titles import OPENS_TITLE
from gangyao.document.outline import Outline
from gangyao.document.tasks import Party, Task
from gangyao.tasks.duties.lists import listed_parties
from gangyao.tasks.duties.name_lists import is_body_name, names_in, of_level
from gangyao.tasks.duties.written_out import written_out

# 市公安局, 市公安局主要职责; not 组织机构 or 救援队伍, which headings of other texts are as well.
_NAMES = re.compile(
    "(?P<name>(?:各|[省市县区])[^，。；：]{1,24}?|[^，。；：（）]{2,30}?(?:[局委厅办院署]|(?<=[\u4e00-\u9fff]{2})部|政府|部门|单位|公司|指挥部|小组|办公室|办事处|管委会|集团|乡镇|街道))"
    "(?:的?(?:主要|工作|基本|具体|总体)*(?:职责|职能|任务)(?:任务|分工)?[：:。]?)?"
)
# 转变政府职能 is what is to be done.
_DUTIES = re.compile("职责(?:任务|分工)?[：:。]?$")
_WORK = re.compile(OPENS_TITLE)
# What such a heading is followed by, where it says who acts.
_CHARGED = re.compile(
    "(?:[（(]?[一二三四五六七八九十\\d]{1,2}[）)、.．])?(?:具体|主要|统一|统筹)?"
    "(?:负责|承担|牵头|组织|指导|督促|协助|配合|协调|履行|按照?(?:各自)?职责)"
)


def act_under_titles(outline: Outline, tasks: Sequence[tuple[Task, ...]]) -> tuple[tuple[Task, ...], ...]:
    """Return the tasks with whom their heading names, where they name nobody and the first says a duty."""
    bodies = {section.path: named for section in outline.sections if (named := _bodies(section.title))}
    labels = {
        index: named
        for index, paragraph in enumerate(outline.paragraphs)
        if _DUTIES.search(paragraph.text) is not None and (named := _bodies(paragraph.text))
    }
    if not (bodies or labels):
        return tuple(tasks)
    settled: list[tuple[Task, ...]] = []
    charged = dict.fromkeys(_parted_among(outline, bodies), True)
    charged |= {
        one.path: True for one in outline.sections if one.path in bodies and _DUTIES.search(one.title)
    }
    named_in = ""
    for index, (paragraph, own) in enumerate(zip(outline.paragraphs, tasks, strict=True)):
        path = paragraph.section_path
        if index in labels:
            # 市总工会职责：, on a line of its own above what it has to do.
            bodies[path], charged[path], named_in = labels[index], True, path
            settled.append(())
            continue
        if named_in and path != named_in and not path.startswith(f"{named_in}."):
            named_in = ""
        path = path if path in bodies or not named_in else named_in
        if own and path in bodies and path not in charged:
            charged[path] = _CHARGED.match(own[0].text) is not None
        if not own or not charged.get(path, False):
            settled.append(own)
            continue
        settled.append(
            tuple(
                [
                    task if task.actors or task.responsibilities else task._replace(actors=bodies[path])
                    for task in own
                ]
            )
        )
    return tuple(settled)


def _parted_among(outline: Outline, bodies: Mapping[str, tuple[Party, ...]]) -> Iterator[str]:
    """Yield the sections that part duties among bodies: all that stand beside each other are called so."""
    beside: dict[str | None, list[str]] = defaultdict(list)
    for section in outline.sections:
        if section.title and section.number is not None:
            beside[section.parent_path].append(section.path)
    for paths in beside.values():
        if len(paths) > 1 and all(
            path in bodies and all(of_level(one.text) for one in bodies[path]) for path in paths
        ):
            yield from paths


def _bodies(title: str) -> tuple[Party, ...]:
    """Return the bodies that a title is; they have no place in the paragraphs below it."""
    found = _NAMES.fullmatch(title) if title else None
    if found is None or _WORK.match(title) is not None or not all(map(is_body_name, names_in(found["name"]))):
        return ()
    name = found["name"]
    parts = listed_parties(name, (0, len(name)))
    return tuple(Party(one.text, 0, 0) for part in parts for one in written_out(part))
