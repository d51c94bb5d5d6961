"""Words that tables are put together from, Danish and English: what passages come to, shared notes."""

from __future__ import annotations

from rcoder.domain.counted import CASE, LISTED, PASSAGE, RESPONDENT, of, several
from rcoder.domain.theory import Tally
from rcoder.domain.words import Bilingual

NOT_STRENGTH = Bilingual(
    "Hyppighed er ikke styrke: at flere siger noget, gør det ikke stærkere.",
    "Frequency is not strength: that more people say something makes it no stronger.",
)
COUNTED_ONCE = Bilingual(
    "Passager, der overlapper, tæller én gang. Kun passager om den enkelte sag tæller sager; generel erfaring tæller respondenter. "
    "Normative og forventede udsagn, interviewerens ord og ord, som kun står i en tidligere udgave af teksten, vises og tælles ikke.",
    "Overlapping passages count once. Only passages about a single case count cases; general experience counts respondents. "
    "Normative and anticipated talk, the interviewer's words, and words in an earlier text only are listed and not counted.",
)
_NOT_YET = Bilingual("+{} endnu ikke kodet til ende", "+{} not yet coded to the end")
_NO_INTERVIEW = Bilingual("+{} uden interview", "+{} without interview")
_IN_GENERAL = Bilingual("som generel erfaring", "as general experience")
NOTHING = Bilingual("ingen", "none")


def tally_words(tally: Tally, cases: int, language: str) -> str:
    """What passages of one stance come to: "5 passager; 3 af 4 sager (+1 endnu ikke kodet til ende)"."""
    beside = [
        words.say(language).format(number)
        for words, number in (
            (_NOT_YET, tally.cases_not_yet_coded),
            (_NO_INTERVIEW, tally.cases_without_interview),
        )
        if number
    ]
    parts = [several(tally.passages, PASSAGE, language)]
    if tally.passages:
        more = f" ({', '.join(beside)})" if beside else ""
        parts.append(of(tally.cases, cases, CASE, language) + more)
    if tally.respondents:
        parts.append(f"{several(tally.respondents, RESPONDENT, language)} {_IN_GENERAL.say(language)}")
    if tally.listed:
        parts.append(f"{tally.listed} {LISTED.say(language)}")
    return "; ".join(parts)
