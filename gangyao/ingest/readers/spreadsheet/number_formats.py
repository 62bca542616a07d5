"""Numbers as a spreadsheet shows them, by the code of their format (ECMA-376 part 1, 18.8.31).

No kept library does it: openpyxl and calamine give the number alone, and ssf, a port of SheetJS, has had no
release since 2020. What is not read here (fractions, calendars other than Gregorian) is shown as `General`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from gangyao.chinese.numerals import chinese_number
from gangyao.ingest.readers.spreadsheet.dates import DATE_PART, shown_date

# A program keeps 15 digits of a number (IEEE 754) and shows up to 10 of one without a format.
_KEPT_DIGITS, _SHOWN_DIGITS = 15, 10
_SMALLEST = Decimal("1e-9")
_MOST_DECIMALS = 30
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|(?P<fill>\* )"
    r"|(?P<space>[_*].)"
    r"|\[(?P<bracket>[^\]]*)\]"
    rf"|(?P<date>{DATE_PART})"
    r"|(?P<general>General|G/通用格式)"
    r"|(?P<digit>[0#?])"
    r"|(?P<exponent>E[+-])"
    r"|(?P<mark>[.,%@/])"
    r"|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[\d.]+)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_LONG_DATE, _LONG_TIME = re.compile(r"\[\$-F800\]", re.IGNORECASE), re.compile(r"\[\$-F400\]", re.IGNORECASE)
_CHINESE = "DBNum1"
_FORMAL = str.maketrans("一二三四五六七八九十百千〇零", "壹贰叁肆伍陆柒捌玖拾佰仟零零")


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a format: its kind (a name of the pattern, `elapsed` or `literal`) and text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Section:
    """One of up to four sections of a format; `condition` chooses it, its place where that is None."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None
    numerals: str
    is_empty: bool = False

    @property
    def is_date(self) -> bool:
        return any(token.kind in ("date", "elapsed") for token in self.tokens)


def shown(value: float, code: str, is_1904: bool = False) -> str:
    """Return a number as the format `code` shows it; `is_1904` says from which year the file counts days."""
    if _LONG_DATE.search(code):
        code = 'yyyy"年"m"月"d"日"'
    elif _LONG_TIME.search(code):
        code = "h:mm:ss"
    section, by_sign = _chosen(_sections(code), value)
    if section.is_date:
        date = shown_date(value, [(one.kind, one.text) for one in section.tokens], section.numerals, is_1904)
        return general(value) if date is None else date
    if section.is_empty:
        return ""
    kinds = [token.kind for token in section.tokens]
    if "general" in kinds or not section.tokens or Token("mark", "/") in section.tokens:
        plain = general(abs(value) if by_sign else value)
        if section.numerals and value == int(value) and value >= 0:
            plain = _in_chinese(int(value), section.numerals)
        if "general" not in kinds:
            return plain
        return "".join(plain if one.kind == "general" else _literal(one) for one in section.tokens).strip()
    return _number(section.tokens, abs(value) if by_sign else value).strip()


def general(value: float) -> str:
    """Return a number as a wide cell without a format shows it: 0.1 + 0.2 is 0.3."""
    number = _decimal(value) or Decimal(0)
    if number == number.to_integral_value():
        return f"{number.to_integral_value():f}"
    if abs(number) < _SMALLEST:
        return f"{value:.6G}"
    decimals = _SHOWN_DIGITS - 1 - max(number.adjusted(), 0)
    rounded = _rounded(number, max(decimals, 0))
    return f"{rounded:f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:f}"


def shown_text(text: str, code: str) -> str:
    """Return a text as a format shows it: the section with `@`, else the text itself."""
    section = next((one for one in _sections(code) if any(t.text == "@" for t in one.tokens)), None)
    if section is None:
        return text
    return "".join(text if t.kind == "mark" and t.text == "@" else _literal(t) for t in section.tokens)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[_Section] = []
    parts = _split(code)
    for part in parts:
        tokens: list[Token] = []
        condition: tuple[str, float] | None = None
        numerals = ""
        for found in _TOKEN.finditer(part):
            kind, text = found.lastgroup or "other", found[found.lastgroup or 0]
            if kind == "bracket":
                if limit := _CONDITION.fullmatch(text):
                    condition = limit[1], float(limit[2])
                elif currency := _CURRENCY.fullmatch(text):
                    tokens.append(Token("literal", currency[1]))
                elif text.lower().startswith("dbnum"):
                    numerals = text
                elif _ELAPSED.fullmatch(text):
                    tokens.append(Token("elapsed", text))
            elif kind in ("quoted", "escaped", "fill", "other"):
                tokens.append(Token("literal", " " if kind == "fill" else text))
            elif kind != "space":
                tokens.append(Token(kind, text))
        sections.append(_Section(tuple(tokens), condition, numerals, part == "" and len(parts) > 1))
    return tuple(sections)


def _split(code: str) -> list[str]:
    """Return the sections of a format, which semicolons part outside of quotes and brackets."""
    parts = [""]
    for found in re.finditer(r'"[^"]*"?|[\\!].|\[[^\]]*\]|.', code, re.DOTALL):
        if found[0] == ";":
            parts.append("")
        else:
            parts[-1] += found[0]
    return parts


def _chosen(sections: Sequence[_Section], value: float) -> tuple[_Section, bool]:
    """Return the section for a value, and whether it is that for negative numbers, which prints no sign."""
    numbers = [one for one in sections if not any(token.text == "@" for token in one.tokens)] or [
        _Section((Token("general", "General"),), None, "")
    ]
    for one in numbers:
        if one.condition is not None and _holds(value, *one.condition):
            return one, value < 0 and one.condition[0] in ("<", "<=")
    rest = [one for one in numbers if one.condition is None]
    if len(rest) < len(numbers):
        return (rest[-1], False) if rest else (_Section((), None, ""), False)
    if value < 0 and len(numbers) > 1:
        return numbers[1], True
    return (numbers[2], False) if value == 0 and len(numbers) > 2 else (numbers[0], False)


def _holds(value: float, sign: str, limit: float) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _number(tokens: Sequence[Token], value: float) -> str:
    places = [n for n, token in enumerate(tokens) if token.kind == "digit"]
    if not places:
        sign = "-" if value < 0 else ""
        return sign + "".join(_literal(token) for token in tokens)
    point = next((n for n, t in enumerate(tokens) if t.kind == "mark" and t.text == "."), len(tokens))
    exponent = next((n for n, t in enumerate(tokens) if t.kind == "exponent"), len(tokens))
    decimals = min(sum(point < n < exponent for n in places), _MOST_DECIMALS)
    if exponent < len(tokens):
        return _scientific(value, decimals, sum(n > exponent for n in places))
    last_whole = max((n for n in places if n < point), default=point)
    number = _decimal(value) * Decimal(100) ** sum(t.kind == "mark" and t.text == "%" for t in tokens)
    number = _rounded(number / Decimal(1000) ** _thousands(tokens, {last_whole, places[-1]}), decimals)
    whole, _, fraction = f"{abs(number):f}".partition(".")
    is_grouped = any(t == Token("mark", ",") and n < last_whole for n, t in enumerate(tokens))
    head = _whole(tokens[: min(point, len(tokens))], whole, is_grouped)
    tail = _fraction(tokens[point:], fraction)
    return ("-" if number < 0 else "") + head + tail


def _thousands(tokens: Sequence[Token], behind: set[int]) -> int:
    """Count the commas right behind the last digit of a part: each leaves three digits out."""
    count = 0
    for place in behind:
        at = place + 1
        while at < len(tokens) and tokens[at] == Token("mark", ","):
            at += 1
        count += at - place - 1
    return count


def _whole(tokens: Sequence[Token], digits: str, is_grouped: bool) -> str:
    """Return what stands before the point: digits fill places from the right, the first takes the rest."""
    digits = digits.lstrip("0")
    first = next((n for n, token in enumerate(tokens) if token.kind == "digit"), -1)
    parts: list[str] = []
    count = 0
    for n in range(len(tokens) - 1, -1, -1):
        token = tokens[n]
        if token.kind != "digit":
            parts.append(_literal(token))
            continue
        taken = [digits[-1:] or {"0": "0", "?": " "}.get(token.text, "")]
        digits = digits[:-1]
        if n == first:
            taken += reversed(digits)
        for digit in taken:
            if is_grouped and count and count % 3 == 0 and digit.strip():
                parts.append(",")
            parts.append(digit)
            count += bool(digit.strip())
    return "".join(reversed(parts))


def _fraction(tokens: Sequence[Token], digits: str) -> str:
    """Return what stands from the point on; places that need no digit show no zero at the end."""
    needed = 0
    places = [token.text for token in tokens if token.kind == "digit"]
    for n, (place, digit) in enumerate(zip(places, digits, strict=False)):
        if place == "0" or digit != "0":
            needed = n + 1
    parts: list[str] = []
    used = 0
    for token in tokens:
        if token.kind == "digit":
            parts.append(digits[used] if used < min(needed, len(digits)) else "")
            used += 1
        elif token == Token("mark", "."):
            parts.append("." if needed or all(place == "0" for place in places) else "")
        else:
            parts.append(_literal(token))
    return "".join(parts)


def _literal(token: Token) -> str:
    """Return what a token that holds no digit shows: commas only group digits."""
    return token.text if token.kind == "literal" or token.text in ("%", "/") else ""


def _scientific(value: float, decimals: int, places: int) -> str:
    mantissa, _, exponent = f"{value:.{decimals}E}".partition("E")
    return f"{mantissa}E{exponent[0]}{exponent[1:].lstrip('0').zfill(max(places, 1))}"


def _decimal(value: float) -> Decimal:
    try:
        return Decimal(f"{value:.{_KEPT_DIGITS}g}")
    except InvalidOperation:
        return Decimal(0)


def _rounded(number: Decimal, decimals: int) -> Decimal:
    try:
        return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    except InvalidOperation:
        return number


def _in_chinese(number: int, numerals: str) -> str:
    """Return a number in Chinese: in the usual numerals, or in those of cheques."""
    if number >= 10**8:
        return str(number)
    usual = chinese_number(number)
    return usual if numerals == _CHINESE else usual.translate(_FORMAL)
