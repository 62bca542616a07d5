"""What single cells say: the bodies that answer for a task, the time by which, the value of an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gangyao.document.outline import Paragraph
from gangyao.document.tables import PlacedCell
from gangyao.document.tasks import Binding, Comparator, Direction, Part, Party, Target
from gangyao.tasks.targets.deadlines import find_deadlines
from gangyao.tasks.targets.grammar import TargetGrammar
from gangyao.tasks.targets.quantities import find_quantities

# Bodies that stand together share the part that is said behind the last of them.
# Levels in brackets belong to a name: 各县(市,区)政府.
_LEVELS = r"[（(][省市县区州旗盟镇乡、,，/\s]{1,9}[）)]"
_GROUP = re.compile(rf"(?:{_LEVELS}|[^，,；;。\n])+")
# Names stand apart by a mark, or where one ends and the level of the next follows: 市财政局市公安局.
_APART = re.compile(
    r"[、/\s]+(?![省市县区州旗盟镇乡、,，/\s]{1,8}[）)])|(?<=[局委厅部会办府司院行团])和(?=[\u4e00-\u9fff]{2})"
    r"|(?<=[局委厅办府会院团])(?=(?:市(?![场容民域直]|政(?!府))|县(?!域)|省|区(?![域块])|各[县区市乡镇街])[\u4e00-\u9fff]{2})"
)
# A line of a cell that ends as names of bodies do, above one that is such a name, is a name of its own:
# not 国家税务总局 above 某县税务局, nor 某镇 above 人民政府.
_BODY = (
    r"(?:(?<!总)局|[委厅部会办府司院行团站所队校镇乡]|(?:妇|残|文|侨|工商)联|中心|单位|部门|公司|集团|街道)"
    r"(?:[）)]|负责|牵头|配合)?"
)
_LINE_OF_BODY = re.compile(rf"(?:[^（()）]|[（(][^（()）]*[）)])*?{_BODY}")
_BODY_BELOW = re.compile(
    rf"(?!政府|人民政府|党委|党组|办公|办事|管委|管理委|局|委|分|支)[^、，,；;。\n]{{2,}}?{_BODY}(?=[、，,；;。（(]|$)"
)
_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("lead", re.compile("牵头|主办|主责|承办")),
    ("support", re.compile("配合|协办|协助|参与|参加")),
    ("responsible", re.compile("负责|落实|责任")),
)
# What says only how a body answers: 牵头, 按职责分工负责, （配合）.
_PART = re.compile(
    r"(?:(?:主要|共同|分别|具体)?(?:牵头|配合|负责|参与|协助|主办|协办|落实|组织实施)(?:单位|部门)?|按(?:照)?职责分工(?:负责)?)+"
)
_LABEL = re.compile(r"(?:牵头|配合|责任|主办|协办|参与)(?:单位|部门)?[：:]")
# Brackets that say how a body answers; others are part of its name: 各县（区）政府.
_BRACKETS = re.compile(r"[（(][^（）()]*(?:牵头|配合|负责|主办|协办|参与|责任)[^（）()]*[）)]")
_WORD = re.compile(r"[^\W_]")
_REST = re.compile(r"(?:等(?:部门|单位|有关部门|相关部门|相关单位|有关单位)?)$")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*[-./—–~～年至]{1,2}\s*(?:\d{1,2}(?!\d)(?:\s*[-./月]\s*\d{0,2}(?!\d))?)?|$)"
)
_SIGN: tuple[tuple[str, Comparator], ...] = (
    ("≥", ">="), ("≧", ">="), (">=", ">="), ("＞", ">"), (">", ">"),
    ("≤", "<="), ("≦", "<="), ("<=", "<="), ("＜", "<"), ("<", "<"),
)  # fmt: skip
# A sum over the years of the plan is printed in brackets: [5.2].
_SUM = re.compile(r"[\[〔［【（(]\s*(.+?)\s*[\]〕］】）)]")
_RATE = re.compile(
    r"(?:[≥≧>＞约]|不低于|高于)?\s*[+-]?\d[\d.]*\s*[%％]?(?:[-—–~～至]\d[\d.]*[%％]?)?(?:左右|以上|以下|以内)?"
)
_NUMBER = re.compile(r"[+-]?\d[\d.,，]*")
_POINTS = "percentage point"
# What an indicator changes by stands in its name: 单位地区生产总值能耗|降低（%）.
_CHANGES: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    ("decrease", re.compile("(?<=..)(?:累计)?(?:降低|下降|减少|削减)$")),
    ("increase", re.compile("(?<=..)(?:累计|年均)?(?:增长|提高|增加)$")),
)
_UNIT_IN_NAME = re.compile(r"[（(]([^（）()]{1,10})[）)]$")
_LEADING = re.compile(r"^(?:[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[①-⑳])\s*")


def read_bodies(text: str, placed: PlacedCell, paragraph: Paragraph) -> list[tuple[Party, Part | None]]:
    """Return the bodies that a cell names, each with the part that the cell itself gives it.

    `A牵头，B、C配合` says so behind the names, `牵头单位：A` before them, `A（牵头）` of one. A body in
    a cell of another row has an empty span.
    """
    printed = placed.text(text)
    is_own = paragraph.start <= placed.start and placed.end <= paragraph.end
    offset = placed.start - paragraph.start
    found: list[tuple[Party, Part | None]] = []
    labelled: Part | None = None
    for group in _groups(printed, [at - placed.start for at in placed.breaks]):
        start = group.start()
        if label := _LABEL.match(group[0]):
            labelled, start = _part_said(label[0]), start + label.end()
        of_group = _part_said(_BRACKETS.sub("", printed[start : group.end()])) or labelled
        for name, at, own in _names(printed, start, group.end()):
            span = (offset + at, offset + at + len(name)) if is_own else (0, 0)
            found.append((Party(name, *span), own or of_group))
    # A merged cell may say its body twice.
    first = {(party.text, part): party for party, part in reversed(found)}
    return [(party, part) for party, part in found if first[party.text, part] is party]


def _groups(printed: str, breaks: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what a cell says, cut at marks that part groups of bodies and at lines that are names."""
    start = 0
    for at in [*breaks, len(printed)]:
        is_end = at == len(printed)
        if is_end or (_LINE_OF_BODY.fullmatch(printed, start, at) and _BODY_BELOW.match(printed, at)):
            yield from _GROUP.finditer(printed, start, at)
            start = at


def _names(printed: str, start: int, end: int) -> Iterator[tuple[str, int, Part | None]]:
    """Yield the names between `start` and `end`, where each begins, and the part in brackets behind it."""
    position = start
    for gap in [*_APART.finditer(printed, start, end), None]:
        until = gap.start() if gap is not None else end
        piece = printed[position:until]
        name = _PART.sub("", _REST.sub("", _BRACKETS.sub("", piece)))
        if len(name) >= 2 and name in piece and _WORD.search(name):
            bracket = _BRACKETS.search(piece)
            yield name, position + piece.index(name), _part_said(bracket[0]) if bracket else None
        position = gap.end() if gap is not None else until


def _part_said(text: str) -> Part | None:
    return next((part for part, words in _PARTS if words.search(text)), None)


def read_deadline(placed: PlacedCell, paragraph: Paragraph) -> tuple[Target, ...]:
    """Return the deadline that a cell of the row states: the last time in it, with the whole cell as text."""
    start, end = placed.start - paragraph.start, placed.end - paragraph.start
    if start < 0 or end > len(paragraph.text) or start >= end:
        return ()
    printed = paragraph.text[start:end]
    times = find_deadlines(printed)
    dates = [int(year) for year in _DATE.findall(printed)]
    if not times and not dates:
        return ()
    last = times[-1] if times else None
    year = max([*dates, *(time.year for time in times if time.year is not None)], default=None)
    return (
        Target(
            kind="deadline",
            comparator="<=",
            value=float(year) if year is not None else last.value if last is not None else None,
            value_to=None,
            unit="year" if year is not None else last.unit if last is not None else None,
            unit_printed="年" if year is not None else last.unit_printed if last is not None else None,
            year=year,
            indicator=None,
            text=printed,
            start=start,
            end=end,
        ),
    )


def is_sum(printed: str) -> bool:
    """Tell whether a cell holds a sum over the years of the plan: [5.2]."""
    return _SUM.fullmatch(printed) is not None


def as_change(value: Target) -> Target:
    """Return a sum beside the level that is to be reached: of a share (65 %) it is in percentage points."""
    if value.kind != "percent":
        return value
    return value._replace(kind="percentage_points", unit=_POINTS, direction=value.direction or "increase")


def is_rate(printed: str) -> bool:
    """Tell whether a cell holds nothing but a rate: 6.5左右; not 高于经济增长."""
    return _RATE.fullmatch(printed.strip()) is not None


def as_rate(value: Target) -> Target:
    """Return what a column of rates holds: growth in a year, in per cent."""
    return value._replace(direction=value.direction or "increase")


def read_value(
    paragraph: Paragraph,
    placed: PlacedCell,
    indicator: str,
    unit: str,
    nature: str,
    year: int | None,
    base_year: int | None,
    grammar: TargetGrammar,
) -> Target | None:
    """Return the value of an indicator that a cell sets; None for one that holds no number."""
    start, end = placed.start - paragraph.start, placed.end - paragraph.start
    printed = paragraph.text[start:end]
    bare = summed[1] if (summed := _SUM.fullmatch(printed)) else printed
    comparator: Comparator | None = None
    for sign, meaning in _SIGN:
        if bare.startswith(sign):
            comparator, bare = meaning, bare[len(sign) :].strip()
            break
    if not any(char.isdigit() for char in bare):
        return None
    name = _LEADING.sub("", indicator).strip()
    unit = unit.strip("—-–/ ") and unit.strip()
    in_name = _UNIT_IN_NAME.search(name)
    if in_name is not None and (not unit or in_name[1] in grammar.units):
        unit, name = unit or in_name[1], name[: in_name.start()].strip()
    numbers = list(_NUMBER.finditer(bare))
    number = numbers[0] if len(numbers) == 1 or (numbers and numbers[0].start() == 0) else None
    with_unit = bare
    if unit not in bare and number is not None:
        with_unit = bare[: number.end()] + unit + bare[number.end() :]
    quantities = find_quantities(with_unit, grammar)
    binding: Binding | None = "binding" if "约束" in nature else "expected" if "预期" in nature else None
    if quantities:
        quantity = quantities[0]
        measure = quantity.measure
        kind, said = measure.kind, comparator or quantity.comparator
        value, value_to = float(measure.value), measure.value_to
        normal: str | None = measure.unit
    elif number is not None and number[0] == bare:
        kind, said, value_to = "amount", comparator or "=", None
        value = float(number[0].replace(",", "").replace("，", ""))
        normal = unit or "1"
    else:
        return None
    direction: Direction | None = None
    if kind == "percent":
        name, direction = _changed(name)
    return Target(
        kind=kind,
        comparator=said,
        value=value,
        value_to=None if value_to is None else float(value_to),
        unit=normal,
        unit_printed=unit or None,
        year=year,
        indicator=name or None,
        text=printed,
        start=start,
        end=end,
        direction=direction,
        base_year=base_year,
        binding=binding,
    )


def _changed(name: str) -> tuple[str, Direction | None]:
    """Return what changes and how, where the name of an indicator says it."""
    for direction, word in _CHANGES:
        if (found := word.search(name)) is not None:
            return name[: found.start()], direction
    return name, None
