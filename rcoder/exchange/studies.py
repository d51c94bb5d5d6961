"""Study files: the codings, excerpts and configurations of a made-up or finished study, as YAML that people can read.

A study file names transcripts, coders and codes in words and quotes passages; turning them into rows of a
project is the project's business.
"""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.case import Criterion
from rcoder.domain.errors import BadCodebook, Finding
from rcoder.domain.transcript import Span, Turn, turn_at
from rcoder.domain.words import (
    Activation,
    Directness,
    Effect,
    Horizon,
    Kind,
    Level,
    MemoKind,
    Polarity,
    Prompting,
    Relation,
    Scope,
    Status,
    Subject,
)
from rcoder.exchange.findings import Findings
from rcoder.exchange.study_check import check_relations
from rcoder.exchange.study_excerpts import check_excerpts, excerpt_of
from rcoder.exchange.study_file import StudyFile
from rcoder.exchange.study_parts import (
    StudyCoder,
    StudyCoding,
    StudyConfiguration,
    StudyCorrection,
    StudyElement,
    StudyFinish,
    StudyGroup,
    StudyLink,
    StudyMemo,
)
from rcoder.exchange.study_shape import FORMAT, STATUSES, STUDY, ConfigurationDraft, Draft, draft_of
from rcoder.exchange.study_tested import EVIDENCE, evidence_of, tested_of
from rcoder.exchange.study_tested_check import check_tested
from rcoder.exchange.yaml_file import YamlMap, read_yaml
from rcoder.exchange.yaml_section import PLAIN_WORD, Section, check_format, section_of


def read_study(path: Path) -> StudyFile:
    """The study in a YAML file.

    Raises:
        BadCodebook: it has faults; every one is among the findings.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    study = _read(path, findings)
    if study is None or len(findings):
        raise BadCodebook(str(path), findings.in_order())
    return study


def check_study(path: Path) -> tuple[Finding, ...]:
    """Every fault of a study file, in the order of the file.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    try:
        read_study(path)
    except BadCodebook as error:
        return error.findings
    return ()


def locate(text: str, quote: str, occurrence: int = 1, turns: tuple[Turn, ...] = ()) -> Span | None:
    """Where a quote stands, letter for letter; None where it does not.

    Only occurrences within one turn count (all do, where there are no turns); `occurrence` counts them from 1.
    """
    start, left = text.find(quote) if quote else -1, occurrence
    while start >= 0:
        found = Span(start, start + len(quote))
        if _within_one_turn(found, turns):
            left -= 1
            if left == 0:
                return found
        start = text.find(quote, start + 1)
    return None


def _within_one_turn(span: Span, turns: tuple[Turn, ...]) -> bool:
    index = turn_at(turns, span.start)
    return not turns or (index is not None and span.end <= turns[index].end)


def _read(path: Path, findings: Findings) -> StudyFile | None:
    root = read_yaml(path, findings)
    if isinstance(root, YamlMap) and not check_format(root, "study", FORMAT, findings):
        return None
    top = section_of(root, STUDY, findings)
    if top is None:
        return None
    draft = draft_of(top)
    study = _study(draft)
    check_relations(draft, findings)
    check_excerpts(draft, findings)
    check_tested(draft, findings)
    return study


def _study(draft: Draft) -> StudyFile:
    top = draft.top
    return StudyFile(
        title=top.bilingual("title", both=True),
        description=top.bilingual("description"),
        codebook=top.text("codebook"),
        manifest=top.text("manifest"),
        coders=tuple(StudyCoder(each.text("name"), each.yes("released")) for each in draft.coders),
        finished=tuple(
            StudyFinish(each.text("transcript"), each.text("coder"), each.line, each.column)
            for each in draft.finished
        ),
        codings=tuple(_coding(each) for each in draft.codings),
        configurations=tuple(_configuration(each) for each in draft.configurations),
        excerpts=tuple(excerpt_of(each) for each in draft.excerpts),
        memos=tuple(_memo(each) for each in draft.memos),
        groups=tuple(_group(each, criteria) for each, criteria in draft.groups),
        corrections=tuple(
            StudyCorrection(
                each.text("transcript"),
                each.text("with"),
                each.text("coder"),
                each.text("why"),
                each.line,
                each.column,
            )
            for each in draft.corrections
        ),
        tested=tested_of(draft.tested),
    )


def _memo(section: Section) -> StudyMemo:
    return StudyMemo(
        id=section.word("id"),
        coder=section.text("coder"),
        kind=section.term("kind", MemoKind) or MemoKind.ANALYTIC,
        about=section.term("about", Subject) or Subject.PROJECT,
        of=section.text("of"),
        title=section.text("title"),
        text=section.text("text"),
        links=section.texts("links"),
        line=section.line,
        column=section.column,
    )


def _group(section: Section, criteria: tuple[Section, ...]) -> StudyGroup:
    return StudyGroup(
        section.word("id"), section.bilingual("name", both=True), tuple(_criterion(each) for each in criteria)
    )


def _criterion(section: Section) -> Criterion:
    relation = next((each for each in Relation if section.has(each.value)), Relation.IS)
    return Criterion(section.text("attribute"), relation, section.text(relation.value))


def _coding(section: Section) -> StudyCoding:
    return StudyCoding(
        id=section.word("id"),
        transcript=section.text("transcript"),
        coder=section.text("coder"),
        quote=section.text("quote"),
        code=section.text("code"),
        line=section.line,
        column=section.column,
        occurrence=section.count("occurrence", 1),
        kind=section.term("kind", Kind),
        actor=section.text("actor"),
        polarity=section.term("polarity", Polarity) or Polarity.PRESENT,
        counterfactual=section.yes("counterfactual"),
        scope=section.term("scope", Scope),
        case=section.text("case"),
        directness=section.term("directness", Directness) or Directness.SAID,
        prompting=section.term("prompting", Prompting) or Prompting.VOLUNTEERED,
        memo=section.text("memo"),
    )


def _configuration(draft: ConfigurationDraft) -> StudyConfiguration:
    top = draft.top
    return StudyConfiguration(
        id=top.word("id", PLAIN_WORD),
        title=top.text("title"),
        hypotheses=top.texts("hypotheses"),
        coder=top.text("coder"),
        level=top.term("level", Level) or Level.CASE,
        case=top.text("case"),
        core=top.text("core"),
        status=top.term("status", Status, STATUSES) or Status.DRAFT,
        because=top.text("because"),
        memo=top.text("memo"),
        elements=tuple(_element(each) for each in draft.elements),
        links=tuple(_link(link, evidence) for link, evidence in draft.links),
        evidence=tuple(evidence_of(each) for each in draft.evidence),
        line=top.line,
        column=top.column,
        conditions=top.texts("conditions"),
        reviewer=top.text("reviewer"),
        members=top.texts("members"),
        later=top.yes("later"),
    )


def _element(section: Section) -> StudyElement:
    configuration, dot, element = section.text("share").partition(".")
    return StudyElement(
        id=section.word("id", PLAIN_WORD),
        kind=section.term("kind", Kind) or Kind.CONTEXT,
        line=section.line,
        column=section.column,
        share=(configuration, element) if dot else None,
        wording=section.text("wording"),
        code=section.text("code"),
        actor=section.text("actor"),
        sign=section.one_of("sign", ("+", "-")) or "+",
        horizon=section.term("horizon", Horizon),
        activation=section.term("activation", Activation),
        codings=section.texts("codings"),
        directness=section.term("directness", Directness) or Directness.SAID,
        stands_for=section.texts("stands-for"),
        evidence=tuple(evidence_of(each) for each in section.sections("evidence", EVIDENCE)),
    )


def _link(section: Section, evidence: tuple[Section, ...]) -> StudyLink:
    return StudyLink(
        id=section.word("id", PLAIN_WORD),
        source=section.text("from"),
        target=section.text("to"),
        effect=section.term("effect", Effect) or Effect.PROMOTES,
        line=section.line,
        column=section.column,
        evidence=tuple(evidence_of(each) for each in evidence),
    )
