"""One form for brackets and dashes, which documents print in any."""

from __future__ import annotations


def one_form(text: str) -> str:
    """Brackets and dashes in one form each, code point for code point: documents print names with any."""
    for variant, form in (
        ("（", "("),
        ("）", ")"),
        ("－", "—"),
        ("–", "—"),
        ("―", "—"),
        ("-", "—"),
        ("＋", "+"),
    ):
        text = text.replace(variant, form)
    return text
