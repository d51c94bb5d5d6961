"""Prompts and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rcoder.cli.righting import done
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.terms import say
from rcoder.domain.words import Answered

if TYPE_CHECKING:
    import argparse

    from rcoder.domain.prompting import Asked, Prompt
    from rcoder.project import Project
    from rcoder.project.prompts import Survey

ANSWERS = {"done": Answered.DONE, "not-applicable": Answered.NOT_APPLICABLE}


def prompts(chosen: argparse.Namespace) -> None:
    """What there is to ask of a configuration, or of all and of the set."""
    language = "da" if chosen.danish else "en"
    with opened(chosen) as project:
        found, bases = _asked(project, chosen)
    if chosen.json:
        as_json([_shape(each, language) for each in found])
        return
    check = ""
    for each in found:
        if each.prompt.key != check:
            check = each.prompt.key
            _heading(each.prompt, found, bases, language)
        _say(each, language)
    waiting = sum(each.open for each in found)
    line(
        f"{several(len(found), 'prompt')}, {waiting} of them not answered; none of them is in the way of anything"
    )


def _asked(project: Project, chosen: argparse.Namespace) -> tuple[list[Asked], dict[str, int]]:
    """The prompts that are wanted, and what the numbers of each check are out of."""
    from rcoder.project.configurations import found_by
    from rcoder.project.prompts import prompts_of, survey

    check = _check(chosen.check) if chosen.check else ""
    bases: dict[str, int] = {}
    if chosen.configuration:
        found = list(prompts_of(project, found_by(project.sight, chosen.configuration)))
    else:
        whole = survey(project)
        found, bases = list(whole.asked), dict(whole.bases)
        if chosen.hypothesis:
            found = _of_hypothesis(project, whole, chosen.hypothesis)
    return [
        each for each in found if (not chosen.open or each.open) and check in ("", each.prompt.key)
    ], bases


def _of_hypothesis(project: Project, found: Survey, key: str) -> list[Asked]:
    wanted = project.code(key).id
    return [
        each
        for each in found.asked
        if wanted in found.belonging.get(each.prompt.configuration_id or each.prompt.about_id, ())
    ]


def _heading(prompt: Prompt, found: list[Asked], bases: dict[str, int], language: str) -> None:
    number = sum(each.prompt.key == prompt.key for each in found)
    base = bases.get(prompt.key)
    out_of = f", {number} prompts on {base} {prompt.kind.of.say(language)}" if base else ""
    line(f"{prompt.kind.title.say(language)} ({prompt.key}{out_of})")
    line(f"    {prompt.kind.teaches.say(language)}")
    line(f"    {prompt.kind.answers.say(language)}")


def _say(each: Asked, language: str) -> None:
    number = f"{each.prompt.number}  " if each.prompt.number else ""
    line(f"  {'?' if each.open else '✓'} {number}{each.prompt.say(language)}")
    if each.answer is not None:
        before = "before it changed: " if each.outdated else ""
        why = f": {each.answer.why}" if each.answer.why else ""
        line(f"      {before}{say(each.answer.answered)} · {each.by} · {each.answer.at[:10]}{why}")


def _shape(each: Asked, language: str) -> dict[str, Any]:
    prompt, answer = each.prompt, each.answer
    return {
        "check": prompt.key,
        "item": prompt.kind.check,
        "reach": prompt.kind.reach.value,
        "configuration": prompt.number or None,
        "about": prompt.kind.about.value,
        "about_id": prompt.about_id or None,
        "found": prompt.say(language),
        "teaches": prompt.kind.teaches.say(language),
        "answers": prompt.kind.answers.say(language),
        "open": each.open,
        "answered": answer.answered.value if answer is not None else None,
        "why": answer.why if answer is not None else None,
        "by": each.by or None,
        "at": answer.at if answer is not None else None,
        "before_a_change": each.outdated,
    }


def answer(chosen: argparse.Namespace) -> None:
    """Answers a prompt, or takes the answer back."""
    from rcoder.project.prompts import answer as answered
    from rcoder.project.prompts import take_back

    def deed(project: Project) -> Any:
        prompt = _meant(project, chosen)
        if chosen.answer == "take-back":
            return take_back(project, prompt.at)
        return answered(project, prompt.at, ANSWERS[chosen.answer], chosen.why)

    done(chosen, deed)


def _meant(project: Project, chosen: argparse.Namespace) -> Prompt:
    """The prompt that is to be answered. Raises Misuse where it is asked of several things there, NotFound where of none."""
    from rcoder.domain.errors import Misuse, NotFound
    from rcoder.project.configurations import found_by
    from rcoder.project.prompts import prompts_of, survey

    key = _check(chosen.check)
    if chosen.configuration:
        own = found_by(project.sight, chosen.configuration)
        found = [each.prompt for each in prompts_of(project, own) if each.prompt.key == key]
    else:
        asked = (each.prompt for each in survey(project).asked)
        found = [each for each in asked if each.key == key and each.configuration_id is None]
    if chosen.about:
        found = [each for each in found if chosen.about.casefold() in _names(each)]
    if not found:
        raise NotFound(f"“{PROMPTS[key].title.en}” is not asked there.", "See rcoder prompts.")
    if len(found) > 1:
        names = ", ".join(sorted(_named(each) for each in found)[:10])
        raise Misuse(
            f"“{PROMPTS[key].title.en}” is asked of {len(found)}: {names}.", "Say which with --about."
        )
    return found[0]


def _named(prompt: Prompt) -> str:
    """The name that what a prompt is about is called by."""
    told = prompt.told.get("name") or prompt.told.get("link") or prompt.told.get("kind")
    return prompt.label or (told.en if told is not None else prompt.about_id)


def _names(prompt: Prompt) -> set[str]:
    return {_named(prompt).casefold(), prompt.about_id.casefold()}


def _check(name: str) -> str:
    """The key of a check. Raises NotFound, naming the nearest."""
    import difflib

    from rcoder.domain.errors import NotFound

    key = name.strip().casefold().replace("-", "_")
    if key in PROMPTS:
        return key
    close = difflib.get_close_matches(key, PROMPTS, n=1)
    near = f" Did you mean {close[0]}?" if close else ""
    raise NotFound(f"There is no check {name}.{near}", f"There are {', '.join(PROMPTS)}.")
