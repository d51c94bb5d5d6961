"""Words that tables are put together from, Danish and English: counts with what they are of, shares, shared notes."""

from __future__ import annotations

from rcoder.domain.retrieval import Base
from rcoder.domain.theory import Denominator, Tally
from rcoder.domain.words import Bilingual

PASSAGE = Bilingual("passage", "passage"), Bilingual("passager", "passages")
CASE = Bilingual("sag", "case"), Bilingual("sager", "cases")
INTERVIEW = Bilingual("interview", "interview"), Bilingual("interview", "interviews")
RESPONDENT = Bilingual("respondent", "respondent"), Bilingual("respondenter", "respondents")
CONFIGURATION = Bilingual("konfiguration", "configuration"), Bilingual("konfigurationer", "configurations")
"""One and several of what is counted."""

OF = Bilingual("af", "of")
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
_LISTED = Bilingual("vist, ikke talt", "listed, not counted")
NOTHING = Bilingual("ingen", "none")


def several(number: int, unit: tuple[Bilingual, Bilingual], language: str) -> str:
    """A number with its noun: 1 passage, 3 passager."""
    return f"{number} {unit[number != 1].say(language)}"


def of(number: int, whole: int, unit: tuple[Bilingual, Bilingual], language: str) -> str:
    """A part of a whole: 3 af 4 sager."""
    return f"{number} {OF.say(language)} {several(whole, unit, language)}"


def decimal(number: float, language: str) -> str:
    """A number with one decimal: 41,7 in Danish, 41.7 in English."""
    words = f"{number:.1f}"
    return words.replace(".", ",") if language == "da" else words


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
        parts.append(f"{tally.listed} {_LISTED.say(language)}")
    return "; ".join(parts)


def cases_words(found: Denominator, language: str) -> str:
    """Of how many cases counts are."""
    if language == "da":
        return (
            f"N = {several(found.coded, CASE, 'da')} kodet til ende; {found.not_yet_coded} endnu ikke kodet; "
            f"{found.no_interview} uden interview."
        )
    return (
        f"N = {several(found.coded, CASE, 'en')} coded to the end; {found.not_yet_coded} not yet coded; "
        f"{found.no_interview} without interview."
    )


def base_words(base: Base, language: str) -> str:
    """What numbers are of: "12 interview kodet til ende, 2 endnu ikke; 5 sager kodet til ende, 1 uden interview"."""
    done, not_yet, none = {
        "da": ("kodet til ende", "endnu ikke", "uden interview"),
        "en": ("coded to the end", "not yet", "without interview"),
    }[language]
    parts = []
    if base.interviews or base.interviews_not_yet:
        more = f", {base.interviews_not_yet} {not_yet}" if base.interviews_not_yet else ""
        parts.append(f"{several(base.interviews, INTERVIEW, language)} {done}{more}")
    if base.cases or base.cases_not_yet or base.no_interview:
        more = f", {base.cases_not_yet} {not_yet}" if base.cases_not_yet else ""
        more += f", {base.no_interview} {none}" if base.no_interview else ""
        parts.append(f"{several(base.cases, CASE, language)} {done}{more}")
    return "; ".join(parts)
