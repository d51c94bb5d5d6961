"""Times as transcripts write them, in seconds."""

from __future__ import annotations

import re

TIME = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,6})?"
"""0:21, 00:01:02, 43.810 needs a colon: 00:43.810, 1:02:03,5."""
SPAN = rf"{TIME}[ \t]*(?:-{{1,2}}>|[-–—])[ \t]*{TIME}"
DOTTED = r"\d{2}\.\d{2}(?:\.\d{2})?(?=[ \t]*[\])>}])"
"""00.21 and 01.02.03 as Danes write them; a time only within brackets."""
_BRACKETED = rf"[\[(<{{][ \t]*(?:{SPAN}|{TIME}|{DOTTED})[ \t]*[\])>}}]"
STAMP = rf"(?:{_BRACKETED}|#{TIME}(?:-\d{{1,2}})?#|{SPAN}|{TIME}(?![\d:]))"
"""A time in brackets, between hashes (f4), as a range or bare."""

_DOTS = re.compile(rf"[ \t\xa0]*[\[(<{{][ \t]*(?P<time>{DOTTED})")
_PARTS = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,3}):)?(\d{1,4})(?:[.,](\d{1,6})|-(\d{1,2})(?=#))?")
ALONE = re.compile(
    rf"[ \t\xa0]*(?:{STAMP}|{TIME}[ \t]*[-–—][ \t]*{TIME}|[Kk]l\.?[ \t]*\d{{1,2}}[.:]\d{{2}})[ \t\xa0]*"
)
"""A line that holds a time and nothing else; `Kl. 10:01` is a time of day."""


def seconds(stamp: str) -> float | None:
    """Seconds of the first time in `stamp`; milliseconds of four digits carry over (43,1000 is 44)."""
    dotted = _DOTS.match(stamp)
    found = _PARTS.search(dotted["time"].replace(".", ":") if dotted else stamp)
    if found is None:
        return None
    hours, minutes, whole, part, tenths = found.groups()
    fraction = int(tenths) / 10 ** len(tenths) if tenths else 0.0
    if part:
        fraction = int(part) / (1000 if len(part) in {3, 4} else 10 ** len(part))
    return round(int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(whole) + fraction, 3)
