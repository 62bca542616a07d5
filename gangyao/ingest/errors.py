"""Errors of the seeds: what is wrong, where, and what to do about it, in one line."""

from __future__ import annotations

from gangyao.errors import PlacedError


class SeedError(PlacedError):
    """A seed document that cannot be used."""


class DecodeError(SeedError):
    """Bytes that are no text in any encoding that Gangyao reads; `place` names the byte offset."""
