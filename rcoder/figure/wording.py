"""The figure's own words in Danish and English; the field's terms come from `rcoder.domain.words`."""

from __future__ import annotations

from rcoder.domain.theory import ArrowState
from rcoder.domain.words import Bilingual

STATES: dict[ArrowState, tuple[Bilingual, Bilingual]] = {
    ArrowState.ACCEPTED: (
        Bilingual("godkendt", "accepted"),
        Bilingual(
            "En konfiguration med denne forbindelse er godkendt (eller afgjort) og ikke ændret siden.",
            "A configuration with this link is accepted (or settled) and unchanged since.",
        ),
    ),
    ArrowState.DRAFT: (
        Bilingual("kladde", "draft"),
        Bilingual(
            "Kun konfigurationer, som ikke er godkendt, eller som er ændret siden, har denne forbindelse.",
            "Only configurations that are not accepted, or have changed since, have this link.",
        ),
    ),
    ArrowState.INITIAL: (
        Bilingual("ikke belagt", "no evidence yet"),
        Bilingual(
            "Kun den oprindelige teori har denne pil; ingen konfiguration har den endnu.",
            "Only the initial theory has this arrow; no configuration has it yet.",
        ),
    ),
}
"""Each state's name and what it means."""

NEW = Bilingual("ny", "new")
EMPTY = Bilingual("Teorien har ingen bokse endnu.", "The theory has no boxes yet.")
LEGEND = Bilingual("Sådan læses figuren", "How to read the figure")

SAYS: dict[str, Bilingual] = {
    "accepted": Bilingual("godkendt konfiguration", "accepted configuration"),
    "draft": Bilingual("kun i kladde", "in draft only"),
    "initial": Bilingual(
        "oprindelig teori, ikke belagt endnu (uden tal)", "initial theory, no evidence yet (no figures)"
    ),
    "promotes": Bilingual("fremmer", "promotes"),
    "hinders": Bilingual("hæmmer (rød, tværstreg og −)", "hinders (red, bar and −)"),
    "conditions": Bilingual(
        "betinger (prikket, hul rombe; kladde: streg og prik)",
        "conditions (dotted, hollow diamond; draft: dash and dot)",
    ),
    "membership": Bilingual(
        "hører til kerneelementet (tynd streg mellem to punkter, tælles ikke)",
        "belongs to the core element (thin line between two dots, not counted)",
    ),
    "back": Bilingual("løber tilbage: spidser undervejs", "runs back: points along the way"),
    "names": Bilingual(
        "lange, tilbageløbende og interne pile nævner boksen i den anden ende",
        "long, backward and in-column arrows name the box at their other end",
    ),
    "new": Bilingual("ny boks, ikke i den oprindelige teori", "new box, not in the initial theory"),
    "supports": Bilingual("5 passager støtter; i 3 af N sager", "5 passages support; in 3 of N cases"),
    "contradicts": Bilingual(
        "1 passage taler imod; i 1 af N sager", "1 passage contradicts; in 1 of N cases"
    ),
    "refines": Bilingual("2 passager forfiner", "2 passages refine"),
    "further": Bilingual(
        "+1: yderligere 1 sag, der ikke er kodet til ende eller er uden interview",
        "+1: 1 further case, not coded to the end or without interview",
    ),
}
"""The legend's entries, by what they explain."""


def denominator(coded: int, waiting: int, silent: int, language: str) -> str:
    """The line that says of how many cases the counts are."""
    if language == "da":
        return f"N = {coded} sager kodet til ende; {waiting} endnu ikke kodet; {silent} uden interview."
    return f"N = {coded} cases coded to the end; {waiting} not yet coded; {silent} without interview."


NOT_COUNTED = Bilingual(
    "Tælles ikke: normative og forventede udsagn, interviewerens ord og belæg for hele konfigurationer. "
    "Generel erfaring tæller respondenter, ikke sager. Hyppighed er ikke styrke: stregens bredde siger intet om antal.",
    "Not counted: normative and anticipated talk, the interviewer's words, and evidence on whole configurations. "
    "General experience counts respondents, not cases. Frequency is not strength: line width says nothing about counts.",
)
