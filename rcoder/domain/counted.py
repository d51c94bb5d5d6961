"""How counts are said, in Danish and English: what is counted, of what, and how a number is written."""

from __future__ import annotations

from rcoder.domain.retrieval import Base
from rcoder.domain.theory import Denominator
from rcoder.domain.words import Bilingual

Unit = tuple[Bilingual, Bilingual]
"""What is counted: one and several of it."""

PASSAGE: Unit = Bilingual("passage", "passage"), Bilingual("passager", "passages")
CASE: Unit = Bilingual("sag", "case"), Bilingual("sager", "cases")
INTERVIEW: Unit = Bilingual("interview", "interview"), Bilingual("interview", "interviews")
RESPONDENT: Unit = Bilingual("respondent", "respondent"), Bilingual("respondenter", "respondents")
CONFIGURATION: Unit = (
    Bilingual("konfiguration", "configuration"),
    Bilingual("konfigurationer", "configurations"),
)
UNITS: dict[str, Unit] = {unit[0].en: unit for unit in (PASSAGE, CASE, INTERVIEW, RESPONDENT, CONFIGURATION)}
"""By their English names."""

OF = Bilingual("af", "of")
TO_THE_END = Bilingual("kodet til ende", "coded to the end")
NOT_YET = Bilingual("endnu ikke", "not yet")
NO_INTERVIEW = Bilingual("uden interview", "without interview")
LISTED = Bilingual("vist, tæller ikke", "listed, not counted")
PERCENT = Bilingual("pct.", "%")


def several(number: int, unit: Unit, language: str) -> str:
    """A number with its noun: 1 passage, 3 passager."""
    return f"{number} {unit[number != 1].say(language)}"


def of(number: int | str, whole: int, unit: Unit, language: str) -> str:
    """A part of a whole: 3 af 4 sager."""
    return f"{number} {OF.say(language)} {several(whole, unit, language)}"


def pointed(number: str, language: str) -> str:
    """A written number with a comma for its point in Danish."""
    return number.replace(".", ",") if language == "da" else number


def decimal(number: float, language: str) -> str:
    """A number with one decimal: 41,7 in Danish, 41.7 in English."""
    return pointed(f"{number:.1f}", language)


def cases_line(found: Denominator, language: str) -> str:
    """Of how many cases counts are (decision 7): "N = 4 sager kodet til ende; 1 endnu ikke kodet; 0 uden interview."."""
    coded = "kodet" if language == "da" else "coded"
    return (
        f"N = {several(found.coded, CASE, language)} {TO_THE_END.say(language)}; "
        f"{found.not_yet_coded} {NOT_YET.say(language)} {coded}; {found.no_interview} {NO_INTERVIEW.say(language)}."
    )


def base_words(base: Base, language: str = "en") -> str:
    """What numbers are of: "12 interviews coded to the end, 2 not yet; 5 cases coded to the end, 1 without interview"."""
    parts = []
    if base.interviews or base.interviews_not_yet:
        parts.append(_done(base.interviews, INTERVIEW, [(base.interviews_not_yet, NOT_YET)], language))
    if base.cases or base.cases_not_yet or base.no_interview:
        further = [(base.cases_not_yet, NOT_YET), (base.no_interview, NO_INTERVIEW)]
        parts.append(_done(base.cases, CASE, further, language))
    return "; ".join(parts)


def _done(number: int, unit: Unit, further: list[tuple[int, Bilingual]], language: str) -> str:
    more = "".join(f", {count} {words.say(language)}" for count, words in further if count)
    return f"{several(number, unit, language)} {TO_THE_END.say(language)}{more}"
