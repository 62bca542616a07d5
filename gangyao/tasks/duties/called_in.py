"""Bodies that another acts together with: 会同有关部门, 协同市财政局, 与县环保局共同."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gangyao.document.tasks import Part, Party, Responsibility, Task
from gangyao.tasks.duties.bodies import body_in
from gangyao.tasks.duties.lists import goes_with_next, listed
from gangyao.tasks.duties.name_lists import is_body_name, names_in, of_level
from gangyao.tasks.duties.written_out import written_out

_OTHERS = re.compile(
    r"(?:会同|协同(?![发作推配治])|(?:^|(?<=[，。；.、]))与(?=[^，。；]{2,60}?(?:共同|联合)))(?P<others>[^，。；会]{2,40}?(?:部门|政府|单位|机构|地区|方面|企业|委员会|中心|公司|[厅局部委办院署台站队])"
    r"(?:[和及、][^，。；]{2,30}?(?:部门|政府|单位|机构))?)"
    r"(?=[于在按组制建加对根依负开做，确划采编定抓研完严推统及实指督发进提结拟共协联规报审评检商公批充])"
)
_CALLS = re.compile("[会协]同|与")
_APART = re.compile(r"[和及与](?=[\u4e00-\u9fff]{4})")


def called_in(text: str, task: Task) -> Iterable[Responsibility]:
    """Yield the bodies that another acts together with: 会同有关部门."""
    if _CALLS.search(text, task.start, task.end) is None:
        return
    for found in _OTHERS.finditer(text, task.start, task.end):
        # Who is called in supports; 与县环保局共同推进 parts the duty among equals.
        part: Part = "responsible" if found[0].startswith("与") else "support"
        start = found.start("others")
        for gap in [*_APART.finditer(text, start, found.end("others")), None]:
            if gap is not None and goes_with_next(text, start, gap):
                continue
            end = found.end("others") if gap is None else gap.start()
            names = names_in(text[start:end])
            if all(map(of_level, names)) and all(map(is_body_name, names)):
                # 县环保局、县水文站: of a kind that no list knows, but named with its level.
                for name in names:
                    at = text.index(name, start)
                    yield Responsibility(name, part, None, at, at + len(name))
            elif body_in(text[start:end], is_named=False) is not None:
                for span in listed(text, (start, end)):
                    for one in written_out(Party(text[slice(*span)], *span)):
                        yield Responsibility(one.text, part, None, one.start, one.end)
            elif gap is not None:
                # 建设、发展改革和规划等部门: what names no body goes with the next.
                continue
            start = end if gap is None else gap.end()
