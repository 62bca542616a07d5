"""Scores of the spans of clauses, and of their having no predicate: what networks that read predicates share.

All spans of a clause compete (a softmax over spans; the score of a span is the sum of those of its first
place, its last and all between). Where several are right their chances add up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from gangyao.tasks.predicate_network import NO_PREDICATE, Span

#: The chances of spans of one clause.
Chances = Mapping[Span, float]
#: In nats: the rules are right in fourteen of fifteen annotated clauses.
RULES_ARE_WORTH = 2.5
_IMPOSSIBLE = -1e4
_LEAST = -20.0


def place_of(span: Span, length: int) -> int:
    """Return the place of `span` among the answers of a clause with `length` places."""
    return length * length if span == NO_PREDICATE else span[0] * length + span[1] - 1


def span_of(place: int, length: int) -> Span:
    """Return the span at a place among the answers."""
    return NO_PREDICATE if place == length * length else (place // length, place % length + 1)


def scores_of_spans(
    answers: torch.Tensor,
    none: torch.Tensor,
    inside: torch.Tensor,
    read: Sequence[Span],
    worth: torch.Tensor,
) -> torch.Tensor:
    """Return the scores of all spans of each clause, those of no predicate (`none`) last.

    `answers` are those of each place as the first of a predicate, as one of it and as the last; what the
    rules `read` is `worth` more.
    """
    first, between, last = answers.unbind(2)
    between = between * inside
    through = torch.cumsum(between, 1)
    spans = (first - through + between).unsqueeze(2) + (last + through).unsqueeze(1)
    length = inside.shape[1]
    places = torch.arange(length)
    outside = ~(inside.unsqueeze(1) & inside.unsqueeze(2)) | (places < places.unsqueeze(1))
    scores = torch.cat([spans.masked_fill(outside, _IMPOSSIBLE).flatten(1), none], 1)
    by_rules = torch.tensor([place_of(span, length) for span in read])
    return scores.scatter_add(1, by_rules.unsqueeze(1), worth)


def _laid(wanted: Sequence[Chances], size: int) -> torch.Tensor:
    length = int((size - 1) ** 0.5)
    target = torch.zeros(len(wanted), size)
    for row, chances in enumerate(wanted):
        for span, chance in chances.items():
            target[row, place_of(span, length)] = chance
    return target


def likeness(chances: torch.Tensor, wanted: Sequence[Chances]) -> torch.Tensor:
    """Return the cross entropy of the logarithms of chances with those that are wanted."""
    return -(_laid(wanted, chances.shape[1]) * chances).sum(1)


def any_right(chances: torch.Tensor, wanted: Sequence[Chances]) -> torch.Tensor:
    """Return minus the logarithm of the chance that one of the spans that are wanted is answered."""
    right = chances.masked_fill(_laid(wanted, chances.shape[1]) == 0, _IMPOSSIBLE)
    return -right.logsumexp(1).clamp(min=_LEAST)


def likeliest(chances: torch.Tensor, most: int) -> list[dict[Span, float]]:
    """Return the likeliest spans of each clause, `most` of them, by the logarithms of their chances."""
    length = int((chances.shape[1] - 1) ** 0.5)
    values, places = torch.topk(chances.exp(), min(most, chances.shape[1]))
    return [
        {span_of(place, length): chance for place, chance in zip(of_row, some, strict=True)}
        for of_row, some in zip(places.tolist(), values.tolist(), strict=True)
    ]
