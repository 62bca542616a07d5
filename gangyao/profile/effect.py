"""The day from which a document holds: 本办法自2024年5月1日起施行, 现予公布，自公布之日起施行."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from gangyao.chinese.dates import DATE, read_date
from gangyao.document.metadata import Finding

_BEGINS = "(?:正式|开始|试)?(?:施行|实施|执行|生效|试行|实行)"
_DATED = re.compile(rf"[自从于]\s*(?P<date>{DATE.pattern})\s*起{_BEGINS}(?!以来|后|前|之前|之日)")
# 自公布之日起施行, 自发布之日起30日后施行; 自公布日施行 (Taiwan), 自公布翌日起生效 (Macao).
_FROM_ISSUE = re.compile(
    r"[自从]?(?:其|本\S{1,4})?(?:公布|发布|印发|颁布|下发|发文|签发)(?:之日起|日起?|(?P<next>翌日)起?)"
    rf"\s*(?P<later>\d{{1,3}})?\s*(?(later)(?:日|天)后\s*){_BEGINS}(?!以来|后)"
)
# With none of these, nothing of that is said: 自公布日施行 and 自公布翌日生效 have no 起.
_STARTS = re.compile(rf"起|日{_BEGINS}")
# What is before it speaks of this document: 本法, 上述规定, 现予公布, …通过，; or nothing is before it.
# In 《…》 stands another one, but for what a notice hands on and an order puts out.
_OWN = re.compile(
    r"(?:本(?!级|市|省|县|区)|(?:以上|上述)(?:规定|政策|措施)|现[将予]?|通过|修订|修正|公布|发布|印发|批准)[^。]*$"
)
_NUMBER = re.compile(
    r"^[\s　]*(?:第[一二三四五六七八九十百零\d]+条|[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.])?[\s　]*$"
)
_SENTENCE = re.compile(r"[^。\n]+")


def effective_day(texts: Sequence[str], issued: date | None) -> Finding | None:
    """Return the day from which the document of these paragraphs holds, None where it does not say so.

    The last paragraph that says it is believed: what a notice hands on says so at its end, and the notice may
    end on a day of its own. `issued` is the day on which it was announced or signed.
    """
    for text in reversed(texts):
        if not any(sign in text for sign in "施行效") or _STARTS.search(text) is None:
            continue
        for sentence in _SENTENCE.finditer(text):
            if found := _of_sentence(sentence[0], issued):
                return found
    return None


def _of_sentence(sentence: str, issued: date | None) -> Finding | None:
    for form in (_DATED, _FROM_ISSUE):
        for found in form.finditer(sentence):
            before = sentence[: found.start()]
            if not (_NUMBER.match(before) or _OWN.search(before)):
                continue
            if form is _DATED:
                day = read_date(found["date"])
                origin = "text, from a day on"
            else:
                later = timedelta(days=int(found["later"] or 0) + (found["next"] is not None))
                day = None if issued is None else issued + later
                origin = "text, from its issue on"
            if day is not None:
                return Finding("effective_on", day.isoformat(), origin)
    return None
