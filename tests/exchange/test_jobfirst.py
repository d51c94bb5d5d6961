from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from rcoder.domain.codebook import Code, CodebookContents, hypothesis_of
from rcoder.domain.words import Basis, Category, Column, Kind
from rcoder.exchange.codebook_words import ids_in
from rcoder.exchange.codebooks import check_codebook, prompts_for, read_codebook, write_codebook
from rcoder.exchange.shipped import shipped_codebook

HYPOTHESES = ["H1", "H2", "H3", "H4", "H5", "H6"]


@pytest.fixture(scope="module")
def jobfirst() -> CodebookContents:
    return read_codebook(shipped_codebook("jobfirst"))


@pytest.fixture(scope="module")
def codes(jobfirst: CodebookContents) -> tuple[Code, ...]:
    return tuple(code for code in jobfirst.codes if code.category is Category.CODE)


def of_each(contents: CodebookContents, codes: tuple[Code, ...]) -> list[int]:
    """How many of the codes stand under each hypothesis."""
    by_id = {code.id: code for code in contents.codes}
    tops = [hypothesis_of(code, by_id) for code in codes]
    counted = Counter(top.key for top in tops if top is not None)
    return [counted[key] for key in HYPOTHESES]


def test_it_has_neither_faults_nor_anything_worth_a_second_look() -> None:
    assert check_codebook(shipped_codebook("jobfirst")) == ()
    assert [each.sentence for each in prompts_for(shipped_codebook("jobfirst"))] == []


def test_it_has_every_hypothesis_condition_and_code(
    jobfirst: CodebookContents, codes: tuple[Code, ...]
) -> None:
    assert [each.key for each in jobfirst.hypotheses] == HYPOTHESES
    assert len(jobfirst.conditions) == 27
    assert of_each(jobfirst, jobfirst.conditions) == [3, 4, 5, 6, 5, 4]
    assert len(codes) == 144
    assert of_each(jobfirst, codes) == [19, 24, 25, 22, 28, 26]


def test_everything_is_labelled_and_defined_in_both_languages(jobfirst: CodebookContents) -> None:
    for code in jobfirst.codes:
        assert all((code.label.da, code.label.en, code.definition.da, code.definition.en)), code.key
        assert code.definition.da != code.definition.en, code.key
    assert all(each.title.da and each.title.en for each in jobfirst.hypotheses)


@pytest.fixture(scope="module")
def guided(jobfirst: CodebookContents) -> tuple[Code, ...]:
    """The codes and the support conditions."""
    return tuple(code for code in jobfirst.codes if code.category is not Category.HYPOTHESIS)


def test_a_coder_is_told_when_to_use_each_when_not_and_shown_an_example(guided: tuple[Code, ...]) -> None:
    for code in guided:
        assert all((code.use.da, code.use.en, code.avoid.da, code.avoid.en, code.example.da)), code.key
        assert len(code.aliases) > 1, code.key
        assert len(code.cues) > 8, code.key


def test_each_example_is_one_sentence_of_its_own(guided: tuple[Code, ...]) -> None:
    for code in guided:
        assert len(re.findall(r"[.!?](?=\s|$)", code.example.da)) == 1, code.key
    assert len({code.example.da for code in guided}) == 144 + 27


def test_both_languages_send_a_coder_to_the_same_codes(guided: tuple[Code, ...]) -> None:
    known = frozenset(code.key for code in guided)
    for code in guided:
        for said in (code.definition, code.avoid):
            assert ids_in(said.da, known) == ids_in(said.en, known), code.key


def test_the_two_kinds_of_contact_person_exclude_each_other(guided: tuple[Code, ...]) -> None:
    avoid = {code.key: code.avoid.da for code in guided}
    for in_jobcentre, in_company in (
        ("SC1.1", "SC5.2"),
        ("H1.R1", "H5.R2"),
        ("SC1.1", "H5.R2"),
        ("H1.R1", "SC5.2"),
    ):
        assert in_company in avoid[in_jobcentre]
        assert in_jobcentre in avoid[in_company]


def test_security_and_trust_exclude_one_another(guided: tuple[Code, ...]) -> None:
    avoid = {code.key: code.avoid.da for code in guided}
    for one, other in (
        ("H1.M1", "H1.M2"),
        ("H1.M1", "H3.M2"),
        ("H1.M2", "H3.M2"),
        ("H1.M1", "H5.M1"),
        ("H3.M2", "H5.M1"),
        ("H5.M1", "H5.M2"),
    ):
        assert other in avoid[one]
        assert one in avoid[other]


def test_what_comes_from_bip_is_marked_as_no_finding_of_jobfirst(guided: tuple[Code, ...]) -> None:
    own = [code for code in guided if re.search(r"\bS[123]\b", code.section)]
    assert [code.key for code in own] == ["H1.C4", "H1.B3", "H3.B2"]
    for code in own:
        assert "ikke et JobFirst-fund" in code.note
        assert "not a JobFirst finding" in code.note


def test_each_code_names_its_box_or_says_none_and_why(
    jobfirst: CodebookContents, codes: tuple[Code, ...]
) -> None:
    text = shipped_codebook("jobfirst").read_text(encoding="utf-8")
    assert len(re.findall(r"(?m)^    node: \w+$", text)) == 144
    placed = {code for node in jobfirst.nodes if node.rolls_up_to is None for code in node.codes}
    without = [code for code in codes if code.id not in placed]
    assert len(without) == 38
    for code in without:
        assert "Ingen boks: " in code.note, code.key
        assert "No node: " in code.note, code.key


def test_no_two_codes_have_the_same_label(jobfirst: CodebookContents, codes: tuple[Code, ...]) -> None:
    for labels in ([code.label.da for code in jobfirst.codes], [code.label.en for code in codes]):
        counted = Counter(label.casefold() for label in labels)
        assert [label for label, count in counted.items() if count > 1] == []


def test_a_cue_belongs_to_at_most_two_codes_of_a_hypothesis(
    jobfirst: CodebookContents, codes: tuple[Code, ...]
) -> None:
    by_id = {code.id: code for code in jobfirst.codes}
    shared: Counter[tuple[str, str]] = Counter()
    for code in codes:
        top = hypothesis_of(code, by_id)
        assert top is not None
        shared.update({(top.key, cue.casefold()) for cue in code.cues})
    assert [cue for cue, count in shared.items() if count > 2] == []


def test_the_letter_of_a_code_is_its_kind(codes: tuple[Code, ...]) -> None:
    kinds = {"C": Kind.CONTEXT, "R": Kind.RESOURCE, "M": Kind.REASONING, "O": Kind.OUTCOME}
    for code in codes:
        letter = code.key.split(".")[1][0]
        assert letter == "B" or code.kind is kinds[letter], code.key
        assert (code.kind is Kind.OUTCOME) == (code.horizon is not None), code.key


def test_barriers_have_a_kind_and_the_sign_minus(codes: tuple[Code, ...]) -> None:
    barriers = [code for code in codes if code.key.split(".")[1][0] == "B"]
    assert len(barriers) == 21
    assert [code.key for code in barriers if code.kind is None] == []
    assert {code.key for code in codes if code.sign == "-"} == {code.key for code in barriers}


def test_the_overall_theory_has_fifty_nodes_and_sixty_nine_links(jobfirst: CodebookContents) -> None:
    overall = jobfirst.theory("overall")
    assert overall is not None
    nodes = [node for node in jobfirst.nodes if node.theory_id == overall.id]
    assert Counter(node.column for node in nodes) == {
        Column.CORE: 10, Column.MECHANISM: 13, Column.SHORT: 7, Column.MEDIUM: 6,
        Column.LONG: 4, Column.CONTEXT: 6, Column.NEGATIVE: 4,
    }  # fmt: skip
    assert sum(link.theory_id == overall.id for link in jobfirst.links) == 69


def test_each_hypothesis_has_a_mini_theory_that_rolls_up(jobfirst: CodebookContents) -> None:
    overall = jobfirst.theory("overall")
    assert overall is not None
    above = {node.id for node in jobfirst.nodes if node.theory_id == overall.id}
    minis = [theory for theory in jobfirst.theories if theory.key != "overall"]
    assert [theory.hypothesis for theory in minis] == HYPOTHESES
    for theory in minis:
        nodes = [node for node in jobfirst.nodes if node.theory_id == theory.id]
        assert len(nodes) >= 5
        assert {node.rolls_up_to for node in nodes} <= above


def test_every_node_stands_for_codes_and_has_a_link(jobfirst: CodebookContents) -> None:
    ends = {end for link in jobfirst.links for end in (link.source_id, link.target_id)}
    assert [node.key for node in jobfirst.nodes if not node.codes or node.id not in ends] == []


def test_theories_say_that_they_are_reconstructions(jobfirst: CodebookContents) -> None:
    for theory in jobfirst.theories:
        assert theory.basis is Basis.RECONSTRUCTED
        assert "rekonstrueret" in theory.title.da.casefold()
        assert "reconstructed" in theory.title.en.casefold()


def test_every_stated_link_names_its_section(jobfirst: CodebookContents) -> None:
    assert [link.id for link in jobfirst.links if link.basis is Basis.STATED and not link.section] == []


def test_hypotheses_come_before_conditions_before_codes(jobfirst: CodebookContents) -> None:
    order = [Category.HYPOTHESIS, Category.CONDITION, Category.CODE]
    places = [order.index(code.category) for code in jobfirst.codes]
    assert all(one <= other for one, other in pairwise(places))


def test_it_reads_back_the_same_after_writing(
    jobfirst: CodebookContents, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("jobfirst") / "jobfirst.yaml"
    path.write_text(write_codebook(jobfirst), encoding="utf-8")
    assert read_codebook(path) == jobfirst
