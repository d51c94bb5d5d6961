"""Prompts and their answers: of one configuration, and of the whole set; nothing is refused because of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rcoder.analysis.prompts.of_evidence import negative_search, of_one
from rcoder.analysis.prompts.of_set import bases, of_set
from rcoder.domain.actions import answering
from rcoder.domain.codebook import hypothesis_of
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed, changed, removed
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.prompt_table import ORDER, PROMPTS, title_of
from rcoder.domain.prompting import Asked, Prompt, Reach, answered_at
from rcoder.domain.times import now
from rcoder.project import codebooks, questions
from rcoder.project.prompt_counts import counted
from rcoder.project.prompt_kept import digests, prompts_of_all
from rcoder.project.prompt_outlines import outlines, setting
from rcoder.project.sight import Sight

if TYPE_CHECKING:
    from rcoder.analysis.prompts.outline import Outline
    from rcoder.domain.words import Answered
    from rcoder.project.door import Project

At = tuple[str, str, str]
"""What a prompt and its answer are found by: check, configuration ("" for the set), what it is about."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Every prompt on the configurations in sight and on the set, in the order of a supervisor's list."""

    asked: tuple[Asked, ...] = ()
    bases: Mapping[str, int] = field(default_factory=dict)
    """What the number of prompts of a check is out of, by its key."""
    hypotheses: tuple[tuple[str, str, str], ...] = ()
    """Id, key and label in the study's language of the hypotheses, to filter by."""
    belonging: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids of the hypotheses that a configuration or code belongs to, by its id."""
    language: str = "da"


def prompts_of(project: Project, configuration_id: str) -> tuple[Asked, ...]:
    """The prompts on one configuration in sight, with their answers; none where it was superseded or rejected."""
    sight = project.sight
    found = outlines(sight, [configuration_id])
    if not found:
        return ()
    asked = of_one(found[0], setting(sight))
    answers = _answers(sight, "configuration_id = :id AND", id=configuration_id)
    return _joined(sight, asked, answers)


def survey(project: Project) -> Survey:
    """The prompts on every configuration in sight and on the whole set."""
    sight = project.sight
    found = prompts_of_all(sight)
    own = [outline for outline, _ in found]
    standing = counted(sight, own)
    asked = [prompt for _, prompts in found for prompt in prompts]
    asked += of_set(standing)
    asked.sort(key=lambda each: ORDER[each.key])
    out_of = dict.fromkeys((key for key, kind in PROMPTS.items() if kind.reach is Reach.ONE), len(own))
    contents = codebooks.everything(sight)
    language = questions.study(sight).language
    hypotheses = contents.hypotheses if contents is not None else ()
    return Survey(
        _joined(sight, asked, _answers(sight)),
        out_of | bases(standing),
        tuple((each.id, each.key, each.label.say(language)) for each in hypotheses),
        _belonging(sight, own),
        language,
    )


def _belonging(sight: Sight, own: Iterable[Outline]) -> dict[str, frozenset[str]]:
    found = {each.id: frozenset(each.hypotheses) for each in own}
    contents = codebooks.everything(sight)
    by_id = {code.id: code for code in contents.codes} if contents is not None else {}
    for code in by_id.values():
        hypothesis = hypothesis_of(code, by_id)
        if hypothesis is not None:
            found[code.id] = frozenset({hypothesis.id})
    return found


def search_for(project: Project, configuration_id: str) -> str:
    """The query for what would speak against a configuration; "" where neither its reasoning nor its resource has a code."""
    found = outlines(project.sight, [configuration_id])
    return negative_search(found[0], setting(project.sight)) if found else ""


# -- answers -------------------------------------------------------------------------------------------------------


def _answers(sight: Sight, only: str = "", **params: str) -> dict[At, list[PromptAnswer]]:
    """The answers in sight, by what they answer, the latest last."""
    found: dict[At, list[PromptAnswer]] = {}
    sql = f"SELECT * FROM prompt_answers WHERE {only} {{seen}} ORDER BY at, id"  # noqa: S608 - a condition of ours
    for each in sight.records(PromptAnswer, sql, **params):
        found.setdefault(answered_at(each), []).append(each)
    return found


def _joined(
    sight: Sight, asked: Iterable[Prompt], answers: Mapping[At, list[PromptAnswer]]
) -> tuple[Asked, ...]:
    """The prompts with their latest answers; whether the configuration changed since is asked of those answered alone."""
    prompts = tuple(asked)
    if not answers:
        return tuple(Asked(each) for each in prompts)
    answered = {each.configuration_id for each in prompts if each.configuration_id and each.at in answers}
    now = digests(sight, answered) if answered else {}
    names = {coder.id: coder.name for coder in questions.coders(sight)}
    return tuple(_with_answer(each, answers.get(each.at), now, names) for each in prompts)


def _with_answer(
    prompt: Prompt, answers: list[PromptAnswer] | None, now: Mapping[str, str], names: Mapping[str, str]
) -> Asked:
    if not answers:
        return Asked(prompt)
    latest = answers[-1]
    outdated = prompt.configuration_id is not None and latest.digest != now.get(prompt.configuration_id, "")
    return Asked(prompt, latest, names.get(latest.coder_id, ""), outdated)


def answer(project: Project, at: At, answered: Answered, why: str = "") -> Deed:
    """Answers a prompt as what it is on stands there. Raises NotFound where it is not asked, Misuse as `answering.answer`."""
    prompt = _asked_there(project, at)
    before = _own(project, at)
    state = ""
    if prompt.configuration_id is not None:
        state = digests(project.sight, [prompt.configuration_id])[prompt.configuration_id]
    found = PromptAnswer(
        before.id if before is not None else new_id(),
        prompt.key,
        prompt.configuration_id,
        prompt.about_id,
        project.coder_id,
        answered,
        " ".join(why.split()),
        now(),
        state,
    )
    return answering.answer(prompt.kind, found, prompt.number or prompt.label, before)


def take_back(project: Project, at: At) -> Deed:
    """Takes the asker's own answer back. Raises Misuse where there is none."""
    own = _own(project, at)
    if own is None:
        raise Misuse(
            "You have not answered this, so there is nothing to take back.", "Who answered takes it back."
        )
    kind = PROMPTS[own.prompt]
    found = project.sight.one(
        "SELECT number FROM configurations WHERE id = :id AND {seen}", id=own.configuration_id
    )
    return answering.take_back(kind, own, found["number"] if found is not None else "")


def _own(project: Project, at: At) -> PromptAnswer | None:
    """The asker's own answer."""
    found = _answers(project.sight, "prompt = :prompt AND about_id = :about AND coder_id = :coder AND", prompt=at[0], about=at[2], coder=project.coder_id)  # fmt: skip
    return found[at][-1] if at in found else None


def _asked_there(project: Project, at: At) -> Prompt:
    """The prompt that stands there. Raises NotFound where what it asks for is there already."""
    key, configuration_id, _ = at
    asked = prompts_of(project, configuration_id) if configuration_id else survey(project).asked
    found = next((each.prompt for each in asked if each.prompt.at == at), None)
    if found is None:
        raise NotFound(f"“{title_of(key)}” is not asked there any more.", "See rcoder prompts.")
    return found


# -- what prompts' answers hang on -----------------------------------------------------------------------------------

_GONE = frozenset(
    {"configurations", "elements", "links", "rivals", "codes", "transcripts", "cases", "speakers"}
)


def on_what_goes(sight: Sight, deed: Deed) -> tuple[Change, ...]:
    """The changes that take the answers along that are about what a deed removes, whoever's; undo brings them back with it."""
    gone = [each.id for each in deed.changes if each.after is None and each.table in _GONE]
    if not gone or sight.one("SELECT id FROM prompt_answers LIMIT 1") is None:
        return ()
    named = {each.id for each in deed.changes}
    sql = "SELECT * FROM prompt_answers WHERE configuration_id IN (:gone) OR about_id IN (:gone) ORDER BY id"
    found: dict[str, PromptAnswer] = {}
    for first in range(0, len(gone), _CHUNK):
        asked = sight.records(PromptAnswer, sql, gone=gone[first : first + _CHUNK])
        found |= {each.id: each for each in asked if each.id not in named}
    return removed(*found.values())


_CHUNK = 5000
"""Ids in one question."""


def moved(sight: Sight, gone_id: str, into_id: str) -> tuple[Change, ...]:
    """The answers about something that was merged into another, whoever's: they are about the other then.

    One that the same coder gave of the other already goes instead. For the deeds that merge cases and codes.
    """
    sql = "SELECT * FROM prompt_answers WHERE about_id IN (:gone, :into) ORDER BY id"
    found = sight.records(PromptAnswer, sql, gone=gone_id, into=into_id)
    there = {
        (each.prompt, each.configuration_id, each.coder_id) for each in found if each.about_id == into_id
    }
    changes: tuple[Change, ...] = ()
    for each in found:
        if each.about_id == gone_id:
            double = (each.prompt, each.configuration_id, each.coder_id) in there
            changes += removed(each) if double else changed(each, replace(each, about_id=into_id))
    return changes
