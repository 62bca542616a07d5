"""How many examples property tests try: the profile decides (`conftest`)."""

from __future__ import annotations

from hypothesis import settings

#: What the profile "fixed" tries where a test names no number.
USUAL_EXAMPLES = 100
#: How many times as many "search" tries.
SEARCH_FACTOR = 30


def examples(usual: int) -> settings:
    """Return settings under which "fixed" tries `usual` examples and "search" in proportion more."""
    return settings(max_examples=usual * settings.default.max_examples // USUAL_EXAMPLES)
