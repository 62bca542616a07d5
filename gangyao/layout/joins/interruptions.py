"""Short lines in the midst of a sentence that is not theirs: labels of a chart, a caption, a watermark.

```text
到2030年，工业增加值年均增长7%，战略性新兴产业加快壮大，产
单位：亿元
图1 规模以上工业增加值
业结构持续优化。
```

Nothing says what such lines are but where they stand: the sentence above breaks off, the line below them goes
on with it, and they do neither. What has no words, or is a stamp of a reader (`周明远 0931 2026-03-05`), is
no text wherever it interrupts one; where it does so once, it is none elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gangyao.chinese.character_model import CharacterModel
from gangyao.chinese.cut_figures import MEASURE
from gangyao.chinese.headings import parse_heading
from gangyao.chinese.punctuation import INNER_MARK, ends_sentence
from gangyao.layout.joins.read_line import opens_block
from gangyao.layout.joins.signatures import is_signature
from gangyao.layout.joins.stamps import CAPTION, DIGITS, form_of_stamp, is_ruby, is_stamp
from gangyao.layout.reading_order.continuity import join_scores

# So many lines may stand between, each no longer (by hand).
_MOST, _LONGEST = 14, 24
# A line that breaks off is running text: so long, with a mark inside. What goes on with it is no label.
_SHORTEST, _SHORTEST_REST = 12, 6
# Bits that must speak for the sentence, and by how many more than for what stands between; for a line that
# no mark shows to be running text, or a short one, more (by hand).
_GOES_ON, _MORE = 5.0, 6.0
_UNMARKED = 2.0
# What has no words needs less; in a text whose lines are wrapped the sentence goes on anyway.
_OVER_STAMP, _OVER_STAMP_MORE = 1.0, 2.5
_OVER_STAMP_UNMARKED = 2.5
# What comes again needs less of each, in the mean.
_RECURRING, _RECURRING_STAMPS = (2.0, 4.0), (0.5, 1.0)
# A stamp that interrupts others.
_LEAST_OF_STAMPS = -3.0


@dataclass(frozen=True, slots=True)
class _Run:
    """The lines `first` to `last` between a line that breaks off and one that may go on with it."""

    first: int
    last: int
    is_stamp: bool
    is_ruby: bool = False

    @property
    def lines(self) -> range:
        """The lines between."""
        return range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A run with the bits that speak for the sentence, `whole`, and by how many more than for the run."""

    run: _Run
    whole: float
    more: float


@dataclass(frozen=True, slots=True)
class Interruptions:
    """Lines that stand in the midst of a sentence and are no part of it, and those that go on below them."""

    lines: tuple[int, ...] = ()
    goes_on: frozenset[int] = frozenset()


def find_interruptions(
    texts: Sequence[str], model: CharacterModel, *, is_wrapped: bool = False
) -> Interruptions:
    """Return which of the lines interrupt sentences.

    In a text whose lines are wrapped only those that have no words.
    """
    runs = [run for run in _runs(texts) if run.is_stamp or not is_wrapped]
    if not runs:
        return Interruptions()
    count = len(runs)
    pairs = [(texts[run.first - 1], texts[run.last]) for run in runs]
    pairs += [(texts[run.first - 1], texts[run.first]) for run in runs]
    pairs += [(texts[run.last - 1], texts[run.last]) for run in runs]
    scores = join_scores(pairs, model).tolist()
    weighed = [
        _Weighed(run, scores[place], scores[place] - _beside(run, *scores[count + place :: count]))
        for place, run in enumerate(runs)
    ]
    sure = [one for one in weighed if _interrupts(one, texts)]
    for group in _recurring(weighed, texts):
        are_stamps = all(one.run.is_stamp for one in group)
        least, more = (bits * len(group) for bits in (_RECURRING_STAMPS if are_stamps else _RECURRING))
        if sum(one.whole for one in group) >= least and sum(one.more for one in group) >= more:
            sure += group
    stamps = {form_of_stamp(texts[n]) for one in sure if one.run.is_stamp for n in one.run.lines}
    # A stamp that interrupts one sentence interrupts others, too, whatever the model says of them.
    sure += [one for one in weighed if one.run.is_stamp and _is_likely(one, texts, stamps)]
    found = {n for one in sure for n in one.run.lines}
    if stamps:
        found.update(n for n, text in enumerate(texts) if is_stamp(text) and form_of_stamp(text) in stamps)
    # A heading goes on nothing, though the line above it ends without a mark.
    goes_on = frozenset(one.run.last for one in sure if not opens_block(texts[one.run.last]))
    return Interruptions(tuple(sorted(found)), goes_on)


def _beside(run: _Run, above: float, below: float) -> float:
    """Return the bits that speak for what is between; who asks for a number asks for one only."""
    return below if run.is_stamp and len(run.lines) > 1 else max(above, below)


def _interrupts(one: _Weighed, texts: Sequence[str]) -> bool:
    if one.run.is_ruby:
        return True
    least, more = _least(texts[one.run.first - 1], one.run)
    return one.whole >= least and one.more >= more


def _is_likely(one: _Weighed, texts: Sequence[str], stamps: set[str]) -> bool:
    above = texts[one.run.first - 1]
    return (
        one.whole >= _LEAST_OF_STAMPS
        and parse_heading(above) is None
        and stamps.issuperset(form_of_stamp(texts[n]) for n in one.run.lines)
    )


def _recurring(weighed: Sequence[_Weighed], texts: Sequence[str]) -> list[list[_Weighed]]:
    """Return the runs that say the same, in groups of at least two."""
    groups: dict[str, list[_Weighed]] = defaultdict(list)
    for one in weighed:
        groups["\n".join(form_of_stamp(texts[n]) for n in one.run.lines)].append(one)
    return [group for group in groups.values() if len(group) > 1]


def _least(before: str, run: _Run) -> tuple[float, float]:
    """Return the bits that must speak for the sentence, and by how many more than for what is between."""
    is_marked = INNER_MARK.search(before) is not None
    if run.is_stamp:
        return _OVER_STAMP if is_marked else _OVER_STAMP_UNMARKED, _OVER_STAMP_MORE
    return _GOES_ON if is_marked and len(before) >= _SHORTEST else _GOES_ON + _UNMARKED, _MORE


def _runs(texts: Sequence[str]) -> Iterator[_Run]:
    """Yield the runs of short lines between a line that breaks off and one that may go on with it."""
    in_text = False
    for index in range(len(texts) - 2):
        in_text = in_text or ends_sentence(texts[index])
        if is_ruby(texts[index + 1]) and texts[index] and not ends_sentence(texts[index]):
            yield _Run(index + 1, index + 2, is_stamp=True, is_ruby=True)
            continue
        if not _breaks_off(texts[index], in_text) or not _is_label(texts, index + 1):
            continue
        last = index + 2
        while last < len(texts) and last - index - 1 < _MOST and _is_label(texts, last):
            last += 1
        for end in (last, last - 1):
            if index + 1 < end < len(texts) and _may_go_on(texts[end]):
                between = texts[index + 1 : end]
                are_stamps = all(map(is_stamp, between)) and not all(map(CAPTION.match, between))
                # A number that the next line counts with was cut from it.
                if not (are_stamps and DIGITS.fullmatch(texts[end - 1]) and MEASURE.match(texts[end])):
                    yield _Run(index + 1, end, are_stamps)
                break


def _breaks_off(text: str, in_text: bool) -> bool:
    if not text or ends_sentence(text) or text[-1] in "，、":
        return False
    return in_text or (INNER_MARK.search(text) is not None and len(text) >= _SHORTEST)


def _is_label(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line is short, and neither a sentence nor a numbered heading."""
    text = texts[index]
    if is_stamp(text):
        return True
    heading = parse_heading(text)
    return (
        len(text) <= _LONGEST
        and INNER_MARK.search(text) is None
        and not ends_sentence(text)
        and (heading is None or heading.number is None or heading.is_weak)
        and not is_signature(texts, index)
    )


def _may_go_on(text: str) -> bool:
    return len(text) >= _SHORTEST_REST and INNER_MARK.search(text) is not None and not opens_block(text)
