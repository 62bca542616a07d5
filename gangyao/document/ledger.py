r"""The ledger: every change of a text, recorded against the printed code points when it is made.

A rule looks at the current text and proposes edits. `Ledger.apply` makes them and records each against the
reading text, hence against the raw text. A pass that edits what an earlier pass wrote is composed with it:
one entry, from the raw span to the final text. So replaying the corrections over the raw text gives the
clean text, and undoing them gives the raw text back, by construction.

Offsets are code points; spans are half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from gangyao.document.changes import Cleaned, Correction, Suspect
from gangyao.document.offsets import clean_span, project, raw_span, replay, undo
from gangyao.document.reading_text import ReadingText
from gangyao.document.source import Evidence

__all__ = ["Edit", "Entry", "Grounds", "Ledger", "clean_span", "open_ledger", "raw_span", "replay", "undo"]

# Where several edits are composed, the entry claims no more than its boldest part can prove.
_BOLDNESS: dict[Evidence, int] = {
    "rule": 0, "lexicon": 1, "term": 2, "quotation": 3, "witness": 4, "reading": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a change may be believed: what `corrections` says of it, save its place."""

    category: str
    rule: str
    reason: str
    evidence: Evidence = "rule"
    source: str = ""


class Edit(NamedTuple):
    """A proposal: `text[start:end]` of the current text is to become `after`."""

    start: int
    end: int
    after: str
    grounds: Grounds


class Entry(NamedTuple):
    """A recorded change: `start`:`end` of the reading text became `after`.

    `after` stands at `new_start`:`new_end` of the current text.
    """

    start: int
    end: int
    after: str
    grounds: Grounds
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The current text of a document and all that was changed to get there from the reading text."""

    reading: ReadingText
    text: str
    entries: tuple[Entry, ...] = ()
    joints: tuple[int, ...] = field(default=())

    def apply(self, edits: Sequence[Edit]) -> Ledger:
        r"""Return the ledger after one more pass.

        `edits` are in order and do not overlap; none touches a `\n` or writes one (ValueError otherwise). An
        edit over two raw lines that were joined is recorded once per line: the first line's entry holds the
        new text, the others are deletions.
        """
        checked = [edit for edit in edits if self.text[edit.start : edit.end] != edit.after]
        if not checked:
            return self
        _check(edits, self.text)
        pieces: list[str] = []
        position = 0
        for edit in checked:
            pieces += (self.text[position : edit.start], edit.after)
            position = edit.end
        pieces.append(self.text[position:])
        return Ledger(self.reading, "".join(pieces), self._compose(checked), self.joints)

    def _compose(self, edits: list[Edit]) -> tuple[Entry, ...]:
        """Merge a pass into the entries made before it."""
        composed: list[Entry] = []
        old = self.entries
        done = 0  # entries of `old` already taken over
        before = 0  # reading offset minus current offset, left of the group at hand
        shift = 0  # next offset minus current offset, left of the group at hand
        index = 0
        while index < len(edits):
            edit = edits[index]
            while done < len(old) and _is_left(old[done], edit):
                entry = old[done]
                composed.append(_moved(entry, shift))
                before = entry.end - entry.new_end
                done += 1
            group_old: list[Entry] = []
            group_new: list[Edit] = [edit]
            index += 1
            first, last = edit.start, edit.end
            while True:
                if done < len(old) and _touches(old[done], group_new[-1]):
                    entry = old[done]
                    group_old.append(entry)
                    first, last = min(first, entry.new_start), max(last, entry.new_end)
                    done += 1
                elif group_old and index < len(edits) and _touches(group_old[-1], edits[index]):
                    group_new.append(edits[index])
                    last = max(last, edits[index].end)
                    index += 1
                else:
                    break
            after = _edited(self.text, first, last, group_new)
            start = first + before
            if group_old:
                before = group_old[-1].end - group_old[-1].new_end
            end = last + before
            grounds = _joined_grounds([e.grounds for e in group_old] + [e.grounds for e in group_new])
            composed += self._split(start, end, after, grounds, first + shift)
            shift += sum(len(item.after) - (item.end - item.start) for item in group_new)
        composed += [_moved(entry, shift) for entry in old[done:]]
        return tuple(composed)

    def _split(self, start: int, end: int, after: str, grounds: Grounds, new_start: int) -> list[Entry]:
        """One entry per raw line that changes; none where the change has undone an earlier one."""
        if self.reading.text[start:end] == after:
            return []
        low = bisect_right(self.joints, start)
        high = bisect_left(self.joints, end)
        bounds = [start, *self.joints[low:high], end]
        new_end = new_start + len(after)
        entries = [Entry(start, bounds[1], after, grounds, new_start, new_end)]
        entries += [Entry(left, right, "", grounds, new_end, new_end) for left, right in pairwise(bounds[1:])]
        return [entry for entry in entries if self.reading.text[entry.start : entry.end] != entry.after]

    def to_reading_all(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Map spans of the current text to the reading text; one that cuts a change takes all of it."""
        changes = [(entry.new_start, entry.new_end, entry.start, entry.end) for entry in self.entries]
        return [project(start, end, changes) for start, end in spans]

    def from_reading_all(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Map spans of the reading text to the current text; one that cuts a change takes all of it."""
        changes = [(entry.start, entry.end, entry.new_start, entry.new_end) for entry in self.entries]
        return [project(start, end, changes) for start, end in spans]

    def corrections(self) -> tuple[Correction, ...]:
        """All changes, in reading order, against raw offsets."""
        reading = self.reading
        found = []
        for entry in self.entries:
            raw_start, raw_end = reading.to_raw(entry.start, entry.end)
            grounds = entry.grounds
            found.append(
                Correction(
                    raw_start, raw_end, reading.text[entry.start : entry.end], entry.after,
                    grounds.category, grounds.evidence, grounds.rule, grounds.reason, grounds.source,
                    entry.new_start, entry.new_end,
                )
            )  # fmt: skip
        return tuple(found)

    def cleaned(self, suspects: Iterable[Suspect] = ()) -> Cleaned:
        """Close the ledger."""
        return Cleaned(self.reading, self.text, self.corrections(), tuple(suspects))


def drop_overlapping(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits in the order of the text, without those that overlap the one before them.

    Of two that insert at one place only the first is kept: the place was parted already.
    """
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        if not kept or (kept[-1].end <= edit.start and (kept[-1].start, edit.start) != (edit.end, edit.end)):
            kept.append(edit)
    return kept


def open_ledger(reading: ReadingText) -> Ledger:
    """Return a ledger in which nothing was changed yet."""
    # A read line that is empty shares its place with the next one: each place counts once.
    joints = dict.fromkeys(piece.start for last, piece in pairwise(reading.pieces) if piece.start == last.end)
    return Ledger(reading, reading.text, (), tuple(joints))


def _check(edits: Sequence[Edit], text: str) -> None:
    position = 0
    for edit in edits:
        if not position <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edit {edit.start}:{edit.end} is out of order or out of the text")
        position = edit.end
        if "\n" in edit.after or "\n" in text[edit.start : edit.end]:
            raise ValueError(f"edit {edit.start}:{edit.end} of rule {edit.grounds.rule} changes a line break")


def _is_left(entry: Entry, edit: Edit) -> bool:
    return entry.new_end <= edit.start and not _touches(entry, edit)


def _touches(entry: Entry, edit: Edit) -> bool:
    """Tell whether the edit rewrites, or writes beside, what the entry wrote.

    Neighbours that both hold code points do not touch. An insertion beside an entry does: two changes at
    one raw offset would have no order.
    """
    if edit.start == edit.end:
        return entry.new_start <= edit.start <= entry.new_end
    if entry.new_start == entry.new_end:
        return edit.start < entry.new_start < edit.end
    return edit.start < entry.new_end and entry.new_start < edit.end


def _moved(entry: Entry, shift: int) -> Entry:
    if not shift:
        return entry
    return Entry(
        entry.start, entry.end, entry.after, entry.grounds, entry.new_start + shift, entry.new_end + shift
    )


def _edited(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    for edit in edits:
        parts += (text[start : edit.start], edit.after)
        start = edit.end
    parts.append(text[start:end])
    return "".join(parts)


def _joined_grounds(grounds: Sequence[Grounds]) -> Grounds:
    """Compose the grounds of changes that became one, in the order in which they were made."""
    unique = list(dict.fromkeys(grounds))
    if len(unique) == 1:
        return unique[0]
    boldest = max(unique, key=lambda item: _BOLDNESS[item.evidence])
    return Grounds(
        boldest.category,
        "+".join(dict.fromkeys(item.rule for item in unique)),
        "; ".join(dict.fromkeys(item.reason for item in unique if item.reason)),
        boldest.evidence,
        "; ".join(dict.fromkeys(item.source for item in unique if item.source)),
    )
