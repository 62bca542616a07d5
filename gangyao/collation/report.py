"""An apparatus as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from gangyao.collation.collate import WORDING, Apparatus, Difference

# Kinds of which a copy may hold thousands; beyond this many they are only counted.
_MOST_ROWS = 60
_LONGEST_SHOWN = 40


def as_text(apparatus: Apparatus, preferred: Sequence[float | None] = ()) -> str:
    """Return the apparatus as lines: raw offset, kind, and the place with both readings.

    `preferred` says by how many bits the character model prefers the copy's reading, for each difference.

    `…前文〔printed → reading〕后文…`; an empty side says that a copy has nothing there.
    """
    counts = Counter(difference.kind for difference in apparatus.differences)
    share = apparatus.confirmed_chars / max(1, apparatus.compared_chars)
    lines = [
        f"{apparatus.witness} confirms {apparatus.confirmed_chars} of {apparatus.compared_chars} characters"
        f" ({share:.1%}), {apparatus.variant_chars} of them in another form or script.",
        "; ".join(f"{kind}: {count}" for kind, count in sorted(counts.items())) or "No differences.",
    ]
    for difference, bits in zip_longest(apparatus.differences, preferred):
        if difference.kind in WORDING or counts[difference.kind] <= _MOST_ROWS:
            lines.append(_line(difference, bits))
    hidden = sorted(kind for kind, count in counts.items() if kind not in WORDING and count > _MOST_ROWS)
    if hidden:
        lines.append(f"Not listed, too many: {', '.join(hidden)}.")
    return "\n".join(lines)


def _line(difference: Difference, bits: float | None) -> str:
    printed = _short(difference.printed.replace("\n", "⏎"))
    return (
        f"{difference.raw_start}\t{difference.kind}\t{difference.before}〔{printed} → "
        f"{_short(difference.reading)}〕{difference.after}{_preference(bits)}"
    )


def _preference(bits: float | None) -> str:
    if bits is None or abs(bits) < 1:
        return ""
    return f"\tmodel: {'copy' if bits > 0 else 'printed'} by {abs(bits):.0f} bits"


def _short(text: str) -> str:
    if len(text) <= _LONGEST_SHOWN:
        return text
    return f"{text[:15]}…{text[-15:]} ({len(text)} characters)"
