"""Where sentences end, by rules over tokens.

spaCy's sentencizer never ends a sentence at `osv.`, `m.m.` or a number with a full stop, ends one wrongly at
`cand.mag.` and before the lower case after `…`, and leaves an opening quotation mark with the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.language.tokens import Words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENDING = _words(
    """osv. o.s.v. m.m. mm. m.v. mv. o.l. o.lign. el.lign. m.fl. etc. o.a. o.m.a. mio. mia. kr. pct. stk. m.h.t. hhv.
    a/s. i/s. k/s. p/s. aps. amba. a.m.b.a. f.m.b.a. inc. ltd. jr. sen. f.kr. e.kr. e.m. f.m."""
)
"""Abbreviations that end a sentence where a capital letter follows."""
PRICED = _words("kr. pct. stk. mio. mia.")
"""Those that a number may follow."""
NEVER = _words(
    """cand.mag. cand.scient. cand.merc. cand.jur. cand.polit. cand.med. cand.pæd. cand.psych. cand.soc. cand.oecon.
    cand.theol. cand.scient.soc. cand.scient.pol. cand.it. cand.ling.merc. cand. mag. ph.d. dr. dr.med. dr.phil. prof. hr. fr. frk.
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

_BEGINNERS = _words(
    """Jeg Du Han Hun Den Det Vi I De Man Der Så Og Men Da Når Hvis For Fordi Nu Ja Jo Nej Nå Jamen Altså Hvad Hvorfor
    Hvordan Hvem Hvor Hvornår Min Mit Mine Hans Hendes Vores Deres Her Ikke Også Alligevel Måske Bagefter Derefter
    Dengang Det' Okay Ok Øh She He It We They You The This That And But So Then When If Yes No Well My His Her What Why
    How Who Where There Here Now"""
)
"""Words that begin a sentence wherever they have a capital: none is a name."""
QUOTED = 30
"""Words that a quotation within a sentence may have; sentences of a longer one are told apart."""

_FULL = frozenset({".", "!", "?", "?!", "!?", "!!", "??", "!!!", "???"})
_TRAILS = frozenset({"…", "...", "..", "....", ".....", "……"})
_CLOSING = frozenset(")]}”»«’'\"“")
_LAST = frozenset(".!?…)]}”»«’'\"“–")
"""What the last word of a sentence ends with."""
_QUOTES = {"»": "«", "«": "»", '"': '"', "“": "”", "”": "”", "„": "“”"}
"""Marks that open a quotation, and those that close it."""
_OPENING = frozenset("([{\"“„«»”'–-")


def sentence_starts(words: Words) -> list[int]:
    """Indexes of the words that begin a sentence; the first is always 0."""
    texts, broken = words.texts, words.broken
    starts = [0] if texts else []
    quoted = -1
    for index in range(1, len(texts)):
        if index > quoted:
            quoted = _quotation(words, index - 1)
        said = index > quoted and texts[index - 1][-1] in _LAST
        if broken[index] or (said and _begins(words, index, starts[-1])):
            starts.append(index)
    return starts


def _quotation(words: Words, at: int) -> int:
    """Index of the mark that closes the quotation which the word at `at` opens; -1 where it opens none that is short."""
    closing = _QUOTES.get(words.texts[at])
    if closing is None or (at and not words.spaced[at - 1]) or words.spaced[at]:
        return -1
    for index in range(at + 1, min(at + 2 + QUOTED, len(words.texts))):
        if words.broken[index]:
            return -1
        if words.texts[index] in closing and not words.spaced[index - 1]:
            return index
    return -1


def _begins(words: Words, index: int, start: int) -> bool:
    texts = words.texts
    if not words.spaced[index - 1] or texts[index] in _FULL or texts[index] in _TRAILS:
        return False
    last = _end_before(words, index, start)
    if last is None:
        return False
    text = texts[last]
    if text == "–":
        return last > start and _is_beginner(texts, index)
    capital = _is_capital(texts, index)
    if text[-1] in "?!" and not capital and _is_capital(texts, start):
        return False
    if text in _TRAILS or text.endswith(("…", "...")):
        return capital
    ends = _ends(words, last, index, start, capital=capital)
    return ends and (capital or last == index - 1)


def _ends(words: Words, last: int, index: int, start: int, *, capital: bool) -> bool:
    """Whether a sentence ends with the word at `last`, which is no trail of dots."""
    text = words.texts[last]
    whole = text.lower()
    if text == "." and last > start and not words.spaced[last - 1]:
        whole = words.texts[last - 1].lower() + "."
        if whole[:-1].isdigit():
            return _ends_number(words.texts, last - 1, index, start)
    if whole in ENDING:
        return capital and not (whole in PRICED and words.texts[index][:1].isdigit())
    if whole in NEVER:
        return False
    if len(whole) == 2 and whole[0].isalpha() and whole[1] == ".":
        return _is_beginner(words.texts, index)
    if text in _FULL:
        return True
    return _is_ordinal(text) and _ends_number(words.texts, last, index, start)


def _end_before(words: Words, index: int, start: int) -> int | None:
    """Index of the last word before `index` but for closing quotes and brackets; None where there is none."""
    texts, last = words.texts, index - 1
    while last > start and texts[last] in _CLOSING and not words.spaced[last - 1]:
        last -= 1
    return last if texts[last] not in _CLOSING else None


def _is_capital(texts: Sequence[str], index: int) -> bool:
    """Whether what begins at `index` begins with a capital or a digit, past an opening quote, bracket or dash."""
    text = texts[index]
    if text in _OPENING and index + 1 < len(texts):
        text = texts[index + 1]
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "[("


def _is_beginner(texts: Sequence[str], index: int) -> bool:
    """Whether what begins at `index`, past an opening quote or dash, is a word that begins a sentence."""
    opened = texts[index] in _OPENING and index + 1 < len(texts)
    return texts[index + opened] in _BEGINNERS


def _is_ordinal(text: str) -> bool:
    return len(text) > 1 and text[-1] == "." and text[:-1].replace(".", "").replace(",", "").isdigit()


def _ends_number(texts: Sequence[str], at: int, index: int, start: int) -> bool:
    """Whether the number with its full stop ends a sentence: words before it, a capital after it, and no month."""
    after = texts[index]
    if not after[:1].isupper() or after.lower() in MONTHS:
        return False
    return any(each[:1].isalpha() for each in texts[start:at])
