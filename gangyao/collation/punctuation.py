"""Punctuation marks that say the same in different forms."""

from __future__ import annotations

_FORMS = {
    ",": "，",
    ";": "；",
    ":": "：",
    "∶": "：",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    "〔": "（",
    "〕": "）",
    "[": "（",
    "]": "）",
    "［": "（",
    "］": "）",
    "【": "（",
    "】": "）",
    "「": "“",
    "」": "“",
    "『": "“",
    "』": "“",
    "”": "“",
    '"': "“",
    "＂": "“",
    "‘": "“",
    "’": "“",
    "'": "“",
    "〈": "《",
    "〉": "》",
    "<": "《",
    ">": "》",
    "．": ".",
    "・": "·",
    "•": "·",
    "‧": "·",
    "∙": "·",
    "–": "-",
    "—": "-",
    "－": "-",
    "―": "-",
    "─": "-",
    "～": "-",
    "~": "-",
    "…": ".",
    "％": "%",
    "／": "/",
}
_TABLE = str.maketrans(_FORMS)


def fold_punctuation(text: str) -> str:
    """Give marks of one meaning one form, and leave out white space."""
    folded = "".join(text.translate(_TABLE).split()).replace("\u200b", "").replace("\ufeff", "")
    # Dashes and dots are printed once or twice.
    while "--" in folded:
        folded = folded.replace("--", "-")
    return folded
