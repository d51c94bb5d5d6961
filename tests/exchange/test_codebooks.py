from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.errors import BadCodebook, Finding, Unreadable
from rcoder.domain.words import Basis, Bilingual, Category, Column, Effect, Horizon, Kind
from rcoder.exchange.codebooks import check_codebook, codebook_id, read_codebook, write_codebook
from rcoder.exchange.identity import code_id, node_id, theory_id, theory_link_id

GOOD = """\
rcoder: codebook 1
id: lille
version: "1.10"
title: {da: Lille, en: Small}
hypotheses:
  - id: H1
    label: {da: Roller, en: Roles}
conditions:
  - id: SC1.1
    hypothesis: H1
    label: {da: Støtte, en: Support}
codes:
  - id: H1.R1
    parent: H1
    kind: resource
    label: {da: Kontakt, en: Contact}
    cues: [no, 1.10, "én: den samme"]
  - id: H1.O1
    parent: H1.R1
    kind: outcome
    horizon: short
    sign: "-"
    label: {da: no, en: Result}
theories:
  - id: overall
    title: {da: Alt, en: All}
    nodes:
      - {id: K1, column: core, label: {da: a, en: b}, hypotheses: [H1], codes: [H1.R1, SC1.1]}
      - {id: S1, column: short, label: {da: a, en: b}, codes: [H1.O1]}
    links:
      - {from: K1, to: S1, effect: hinders, hypotheses: [H1], section: "§1"}
  - id: H1
    hypothesis: H1
    title: {da: Lidt, en: Some}
    nodes:
      - {id: n1, column: core, label: {da: a, en: b}, codes: [H1.R1], rolls_up_to: K1}
"""

Write = Callable[[str, str], Path]


def found(written: Write, text: str) -> list[str]:
    """The findings of a codebook, each as line:column: sentence."""
    return [
        f"{each.line}:{each.column}: {each.sentence}"
        for each in check_codebook(written("kodebog.yaml", text))
    ]


def changed(*changes: tuple[str, str]) -> str:
    """The good codebook with each first text put in the place of the second's."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_good_codebook_has_no_findings(written: Write) -> None:
    assert found(written, GOOD) == []


def test_codes_stand_in_file_order_under_their_parents(written: Write) -> None:
    contents = read_codebook(written("kodebog.yaml", GOOD))
    keys = {code.id: code.key for code in contents.codes}
    assert [
        (code.key, code.category, code.position, keys.get(code.parent_id or "")) for code in contents.codes
    ] == [
        ("H1", Category.HYPOTHESIS, 0, None),
        ("SC1.1", Category.CONDITION, 1, "H1"),
        ("H1.R1", Category.CODE, 2, "H1"),
        ("H1.O1", Category.CODE, 3, "H1.R1"),
    ]


def test_values_are_what_the_file_says(written: Write) -> None:
    contents = read_codebook(written("kodebog.yaml", GOOD))
    resource, outcome = contents.codes[2:]
    assert contents.codebook.version == "1.10"
    assert resource.cues == ("no", "1.10", "én: den samme")
    assert resource.sign == "+"
    assert (outcome.kind, outcome.horizon, outcome.sign) == (Kind.OUTCOME, Horizon.SHORT, "-")
    assert outcome.label == Bilingual("no", "Result")


def test_theories_nodes_and_links_are_joined_by_id(written: Write) -> None:
    contents = read_codebook(written("kodebog.yaml", GOOD))
    core, short, mini = contents.nodes
    (link,) = contents.links
    assert [each.key for each in contents.theories] == ["overall", "H1"]
    assert (link.source_id, link.target_id, link.effect) == (core.id, short.id, Effect.HINDERS)
    assert mini.rolls_up_to == core.id
    assert core.codes == (contents.codes[2].id, contents.codes[1].id)
    assert short.theory_id == contents.theories[0].id != mini.theory_id


def test_ids_never_change() -> None:
    codebook = codebook_id("jobfirst")
    assert (codebook, code_id(codebook, "H1.M1")) == (
        "bebf98ba-6a89-5842-af94-eb0da89850cb",
        "8f1c38c3-8eba-5ff7-aa24-d957ae6819a0",
    )


def test_ids_are_those_that_identity_says(written: Write) -> None:
    contents = read_codebook(written("kodebog.yaml", GOOD))
    own = contents.codebook.id
    assert own == codebook_id("lille")
    assert {code.id for code in contents.codes} == {
        code_id(own, key) for key in ("H1", "SC1.1", "H1.R1", "H1.O1")
    }
    assert [each.id for each in contents.theories] == [theory_id(own, "overall"), theory_id(own, "H1")]
    assert contents.nodes[0].id == node_id(own, "overall", "K1")
    assert contents.links[0].id == theory_link_id(own, "overall", "K1", "S1", Effect.HINDERS)


def test_a_codebook_without_hypotheses_may_have_codes_at_the_top(written: Write) -> None:
    text = "rcoder: codebook 1\nid: a\nversion: '1'\ntitle: {da: a, en: b}\ncodes:\n  - {id: x, kind: context, label: {da: a, en: b}}\n"
    assert read_codebook(written("kodebog.yaml", text)).codes[0].parent_id is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    cues:", "    cue:", '17:5: "cue" is no key of a code; did you mean "cues"?'),
        ("version:", "verzion:", '3:1: "verzion" is no key of a codebook; did you mean "version"?'),
        ("{from: K1", "{form: K1", '31:9: A link needs "from".'),
        ("    kind: resource\n", "", '13:5: A code needs "kind".'),
        ("{da: Kontakt, en: Contact}", "{da: Kontakt}", '16:12: "label" has no English (en).'),
        ("{da: Kontakt, en: Contact}", '{da: "", en: Contact}', '16:12: "label" has no Danish (da).'),
        ("{da: Kontakt, en: Contact}", "{}", '16:12: "label" has no Danish (da) and English (en).'),
        ("{da: Kontakt, en: Contact}", "Kontakt", '16:12: "label" is a text in two languages'),
        ("label: {da: Kontakt, en: Contact}", "label:", '16:5: "label" has nothing after it'),
        ("id: H1.O1", "id: SC1.1", '18:9: The id "SC1.1" stands twice; a support condition in line 9 has it already.'),
        ("id: S1", "id: K1", '29:14: The id "K1" stands twice; a node in line 28 has it already.'),
        ("parent: H1.R1", "parent: H1.R2", '19:13: There is no hypothesis or code "H1.R2"; did you mean "H1.R1"?'),
        ("parent: H1.R1", "parent: SC1.1", '19:13: "SC1.1" is a support condition'),
        ("parent: H1.R1", "parent: H1.O1", '19:13: "H1.O1" is its own parent.'),
        ("parent: H1\n", "parent: H1.O1\n", '14:13: The parents run in a ring: "H1.R1" → "H1.O1" → "H1.R1".'),
        ("    parent: H1\n", "", '13:5: A code needs "parent"'),
        ("hypothesis: H1\n    label", "hypothesis: H2\n    label", '10:17: There is no hypothesis "H2".'),
        ("kind: resource", "kind: mechanism", '15:11: "mechanism" is no kind: it is context, resource, reasoning or outcome.'),
        ("kind: resource", "kind: Ressource", '15:11: "Ressource" is no kind: it is context, resource, reasoning or outcome; did you mean "resource"?'),
        ("column: core", "column: kerne", 'did you mean "core"?'),
        ("effect: hinders", "effect: hæmmer", 'did you mean "hinders"?'),
        ('sign: "-"', 'sign: "±"', '22:11: "±" is no sign: it is + or -.'),
        ("kind: outcome", "kind: reasoning", '21:14: Only a code of the kind "outcome" has a horizon.'),
        ("codes: [H1.O1]", "codes: [H1.R1]", '29:64: The code "H1.R1" stands in the node "K1" of this theory already.'),
        ("codes: [H1.O1]", "codes: [H1]", '29:64: "H1" is a hypothesis; it stands under "hypotheses".'),
        ("codes: [H1.O1]", "codes: [H1.O2]", '29:64: There is no code or support condition "H1.O2"; did you mean "H1.O1"?'),
        ("hypotheses: [H1], codes", "hypotheses: [H7], codes", '28:68: There is no hypothesis "H7"'),
        ("hypotheses: [H1], section", "hypotheses: [H7], section", '31:58: There is no hypothesis "H7"'),
        ("to: S1", "to: S2", '31:24: There is no node of this theory "S2".'),
        ("to: S1", "to: K1", '31:24: A link from "K1" to itself.'),
        ("to: S1", "to: n1", '31:24: There is no node of this theory "n1"'),
        (", rolls_up_to: K1", "", '36:9: A node of a mini theory needs "rolls_up_to"'),
        ("rolls_up_to: K1", "rolls_up_to: K2", '36:84: There is no node of the overall theory "K2".'),
        ("codes: [H1.O1]", "rolls_up_to: K1", "29:69: A node of the overall theory rolls up to nothing"),
        ("id: overall", "id: whole", '25:5: A mini theory needs "hypothesis"; only the theory "overall" has none.'),
        ("id: overall", "id: whole", 'A mini theory rolls up to the theory "overall", which is missing.'),
        ("id: H1\n    hypothesis: H1\n    title", "id: H2\n    hypothesis: H1\n    title", '32:9: A mini theory has the id of its hypothesis, "H1".'),
        ("codebook 1", "codebook 2", "1:9: The file is of format 2, newer than this rcoder reads (1); update rcoder."),
        ("codebook 1", "study 1", '1:9: This line must read "rcoder: codebook 1".'),
        ("codebook 1", "codebok 1", '1:9: This line must read "rcoder: codebook 1".'),
        ("rcoder: codebook 1\n", "", '1:1: The line "rcoder: codebook 1" is missing'),
        ("cues: [no, 1.10,", "cues: [no, no,", '17:16: "no" stands twice in "cues".'),
        ("cues: [no, 1.10,", 'cues: [no, "",', '17:16: An empty text in "cues".'),
        ("cues: [no, 1.10,", "cues: [no, [1],", '17:16: "cues" is a list of texts'),
        ("    cues: [no, 1.10,", "    actors: [borgr]\n    cues: [no, 1.10,", 'did you mean "borger"?'),
        ("id: lille", "id: lille bog", '2:5: "lille bog" is no id'),
        ("id: H1.O1", "id: H1/O1", '18:9: "H1/O1" is no id'),
        ("id: H1.O1", f"id: {'x' * 65}", "is no id"),
        ('"1.10"', '"1.\\a10"', "3:10: The text holds a control character (U+0007)"),
        ("no, en: Result", "no, da: nej, en: Result", '23:21: The key "da" stands twice; it is in line 23 already.'),
        ("title: {da: Lille", "title: &t {da: Lille", "An anchor"),
    ],
)  # fmt: skip
def test_a_fault_is_found_in_its_place(written: Write, old: str, new: str, expected: str) -> None:
    assert any(expected in each for each in found(written, changed((old, new)))), found(
        written, changed((old, new))
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("parent: H1\n", "parent: H1.O1\n"),
        ("column: core", "column: kerne"),
        ("codebook 1", "codebook 2"),
        ("    cues:", "    cue:"),
        ("parent: H1.R1", "parent: H1.R2"),
        ("rolls_up_to: K1", "rolls_up_to: K2"),
        ("label: {da: Kontakt, en: Contact}", "label:"),
    ],
)
def test_one_fault_is_one_finding(written: Write, old: str, new: str) -> None:
    assert len(found(written, changed((old, new)))) == 1


@pytest.mark.parametrize("section", ["hypotheses", "conditions", "codes", "theories"])
@pytest.mark.parametrize("empty", ["", " []", ' ""', " tekst", " {a: b}"])
def test_an_empty_or_shapeless_section_is_found(written: Write, section: str, empty: str) -> None:
    text = re.sub(rf"(?m)^{section}:\n(?: .*\n)+", f"{section}:{empty}\n", GOOD)
    assert text != GOOD
    assert any(f'"{section}"' in each for each in found(written, text))


def test_a_link_that_stands_twice_is_found_even_on_one_line(written: Write) -> None:
    links = "{from: K1, to: S1, effect: hinders}"
    text = re.sub(
        r"links:\n.*\n", f"links: [{links}, {links}, {{from: K1, to: S1, effect: promotes}}]\n", GOOD
    )
    assert [each.split(": ", 1)[1] for each in found(written, text)] == [
        'The link from "K1" to "S1" stands twice; it is in line 30 already.'
    ]


def test_every_fault_is_found_at_once_in_the_order_of_the_file(written: Write) -> None:
    text = changed(
        ("{da: Roller, en: Roles}", "{da: Roller}"),
        ("hypothesis: H1\n", "hypothesis: H9\n"),
        ("kind: resource", "kind: resorce"),
        ("horizon: short", "horizon: soon"),
        ("effect: hinders", "efect: hinders"),
        ("rolls_up_to: K1", "rolls_up_to: K9"),
    )
    lines = [int(each.split(":")[0]) for each in found(written, text)]
    assert lines == sorted(lines)
    assert set(lines) == {7, 10, 15, 21, 31, 36}


def test_a_long_ring_of_parents_is_found_once(written: Write) -> None:
    names = [f"x{number}" for number in range(300)]
    codes = "".join(
        f"  - {{id: {name}, parent: {names[index - 1]}, kind: context, label: {{da: a, en: b}}}}\n"
        for index, name in enumerate(names)
    )
    text = f"rcoder: codebook 1\nid: a\nversion: '1'\ntitle: {{da: a, en: b}}\ncodes:\n{codes}"
    assert len(found(written, text)) == 1


def test_the_error_names_file_place_and_number_of_findings(written: Write) -> None:
    path = written("kodebog.yaml", changed(("kind: resource", "kind: x"), ("horizon: short", "horizon: y")))
    with pytest.raises(BadCodebook, match=rf"{re.escape(str(path))}:15:11: .*\(2 findings in all\)"):
        read_codebook(path)


def test_a_codebook_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        check_codebook(tmp_path / "ingen.yaml")


def test_norway_is_checked_and_named(shared: Path) -> None:
    findings = check_codebook(shared / "hostile/yaml/norway.yaml")
    assert Finding(2, 5, '"name" is no key of a code.') in findings


def test_the_example_of_the_documentation_has_no_findings(written: Write, root: Path) -> None:
    page = (root / "docs/codebook-format.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        assert found(written, block) == []


TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"]), max_size=12
)
AWKWARD = st.sampled_from([
    "no", "1.10", ": ", "- x", "# a", "a # b", "'", '"', "æøå ÆØÅ", "to\nlinjer", "a\n\n  b", "{a: b}", "[x", "&a", "*a",
    "!!str", "null", "~", "12:30", "010", "%", "@x", "`", "\\", "\\n", "a:", "|", ">", "---", "...", "\U0001f600", "a\tb", "yes",
])  # fmt: skip


def tidy(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text).strip()


SAID = st.one_of(AWKWARD, TEXT).map(tidy)
LABEL = SAID.filter(bool)
BOTH = st.builds(Bilingual, LABEL, LABEL)
EITHER = st.builds(Bilingual, SAID, SAID)
SEVERAL = st.lists(LABEL, max_size=3, unique=True).map(tuple)
KEYS = st.lists(
    st.from_regex(r"[a-zæ0-9][a-z0-9._-]{0,5}", fullmatch=True), min_size=4, max_size=8, unique=True
)


@st.composite
def codebooks(draw: st.DrawFn) -> CodebookContents:
    own = codebook_id("proeve")
    top, condition, *others = draw(KEYS)
    base = Code(id="", codebook_id=own, key="")

    def coded(key: str, position: int, category: Category, parent: str) -> Code:
        outcome = category is Category.CODE and draw(st.booleans())
        kind = (
            Kind.OUTCOME
            if outcome
            else None
            if category is Category.HYPOTHESIS
            else draw(st.sampled_from([Kind.CONTEXT, Kind.RESOURCE]))
        )
        return replace(
            base,
            id=code_id(own, key),
            key=key,
            category=category,
            position=position,
            parent_id=code_id(own, parent) if parent else None,
            kind=kind,
            sign=draw(st.sampled_from("+-")) if category is Category.CODE else "+",
            horizon=Horizon.LONG if outcome else None,
            label=draw(BOTH),
            title=draw(st.one_of(st.just(Bilingual()), BOTH))
            if category is Category.HYPOTHESIS
            else Bilingual(),
            definition=draw(EITHER),
            avoid=draw(EITHER),
            aliases=draw(SEVERAL),
            cues=draw(SEVERAL),
            actors=()
            if category is Category.HYPOTHESIS
            else draw(st.sampled_from([(), ("borger",), ("alle", "system")])),
            basis=draw(st.sampled_from(Basis)),
            section=draw(SAID),
            note=draw(SAID),
            retired=draw(st.booleans()),
        )

    codes = [coded(top, 0, Category.HYPOTHESIS, ""), coded(condition, 1, Category.CONDITION, top)]
    codes += [
        coded(key, 2 + index, Category.CODE, draw(st.sampled_from([top, *others[:index]])))
        for index, key in enumerate(others)
    ]
    theory = Theory(theory_id(own, "overall"), own, "overall", "", draw(BOTH), draw(EITHER))
    mini = Theory(theory_id(own, top), own, top, top, draw(BOTH), draw(EITHER), Basis.INFERRED, 1)
    nodes = [
        Node(
            node_id(own, "overall", "K1"),
            theory.id,
            "K1",
            Column.CORE,
            draw(BOTH),
            (top,),
            (code_id(own, others[0]),),
        ),
        Node(node_id(own, "overall", "no"), theory.id, "no", Column.SHORT, draw(BOTH), position=1),
        Node(
            node_id(own, top, "K1"),
            mini.id,
            "K1",
            Column.LONG,
            draw(BOTH),
            (),
            (),
            node_id(own, "overall", "no"),
        ),
    ]
    link = TheoryLink(
        theory_link_id(own, "overall", "K1", "no", Effect.HINDERS),
        theory.id, nodes[0].id, nodes[1].id, Effect.HINDERS, (top,), Basis.INFERRED, draw(SAID), draw(EITHER),
    )  # fmt: skip
    row = Codebook(own, "proeve", draw(LABEL), draw(BOTH), draw(EITHER), draw(SAID), draw(SAID))
    return CodebookContents(row, tuple(codes), (theory, mini), tuple(nodes), (link,))


@settings(max_examples=60, deadline=None)
@given(codebooks())
def test_what_is_written_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, contents: CodebookContents
) -> None:
    path = tmp_path_factory.mktemp("kodebog") / "kodebog.yaml"
    path.write_text(write_codebook(contents), encoding="utf-8")
    assert read_codebook(path) == contents


def test_what_is_written_is_written_the_same_again(written: Write) -> None:
    text = write_codebook(read_codebook(written("a.yaml", GOOD)))
    assert write_codebook(read_codebook(written("b.yaml", text))) == text
