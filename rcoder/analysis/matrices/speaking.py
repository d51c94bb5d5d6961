"""Comparisons in Danish: what they are made with speaks English; here is each of its sentences in the other language."""

from __future__ import annotations

import re

from rcoder.domain.counted import LISTED, UNITS
from rcoder.domain.matrix import Blank, Cell, Figure, Question
from rcoder.domain.terms import WORDS
from rcoder.domain.words import Bilingual, ConditionState, Effect, Followed, Kind, Stance

ASKED: dict[Question, tuple[str, str, str]] = {
    Question.EVIDENCE: ("Belæg", "Hvilke sager taler for og imod hver konfiguration?", "Sag"),
    Question.CODES_ROLES: ("Koder og roller", "Hvem taler om hvad?", "Kode"),
    Question.CODES_CASES: ("Koder og sager", "Hvad siges at være der, og at mangle, i hver sag?", "Kode"),
    Question.CONDITIONS_CASES: ("Understøttende forhold og sager", "Hvilke forhold er opfyldt hvor?", "Forhold"),
    Question.KINDS_HYPOTHESES: ("Slags og hypoteser", "Hvilke slags er hver hypotese kodet med?", "Hypotese"),
    Question.CO_OCCURRENCE: ("Koder, der er forbundet", "Hvilke koder er forbundet med hvilke i konfigurationer?", "Fra"),
    Question.KINDS_TOGETHER: ("Slags, der er forbundet", "Hvilke slags er forbundet med hvilke i konfigurationer?", "Fra"),
    Question.GROUPS: ("Grupper ved siden af hinanden", "Hvad er forskelligt mellem grupper af sager?", "Kode"),
    Question.PERSPECTIVES: ("Perspektiver", "Siger borger, fagperson og virksomhed det samme?", "Kode"),
}  # fmt: skip
"""Name, question and the name of the rows, as `domain.matrix.QUESTIONS` has them in English."""

_TERMS = {words.en: words.da for kind in (Kind, Effect, Stance, ConditionState, Followed) for words in WORDS[kind].values()}  # fmt: skip

_SAID: dict[str, str] = {
    **_TERMS,
    **{each.value: words for each, words in {
        Blank.NOTHING: "intet", Blank.NOT_MENTIONED: "ikke nævnt", Blank.NOT_ASKED: "ikke spurgt",
        Blank.NOT_JUDGED: "ikke vurderet", Blank.NOT_YET_CODED: "endnu ikke kodet", Blank.NO_INTERVIEW: "intet interview",
    }.items()},
    "general experience": "generel erfaring",
    "not about one case": "ikke om en enkelt sag",
    "agree or differ": "enige eller uenige",
    "no code": "ingen kode",
    "no kind": "ingen slags",
    "of no hypothesis": "uden hypotese",
    "with hours": "med timer",
    "without hours": "uden timer",
    "outcome group unknown": "udfaldsgruppe ukendt",
    "mixed": "både for og imod",
    "listed only": "kun vist, tæller ikke",
    LISTED.en: LISTED.da,
    "there": "til stede",
    "weak": "svag",
    "absent": "fraværende",
    "both": "både til stede og fraværende",
    "counterfactual": "kontrafaktisk",
    "there and absent": "til stede og fraværende",
    "asked": "spurgt",
    "asked, not mentioned": "spurgt, ikke nævnt",
    "said to be there": "siges at være der",
    "said to be weak": "siges at være svag",
    "said to be absent": "siges at mangle",
    "differ": "uenige",
    "in": "i",
    "about": "om",
    "linked in": "forbundet i",
    "passages on the links support it in": "passager på forbindelserne støtter det i",
    "not yet coded to the end": "endnu ikke kodet til ende",
    "further, not coded to the end": "yderligere, ikke kodet til ende",
    "7 passages, in 5 of the 12 interviews of that role": "7 passager, i 5 af de 12 interview med den rolle",
    "9 passages, in 4 of the 12 interviews coded to the end": "9 passager, i 4 af de 12 interview kodet til ende",
    "of 8 interviews coded to the end": "af 8 interview kodet til ende",
    "in 3 configurations; passages on the links support it in 2 of 5 cases coded to the end":
        "i 3 konfigurationer; passager på forbindelserne støtter det i 2 af 5 sager kodet til ende",
    "hinders in some": "hæmmer i nogle",
    "a passage contradicts": "en passage taler imod",
    "Interviewers' words are left out. A passage of somebody with two roles stands under both.":
        "Interviewerens ord er udeladt. En passage af en, der har to roller, står under begge.",
    "Interviews of the group in which it is said to be there, to be weak, to be absent.":
        "Interview med gruppen, hvor det siges at være der, at være svagt, at mangle.",
    "Blank: coded to the end and not mentioned.": "Tomt felt: kodet til ende og ikke nævnt.",
    "A consolidated configuration has the evidence of its members.":
        "En konfiguration på tværs af sager har sine medlemmers belæg.",
    "Overlapping passages of one stance count once; normative and anticipated talk is listed and not counted.":
        "Passager med samme stilling, der overlapper, tæller én gang; normative og forventede udsagn vises og tælles ikke.",
    "A condition on a link counts towards what that link goes to.":
        "En betingelse på en forbindelse tælles ved det, forbindelsen går til.",
    "A consolidated configuration is counted by its members.":
        "En konfiguration på tværs af sager tælles ved sine medlemmer.",
    "The study has no codes. A codebook brings them: rcoder codebook --help.":
        "Studiet har ingen koder. De kommer med en kodebog.",
    "No configuration fits. In an interview, g opens the configurations; + there makes one.":
        "Ingen konfiguration passer til det, der er spurgt om.",
    "No configuration here has a link. In the configurations, l makes one.":
        "Ingen konfiguration her har en forbindelse.",
}  # fmt: skip

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"only (.+) speaks of it: (.+)", r"kun \1 taler om det: {2}"),
        (r"only (.+)", r"kun \1"),
        (r"(.+) agree: (.+)", r"\1 er enige: {2}"),
        (r"agree: (.+)", r"enige: {1}"),
        (r"of (\d+) configurations", r"af \1 konfigurationer"),
        (r"([\d.]+) % of them", r"\1 pct. af dem"),
        (
            r"From links of (\d+) configurations, never from passages that overlap\.",
            r"Fra forbindelser i \1 konfigurationer, aldrig fra passager, der overlapper.",
        ),
        (
            r"Successes are over-sampled: (\d+) of (\d+) cases? with a known outcome are with hours(?:, \d+ unknown)?\. Compare within.*",
            r"Der er valgt flest forløb, der lykkedes: \1 af \2 sager med kendt udfald er med timer. Sammenlign inden for grupperne.",
        ),
        (
            r"(\d+) of (\d+) interviews? are not coded to the end: what is not mentioned may be so yet\.",
            r"\1 af \2 interview er ikke kodet til ende: hvad der ikke er nævnt, kan komme endnu.",
        ),
        (
            r"Few cases are coded to the end in: (.+)\. A difference there may be one person's\.",
            r"Få sager er kodet til ende i: \1. En forskel dér kan være en enkelt persons.",
        ),
        (r"(\d+) cases?", r"\1 sager"),
    )
)


def danish(words: str) -> str:
    """A sentence of a comparison in Danish; what a person wrote, and what is not known here, as it is."""
    if words in _SAID:
        return _SAID[words]
    for pattern, said in _PATTERNS:
        found = pattern.fullmatch(words)
        if found is not None:
            return _expanded(found, said)
    return words


def _expanded(found: re.Match[str], said: str) -> str:
    """A sentence with what was found in it: in Danish where its place is in braces, as it stands behind a backslash."""
    own = _PLACE.sub(lambda place: danish(found[int(place[1])]), said)
    return _AS_IT_IS.sub(lambda place: found[int(place[1])], own)


_PLACE, _AS_IT_IS = re.compile(r"\{(\d)\}"), re.compile(r"\\(\d)")


_NAMES = frozenset({
    "general experience", "not about one case", "agree or differ", "no code", "no kind", "of no hypothesis", "with hours",
    "without hours", "outcome group unknown", *(words.en for words in WORDS[Kind].values()),
})  # fmt: skip
"""What the program calls rows and columns; other names are people's."""


def named(words: str, language: str) -> str:
    """The name of a row or column: people's words as they are."""
    return danish(words) if language == "da" and words in _NAMES else words


def tell(words: str, language: str) -> str:
    """A sentence of a comparison in the language asked for."""
    return danish(words) if language == "da" else words


def shown(cell: Cell, language: str) -> str:
    """What stands in a cell; shares in per cent as the language writes them."""
    if language != "da" or not cell.shown:
        return cell.shown
    return _SHARE.sub(r"\1 pct.", danish(cell.shown))


_SHARE = re.compile(r"(\d) %")


def spoken(cell: Cell, language: str) -> str:
    """A cell without signs, for those who do not see the table."""
    if language != "da":
        return cell.words
    note = "; ".join(_part(each) for each in cell.note.split("; ")) if cell.note else ""
    return "; ".join((*(figure_words(each) for each in cell.figures), *((note,) if note else ())))


def _part(words: str) -> str:
    """One part of a note: a sentence, or what a group says: "borger: there"."""
    name, between, said = words.partition(": ")
    told = danish(words)
    return f"{name}{between}{danish(said)}" if told == words and between else told


def figure_words(figure: Figure) -> str:
    """A figure in Danish: "støtter: 2 passager", "i: 3 af 12 interview kodet til ende"."""
    of = figure.number if figure.of is None else figure.of
    count = f"{of} {unit(figure.unit, of)}"
    if figure.of is not None:
        such = " kodet til ende" if figure.such == " coded to the end" else danish(figure.such)
        count = f"{figure.number} af {count}{such}"
    name = _SAID.get(figure.name, danish(figure.name))
    return f"{name}: {count}" if name else count


def unit(name: str, number: int, language: str = "da") -> str:
    """The noun of so many."""
    one = Bilingual(name, name)
    return UNITS.get(name, (one, Bilingual(name, f"{name}s")))[number != 1].say(language)
