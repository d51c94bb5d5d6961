"""Where sentences end, by rules over tokens.

spaCy's sentencizer never ends a sentence at `osv.`, `m.m.` or a number with a full stop, ends one wrongly at
`cand.mag.` and before the lower case after `…`, and leaves an opening quotation mark with the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENDING = _words(
    "osv. o.s.v. m.m. mm. m.v. mv. o.l. o.lign. m.fl. etc. o.a. o.m.a. mio. mia. kr. pct. stk. m.h.t. hhv."
)
"""Abbreviations that end a sentence where a capital letter follows."""
NEVER = _words(
    """cand.mag. cand.scient. cand.merc. cand.jur. cand.polit. cand.med. cand.pæd. cand.psych. cand.soc. cand.oecon.
    cand.theol. cand.scient.soc. cand.scient.pol. cand.it. cand.ling.merc. cand. mag. ph.d. dr. prof. hr. fr. frk.
    stud. lic. adj. lekt. jf. fx. f.eks. bl.a. ca. nr. kl. sml. vedr. pga. p.g.a. ift. i.f.t. ifm. mht. mfl. dvs.
    d.v.s. inkl. ekskl. evt. alm. div. tlf. mr. mrs. ms. st. vs. e.g. i.e. ang. eks. ekskl. forts. gl. hhv. incl.
    jvf. max. maks. min. obs. opr. pkt. red. s.k. såk. spec. tidl. vha. v.h.a. ml. mdr. afd. bd. chr. kap. p.t. pt.
    dir. sekr. udg. aut. bem. ref. resp. art. stk."""
) - {"stk."}
"""Abbreviations that end none."""
MONTHS = _words(
    """januar februar marts april maj juni juli august september oktober november december jan. feb. aug. sept. okt.
    nov. dec. january february march may june july october"""
)

_FULL = frozenset({".", "!", "?", "?!", "!?", "!!", "??", "!!!", "???"})
_TRAILS = frozenset({"…", "...", "..", "....", ".....", "……"})
_CLOSING = frozenset(")]}”»’'\"“")
_OPENING = frozenset("([{\"“„«»”'–-")


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its text, where it starts, and what of the text around it decides about sentences."""

    text: str
    start: int
    spaced: bool
    """A blank follows."""
    broken: bool = False
    """A line or a turn ends before it."""


def sentence_starts(words: Sequence[Word]) -> list[int]:
    """Indexes of the words that begin a sentence; the first is always 0."""
    starts = [0] if words else []
    for index in range(1, len(words)):
        if words[index].broken or (
            words[index - 1].text[-1] in ".!?…)]}”»’'\"“" and _begins(words, index, starts[-1])
        ):
            starts.append(index)
    return starts


def _begins(words: Sequence[Word], index: int, start: int) -> bool:
    if not words[index - 1].spaced or words[index].text in _FULL or words[index].text in _TRAILS:
        return False
    last = _end_before(words, index, start)
    if last is None:
        return False
    text = words[last].text
    capital = _is_capital(words, index)
    if text in _TRAILS or text.endswith(("…", "...")):
        return capital
    ends = _ends(words, last, index, start, capital=capital)
    return ends and (capital or last == index - 1)


def _ends(words: Sequence[Word], last: int, index: int, start: int, *, capital: bool) -> bool:
    """Whether a sentence ends with the word at `last`, which is no trail of dots."""
    text = words[last].text
    whole = text.lower()
    if text == "." and last > start and not words[last - 1].spaced:
        whole = words[last - 1].text.lower() + "."
        if whole[:-1].isdigit():
            return _ends_number(words, last - 1, index, start)
    if whole in ENDING:
        return capital
    if whole in NEVER:
        return False
    if text in _FULL:
        return True
    return _is_ordinal(text) and _ends_number(words, last, index, start)


def _end_before(words: Sequence[Word], index: int, start: int) -> int | None:
    """Index of the last word before `index` but for closing quotes and brackets; None where there is none."""
    last = index - 1
    while last > start and words[last].text in _CLOSING and not words[last - 1].spaced:
        last -= 1
    return last if words[last].text not in _CLOSING else None


def _is_capital(words: Sequence[Word], index: int) -> bool:
    """Whether what begins at `index` begins with a capital or a digit, past an opening quote, bracket or dash."""
    text = words[index].text
    if text in _OPENING and index + 1 < len(words):
        text = words[index + 1].text
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "[("


def _is_ordinal(text: str) -> bool:
    return len(text) > 1 and text[-1] == "." and text[:-1].replace(".", "").replace(",", "").isdigit()


def _ends_number(words: Sequence[Word], at: int, index: int, start: int) -> bool:
    """Whether the number with its full stop ends a sentence: words before it, a capital after it, and no month."""
    after = words[index].text
    if not after[:1].isupper() or after.lower() in MONTHS:
        return False
    return any(each.text[:1].isalpha() for each in words[start:at])
