"""The figure's own words in Danish and English; the field's terms come from `rcoder.domain.words`."""

from __future__ import annotations

from rcoder.domain.counted import cases_line
from rcoder.domain.theory import ArrowState, ChangeTheory
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
    ArrowState.ELSEWHERE: (
        Bilingual("kun hos andre", "only from others"),
        Bilingual(
            "Dette siges kun af andre personer eller om andre sager end dem, figuren er afgrænset til.",
            "This is said only by other people, or of other cases, than those this figure is narrowed to.",
        ),
    ),
}
"""Each state's name and what it means."""

NEW = Bilingual("ny", "new")
EMPTY = Bilingual("Teorien har ingen bokse endnu.", "The theory has no boxes yet.")
NOTHING_LEFT = Bilingual("Intet i teorien er sådan.", "Nothing in the theory is so.")
"""What a figure says that is narrowed until nothing is left."""
LEGEND = Bilingual("Sådan læses figuren", "How to read the figure")
SOURCE = Bilingual("Kilde", "Source")

SAYS: dict[str, Bilingual] = {
    "accepted": Bilingual("godkendt konfiguration", "accepted configuration"),
    "draft": Bilingual("kun i kladde", "in draft only"),
    "initial": Bilingual(
        "oprindelig teori, ikke belagt endnu (tynd, hul spids, uden tal)",
        "initial theory, no evidence yet (thin, hollow head, no numbers)",
    ),
    "elsewhere": Bilingual(
        "siges kun af andre eller om andre sager (uden tal)",
        "said only by others or of other cases (no numbers)",
    ),
    "promotes": Bilingual("fremmer (trekant)", "promotes (triangle)"),
    "hinders": Bilingual("hæmmer (rød, tværstreg og −)", "hinders (red, bar and −)"),
    "conditions": Bilingual(
        "betinger (prikket, rombe)",
        "conditions (dotted, diamond)",
    ),
    "conditions in draft": Bilingual(
        "betinger, kun i kladde (streg og prik)", "conditions, in draft only (dash and dot)"
    ),
    "membership": Bilingual(
        "hører til kerneelementet (tælles ikke)",
        "belongs to the core element (not counted)",
    ),
    "back": Bilingual("løber tilbage: spidser undervejs", "runs back: points along the way"),
    "names": Bilingual(
        "ved en ende af en pil: boksen i den anden ende",
        "at an end of an arrow: the box at its other end",
    ),
    "context": Bilingual(
        "kontekst (runde ender), ved hver boks den betinger",
        "context (round ends), at each box it conditions",
    ),
    "negative": Bilingual("modvirkende forløb (dobbelt kant)", "counteracting path (double edge)"),
    "new": Bilingual("ny boks, ikke i den oprindelige teori", "new box, not in the initial theory"),
    "supports": Bilingual("5 passager støtter; i 3 af N sager", "5 passages support; in 3 of N cases"),
    "contradicts": Bilingual(
        "1 passage taler imod; i 1 af N sager", "1 passage contradicts; in 1 of N cases"
    ),
    "refines": Bilingual("2 passager forfiner", "2 passages refine"),
    "further": Bilingual(
        "og 1 sag til, ikke kodet til ende eller uden interview",
        "and 1 further case, not coded to the end or without interview",
    ),
    "gathered": Bilingual("pilen samler 3 forbindelser", "the arrow gathers 3 links"),
    "inferred": Bilingual(
        "udledt: siges ikke ligeud i passagerne (uden tal: i kilden)",
        "inferred: not said outright in the passages (no numbers: in the source)",
    ),
    "reconstructed": Bilingual("rekonstrueret, ikke kildens egen", "reconstructed, not the source's own"),
}
"""The legend's entries, by what they explain."""

NOT_COUNTED = Bilingual(
    "Tælles ikke: normative og forventede udsagn, interviewerens ord og belæg for hele konfigurationer. "
    "Generel erfaring tæller respondenter, ikke sager. Hyppighed er ikke styrke: stregens bredde siger intet om antal.",
    "Not counted: normative and anticipated talk, the interviewer's words, and evidence on whole configurations. "
    "General experience counts respondents, not cases. Frequency is not strength: line width says nothing about counts.",
)


def described(theory: ChangeTheory, language: str) -> str:
    """What a figure shows, for those who do not see it: how many boxes, arrows by state, and of how many cases."""
    states = (
        f"{sum(arrow.state is state for arrow in theory.arrows)} {name.say(language)}"
        for state, (name, _) in STATES.items()
        if any(arrow.state is state for arrow in theory.arrows)
    )
    boxes, arrows = len(theory.boxes), len(theory.arrows)
    many = (
        f"{boxes} {'boks' if boxes == 1 else 'bokse'}, {arrows} {'pil' if arrows == 1 else 'pile'}"
        if language == "da"
        else f"{boxes} {'box' if boxes == 1 else 'boxes'}, {arrows} {'arrow' if arrows == 1 else 'arrows'}"
    )
    told = f"{many}: {', '.join(states)}." if arrows else f"{many}."
    return f"{told} {cases_line(theory.denominator, language)}"
