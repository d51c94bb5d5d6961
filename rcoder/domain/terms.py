"""The field's terms in Danish and English words; letters, labels and headings come from here only."""

from __future__ import annotations

from enum import StrEnum

from rcoder.domain.words import (
    Absence,
    Activation,
    Answered,
    AttributeType,
    Basis,
    Bilingual,
    Category,
    Claim,
    Column,
    ConditionState,
    Decision,
    Directness,
    Effect,
    Fate,
    Followed,
    Horizon,
    Kin,
    Kind,
    Level,
    Material,
    MemoKind,
    Polarity,
    Prompting,
    Relation,
    Rendering,
    Scope,
    Stance,
    Status,
    Subject,
    Verdict,
)

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
        Stance.NEW: Bilingual("nyt", "new"),
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
        Absence.SAID_ABSENT: Bilingual("siges at mangle", "said to be absent"),
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
        Claim.ELEMENT: Bilingual("element", "element"),
        Claim.CODE: Bilingual("kode", "code"),
        Claim.RIVAL: Bilingual("rivaliserende forklaring", "rival explanation"),
        Claim.STATE: Bilingual("vurdering af et forhold", "judgement of a condition"),
        Claim.SUMMARY: Bilingual("sammenfatning", "summary"),
        Claim.TURNING_POINT: Bilingual("vendepunkt", "turning point"),
        Claim.TRAY: Bilingual("bakken", "tray"),
    },
    Rendering: {
        Rendering.RESOURCE_REASONING: Bilingual("ressource og ræsonnement", "resource and reasoning"),
        Rendering.CMO: Bilingual("CMO", "CMO"),
        Rendering.ICAMO: Bilingual("ICAMO", "ICAMO"),
    },
    Kin: {
        Kin.NESTED_IN: Bilingual("indlejret i", "nested in"),
        Kin.CONTRADICTS: Bilingual("modsiger", "contradicts"),
    },
    Fate: {
        Fate.OPEN: Bilingual("åben", "open"),
        Fate.KEPT: Bilingual("fastholdt", "kept"),
        Fate.DROPPED: Bilingual("opgivet", "dropped"),
    },
    Followed: {
        Followed.FOLLOWED: Bilingual("mekanismen fulgte", "the mechanism followed"),
        Followed.NOT_FOLLOWED: Bilingual("mekanismen fulgte ikke", "the mechanism did not follow"),
        Followed.UNCLEAR: Bilingual("uklart, om mekanismen fulgte", "unclear whether the mechanism followed"),
    },
    Answered: {
        Answered.DONE: Bilingual("gjort", "done"),
        Answered.NOT_APPLICABLE: Bilingual("ikke relevant her", "not applicable"),
    },
    Material: {
        Material.SURVEY: Bilingual("spørgeskema", "survey"),
        Material.REGISTER: Bilingual("register", "register"),
        Material.DOCUMENT: Bilingual("dokument", "document"),
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


WHY_LISTED: dict[str, Bilingual] = {
    "normative": Bilingual("normativt udsagn", "normative"),
    "anticipated": Bilingual("forventet, ikke sket", "anticipated"),
    "interviewer": Bilingual("interviewerens ord", "the interviewer's words"),
    "earlier text": Bilingual("står kun i en tidligere udgave af teksten", "stands in an earlier text only"),
}
"""Why a passage is listed and not counted (decision 7)."""


def say_listed(why: str, language: str = "en") -> str:
    """Why a passage is listed, in words; "" for one that counts."""
    return WHY_LISTED[why].say(language) if why else ""


def letter(kind: Kind | None, language: str = "en") -> str:
    """The letter of a kind; a middle dot where there is none."""
    return LETTERS[language][kind] if kind is not None else "·"
