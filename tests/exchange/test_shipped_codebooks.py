"""BIP's and Flere skal med's codebooks, and all that ship beside one another."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from rcoder.domain.codebook import CodebookContents
from rcoder.domain.words import Basis, Category, Kind
from rcoder.exchange.codebook_words import ids_in
from rcoder.exchange.codebooks import check_codebook, prompts_for, read_codebook, write_codebook
from rcoder.exchange.shipped import codebooks_folder, shipped_codebook

NAMES = ("bip", "flere-skal-med")


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(name: str) -> CodebookContents:
    return read_codebook(shipped_codebook(name))


@pytest.fixture(scope="module")
def all_books() -> list[CodebookContents]:
    return [read_codebook(path) for path in sorted(codebooks_folder().glob("*.yaml"))]


def test_it_has_neither_faults_nor_anything_worth_a_second_look(name: str) -> None:
    assert check_codebook(shipped_codebook(name)) == ()
    assert [each.sentence for each in prompts_for(shipped_codebook(name))] == []


def test_it_calls_itself_as_its_file(name: str, book: CodebookContents) -> None:
    assert book.codebook.key == name


def test_no_two_codebooks_have_a_key_in_common(all_books: list[CodebookContents]) -> None:
    keys = Counter(code.key.casefold() for each in all_books for code in each.codes)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_two_entries_have_the_same_example(all_books: list[CodebookContents]) -> None:
    said = Counter(code.example.da for each in all_books for code in each.codes if code.example.da)
    assert [words for words, count in said.items() if count > 1] == []


def test_every_entry_is_told_in_both_languages(book: CodebookContents) -> None:
    for code in book.codes:
        said = [code.label, code.definition]
        said += [] if code.category is Category.HYPOTHESIS else [code.use, code.avoid]
        assert all(each.da and each.en and each.da != each.en for each in said), code.key


def test_each_has_an_example_of_one_sentence_aliases_and_six_cues(book: CodebookContents) -> None:
    for code in book.codes:
        if code.category is not Category.HYPOTHESIS:
            assert len(re.findall(r"[.!?](?=\s|$)", code.example.da)) == 1, code.key
            assert len(set(code.cues)) >= 6, code.key
        assert code.aliases, code.key


def test_both_languages_send_a_coder_to_the_same_codes(
    book: CodebookContents, all_books: list[CodebookContents]
) -> None:
    known = frozenset(code.key for each in all_books for code in each.codes)
    for code in book.codes:
        for said in (code.definition, code.use, code.avoid):
            assert ids_in(said.da, known) == ids_in(said.en, known), code.key


def test_what_they_name_of_other_codebooks_is_there(
    book: CodebookContents, all_books: list[CodebookContents]
) -> None:
    known = frozenset(code.key for each in all_books for code in each.codes)
    named = re.compile(r"\b(?:(?:BIP|FSM)\.[A-Z]+\d[\d.]*\b|H\d\.[A-Z]\d+\b|SC\d\.\d\b)")
    for code in book.codes:
        told = f"{code.definition.da} {code.avoid.da} {code.avoid.en} {code.note}"
        assert [each for each in named.findall(told) if each.rstrip(".") not in known] == [], code.key


def test_every_entry_of_bip_is_marked_as_no_jobfirst_finding() -> None:
    for code in read_codebook(shipped_codebook("bip")).codes:
        assert code.note.startswith("BIP, ikke et JobFirst-fund."), code.key
        assert "BIP, not a JobFirst finding" in code.note, code.key


def test_bip_s_own_groups_are_said_to_be_ours() -> None:
    book = read_codebook(shipped_codebook("bip"))
    for code in book.codes:
        assert (code.basis is Basis.RECONSTRUCTED) is (code.parent_id is None), code.key
        assert bool(code.section) is (code.basis is Basis.STATED), code.key
        assert not code.section or code.section.endswith("(BIP)"), code.key


def test_bip_has_no_hypotheses_and_no_theory() -> None:
    book = read_codebook(shipped_codebook("bip"))
    assert (book.hypotheses, book.conditions, book.theories, book.nodes, book.links) == ((), (), (), (), ())
    kinds = Counter(code.kind for code in book.codes)
    assert min(kinds[each] for each in Kind) > 8


def test_the_ten_things_that_shape_belief_lead_to_a_belief() -> None:
    """Each of S3's suggestions changes a link that ends in what the professional believes or sees."""
    book = read_codebook(shipped_codebook("bip"))
    parent = next(code.id for code in book.codes if code.key == "BIP.F")
    known = frozenset(code.key for code in book.codes)
    shaping = [code for code in book.codes if code.parent_id == parent]
    assert len(shaping) == 10
    for code in shaping:
        assert any(each.startswith("BIP.T") for each in ids_in(code.definition.en, known)), code.key


def test_flere_skal_med_says_stated_only_of_what_its_one_source_names() -> None:
    book = read_codebook(shipped_codebook("flere-skal-med"))
    stated = {code.key for code in book.codes if code.basis is Basis.STATED}
    assert stated == {
        "FSM.SC1.1", "FSM.SC2.1", "FSM.SC3.1", "FSM.K1", "FSM.K2", "FSM.K3", "FSM.K4", "FSM.O4", "FSM.O5",
    }  # fmt: skip
    assert {code.section for code in book.codes if code.basis is not Basis.RECONSTRUCTED} == {"S0"}
    for code in book.codes:
        if code.basis is Basis.RECONSTRUCTED and code.category is not Category.HYPOTHESIS:
            assert code.note.startswith("Vores"), code.key
    assert {link.basis for link in book.links} == {Basis.INFERRED, Basis.RECONSTRUCTED}
    assert all(link.section == "S0" for link in book.links if link.basis is Basis.INFERRED)


def test_flere_skal_med_has_a_small_theory_that_reaches_every_hypothesis() -> None:
    book = read_codebook(shipped_codebook("flere-skal-med"))
    assert [theory.key for theory in book.theories] == ["overall"]
    assert {key for node in book.nodes for key in node.hypotheses} == {each.key for each in book.hypotheses}
    ends = {each.source_id for each in book.links} | {each.target_id for each in book.links}
    assert ends == {node.id for node in book.nodes}


def test_a_codebook_without_theories_is_written_and_read_again(
    book: CodebookContents, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("books") / "again.yaml"
    path.write_text(write_codebook(book), encoding="utf-8")
    assert read_codebook(path) == book
