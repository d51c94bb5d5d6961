"""The words of charts in Danish and English."""

from __future__ import annotations

import re

from rcoder.domain.counted import TO_THE_END
from rcoder.domain.words import Bilingual

FINISHED = TO_THE_END
BEGUN = Bilingual("begyndt", "begun")
UNTOUCHED = Bilingual("ikke begyndt", "not begun")
HIDDEN = Bilingual("lag ikke frigivet", "layer not released")
NO_INTERVIEW = Bilingual("intet interview", "no interview")
NOT_YET = Bilingual("ingen sag kodet til ende", "no case coded to the end")
NOTHING = Bilingual("ikke nævnt", "not mentioned")
INTERVIEWS = Bilingual("interview", "interviews")
PASSAGES = Bilingual("passager", "passages")

NOTES: dict[str, tuple[Bilingual, ...]] = {
    "progress": (
        Bilingual(
            "Kodet til ende er, hvad koderen selv har sat mærke ved; begyndt er mindst én kodning.",
            "Coded to the end is what the coder has marked so; begun is at least one coding.",
        ),
    ),
    "evidence": (
        Bilingual(
            "Søjlen er passager om konfigurationer, deres elementer og forbindelser; overlappende passager med samme stilling tæller én gang.",
            "Passages on configurations, their elements and links; overlapping passages of one stance count once.",
        ),
        Bilingual(
            "Normative og forventede udsagn og interviewerens ord tæller ikke. Hyppighed er ikke styrke.",
            "Normative and anticipated talk and interviewers' words do not count. Frequency is not strength.",
        ),
    ),
    "shares": (
        Bilingual(
            "Efter søjlen: i hvor mange af sagerne (eller interviewene), der er kodet til ende; +1 er én til, som ikke er.",
            "After each bar: in how many of the cases (or interviews) coded to the end; +1 is one more that is not.",
        ),
    ),
    "roles": (
        Bilingual(
            "En passage af en person med to roller står under begge.",
            "A passage of somebody with two roles stands under both.",
        ),
    ),
    "groups": (
        Bilingual(
            "Kun passager om den enkelte sag; generel erfaring står ikke i nogen gruppe.",
            "Only passages about the case itself; general experience stands in no group.",
        ),
    ),
}
"""What is said below them."""


_OUTCOMES = {
    "with_hours": Bilingual("med ordinære timer", "with ordinary hours"),
    "without_hours": Bilingual("uden ordinære timer", "without ordinary hours"),
    "unknown": Bilingual("ikke oplyst", "not known"),
}
_FRAMES = (
    (re.compile(r"not (.+)"), "ikke {}"),
    (re.compile(r"(.+): unknown"), "{}: ikke oplyst"),
    (re.compile(r"(.+) or more"), "{} eller derover"),
)
"""How groups are named in English, and the same in Danish."""


def group_name(part: str, name: str, language: str) -> str:
    """A group of cases in the chart's language."""
    if part in _OUTCOMES:
        return _OUTCOMES[part].say(language)
    if language == "da":
        for frame, said in _FRAMES:
            if found := frame.fullmatch(name):
                return said.format(found[1])
    return name
