"""The blocks of a study file on testing and review: their shapes, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rcoder.domain.words import (
    Answered,
    ConditionState,
    Directness,
    Fate,
    Followed,
    Kin,
    Material,
    Prompting,
    Scope,
    Stance,
    Status,
)
from rcoder.exchange.study_parts import StudyEvidence
from rcoder.exchange.study_tested_parts import (
    StudyAnswer,
    StudyBearing,
    StudyComment,
    StudyExhibit,
    StudyKinship,
    StudyRival,
    StudyState,
    StudyStep,
    StudyStrength,
    StudySummary,
    StudyTested,
    StudyTurningPoint,
)
from rcoder.exchange.yaml_section import PLAIN_WORD, Section, Shape

PASSAGE = ("occurrence", "scope", "case", "directness", "prompting", "memo")
EVIDENCE = Shape("a passage of evidence", ("transcript", "coder", "quote", "stance"), PASSAGE)
CITED = Shape("a passage", ("transcript", "coder", "quote"), ("stance", *PASSAGE))
RIVAL = Shape("a rival", ("id", "coder", "wording"), ("fate", "reason", "other", "evidence"))
STRENGTH = Shape("a judgement of strength", ("coder", "words", "reason"))
EXHIBIT = Shape(
    "an exhibit", ("id", "coder", "material", "title"), ("words", "value", "base", "where", "case", "bears")
)
BEARING = Shape("a bearing", ("on", "stance"), ("memo",))
KINSHIP = Shape("a kinship", ("of", "kin", "to", "coder", "why"))
STATE = Shape(
    "a judgement of a condition",
    ("condition", "case", "coder", "state", "reason"),
    ("role", "followed", "passages"),
)
SUMMARY = Shape("a summary", ("case", "code", "coder", "text"), ("at", "passages"))
TURNING_POINT = Shape("a turning point", ("case", "coder", "wording"), ("when", "sign", "passages"))
COMMENT = Shape("a comment", ("id", "coder", "text"), ("on", "passage", "reply-to", "resolved-by", "at"))
ANSWER = Shape("an answer to a prompt", ("prompt", "coder", "answered", "why"), ("of", "about", "at"))
STEP = Shape(
    "a step",
    ("coder",),
    ("why", "at", "save", "of", "begin", "status", "by", "because", "wording", "untie", "evidence"),
)
BLOCKS = (
    "exhibits",
    "tray",
    "kinships",
    "states",
    "summaries",
    "turning-points",
    "comments",
    "answers",
    "course",
)
"""The keys of these blocks in a study file; rivals and strength stand in their configuration."""


@dataclass(frozen=True, slots=True)
class TestedDraft:
    """These blocks of one study file."""

    rivals: tuple[tuple[str, Section], ...]
    """Each with the id of its configuration."""
    strengths: tuple[tuple[str, Section], ...]
    blocks: dict[str, tuple[Section, ...]]
    names: dict[str, tuple[str, ...]]
    """Ids of the configurations, each with those of its elements and links."""

    @property
    def written(self) -> tuple[Section, ...]:
        """Every block that says whose it is."""
        own = (*(each for _, each in (*self.rivals, *self.strengths)),)
        return (*own, *(each for key in BLOCKS for each in self.blocks[key]), *self.passages)

    @property
    def passages(self) -> tuple[Section, ...]:
        """Every passage in them but those of the tray."""
        found = [each.sections("evidence", EVIDENCE) for _, each in self.rivals]
        for key in ("states", "summaries", "turning-points"):
            found += [each.sections("passages", CITED) for each in self.blocks[key]]
        found += [each.sections("evidence", EVIDENCE) for each in self.blocks["course"]]
        return tuple(passage for group in found for passage in group)


_SHAPES = {
    "exhibits": EXHIBIT, "tray": CITED, "kinships": KINSHIP, "states": STATE, "summaries": SUMMARY,
    "turning-points": TURNING_POINT, "comments": COMMENT, "answers": ANSWER, "course": STEP,
}  # fmt: skip


def tested_draft(
    top: Section, configurations: Iterable[tuple[Section, Iterable[Section], Iterable[Section]]]
) -> TestedDraft:
    """The blocks of a study; each configuration is given with its elements and links."""
    given = [(own, tuple(elements), tuple(links)) for own, elements, links in configurations]
    return TestedDraft(
        tuple((own.text("id"), each) for own, _, _ in given for each in own.sections("rivals", RIVAL)),
        tuple((own.text("id"), each) for own, _, _ in given for each in own.sections("strength", STRENGTH)),
        {key: top.sections(key, shape) for key, shape in _SHAPES.items()},
        {
            own.text("id"): tuple(each.text("id") for each in (*elements, *links))
            for own, elements, links in given
        },
    )


def evidence_of(section: Section) -> StudyEvidence:
    """What a passage's block says."""
    return StudyEvidence(
        transcript=section.text("transcript"),
        coder=section.text("coder"),
        quote=section.text("quote"),
        stance=section.term("stance", Stance) or Stance.SUPPORTS,
        line=section.line,
        column=section.column,
        occurrence=section.count("occurrence", 1),
        scope=section.term("scope", Scope),
        case=section.text("case"),
        directness=section.term("directness", Directness) or Directness.SAID,
        prompting=section.term("prompting", Prompting) or Prompting.VOLUNTEERED,
        memo=section.text("memo"),
    )


def tested_of(draft: TestedDraft) -> StudyTested:
    """What the blocks say."""
    blocks = draft.blocks
    return StudyTested(
        rivals=tuple(_rival(*each) for each in draft.rivals),
        strengths=tuple(
            StudyStrength(own, each.text("coder"), each.text("words"), each.text("reason"))
            for own, each in draft.strengths
        ),
        exhibits=tuple(_exhibit(each) for each in blocks["exhibits"]),
        tray=tuple(evidence_of(each) for each in blocks["tray"]),
        kinships=tuple(
            StudyKinship(
                each.text("of"), each.term("kin", Kin) or Kin.CONTRADICTS, each.text("to"), each.text("coder"),
                each.text("why"),
            )
            for each in blocks["kinships"]
        ),
        states=tuple(_state(each) for each in blocks["states"]),
        summaries=tuple(
            StudySummary(
                each.text("case"), each.text("code"), each.text("coder"), each.text("text"), _cited(each),
                each.line, each.column, each.text("at"),
            )
            for each in blocks["summaries"]
        ),
        turning_points=tuple(
            StudyTurningPoint(
                each.text("case"), each.text("coder"), each.text("wording"), each.text("when"),
                each.one_of("sign", ("+", "-")), _cited(each), each.line, each.column,
            )
            for each in blocks["turning-points"]
        ),
        comments=tuple(_comment(each) for each in blocks["comments"]),
        answers=tuple(_answer(each) for each in blocks["answers"]),
        course=tuple(_step(each) for each in blocks["course"]),
    )  # fmt: skip


def _cited(section: Section) -> tuple[StudyEvidence, ...]:
    return tuple(evidence_of(each) for each in section.sections("passages", CITED))


def _rival(configuration: str, section: Section) -> StudyRival:
    return StudyRival(
        configuration, section.word("id", PLAIN_WORD), section.text("coder"), section.text("wording"),
        section.term("fate", Fate) or Fate.OPEN, section.text("reason"), section.text("other"),
        tuple(evidence_of(each) for each in section.sections("evidence", EVIDENCE)), section.line, section.column,
    )  # fmt: skip


def _exhibit(section: Section) -> StudyExhibit:
    bears = tuple(
        StudyBearing(
            each.text("on"),
            each.term("stance", Stance) or Stance.SUPPORTS,
            each.text("memo"),
            each.line,
            each.column,
        )
        for each in section.sections("bears", BEARING)
    )
    return StudyExhibit(
        section.word("id"), section.text("coder"), section.term("material", Material) or Material.DOCUMENT,
        section.text("title"), section.text("words"), section.text("value"), section.text("base"),
        section.text("where"), section.text("case"), bears, section.line, section.column,
    )  # fmt: skip


def _state(section: Section) -> StudyState:
    return StudyState(
        section.text("condition"), section.text("case"), section.text("role"), section.text("coder"),
        section.term("state", ConditionState) or ConditionState.UNCLEAR, section.term("followed", Followed),
        section.text("reason"), _cited(section), section.line, section.column,
    )  # fmt: skip


def _comment(section: Section) -> StudyComment:
    return StudyComment(
        section.word("id"), section.text("on"), section.count("passage", 1) if section.has("passage") else 0,
        section.text("coder"), section.text("text"), section.text("reply-to"), section.text("resolved-by"),
        section.line, section.column, section.text("at"),
    )  # fmt: skip


def _answer(section: Section) -> StudyAnswer:
    return StudyAnswer(
        section.text("prompt"), section.text("of"), section.text("about"), section.text("coder"),
        section.term("answered", Answered) or Answered.DONE, section.text("why"), section.line, section.column,
        section.text("at"),
    )  # fmt: skip


def _step(section: Section) -> StudyStep:
    return StudyStep(
        coder=section.text("coder"),
        why=section.text("why"),
        line=section.line,
        column=section.column,
        at=section.text("at"),
        save=section.text("save"),
        of=section.text("of"),
        begin=section.yes("begin"),
        status=section.term("status", Status),
        by=section.text("by"),
        because=section.text("because"),
        wording=section.text("wording"),
        untie=section.yes("untie"),
        evidence=tuple(evidence_of(each) for each in section.sections("evidence", EVIDENCE)),
    )


def coders_of(draft: TestedDraft) -> tuple[tuple[str, Section], ...]:
    """Every name of a coder in these blocks: the key it stands at, and the block."""
    resolved = [("resolved-by", each) for each in draft.blocks["comments"] if each.has("resolved-by")]
    return (*(("coder", each) for each in draft.written), *resolved)
