"""The prompts as lines, on the bench and on their own screen, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benches import FULL, assembled, bench
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import Asked, Prompt, same
from rcoder.domain.words import Answered
from rcoder.project.bench import Bench
from rcoder.project.prompts import Survey
from rcoder.ui.configuring.asks import answered_words, ask_at, asks
from rcoder.ui.configuring.rows import folded_at_first, lines
from rcoder.ui.prompting.rows import FEW, Sieve, Which, about_rows, sifted
from rcoder.ui.prompting.rows import folded_at_first as checks_folded
from rcoder.ui.prompting.rows import lines as prompt_lines
from rcoder.ui.widgets.lines import Line

TOLD = dict.fromkeys(
    ("name", "words", "activity", "because", "other", "others_words", "how", "who", "sign", "code", "codes_sign", "kind",
     "a_kind", "passages", "elements", "link", "cases", "roles", "groups", "label", "codings", "voices", "n", "others",
     "median", "status", "interviews", "cells"),
    same("x"),
)  # fmt: skip


def prompt(key: str, about: str = "", number: str = "K01") -> Prompt:
    return Prompt(PROMPTS[key], "k" if number else None, number, about, TOLD, about)


def answered(
    key: str, about: str = "", how: Answered = Answered.DONE, why: str = "", *, outdated: bool = False
) -> Asked:
    given = PromptAnswer("a", key, "k", about, "anne", how, why, "2026-11-22T10:00:00Z")
    return Asked(prompt(key, about), given, "Anne", outdated)


def with_prompts(*found: Asked) -> Bench:
    return replace(bench(FULL), prompts=found)


def words_of(line: Line) -> str:
    return "".join(text for text, _ in line.pieces)


def test_every_prompt_is_about_a_line_that_is_there() -> None:
    abouts = {"element": "m", "link": "l", "slot": "context"}
    of_one = [kind for kind in PROMPTS.values() if kind.reach == "one"]
    made = with_prompts(*(Asked(prompt(kind.key, abouts.get(kind.about, ""))) for kind in of_one))
    missing = replace(
        bench(assembled()), prompts=(Asked(prompt("missing_slot", "context")), Asked(prompt("no_hypothesis")))
    )
    for shown in (made, missing):
        ids = {line.id for line in lines(shown, 80)}
        slots = {"frame:context"} if shown is made else set()
        rivals = {"rival:"} if shown is made else set()
        assert {each.row for each in asks(shown)} - slots - rivals <= ids


def test_what_waits_comes_before_what_is_answered() -> None:
    made = with_prompts(
        answered("no_rival"), Asked(prompt("because_empty")), answered("one_case", outdated=True)
    )
    assert [each.asked.prompt.key for each in asks(made)] == ["because_empty", "one_case", "no_rival"]


def test_a_prompt_on_the_bench_unfolds_why_it_is_asked() -> None:
    found = lines(with_prompts(Asked(prompt("because_empty"))), 80)
    line = next(each for each in found if each.id == "ask:0")
    assert line.folds
    assert "ask:0" in folded_at_first(found)
    below = " ".join(words_of(each) for each in found if each.id.startswith("ask:0:why"))
    assert "Without a because there is only a sequence." in " ".join(below.split())
    assert all(each.inert and each.depth == 1 for each in found if each.id.startswith("ask:0:"))


def test_an_answer_stands_beside_its_prompt_with_name_day_and_reason() -> None:
    wide = lines(with_prompts(answered("no_rival", why="ét udfald", how=Answered.NOT_APPLICABLE)), 120)
    line = next(each for each in wide if each.id == "ask:0")
    assert line.right == "not applicable · Anne · 2026-11-22"
    assert any("ét udfald" in words_of(each) for each in wide)
    narrow = lines(with_prompts(answered("no_rival", why="ét udfald")), 60)
    assert any("done · Anne · 2026-11-22: ét udfald" in words_of(each) for each in narrow)


def test_an_answer_from_before_a_change_says_so() -> None:
    assert (
        answered_words(answered("no_rival", outdated=True)) == "before it changed: done · Anne · 2026-11-22"
    )
    assert answered_words(Asked(prompt("no_rival"))) == ""


@pytest.mark.parametrize("row", ["ask:7", "title", "place:pm", "", "ask:0:why"])
def test_a_line_without_a_prompt_has_none(row: str) -> None:
    found = ask_at(with_prompts(Asked(prompt("because_empty"))), row)
    assert (found is None) is (row != "ask:0:why")
    assert ask_at(None, row) is None


# -- the whole set -----------------------------------------------------------------------------------------------------

SURVEY = Survey(
    (
        Asked(prompt("no_rival")),
        answered("counter_evidence", why="søgt"),
        Asked(prompt("condition_without_evidence", "SC1.1", "")),
        Asked(prompt("condition_without_evidence", "SC1.2", "")),
    ),
    {"no_rival": 4, "condition_without_evidence": 27, "counter_evidence": 4},
    (("h1", "H1", "Klare roller"),),
    {"k": frozenset({"h1"}), "SC1.1": frozenset({"h1"})},
)


def test_each_check_says_how_many_of_how_many() -> None:
    shown = {each.id: each for each in prompt_lines(sifted(SURVEY, Sieve(Which.ALL)), SURVEY)}
    assert shown["kind:condition_without_evidence"].right == "2 of 27 support conditions "
    assert shown["kind:no_rival"].right == "1 of 4 configurations "
    assert shown["kind:counter_evidence"].right == "1 of 4 configurations · 1 answered "
    assert words_of(shown["no_rival|k|"]).startswith("? K01 ")
    assert words_of(shown["counter_evidence|k|"]).startswith("✓ K01 ")


def test_what_is_shown_is_turned_from_open_to_answered_to_both() -> None:
    assert [len(sifted(SURVEY, Sieve(which))) for which in Which] == [3, 1, 4]
    assert Sieve(Which.OPEN).turned() is Which.ANSWERED
    assert Sieve(Which.ALL).turned() is Which.OPEN


def test_a_hypothesis_keeps_its_configurations_and_its_codes() -> None:
    kept = sifted(SURVEY, Sieve(Which.ALL, "h1"))
    assert [each.prompt.about_id or each.prompt.number for each in kept] == ["K01", "K01", "SC1.1"]


def test_the_checks_begin_folded_where_there_are_many_prompts() -> None:
    few = tuple(prompt_lines(SURVEY.asked, SURVEY))
    assert checks_folded(few) == frozenset()
    many = tuple(
        prompt_lines(
            [Asked(prompt("condition_without_evidence", str(each), "")) for each in range(FEW + 1)], SURVEY
        )
    )
    assert checks_folded(many) == {"kind:condition_without_evidence"}


def test_below_the_list_stands_what_was_found_how_it_was_answered_and_why_it_is_asked() -> None:
    asked = SURVEY.asked[1]
    rows = ["".join(text for text, _ in row) for row in about_rows(asked, asked.prompt.kind, 200, 9)]
    assert rows[0].startswith(" K01: Nothing it rests on")
    assert rows[1] == " done · Anne · 2026-11-22: søgt"
    assert rows[2].startswith(" A theory that is only supported is not tested.")
    assert len(about_rows(asked, asked.prompt.kind, 30, 4)) == 4
    assert about_rows(None, None, 80, 5) == ()
