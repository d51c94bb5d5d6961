"""Every question that there is to ask of a study with a theory, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rcoder.domain.errors import RcoderError
from rcoder.domain.matrix import Ask, Of, Question
from rcoder.domain.words import Category
from rcoder.project import Project, consolidating, evidence, exhibits, prompts, reviewing, rivals, versions
from rcoder.project.absence import absence_of
from rcoder.project.arranging import remove_case
from rcoder.project.assembling import assemble, outlines
from rcoder.project.bench import gather, strength_of
from rcoder.project.board import whole as board
from rcoder.project.chains import all_chains, neighbours, passages_of
from rcoder.project.claims import claims_in_words
from rcoder.project.codebook_merging import look as merging
from rcoder.project.codebook_splitting import look as splitting
from rcoder.project.codebook_work import removal
from rcoder.project.comments import conversations, open_counts
from rcoder.project.conditions import case_sheet, checklist, passages_behind
from rcoder.project.framework import behind as framed
from rcoder.project.framework import framework
from rcoder.project.history import history_of_arrow, history_of_code, history_of_configuration
from rcoder.project.judging import judging, other_passages
from rcoder.project.matrices.asking import behind, matrix, slices
from rcoder.project.profiles import profile
from rcoder.project.prompt_outlines import outlines as asked_of
from rcoder.project.prompt_passages import cited_by
from rcoder.project.resembling import resembling
from rcoder.project.suggesting import run_through
from rcoder.project.tray import tray, tray_count
from rcoder.project.versions import differences, version_lines

Answers = Iterator[tuple[str, Any]]


def asked(project: Project) -> Answers:
    """Every question with its answer; where it is refused, with the refusal."""
    for name, question in (
        *_of_all(project),
        *_of_each(project),
        *_of_cases(project),
        *_of_theory(project),
        *_compared(project),
    ):
        try:
            yield name, question()
        except RcoderError as error:
            yield name, (type(error).__name__, str(error))


Questions = Iterator[tuple[str, Callable[[], Any]]]


def _of_all(project: Project) -> Questions:
    yield "overview", project.overview
    yield "transcripts", project.transcript_lines
    yield "codes", project.code_lines
    yield "codings", project.coding_lines
    yield "configurations", project.configuration_lines
    yield "assembled", project.configurations
    yield "outlines", lambda: outlines(project.sight)
    yield "board", lambda: board(project)
    yield "tray", lambda: (tray(project), tray_count(project.sight))
    yield "exhibits", lambda: exhibits.exhibits(project)
    yield "chains", lambda: (all_chains(project), all_chains(project, members=True))
    yield "alike", lambda: run_through(resembling(project, dismissed=True))
    yield "prompts", lambda: prompts.survey(project)
    yield "open prompts", lambda: reviewing.open_prompts(project)
    yield "asked of", lambda: asked_of(project.sight)
    for row in project.sight.rows("SELECT id FROM speakers ORDER BY id"):
        yield f"cited by {row['id']}", lambda row=row: cited_by(project, row["id"], of_case=False)
    for case in project.cases():
        yield f"cited of {case.name}", lambda case=case: cited_by(project, case.id, of_case=True)
    yield "conversations", lambda: (conversations(project.sight), open_counts(project.sight))
    yield "queue", lambda: reviewing.queue(project)
    yield "conditions", lambda: checklist(project)
    yield "framework", lambda: framework(project)
    yield "versions", lambda: version_lines(project)
    for before, after in (("0", "now"), ("now", "0")):
        yield (
            f"differences {before} {after}",
            lambda before=before, after=after: differences(project, before, after),
        )
    for version in version_lines(project)[1:-1] if project.codebook() else ():
        key = version.id
        yield (
            f"version {key}",
            lambda key=key: (versions.stand(project, key), differences(project, key, "now")),
        )
    for record, sql in _READ.items():
        ids = [row["id"] for row in project.sight.rows(sql)]
        yield f"again {record}", lambda ids=ids: evidence.again(project.sight, ids)


_READ = {
    "evidence": "SELECT id FROM evidence WHERE {seen} ORDER BY id",
    "codings": "SELECT id FROM codings WHERE {seen} ORDER BY id",
}


def _of_each(project: Project) -> Questions:
    sight = project.sight
    for line in project.configuration_lines():
        own = line.id
        yield f"{line.number} one", lambda own=own: project.configuration(own)
        yield f"{line.number} bench", lambda own=own: _without_homes(gather(project, own))
        yield f"{line.number} strength", lambda own=own: strength_of(gather(project, own))
        yield (
            f"{line.number} members",
            lambda own=own: (project.members(own), consolidating.members_of(sight, own)),
        )
        yield f"{line.number} neighbours", lambda own=own: neighbours(project, own)
        yield (
            f"{line.number} rivals",
            lambda own=own: (rivals.rivals_of(project, own), rivals.rival_lines(project, own)),
        )
        yield (
            f"{line.number} prompts",
            lambda own=own: (prompts.prompts_of(project, own), prompts.search_for(project, own)),
        )
        yield f"{line.number} looked", lambda own=own: reviewing.look(project, own, 0)
        yield (
            f"{line.number} options",
            lambda own=own: _without_digest(reviewing.options(project, own)),
        )
        yield f"{line.number} history", lambda own=own: history_of_configuration(project, own)
        yield f"{line.number} judgements", lambda own=own: project.judgements(own)
        yield (
            f"{line.number} drawing",
            lambda own=own: consolidating.drawing_of(project, assemble(sight, [own])[0]),
        )
        (whole,) = assemble(sight, [own])
        yield f"{line.number} passages", lambda whole=whole: passages_of(project, whole.elements)
        yield f"{line.number} claims", lambda whole=whole: claims_in_words(project, whole.evidence)


def _without_digest(options: reviewing.Options) -> Any:
    """What can be done next; the digest is of the whole, hidden evidence included."""
    return options.standing, options.steps, options.commented


def _without_homes(bench: Any) -> Any:
    """The bench; which elements stand elsewhere counts hidden configurations too, so that none is taken from them."""
    from dataclasses import replace

    return replace(bench, homes=frozenset())


def _of_cases(project: Project) -> Questions:
    for code in project.codes().values():
        key = code.key
        yield f"{key} absence", lambda key=key: absence_of(project, key)
        yield f"{key} history", lambda key=key: history_of_code(project, key)
        yield f"{key} removal", lambda key=key: removal(project, key).sentence
        if code.category is Category.CONDITION:
            yield f"{key} behind", lambda code=code: passages_behind(project, code.id)
            for case in project.cases():
                yield f"{key} in {case.name}", lambda key=key, case=case: judging(project, key, case.name)
        if code.category is Category.HYPOTHESIS:
            yield f"{key} splitting", lambda key=key: splitting(project, key)
    keys = [each.key for each in project.codes().values() if each.category is Category.CODE][:2]
    yield "merging", lambda: merging(project, *keys)
    for case in project.cases():
        name = case.name
        yield f"{name} profile", lambda name=name: profile(project, name)
        yield (
            f"{name} framed",
            lambda name=name: [framed(project, name, code) for code in _hypotheses(project)],
        )
        yield f"{name} sheet", lambda name=name: case_sheet(project, name)
        yield f"{name} others", lambda name=name: other_passages(project, name, ())
        yield f"{name} removal", lambda name=name: remove_case(project, name, with_interviews=True).sentence


def _hypotheses(project: Project) -> list[str]:
    return [each.key for each in project.codes().values() if each.category is Category.HYPOTHESIS]


def _of_theory(project: Project) -> Questions:
    for key in ("overall", "H1"):
        yield f"theory {key}", lambda key=key: project.theory(key)
    for arrow in project.theory().arrows if project.codebook() else ():
        yield f"arrow {arrow.id}", lambda arrow=arrow: history_of_arrow(project, arrow.id)


def _compared(project: Project) -> Questions:
    for ask in (
        *map(Ask, Question),
        Ask(Question.GROUPS, of=Of.CONFIGURATIONS),
        Ask(Question.GROUPS, of=Of.CONDITIONS),
        Ask(level="all", status="all"),
    ):
        yield f"{ask} slices", lambda ask=ask: [each.only for each in slices(project, ask)]
        yield f"{ask}", lambda ask=ask: matrix(project, ask)
        yield f"{ask} behind", lambda ask=ask: _behind(project, ask)


def _behind(project: Project, ask: Ask) -> list[Any]:
    answer = matrix(project, ask)
    return [behind(project, ask, row, column) for row in answer.rows for column in (*answer.columns, None)]
