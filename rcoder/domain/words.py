"""The field's terms with their words in Danish and English; letters, labels and headings come from here only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same text in Danish and English; either may be empty."""

    da: str = ""
    en: str = ""

    def say(self, language: str = "da") -> str:
        """The text in `language` ("da" or "en"), or in the other language where that is empty."""
        first, second = (self.en, self.da) if language == "en" else (self.da, self.en)
        return first or second


class Kind(StrEnum):
    """The place an element has in a configuration; a code has only a usual kind."""

    CONTEXT = "context"
    RESOURCE = "resource"
    REASONING = "reasoning"
    OUTCOME = "outcome"


class Polarity(StrEnum):
    """Whether a passage says that the thing was there."""

    PRESENT = "present"
    WEAK = "weak"
    ABSENT = "absent"


class Effect(StrEnum):
    """What a link does: to an element, or (conditions) to another link."""

    PROMOTES = "promotes"
    HINDERS = "hinders"
    CONDITIONS = "conditions"


class Stance(StrEnum):
    """How a passage bears on a claim; set by a person."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REFINES = "refines"


class Scope(StrEnum):
    """What a passage is about. Only this_case counts cases, general counts respondents, the others are listed."""

    THIS_CASE = "this_case"
    GENERAL = "general"
    NORMATIVE = "normative"
    ANTICIPATED = "anticipated"


class Directness(StrEnum):
    """Whether the words say it or the coder infers it."""

    SAID = "said"
    INFERRED = "inferred"


class Prompting(StrEnum):
    """Whether the respondent came with it or agreed to what the interviewer said."""

    VOLUNTEERED = "volunteered"
    PROMPTED = "prompted"


class Horizon(StrEnum):
    """When a result comes."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Activation(StrEnum):
    """How strongly a reasoning fired; a property of the reasoning, not of the evidence."""

    WEAK = "weak"
    MIDDLE = "middle"
    STRONG = "strong"


class Basis(StrEnum):
    """Where a code or a link of the initial theory comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    RECONSTRUCTED = "reconstructed"


class Column(StrEnum):
    """A column of the change theory, in drawing order; context and negative stand beside the others."""

    CORE = "core"
    MECHANISM = "mechanism"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    CONTEXT = "context"
    NEGATIVE = "negative"


class Level(StrEnum):
    """How far a configuration reaches."""

    CASE = "case"
    CONSOLIDATED = "consolidated"
    MIDDLE_RANGE = "middle_range"


class Status(StrEnum):
    """Where a configuration is in review; acceptance is no judgement of strength."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    SETTLED = "settled"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"


class Absence(StrEnum):
    """The names of absence, never merged."""

    SAID_ABSENT = "said_absent"
    COUNTERFACTUAL = "counterfactual"
    NOT_MENTIONED = "not_mentioned"
    NOT_ASKED = "not_asked"
    NOT_YET_CODED = "not_yet_coded"
    NO_INTERVIEW = "no_interview"


class ConditionState(StrEnum):
    """A person's judgement of a support condition in one case."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"
    ROLES_DISAGREE = "roles_disagree"
    NOT_MENTIONED = "not_mentioned"
    NOT_CODED = "not_coded"
    NO_INTERVIEW = "no_interview"


class Claim(StrEnum):
    """What evidence may be for or against. Conditions and hypotheses are codes of their category."""

    CONFIGURATION = "configuration"
    LINK = "link"
    CODE = "code"


class Category(StrEnum):
    """The three things a coding may point at."""

    CODE = "code"
    CONDITION = "condition"
    HYPOTHESIS = "hypothesis"


class MemoKind(StrEnum):
    """What a memo is for."""

    ANALYTIC = "analytic"
    THEORETICAL = "theoretical"
    METHOD = "method"
    REFLEXIVE = "reflexive"


class Subject(StrEnum):
    """What a memo is about. Hypotheses and conditions are codes of their category."""

    PROJECT = "project"
    INTERVIEW = "interview"
    CASE = "case"
    CODE = "code"
    CODING = "coding"
    CONFIGURATION = "configuration"
    PASSAGE = "passage"


class AttributeType(StrEnum):
    """What the values of an attribute are."""

    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


class Relation(StrEnum):
    """How the value of an attribute is compared where a group is made from it."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Verdict(StrEnum):
    """What became of a passage when its transcript was corrected."""

    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"


class Decision(StrEnum):
    """What a person decided about a passage that a correction changed or lost."""

    KEPT = "kept"
    PLACED = "placed"
    REMOVED = "removed"


ROLE_GROUPS: dict[str, str] = {
    "borger": "borger",
    "sagsbehandler": "fagperson",
    "virksomhedskonsulent": "fagperson",
    "mentor": "fagperson",
    "personlig jobformidler": "fagperson",
    "jobformidler": "fagperson",
    "socialrådgiver": "fagperson",
    "koordinerende sagsbehandler": "fagperson",
    "fagperson": "fagperson",
    "virksomhedskontaktperson": "virksomhed",
    "virksomhed": "virksomhed",
    "projektleder": "ledelse",
    "ledelse": "ledelse",
}
"""Role group of each role (decision 15); a role that is not listed is its own group."""

LETTERS: dict[str, dict[Kind, str]] = {
    "en": {Kind.CONTEXT: "C", Kind.RESOURCE: "R", Kind.REASONING: "M", Kind.OUTCOME: "O"},
    "da": {Kind.CONTEXT: "K", Kind.RESOURCE: "R", Kind.REASONING: "M", Kind.OUTCOME: "U"},
}
"""The letter of each kind; M because reasoning is the mechanism's human half."""

WORDS: dict[type[StrEnum], dict[str, Bilingual]] = {
    Kind: {
        Kind.CONTEXT: Bilingual("kontekst", "context"),
        Kind.RESOURCE: Bilingual("ressource", "resource"),
        Kind.REASONING: Bilingual("ræsonnement", "reasoning"),
        Kind.OUTCOME: Bilingual("udfald", "outcome"),
    },
    Polarity: {
        Polarity.PRESENT: Bilingual("til stede", "present"),
        Polarity.WEAK: Bilingual("svag", "weak"),
        Polarity.ABSENT: Bilingual("fraværende", "absent"),
    },
    Effect: {
        Effect.PROMOTES: Bilingual("fremmer", "promotes"),
        Effect.HINDERS: Bilingual("hæmmer", "hinders"),
        Effect.CONDITIONS: Bilingual("betinger", "conditions"),
    },
    Stance: {
        Stance.SUPPORTS: Bilingual("støtter", "supports"),
        Stance.CONTRADICTS: Bilingual("taler imod", "contradicts"),
        Stance.REFINES: Bilingual("forfiner", "refines"),
    },
    Scope: {
        Scope.THIS_CASE: Bilingual("denne sag", "this case"),
        Scope.GENERAL: Bilingual("generel erfaring", "in general"),
        Scope.NORMATIVE: Bilingual("normativt", "normative"),
        Scope.ANTICIPATED: Bilingual("forventet", "anticipated"),
    },
    Directness: {
        Directness.SAID: Bilingual("sagt", "said"),
        Directness.INFERRED: Bilingual("udledt", "inferred"),
    },
    Prompting: {
        Prompting.VOLUNTEERED: Bilingual("af sig selv", "volunteered"),
        Prompting.PROMPTED: Bilingual("foranlediget", "prompted"),
    },
    Horizon: {
        Horizon.SHORT: Bilingual("kort sigt", "short term"),
        Horizon.MEDIUM: Bilingual("mellemlang sigt", "medium term"),
        Horizon.LONG: Bilingual("lang sigt", "long term"),
    },
    Activation: {
        Activation.WEAK: Bilingual("svag", "weak"),
        Activation.MIDDLE: Bilingual("mellem", "middle"),
        Activation.STRONG: Bilingual("stærk", "strong"),
    },
    Basis: {
        Basis.STATED: Bilingual("står i kilden", "stated"),
        Basis.INFERRED: Bilingual("udledt", "inferred"),
        Basis.RECONSTRUCTED: Bilingual("rekonstrueret", "reconstructed"),
    },
    Column: {
        Column.CORE: Bilingual("Kerneelementer", "Core elements"),
        Column.MECHANISM: Bilingual("Mekanismer", "Mechanisms"),
        Column.SHORT: Bilingual("Resultater på kort sigt", "Results, short term"),
        Column.MEDIUM: Bilingual("Resultater på mellemlang sigt", "Results, medium term"),
        Column.LONG: Bilingual("Resultater på lang sigt", "Results, long term"),
        Column.CONTEXT: Bilingual("Kontekst", "Context"),
        Column.NEGATIVE: Bilingual("Modvirkende forløb", "Counteracting paths"),
    },
    Level: {
        Level.CASE: Bilingual("sag", "case"),
        Level.CONSOLIDATED: Bilingual("på tværs af sager", "consolidated"),
        Level.MIDDLE_RANGE: Bilingual("mellemniveau", "middle range"),
    },
    Status: {
        Status.DRAFT: Bilingual("kladde", "draft"),
        Status.SUBMITTED: Bilingual("indsendt", "submitted"),
        Status.RETURNED: Bilingual("sendt tilbage", "returned"),
        Status.ACCEPTED: Bilingual("godkendt", "accepted"),
        Status.SETTLED: Bilingual("afgjort", "settled"),
        Status.SUPERSEDED: Bilingual("afløst", "superseded"),
        Status.REJECTED: Bilingual("forkastet", "rejected"),
    },
    Absence: {
        Absence.SAID_ABSENT: Bilingual("sagt at mangle", "said to be absent"),
        Absence.COUNTERFACTUAL: Bilingual("kontrafaktisk", "counterfactual"),
        Absence.NOT_MENTIONED: Bilingual("spurgt, ikke nævnt", "asked and not mentioned"),
        Absence.NOT_ASKED: Bilingual("ikke spurgt", "not asked"),
        Absence.NOT_YET_CODED: Bilingual("endnu ikke kodet", "not yet coded"),
        Absence.NO_INTERVIEW: Bilingual("intet interview", "no interview"),
    },
    ConditionState: {
        ConditionState.MET: Bilingual("opfyldt", "met"),
        ConditionState.NOT_MET: Bilingual("ikke opfyldt", "not met"),
        ConditionState.UNCLEAR: Bilingual("uklart", "unclear"),
        ConditionState.ROLES_DISAGREE: Bilingual("rollerne er uenige", "roles disagree"),
        ConditionState.NOT_MENTIONED: Bilingual("ikke nævnt", "not mentioned"),
        ConditionState.NOT_CODED: Bilingual("ikke kodet", "not coded"),
        ConditionState.NO_INTERVIEW: Bilingual("intet interview", "no interview"),
    },
    Claim: {
        Claim.CONFIGURATION: Bilingual("konfiguration", "configuration"),
        Claim.LINK: Bilingual("forbindelse", "link"),
        Claim.CODE: Bilingual("kode", "code"),
    },
    MemoKind: {
        MemoKind.ANALYTIC: Bilingual("analytisk", "analytic"),
        MemoKind.THEORETICAL: Bilingual("teoretisk", "theoretical"),
        MemoKind.METHOD: Bilingual("metode", "method"),
        MemoKind.REFLEXIVE: Bilingual("refleksivt", "reflexive"),
    },
    Subject: {
        Subject.PROJECT: Bilingual("projekt", "project"),
        Subject.INTERVIEW: Bilingual("interview", "interview"),
        Subject.CASE: Bilingual("sag", "case"),
        Subject.CODE: Bilingual("kode", "code"),
        Subject.CODING: Bilingual("kodning", "coding"),
        Subject.CONFIGURATION: Bilingual("konfiguration", "configuration"),
        Subject.PASSAGE: Bilingual("passage", "passage"),
    },
    AttributeType: {
        AttributeType.YES_NO: Bilingual("ja/nej", "yes/no"),
        AttributeType.NUMBER: Bilingual("tal", "number"),
        AttributeType.DATE: Bilingual("dato", "date"),
        AttributeType.CHOICE: Bilingual("valg", "choice"),
        AttributeType.TEXT: Bilingual("tekst", "text"),
    },
    Relation: {
        Relation.IS: Bilingual("er", "is"),
        Relation.IS_NOT: Bilingual("er ikke", "is not"),
        Relation.AT_LEAST: Bilingual("mindst", "at least"),
        Relation.AT_MOST: Bilingual("højst", "at most"),
    },
    Verdict: {
        Verdict.MOVED: Bilingual("flyttet", "moved"),
        Verdict.CHANGED: Bilingual("ændret indeni", "changed inside"),
        Verdict.LOST: Bilingual("væk", "lost"),
    },
    Decision: {
        Decision.KEPT: Bilingual("beholdt", "kept"),
        Decision.PLACED: Bilingual("sat på nye ord", "placed on other words"),
        Decision.REMOVED: Bilingual("fjernet", "removed"),
    },
    Category: {
        Category.CODE: Bilingual("kode", "code"),
        Category.CONDITION: Bilingual("understøttende forhold", "support condition"),
        Category.HYPOTHESIS: Bilingual("hypotese", "hypothesis"),
    },
}
"""Danish and English of every term, by its enumeration (terms of two enumerations may be the same string)."""


def say(term: StrEnum | None, language: str = "en") -> str:
    """A term in words ("" for none)."""
    return WORDS[type(term)][term].say(language) if term is not None else ""


def letter(kind: Kind | None, language: str = "en") -> str:
    """The letter of a kind; a middle dot where there is none."""
    return LETTERS[language][kind] if kind is not None else "·"


def role_group(role: str) -> str:
    """The group a role belongs to: borger, fagperson, virksomhed or ledelse."""
    return ROLE_GROUPS.get(role.casefold(), role)


_DANISH = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def danish_order(text: str) -> str:
    """Sort key in Danish order: case set aside, æ ø å after z, aa as å."""
    return text.casefold().replace("aa", "å").translate(_DANISH)
