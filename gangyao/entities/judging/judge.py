"""Judge names: which of those that the grammar found stand, where they end, and which it missed.

A network reads the stretches where the grammar found anything; what is surest there as a whole is chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gangyao.chinese.pair_table import Places
from gangyao.chinese.signs import CharacterSet
from gangyao.document.mentions import EntityType
from gangyao.entities.candidates import Candidate
from gangyao.entities.judging.kinds import KindWeights, Names, load_kinds
from gangyao.entities.judging.marks import FoundNames, Marks, marks_of, types_of_found
from gangyao.entities.judging.mending import PLACES, mended
from gangyao.entities.judging.network import NameNetwork, Read, load_network
from gangyao.entities.judging.paths import PlaceScores, best_spans
from gangyao.entities.judging.plenums import plenum_name
from gangyao.entities.judging.row import Flags, Row, row_of
from gangyao.entities.judging.unknown_places import may_be_unknown_place

# Of the lexicon's names only these are often spoken of as things rather than named.
_SPOKEN_OF = frozenset(("policy", "programme"))
# Long programmes of the lexicon are names: 85 of 97 in the annotated paragraphs.
_LONG = 7
# More than anything that the network says of a place, and small enough to leave that its precision.
_SURELY = 1000.0
# In nats: so much likelier must a name be that begins where the grammar found none.
_NEW_COSTS = 1.0
# Signs of names that no table and no rule need know.
_SIGNS = CharacterSet("“”")


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """The network that reads where names stand, and the weights that tell their types."""

    network: NameNetwork
    kinds: KindWeights


def load_judge() -> Judge:
    """Return the judge that ships with the package."""
    return Judge(load_network(), load_kinds())


def judged(found: Sequence[FoundNames], judge: Judge) -> list[list[Candidate]]:
    """The names of each text, sorted, nothing overlaps: those found that stand, and others."""
    row = row_of([one.text for one in found])
    marks = marks_of(row, found)
    read = judge.network.read(row, marks, _doubtful(row, marks))
    spans = _by_text(row, found, *_spans_of(row, marks, read, found))
    placed = [
        (at + start, at + end)
        for at, some in zip(row.firsts.tolist(), spans, strict=True)
        for start, end in some
    ]
    starts, ends = np.array(placed, np.intp).reshape(-1, 2).T
    types = iter(judge.kinds.types_of(row, marks, Names(starts, ends)))
    return [_named(one, {span: next(types) for span in some}) for one, some in zip(found, spans, strict=True)]


def _by_text(
    row: Row, found: Sequence[FoundNames], starts: Places, ends: Places
) -> list[list[tuple[int, int]]]:
    """The spans of each text, counted in it, less what can be no name."""
    bounds = np.searchsorted(starts, [*row.firsts.tolist(), len(row.codes)]).tolist()
    return [
        mended(
            one, list(zip((starts[first:last] - at).tolist(), (ends[first:last] - at).tolist(), strict=True))
        )
        for one, at, first, last in zip(found, row.firsts.tolist(), bounds[:-1], bounds[1:], strict=True)
    ]


def _doubtful(row: Row, marks: Marks) -> Flags:
    """The stretches between barriers that hold anything that may be of a name."""
    signs = _SIGNS.holds(row.codes)
    for some in marks:
        signs |= some > 0
    stretches = np.cumsum(row.is_barrier)
    holds = np.zeros(int(stretches[-1]) + 1, np.bool_)
    holds[stretches[signs]] = True
    return holds[stretches] & ~row.is_barrier


def _spans_of(row: Row, marks: Marks, read: Read, found: Sequence[FoundNames]) -> tuple[Places, Places]:
    """Where the best spans begin and end; none cuts or leaves out a name that is sure."""
    scores, places = read.scores, read.places
    if not len(places):
        return np.empty(0, np.intp), np.empty(0, np.intp)
    sure = [
        (at + name.start, at + name.end)
        for one, at in zip(found, row.firsts.tolist(), strict=True)
        for name in one.names
        if is_sure(name)
    ]
    is_new = types_of_found(marks, places) == 0
    scores.begins[is_new] -= _NEW_COSTS
    scores.alone[is_new] -= _NEW_COSTS
    _keep_whole(scores, places, *np.array(sure, np.intp).reshape(-1, 2).T)
    follows = np.flatnonzero(np.diff(places) > 1) + 1
    firsts = np.concatenate(([0], follows))
    lengths = np.diff(np.append(firsts, len(places)))
    first, last = best_spans(scores, firsts, lengths)
    return places[first], places[last] + 1


def _keep_whole(scores: PlaceScores, places: Places, starts: Places, ends: Places) -> None:
    """Let every best span that meets a sure name cover all of it, and some span do."""
    if not len(starts):
        return
    first = np.minimum(np.searchsorted(places, starts), len(places) - 1)
    last = first + ends - starts - 1
    are_read = (places[first] == starts) & (places[np.minimum(last, len(places) - 1)] == ends - 1)
    first, last = first[are_read], last[are_read]
    lengths = last - first + 1
    inside = np.repeat(first - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))
    # What covers all of a name gains at each of its places, what else begins or ends within it loses.
    scores.goes_on[inside] += _SURELY
    for of_border, borders in ((scores.begins, first), (scores.ends, last)):
        of_border[inside] -= _SURELY
        of_border[borders] += 2 * _SURELY
    scores.alone[inside] -= _SURELY
    scores.alone[first[lengths == 1]] += 2 * _SURELY


def is_sure(one: Candidate) -> bool:
    """Tell whether a found name comes from tables that are right wherever it stands by itself, or is a title:
    141 of 144 in the annotated paragraphs are right.
    """
    if one.origin == "title":
        return True
    if one.origin == "lexicon":
        is_long = one.type == "programme" and one.end - one.start >= _LONG
        return is_long or one.type not in _SPOKEN_OF
    return one.type in PLACES


def _named(found: FoundNames, types: Mapping[tuple[int, int], EntityType]) -> list[Candidate]:
    """The names at the spans: what the grammar found there, and what it did not, with their types."""
    by_span = {(one.start, one.end): one for one in found.names}
    weak = {(one.start, one.end): one for one in found.weak}
    names: list[Candidate] = []
    for span, kind in types.items():
        one, division = by_span.get(span), weak.get(span)
        if one is not None and is_sure(one):
            names.append(one)
        elif (plenum := plenum_name(found.text, *span)) is not None:
            names.append(Candidate(*span, "event", plenum, "judge"))
        elif one is not None:
            names.append(one if one.type == kind else replace(one, type=kind))
        elif division is not None and division.type == kind:
            names.append(division)
        elif kind != "admin_area" or may_be_unknown_place(found.text, *span):
            names.append(Candidate(*span, kind, found.text[slice(*span)], "judge"))
    return names
