"""What in a codebook is worth a second look, without being a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.exchange.codebook_words import ACTIVITY, RESPONSE, ids_in
from rcoder.exchange.codebooks import check_codebook, prompts_for, read_codebook, write_codebook

SAID = 'use: {da: "Når", en: "When"}\n    avoid: {da: "Ikke", en: "Not"}\n    aliases: [andet]'

BOOK = f"""\
rcoder: codebook 1
id: lille
version: "1"
title: {{da: Lille, en: Small}}
hypotheses:
  - {{id: H1, label: {{da: Roller, en: Roles}}}}
conditions:
  - id: SC1.1
    hypothesis: H1
    kind: resource
    label: {{da: Én kontakt, en: One contact}}
    definition: {{da: "Kommunen tilbyder én at gå til.", en: "The municipality offers one to go to."}}
    {SAID}
    example: {{da: "Der var én at gå til."}}
codes:
  - id: H1.C1
    parent: H1
    kind: context
    label: {{da: Opstart, en: Start}}
    definition: {{da: "Det ændrer, om H1.R1 fører til H1.M1.", en: "It changes whether H1.R1 leads to H1.M1."}}
    {SAID}
    example: {{da: "Lige da jeg startede."}}
    node: none
    note: "No node: nothing stands for the start."
  - id: H1.R1
    parent: H1
    kind: resource
    label: {{da: Kontakt, en: Contact}}
    definition: {{da: "Fagpersonen tilbyder én at gå til.", en: "The professional offers one to go to."}}
    use: {{da: "Når", en: "When"}}
    avoid: {{da: "Er det følelsen: brug H1.M1.", en: "If it is the feeling: use H1.M1."}}
    aliases: [Indgang]
    example: {{da: "Jeg har hendes nummer."}}
    basis: stated
    section: "§1"
  - id: H1.M1
    parent: H1
    kind: reasoning
    label: {{da: Tryghed, en: Feeling safe}}
    definition: {{da: "Borgeren føler sig tryg.", en: "The citizen feels safe."}}
    use: {{da: "Når", en: "When"}}
    avoid: {{da: "Er det aftalen: brug H1.R1.", en: "If it is the agreement: use H1.R1."}}
    aliases: [Ro]
    example: {{da: "Jeg er ikke bange mere."}}
  - id: H1.O1
    parent: H1
    kind: outcome
    horizon: short
    sign: "+"
    label: {{da: Deltager, en: Takes part}}
    definition: {{da: "Borgeren møder op.", en: "The citizen turns up."}}
    {SAID}
    example: {{da: "Nu kommer han hver gang."}}
theories:
  - id: overall
    title: {{da: Alt, en: All}}
    nodes:
      - {{id: K1, column: core, label: {{da: a, en: b}}, codes: [H1.R1]}}
      - {{id: M1, column: mechanism, label: {{da: a, en: b}}, codes: [H1.M1]}}
      - {{id: S1, column: short, label: {{da: a, en: b}}, codes: [H1.O1]}}
    links:
      - {{from: K1, to: M1, effect: promotes, basis: stated, section: "§1"}}
      - {{from: M1, to: S1, effect: promotes, basis: inferred}}
"""

Write = Callable[[str, str], Path]


def prompted(written: Write, text: str) -> list[str]:
    """The prompts of a codebook without faults."""
    path = written("kodebog.yaml", text)
    assert check_codebook(path) == ()
    return [each.sentence for each in prompts_for(path)]


def changed(old: str, new: str) -> str:
    assert old in BOOK
    return BOOK.replace(old, new, 1)


def test_a_codebook_in_which_all_is_said_has_no_prompts(written: Write) -> None:
    assert prompted(written, BOOK) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('    example: {da: "Der var én at gå til."}\n', "", '"SC1.1" has no "example" to tell'),
        ("    aliases: [Indgang]\n", "", '"H1.R1" has no "aliases" to tell a coder when to take it.'),
        (f'    {SAID}\n    example: {{da: "Nu', '    example: {da: "Nu',
         '"H1.O1" has no "use", "avoid" or "aliases" to tell'),
        ("    horizon: short\n", "", 'The outcome "H1.O1" has no "horizon".'),
        ('    horizon: short\n    sign: "+"\n', "", 'The outcome "H1.O1" has no "horizon" and no "sign".'),
        ("Det ændrer, om H1.R1 fører til H1.M1.", "Starten er svær.", 'The definition of the context "H1.C1" does not say which link'),
        ("It changes whether H1.R1 leads to H1.M1.", "It changes whether contact leads to H1.M1.", 'The definition of the context "H1.C1"'),
        ("Fagpersonen tilbyder én", "Fagpersonen er én", 'The definition of the resource "H1.R1" does not read'),
        ("The municipality offers one", "There is one", 'The definition of the resource "SC1.1" does not read'),
        ("Borgeren føler sig tryg.", "Borgeren er tryg.", 'The definition of the reasoning "H1.M1" does not read'),
        ("Borgeren føler sig tryg.", "Borgeren følger med og er tryg.", 'The definition of the reasoning "H1.M1" does not read'),
        ("da: Tryghed", "da: Tryghed ved opfølgningen", 'The label of the reasoning "H1.M1" names the activity "opfølgningen"'),
        ("The citizen feels safe.", "The citizen feels safe at the meeting.", 'names the activity "meeting"'),
        ('section: "§1"}', "note: {da: a}}", 'The link from "K1" to "M1" is stated in the source'),
        (", basis: inferred}", "}", 'The link from "M1" to "S1" is stated in the source'),
        ('    basis: stated\n    section: "§1"\n', "    basis: stated\n", '"H1.R1" is stated in the source; write under "section"'),
        ("codes: [H1.O1]", "hypotheses: [H1]", 'No node of the overall theory has "H1.O1" among its codes'),
        ('    note: "No node: nothing stands for the start."\n', "", '"H1.C1" stands in no node; write under "note" why.'),
        ("Nu kommer han hver gang.", "jeg har hendes nummer.", '"H1.R1" has the same example'),
    ],
)  # fmt: skip
def test_what_is_worth_a_second_look_is_prompted(written: Write, old: str, new: str, expected: str) -> None:
    sentences = prompted(written, changed(old, new))
    assert len(sentences) == 1, sentences
    assert expected in sentences[0]


def test_a_code_that_sends_coders_to_another_is_named_there(written: Write) -> None:
    text = changed("Er det aftalen: brug H1.R1.", "Ikke om aftalen.").replace(
        "agreement: use H1.R1", "agreement"
    )
    (sentence,) = prompted(written, text)
    assert '"avoid" of "H1.R1" names "H1.M1", but that of "H1.M1" does not name "H1.R1"' in sentence


def test_a_prompt_stands_where_it_is_to_be_mended(written: Write) -> None:
    text = changed("Er det aftalen: brug H1.R1.", "Ikke om aftalen.").replace(
        "agreement: use H1.R1", "agreement"
    )
    (prompt,) = prompts_for(written("kodebog.yaml", text))
    assert text.splitlines()[prompt.line - 1].strip().startswith('avoid: {da: "Ikke om aftalen."')


def test_neighbours_may_name_each_other_in_either_language(written: Write) -> None:
    assert prompted(written, changed("Er det aftalen: brug H1.R1.", "Ikke om aftalen.")) == []


def test_a_retired_code_is_left_aside(written: Write) -> None:
    text = changed("    horizon: short\n", "    retired: yes\n").replace("codes: [H1.O1]", "hypotheses: [H1]")
    assert prompted(written, text) == []


def test_a_codebook_with_faults_has_no_prompts_beside_them(written: Write) -> None:
    path = written("kodebog.yaml", changed("    horizon: short\n", "").replace("kind: resource", "kind: x"))
    assert check_codebook(path)
    assert prompts_for(path) == ()


def test_without_an_overall_theory_no_code_needs_a_node(written: Write) -> None:
    text = BOOK[: BOOK.index("theories:")].replace("    node: none\n", "")
    assert prompted(written, text) == []


def test_a_codebook_without_prompts_has_none_after_writing(written: Write) -> None:
    assert prompted(written, write_codebook(read_codebook(written("a.yaml", BOOK)))) == []


@pytest.mark.parametrize(
    "activity",
    ["samtalen", "mødet", "et møde", "virksomhedsbesøgene", "opfølgning", "CV'et", "CV’et", "kurset", "MinPlan"],
)  # fmt: skip
def test_an_activity_is_found_in_every_form(activity: str) -> None:
    assert ACTIVITY["da"].search(f"Borgeren føler sig tryg ved {activity} i dag")


@pytest.mark.parametrize(
    "sentence",
    [
        "Borgeren møder op og tør spørge",
        "han møder ind",
        "den korteste vej",
        "noget, der er tættest på",
        "et kursskifte",
    ],
)
def test_other_words_are_no_activity(sentence: str) -> None:
    assert ACTIVITY["da"].search(sentence) is None


@pytest.mark.parametrize(
    ("word", "says"), [("følger", False), ("føler", True), ("turde", True), ("tørre", False)]
)
def test_only_the_verbs_of_thinking_feeling_and_daring_are_a_response(word: str, says: bool) -> None:
    assert bool(RESPONSE["da"].search(f"Borgeren {word} det")) is says


def test_an_id_is_named_as_a_whole_word() -> None:
    known = frozenset({"H1.M1", "H1.M10", "tro"})
    assert ids_in("brug H1.M10. Er det tro: nej", known) == {"H1.M10"}
    assert ids_in("(H1.M1, H1.M2)", known) == {"H1.M1"}


@given(st.text(max_size=80), st.frozensets(st.text(max_size=6), max_size=5))
def test_only_known_ids_are_named(text: str, known: frozenset[str]) -> None:
    assert ids_in(text, known) <= known
