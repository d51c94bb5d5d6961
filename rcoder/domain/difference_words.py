"""The difference between two versions of a theory in words, Danish and English."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rcoder.domain.counted import OF, cases_line
from rcoder.domain.terms import say
from rcoder.domain.theory import Denominator, Witness
from rcoder.domain.theory_difference import About, Compared, Difference, Reason, Side, Sort, Turn, What
from rcoder.domain.words import Bilingual

SORTS: dict[Sort, Bilingual] = {
    Sort.CHANGED: Bilingual("ændret", "changed"),
    Sort.NEW: Bilingual("ny", "new"),
    Sort.DROPPED: Bilingual("udgået", "dropped"),
    Sort.KEPT: Bilingual("bevaret", "kept"),
}
"""What each sort is called."""

MANY: dict[Sort, Bilingual] = {
    Sort.CHANGED: Bilingual("ændret", "changed"),
    Sort.NEW: Bilingual("nye", "new"),
    Sort.DROPPED: Bilingual("udgået", "dropped"),
    Sort.KEPT: Bilingual("bevaret", "kept"),
}
"""What several of a sort are called after their number."""

MARKS: dict[Sort, str] = {Sort.CHANGED: "≠", Sort.NEW: "+", Sort.DROPPED: "×", Sort.KEPT: "="}
"""The sign of each sort, which reads without colour."""

ABOUTS: dict[About, tuple[Bilingual, Bilingual]] = {
    About.ARROW: (Bilingual("pil", "arrow"), Bilingual("Pile", "Arrows")),
    About.BOX: (Bilingual("boks", "box"), Bilingual("Bokse", "Boxes")),
    About.CONFIGURATION: (
        Bilingual("konfiguration", "configuration"),
        Bilingual("Konfigurationer", "Configurations"),
    ),
    About.ELEMENT: (Bilingual("element", "element"), Bilingual("Elementer", "Elements")),
    About.CODE: (Bilingual("kode", "code"), Bilingual("Koder", "Codes")),
}
"""One and many of each."""

WHATS: dict[What, Bilingual] = {
    What.ENDS: Bilingual("mellem boksene", "between the boxes"),
    What.EFFECT: Bilingual("virkning", "effect"),
    What.STATE: Bilingual("tilstand", "state"),
    What.CONFIGURATIONS: Bilingual("konfigurationer", "configurations"),
    What.SUPPORTS: Bilingual("støtter", "supporting"),
    What.CONTRADICTS: Bilingual("taler imod", "contradicting"),
    What.REFINES: Bilingual("forfiner", "refining"),
    What.NEW: Bilingual("nyt", "new"),
    What.STANCE: Bilingual("stilling", "stance"),
    What.COUNTED: Bilingual("hvad en passage tæller", "what a passage counts"),
    What.OTHER_MATERIAL: Bilingual("andet materiale", "other material"),
    What.JOINED: Bilingual("samlet eller delt", "joined or parted"),
    What.LABEL: Bilingual("ord", "words"),
    What.COLUMN: Bilingual("kolonne", "column"),
    What.HYPOTHESES: Bilingual("hypoteser", "hypotheses"),
    What.ELEMENTS: Bilingual("elementer", "elements"),
    What.LINKS: Bilingual("forbindelser", "links"),
    What.WORDING: Bilingual("ordlyd", "wording"),
    What.CODE: Bilingual("kode", "code"),
    What.ACTOR: Bilingual("aktør", "actor"),
    What.ACTIVATION: Bilingual("aktivering", "activation"),
    What.SIGN: Bilingual("fortegn", "sign"),
    What.HORIZON: Bilingual("sigt", "horizon"),
    What.BOX: Bilingual("boks", "box"),
    What.DIRECTNESS: Bilingual("sagt eller udledt", "said or inferred"),
    What.KIND: Bilingual("plads", "place"),
    What.PASSAGES: Bilingual("passager", "passages"),
    What.TITLE: Bilingual("titel", "title"),
    What.LEVEL: Bilingual("niveau", "level"),
    What.CASE: Bilingual("sag", "case"),
    What.CORE: Bilingual("kerneelement", "core element"),
    What.CONDITIONS: Bilingual("understøttende forhold", "support conditions"),
    What.CONSOLIDATED: Bilingual("samlet i", "consolidated in"),
    What.SUPERSEDED: Bilingual("afløst af", "superseded by"),
    What.RIVALS: Bilingual("rivaliserende forklaringer", "rival explanations"),
    What.STRENGTH: Bilingual("vurdering af styrke", "judgement of strength"),
    What.KEY: Bilingual("nøgle", "key"),
    What.PARENT: Bilingual("står under", "stands under"),
    What.DEFINITION: Bilingual("definition", "definition"),
    What.ALIASES: Bilingual("andre navne og ord", "other names and cues"),
    What.MERGED: Bilingual("slået sammen med", "merged into"),
    What.DIVIDED: Bilingual("delt i", "divided into"),
    What.RETIRED: Bilingual("taget ud af brug", "retired"),
    What.INITIAL: Bilingual("den oprindelige teori", "the initial theory"),
}
"""What each respect is called."""

NO_REASON = Bilingual(
    "Ingen har skrevet hvorfor. Hvad gjorde, at teorien blev en anden her?",
    "Nobody wrote down why. What made the theory another here?",
)
"""Asked where something changed and no entry, memo or comment gives a reason."""

NOTHING = Bilingual("Intet er anderledes i de to versioner.", "Nothing differs between the two versions.")
BEFORE, AFTER = Bilingual("Før", "Before"), Bilingual("Efter", "After")
NOT_THERE = Bilingual("findes ikke", "not there")
WHY = Bilingual("Hvorfor", "Why")
ONLY_HERE = Bilingual("kun her", "only here")


AS_ABOVE = Bilingual("som ovenfor", "as above")
"""Said of a reason that stands in full further up."""
LONG = 80
"""Characters of a reason that may be said again and again."""
BEGINNING = 40
"""Characters by which one that was said already is known again."""


def title(difference: Difference, language: str) -> str:
    """What is compared, in one line."""
    key = "" if difference.key == "overall" else f"{difference.key}: "
    between = {"da": "fra", "en": "from"}[language], {"da": "til", "en": "to"}[language]
    return f"{key}{between[0]} {difference.before_name.say(language)} {between[1]} {difference.after_name.say(language)}"


def tally(difference: Difference, about: About, language: str) -> str:
    """How many became what, of how many: "Arrows: 3 of 69 changed, 2 new, 1 dropped, 66 kept"."""
    counts = difference.count(about)
    before = sum(counts[each] for each in (Sort.CHANGED, Sort.DROPPED, Sort.KEPT))
    of = OF.say(language)
    said = ", ".join(
        f"{counts[each]} {of} {before} {MANY[each].say(language)}"
        if each is not Sort.NEW
        else f"{counts[each]} {MANY[each].say(language)}"
        for each in Sort
    )
    return f"{ABOUTS[about][1].say(language)}: {said}"


def cases(denominator: Denominator, language: str) -> str:
    """Of how many cases counts are."""
    return cases_line(denominator, language).removesuffix(".")


def cases_short(denominator: Denominator, language: str) -> str:
    """The same in few words, where there is little room."""
    coded, waiting, silent = denominator.coded, denominator.not_yet_coded, denominator.no_interview
    if language == "da":
        return f"N = {coded} sager; {waiting} ej kodet; {silent} uden interview"
    return f"N = {coded} cases; {waiting} not coded; {silent} no interview"


def name(compared: Compared, language: str) -> str:
    """What it is called, with what it was called where that is another."""
    own = compared.side.name.say(language)
    was = {"da": "før", "en": "before"}[language]
    then = compared.before.name.say(language) if compared.before else own
    return own if then == own else f"{own} ({was}: {then})"


def turn_words(turn: Turn, language: str) -> str:
    """One respect: "state: draft → accepted"."""
    return f"{WHATS[turn.what].say(language)}: {turn.before.say(language)} → {turn.after.say(language)}"


def reason_words(reason: Reason, language: str) -> str:
    """A reason with who gave it, when and where."""
    deed = {
        "memo": Bilingual("memo", "memo"),
        "comment": Bilingual("kommentar", "comment"),
    }.get(reason.deed, Bilingual(reason.deed, reason.deed))
    return f"{reason.words} ({reason.coder}, {reason.at[:10]}: {deed.say(language)})"


class Telling:
    """Reasons of one list of differences: a long one stands there in full once, and briefly wherever it is given again."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._told: set[Reason] = set()

    def reasons(self, compared: Compared) -> list[str]:
        """The reasons of one thing in words; that none was written down, where it became another without one."""
        if not compared.reasons:
            return [NO_REASON.say(self.language)] if compared.asks_why else []
        return [self._said(each) for each in compared.reasons]

    def _said(self, reason: Reason) -> str:
        if reason in self._told and len(reason.words) > LONG:
            beginning = textwrap.shorten(reason.words, BEGINNING, placeholder=" …")
            brief = reason_words(replace(reason, words=f"“{beginning}”"), self.language)
            return f"{brief}, {AS_ABOVE.say(self.language)}"
        self._told.add(reason)
        return reason_words(reason, self.language)


def witness_words(witness: Witness, language: str) -> str:
    """A passage with its stance and whose words it is."""
    nobody = {"da": "ingen sag", "en": "no case"}[language]
    by = " · ".join(
        each for each in (witness.case or nobody, ", ".join(witness.roles), witness.transcript) if each
    )
    stance = f"{say(witness.stance, language)}: " if witness.stance else ""
    return f"{stance}“{' '.join(witness.text.split())}” ({by})"


def only_here(witness: Witness, only: frozenset[str]) -> bool:
    """Whether the other version has none of a passage's codings or evidence."""
    return bool(witness.ids) and only.issuperset(witness.ids)


# -- the whole, as Markdown ------------------------------------------------------------------------------------------


def document(
    difference: Difference,
    language: str = "da",
    *,
    sorts: Iterable[Sort] = (Sort.CHANGED, Sort.NEW, Sort.DROPPED),
) -> str:
    """The difference as Markdown: numbers first, then everything of these sorts with its passages and reasons."""
    wanted = tuple(sorts)
    lines = [f"# {escaped(title(difference, language))}", ""]
    lines += [f"- {BEFORE.say(language)}: {cases(difference.before.denominator, language)}"]
    lines += [f"- {AFTER.say(language)}: {cases(difference.after.denominator, language)}", ""]
    lines += [f"- {tally(difference, about, language)}" for about in About]
    if not difference.differing:
        lines += ["", NOTHING.say(language)]
    telling = Telling(language)
    for about in About:
        found = difference.of(about, *wanted)
        if found:
            lines += ["", f"## {ABOUTS[about][1].say(language)}"]
        for sort in Sort:
            for each in found:
                if each.sort is sort:
                    lines += ["", *_one(each, telling)]
    return "\n".join(lines) + "\n"


def _one(compared: Compared, telling: Telling) -> Iterator[str]:
    language = telling.language
    yield f"### {MARKS[compared.sort]} {SORTS[compared.sort].say(language)}: {escaped(name(compared, language))}"
    yield ""
    for turn in compared.turns:
        yield f"- {escaped(turn_words(turn, language))}"
    for heading, side, only in (
        (BEFORE, compared.before, compared.lost),
        (AFTER, compared.after, compared.gained),
    ):
        if side is not None and (side.witnesses or side.facts):
            yield f"- {heading.say(language)}: {escaped('; '.join(each.say(language) for each in side.facts))}"
            yield from (_passage(each, only, language) for each in side.witnesses)
    if compared.sort is not Sort.KEPT:
        yield from (f"- {WHY.say(language)}: {escaped(each)}" for each in telling.reasons(compared))


def _passage(witness: Witness, only: frozenset[str], language: str) -> str:
    mark = f" [{ONLY_HERE.say(language)}]" if only_here(witness, only) else ""
    return f"    - {escaped(witness_words(witness, language))}{mark}"


def escaped(text: str) -> str:
    """People's words as Markdown that shows them as they are."""
    return "".join(
        f"\\{each}" if each in "\\`*_[]<>#|~" else " " if each in "\r\n" else each for each in text
    )


def side_facts(side: Side | None, language: str) -> tuple[str, ...]:
    """What there is to say of a side; that it is not there for none."""
    return tuple(each.say(language) for each in side.facts) if side else (NOT_THERE.say(language),)
