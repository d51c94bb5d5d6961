"""Prompts and their answers on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.words import Kind
from rcoder.project import open_project

DOCUMENT = Path(__file__).parents[2] / "docs" / "prompts.md"
Run = Callable[..., tuple[int, str, str]]


def configure(study: Path) -> None:
    """K01: a resource and two reasonings without an actor."""
    with open_project(str(study)) as project:
        own = Configuration("k", "K01", project.coder_id)
        elements = (Element("r", "en plan"), Element("m", "samtaler hver uge"), Element("n", "tør sige det"))
        places = (
            Place("pr", "k", "r", Kind.RESOURCE),
            Place("pm", "k", "m", Kind.REASONING, 1),
            Place("pn", "k", "n", Kind.REASONING, 2),
        )
        project.do(begin(own, elements, places, (), [Link("l", "k", "r", "m")]))


def test_the_prompts_of_a_configuration_say_what_was_found_and_why(run: Run, project: Path) -> None:
    configure(project)
    status, shown, _ = run("prompts", project, "k01")
    assert status == 0
    assert "  ? K01  M1 “samtaler hver uge” names an activity: “samtaler”." in shown.splitlines()
    assert "What the programme does is a resource." in shown
    danish = run("prompts", project, "K01", "--danish")[1]
    assert "M1 “samtaler hver uge” nævner en aktivitet: “samtaler”." in danish


def test_the_whole_set_is_asked_for_without_a_number(run: Run, project: Path) -> None:
    configure(project)
    found = json.loads(run("prompts", project, "--json")[1])
    reaches = {each["check"]: each["reach"] for each in found}
    assert reaches["condition_without_evidence"] == "set"
    assert reaches["activity_as_reasoning"] == "one"
    of_hypothesis = json.loads(run("prompts", project, "--hypothesis", "H1", "--json")[1])
    assert {each["check"] for each in of_hypothesis} == {"hypothesis_untested", "condition_without_evidence"}


def test_an_answer_is_given_shown_and_taken_back(run: Run, project: Path) -> None:
    configure(project)
    why = ("--why", "mødet er ressourcen")
    assert run("answer", project, "activity-as-reasoning", "K01", "not-applicable", *why)[1].strip() == (
        "Answered “Activity in the place of a reasoning” of K01: not applicable"
    )
    shown = json.loads(run("prompts", project, "K01", "--check", "activity_as_reasoning", "--json")[1])
    assert [(each["open"], each["answered"], each["why"], each["by"]) for each in shown] == [
        (False, "not_applicable", "mødet er ressourcen", "Tester")
    ]
    assert "activity_as_reasoning" not in run("prompts", project, "K01", "--open")[1]
    assert run("answer", project, "activity_as_reasoning", "K01", "take-back")[0] == 0
    assert "activity_as_reasoning" in run("prompts", project, "K01", "--open")[1]


def test_what_is_asked_of_several_is_named(run: Run, project: Path) -> None:
    configure(project)
    status, _, wrong = run("answer", project, "actor_missing", "K01", "done")
    assert status != 0
    assert "is asked of 2: M1, M2. Say which with --about." in wrong
    assert run("answer", project, "actor_missing", "K01", "done", "--about", "m2")[0] == 0


def test_the_set_is_answered_without_a_number(run: Run, project: Path) -> None:
    status, shown, _ = run("answer", project, "condition_without_evidence", "done", "--about", "SC1.1")
    assert status == 0
    assert "of SC1.1: done" in shown


def test_what_cannot_be_answered_is_said_in_a_sentence(run: Run, project: Path) -> None:
    configure(project)
    for arguments, words in (
        (("counter_evidense", "K01", "done"), "Did you mean counter_evidence?"),
        (("counter_evidence", "K09", "done"), "There is no configuration K09."),
        (("counter_evidence", "K01", "done"), "is not asked there."),
        (("activity_as_reasoning", "K01", "not-applicable"), "Say why it does not apply"),
        (("activity_as_reasoning", "K01", "take-back"), "You have not answered this"),
    ):
        status, _, wrong = run("answer", project, *arguments)
        assert status != 0
        assert words in wrong


def test_the_documentation_names_every_check() -> None:
    rows = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert {
        key for key in PROMPTS if any(row.startswith(f"| `{key}` | {PROMPTS[key].check} |") for row in rows)
    } == set(PROMPTS)
