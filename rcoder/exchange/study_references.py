"""What a study file names outside itself: codes of its codebook, and words of its transcripts."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rcoder.domain.codebook import CodebookContents
from rcoder.domain.errors import Finding
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import About
from rcoder.domain.transcript import Turn
from rcoder.domain.words import Column, Subject
from rcoder.exchange.codebook_check import check_known
from rcoder.exchange.findings import Findings, shown
from rcoder.exchange.studies import locate
from rcoder.exchange.study_file import StudyFile
from rcoder.exchange.study_parts import (
    StudyCoding,
    StudyConfiguration,
    StudyCorrection,
    StudyEvidence,
    StudyExcerpt,
    StudyFinish,
)

Texts = Mapping[str, tuple[str, tuple[Turn, ...]]]
"""File name of each transcript, to its text and turns."""


def check_codes(study: StudyFile, contents: CodebookContents) -> tuple[Finding, ...]:
    """Every code, hypothesis and core element of the study that is not in the codebook."""
    findings = Findings()
    if study.codebook != contents.codebook.key:
        sentence = (
            f"The study is coded with {shown(study.codebook)}, not with {shown(contents.codebook.key)}."
        )
        findings.add_at(1, 1, sentence)
    keys = [code.key for code in contents.codes]
    for coding in study.codings:
        check_known(coding, coding.code, keys, "code", findings)
    for memo in study.memos:
        if memo.about is Subject.CODE:
            check_known(memo, memo.of, keys, "code", findings)
    for configuration in study.configurations:
        _check_configuration(configuration, contents, keys, findings)
    for state in study.tested.states:
        conditions = [code.key for code in contents.conditions]
        check_known(state, state.condition, conditions, "support condition", findings)
    for summary in study.tested.summaries:
        check_known(summary, summary.code, keys, "code", findings)
    return findings.in_order()


def _check_configuration(
    configuration: StudyConfiguration, contents: CodebookContents, keys: list[str], findings: Findings
) -> None:
    hypotheses = [code.key for code in contents.hypotheses]
    for key in configuration.hypotheses:
        check_known(configuration, key, hypotheses, "hypothesis", findings)
    for key in configuration.conditions:
        check_known(
            configuration, key, [code.key for code in contents.conditions], "support condition", findings
        )
    overall = contents.theory("overall")
    cores = [
        node.key
        for node in contents.nodes
        if overall is not None and node.theory_id == overall.id and node.column is Column.CORE
    ]
    check_known(configuration, configuration.core, cores, "core element of the overall theory", findings)
    for element in configuration.elements:
        check_known(element, element.code, keys, "code", findings)


def check_quotes(study: StudyFile, texts: Texts) -> tuple[Finding, ...]:
    """Every passage whose transcript is missing, or whose words do not stand there within one turn."""
    findings = Findings()
    named_ones: tuple[StudyFinish | StudyCorrection, ...] = (*study.finished, *study.corrections)
    for named in named_ones:
        check_known(named, named.transcript, texts, "transcript", findings)
    for memo in study.memos:
        if memo.about is Subject.INTERVIEW:
            check_known(memo, memo.of, texts, "transcript", findings)
    passages: tuple[StudyCoding | StudyEvidence | StudyExcerpt, ...] = (
        *study.codings,
        *_every_evidence(study),
        *study.excerpts,
    )
    for passage in passages:
        if not check_known(passage, passage.transcript, texts, "transcript", findings):
            continue
        text, turns = texts[passage.transcript]
        if locate(text, passage.quote, passage.occurrence, turns) is None:
            which = f"occurrence {passage.occurrence} of " if passage.occurrence > 1 else ""
            where = f"within one turn of {passage.transcript}"
            findings.add(passage, f"There is no {which}{shown(passage.quote)} {where}.")
    return findings.in_order()


def check_prompts(
    study: StudyFile, *, codes: Collection[str], transcripts: Collection[str], cases: Collection[str]
) -> tuple[Finding, ...]:
    """Every prompt answered on the whole set that is about something the project does not have."""
    findings = Findings()
    known = {About.CODE: codes, About.TRANSCRIPT: transcripts, About.CASE: cases}
    for answer in study.tested.answers:
        about = PROMPTS[answer.prompt].about
        if not answer.of and about in known:
            check_known(answer, answer.about, known[about], about.value, findings)
    return findings.in_order()


def _every_evidence(study: StudyFile) -> tuple[StudyEvidence, ...]:
    return (
        tuple(each for configuration in study.configurations for each in configuration.every_passage)
        + study.tested.every_passage
    )
