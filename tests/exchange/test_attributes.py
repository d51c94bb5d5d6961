"""Attributes in codebook files, and their values in manifests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.case import Attribute, Choice
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.errors import BadCodebook
from rcoder.domain.words import AttributeType, Bilingual, Subject
from rcoder.exchange.codebooks import check_codebook, read_codebook, write_codebook
from rcoder.exchange.identity import attribute_id, codebook_id
from rcoder.exchange.manifests import read_manifest

Write = Callable[[str, str], Path]

TOP = """rcoder: codebook 1
id: lille
version: "1"
title: {da: "Lille", en: "Small"}
codes:
  - {id: A, kind: context, label: {da: "a", en: "a"}}
"""
ATTRIBUTES = """attributes:
  - key: ledighed_aar
    type: number
    label: {da: "Års ledighed", en: "Years unemployed"}
    definition: {da: "Hvor længe."}
    unit: {da: "år", en: "years"}
  - key: fase
    about: interview
    type: choice
    label: {da: "Fase", en: "Phase"}
    choices:
      - {value: tidlig, label: {da: "Tidlig", en: "Early"}}
      - {value: sen, label: {da: "Sen", en: "Late"}}
  - {key: skift, type: yes_no, label: {da: "Skift", en: "Change"}}
"""


def faults(write: Write, attributes: str) -> list[str]:
    return [each.sentence for each in check_codebook(write("bog.yaml", TOP + attributes))]


def test_a_codebook_brings_its_attributes(written: Write) -> None:
    contents = read_codebook(written("bog.yaml", TOP + ATTRIBUTES))
    first, second, third = contents.attributes
    assert first == Attribute(
        attribute_id(codebook_id("lille"), "ledighed_aar"),
        "ledighed_aar",
        Subject.CASE,
        AttributeType.NUMBER,
        Bilingual("Års ledighed", "Years unemployed"),
        Bilingual("Hvor længe."),
        Bilingual("år", "years"),
        origin="lille",
    )
    assert second.about is Subject.INTERVIEW
    assert second.choices[1] == Choice("sen", Bilingual("Sen", "Late"))
    assert [each.position for each in contents.attributes] == [0, 1, 2]
    assert third.type is AttributeType.YES_NO


def test_a_codebook_with_attributes_is_written_as_it_is_read(written: Write) -> None:
    contents = read_codebook(written("bog.yaml", TOP + ATTRIBUTES))
    assert read_codebook(written("igen.yaml", write_codebook(contents))) == contents


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ('- {key: a, type: heltal, label: {da: "a", en: "a"}}', "is no type"),
        ('- {key: a, type: choice, label: {da: "a", en: "a"}}', 'needs "choices"'),
        ('- {key: fil, type: text, label: {da: "a", en: "a"}}', "every manifest has (file)"),
        ('- {key: kommune, type: text, label: {da: "a", en: "a"}}', "every manifest has (municipality)"),
        ('- {key: a, type: text, label: {da: "a", en: "a"}, unit: {da: "år"}}', "has a unit"),
        ('- {key: a, about: kode, type: text, label: {da: "a", en: "a"}}', "is no about"),
        ('- {key: a, type: text, label: {da: "a"}}', "no English"),
        ('- {key: to ord, type: text, label: {da: "a", en: "a"}}', "is no id"),
        ('- {type: text, label: {da: "a", en: "a"}}', 'needs "key"'),
        ('- {key: a, typ: text, label: {da: "a", en: "a"}}', 'did you mean "type"?'),
    ],
)
def test_a_fault_in_an_attribute_is_found(written: Write, lines: str, fault: str) -> None:
    assert any(fault in each for each in faults(written, f"attributes:\n  {lines}\n"))


def test_a_key_or_a_choice_stands_once(written: Write) -> None:
    text = """attributes:
  - {key: svar, type: text, label: {da: "a", en: "a"}}
  - key: SVAR
    type: choice
    label: {da: "a", en: "a"}
    choices:
      - {value: ja, label: {da: "Ja", en: "Yes"}}
      - {value: Ja, label: {da: "Ja", en: "Yes"}}
"""
    found = faults(written, text)
    assert any(each.startswith('The key "SVAR" stands twice') for each in found)
    assert any("stands twice" in each and "value" in each for each in found)


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=9)
both = st.builds(
    Bilingual, words.map(lambda text: text.strip() or "a"), words.map(lambda text: text.strip() or "b")
)
made = st.lists(
    st.builds(
        lambda number, about, kind, label, unit: (number, about, kind, label, unit),
        st.integers(0, 99),
        st.sampled_from([Subject.CASE, Subject.INTERVIEW]),
        st.sampled_from(AttributeType),
        both,
        both,
    ),
    max_size=4,
    unique_by=lambda each: each[0],
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made)
def test_any_attributes_come_back_from_a_file(written: Write, shapes: list[tuple]) -> None:  # type: ignore[type-arg] # of the strategy above
    import unicodedata

    base = read_codebook(written("bog.yaml", TOP))
    book = base.codebook.id

    def nfc(text: Bilingual) -> Bilingual:
        return Bilingual(*(unicodedata.normalize("NFC", each) for each in (text.da, text.en)))

    attributes = tuple(
        Attribute(
            attribute_id(book, f"k{number}"), f"k{number}", about, kind, nfc(label),
            unit=nfc(unit) if kind is AttributeType.NUMBER else Bilingual(),
            choices=(Choice("a", nfc(unit)), Choice("b", nfc(label))) if kind is AttributeType.CHOICE else (),
            position=place, origin="lille",
        )
        for place, (number, about, kind, label, unit) in enumerate(shapes)
    )  # fmt: skip
    contents = CodebookContents(base.codebook, base.codes, attributes=attributes)
    assert read_codebook(written("igen.yaml", write_codebook(contents))) == contents


# -- manifests -------------------------------------------------------------------------------------------------------

KNOWN = (
    Attribute("1", "ledighed_aar", type=AttributeType.NUMBER, label=Bilingual("Års ledighed", "Years")),
    Attribute("2", "skift", type=AttributeType.YES_NO),
    Attribute("3", "fase", Subject.INTERVIEW, AttributeType.CHOICE, choices=(Choice("tidlig"), Choice("sen"))),
)  # fmt: skip


def test_values_of_a_manifest_come_in_their_stored_form(written: Write) -> None:
    path = written("m.csv", "fil;sag;Års ledighed;SKIFT;fase;andet\na.txt;Sag 1;2,50;Nej;Tidlig;frit\nb.txt;Sag 1;2,5;ukendt;sen;frit\n")  # fmt: skip
    first, second = read_manifest(path, KNOWN)
    assert first.attributes == {"ledighed_aar": "2.5", "skift": "no", "fase": "tidlig", "andet": "frit"}
    assert second.attributes == {"ledighed_aar": "2.5", "fase": "sen", "andet": "frit"}


def test_without_attributes_values_stay_as_they_are_written(written: Write) -> None:
    (line,) = read_manifest(written("m.csv", "file,ledighed_aar\na.txt,mange\n"))
    assert line.attributes == {"ledighed_aar": "mange"}


def test_a_value_that_does_not_fit_is_one_finding_with_row_and_column(written: Write) -> None:
    path = written("m.csv", "file,case,ledighed_aar,skift\na.txt,Sag 1,6,ja\nb.txt,Sag 2,mange,måske\n")
    with pytest.raises(BadCodebook) as refused:
        read_manifest(path, KNOWN)
    found = refused.value.findings
    assert [(each.line, each.column) for each in found] == [(3, 13), (3, 19)]
    assert found[0].sentence == (
        'In the column "ledighed_aar": “mange” does not fit ledighed_aar: it is a number, such as 6 or 2,5.'
        " Leave it empty, or write ?, where it is unknown."
    )
    assert str(refused.value).startswith(f"{path}:3:13: ")


def test_one_case_has_one_value_however_it_is_written(written: Write) -> None:
    same = written("m.csv", 'file,case,ledighed_aar\na.txt,Sag 1,"2,5"\nb.txt,Sag 1,2.50\n')
    assert len(read_manifest(same, KNOWN)) == 2
    other = written("n.csv", "file,case,ledighed_aar\na.txt,Sag 1,2\nb.txt,Sag 1,3\n")
    with pytest.raises(BadCodebook, match="ledighed_aar"):
        read_manifest(other, KNOWN)


def test_interviews_of_one_case_may_have_values_of_their_own(written: Write) -> None:
    path = written("m.csv", "file,case,fase\na.txt,Sag 1,tidlig\nb.txt,Sag 1,sen\n")
    assert [each.attributes["fase"] for each in read_manifest(path, KNOWN)] == ["tidlig", "sen"]


def test_two_columns_of_one_attribute_agree_or_are_a_finding(written: Write) -> None:
    path = written("m.csv", "file,ledighed_aar,Years\na.txt,2,2\nb.txt,2,3\n")
    with pytest.raises(BadCodebook) as refused:
        read_manifest(path, KNOWN)
    assert [each.line for each in refused.value.findings] == [3]


def test_a_yaml_manifest_has_typed_values_too(written: Write) -> None:
    path = written("m.yaml", "interviews:\n  - {file: a.txt, case: Sag 1, ledighed_aar: '6,5', skift: ja}\n")
    assert read_manifest(path, KNOWN)[0].attributes == {"ledighed_aar": "6.5", "skift": "yes"}


# -- what ships ------------------------------------------------------------------------------------------------------


def test_the_shipped_programmes_bring_attributes_told_in_both_languages(root: Path) -> None:
    for name, least in (("jobfirst", 10), ("flere-skal-med", 8)):
        contents = read_codebook(root / "codebooks" / f"{name}.yaml")
        assert len(contents.attributes) >= least
        for each in contents.attributes:
            assert each.label.da, each.key
            assert each.label.en, each.key
            assert each.definition.da, each.key
            assert each.definition.en, each.key
            assert all(choice.label.da and choice.label.en for choice in each.choices), each.key


def test_the_sample_manifest_fits_the_attributes_of_jobfirst(root: Path) -> None:
    known = read_codebook(root / "codebooks" / "jobfirst.yaml").attributes
    lines = read_manifest(root / "interviews" / "sample" / "manifest.csv", known)
    assert {
        value for line in lines for key, value in line.attributes.items() if key == "sagsbehandlerskift"
    } == {
        "yes",
        "no",
    }
