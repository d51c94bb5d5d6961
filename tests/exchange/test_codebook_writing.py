"""A codebook written back into the file that a person keeps: comments and order survive, only what differs is touched."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rcoder.domain.actions.shelving import differences
from rcoder.domain.codebook import Code, CodebookContents
from rcoder.domain.errors import BadCodebook, RcoderError
from rcoder.domain.words import Bilingual, Category, Horizon, Kind
from rcoder.exchange.codebook_writing import what_differs, written_back
from rcoder.exchange.codebooks import read_codebook, write_codebook
from rcoder.exchange.identity import code_id

ROOT = Path(__file__).parents[2]

ODD = """\
# Vores kodebog  -- lavet af os # med to tegn

rcoder:   codebook 1
id: odd
version: '1.1'   # hæves af rcoder
title: {da: "Skæv", en: Odd}   # begge sprog
description:
  # hvorfor
  da: >-
    En lang tekst over
    flere linjer.

    Og et afsnit til.
  en: |
    A text
    # not a comment
    over lines.
# de to hypoteser
hypotheses:
- id: H1            # uden indryk
  label: {da: Klare roller, en: 'Clear roles'}
  definition: {da: "Få # fagpersoner.", en: "Few."}

- id: H2
  label:
    da: Timer   # dansk først
    en: Hours
conditions: [
  # en i klammer
  {id: SC1.1, hypothesis: H1, kind: resource, label: {da: "Én", en: "One"}, actors: [borger]},  # den eneste
  {id: SC1.2, hypothesis: H1, label: {da: "To", en: "Two"}}
]
codes:
  # ---- H1 ----
  - kind: resource
    # kommentar mellem nøgler
    id: H1.R1
    parent: H1
    label: {da: "Fast", en: "Fixed"}
    aliases: [fast, 'sam''me', "ens"]   # navne
    cues:     # som de siger
      - "hun var der altid"   # sag 3
      # mangler flere
      - 'jeg ringede'
    section: §1
    # sidst i R1
  # før M1
  - id: H1.M1

    parent: H1
    kind: reasoning
    label: {da: "Tryghed", en: "Safety"}
    use: {da: "Brug den.",
          # hvornår
          en: "Use it."}
    cues: [ro,   # første
      fred, "tryg"]
  -
    id: H1.M2
    parent: H1.M1
    kind: reasoning
    retired: no
    sign: "+"
    label: {da: "Ro", en: "Calm"}
  - {id: H2.O1, parent: H2, kind: outcome, sign: "+", horizon: short, label: {da: "Timer", en: "Hours"}}
# theorier
theories:
  - id: overall
    title: {da: Samlet, en: Overall}
    nodes:
      - {id: K1, column: core, label: {da: "Fast", en: "Fixed"}, hypotheses: [H1], codes: [H1.R1]}   # kerne
      - id: M1
        column: mechanism
        label: {da: "Tryg", en: "Safe"}
        hypotheses: [H1]
        codes:
          - H1.M1
          - H1.M2 # den finere
    links:
      - {from: K1, to: M1, effect: promotes, hypotheses: [H1]}
attributes:
  - key: alder   # i år
    type: number
    label: {da: Alder, en: Age}
# slut"""


@pytest.fixture(params=["\n", "\r\n"], ids=["unix", "windows"])
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A codebook in every form that a person may write."""
    file = tmp_path / "odd.yaml"
    file.write_bytes(ODD.replace("\n", request.param).encode())
    return file


def comments(text: str) -> list[str]:
    """The comments of a text, in order; those of the odd file all begin so."""
    return re.findall(r"(?:^|(?<=\s))# (?!not a comment|fagpersoner)[^\r\n]*", text, re.MULTILINE)


def key(contents: CodebookContents, name: str) -> Code:
    return next(each for each in contents.codes if each.key == name)


def with_code(contents: CodebookContents, code: Code) -> CodebookContents:
    return replace(contents, codes=tuple(code if each.id == code.id else each for each in contents.codes))


def saved(file: Path, contents: CodebookContents) -> str:
    text = written_back(file, contents)
    file.write_bytes(text.encode())
    assert read_codebook(file).codebook == contents.codebook
    assert not differences(read_codebook(file), contents)
    return text


def test_a_file_that_says_the_same_stays_byte_for_byte(odd: Path) -> None:
    assert written_back(odd, read_codebook(odd)).encode() == odd.read_bytes()


@pytest.mark.parametrize("name", ["jobfirst", "bip", "flere-skal-med"])
def test_a_shipped_codebook_stays_byte_for_byte(name: str) -> None:
    file = ROOT / "codebooks" / f"{name}.yaml"
    assert written_back(file, read_codebook(file)).encode() == file.read_bytes()


def test_a_byte_order_mark_stays(odd: Path) -> None:
    odd.write_bytes(b"\xef\xbb\xbf" + odd.read_bytes())
    before = read_codebook(odd)
    assert written_back(odd, before).encode() == odd.read_bytes()
    text = written_back(odd, with_code(before, replace(key(before, "H2"), note="ny")))
    assert text.count("\ufeff") == 1


def test_one_value_touches_one_line(odd: Path) -> None:
    before = read_codebook(odd)
    was = odd.read_bytes().decode().splitlines()
    text = saved(
        odd, with_code(before, replace(key(before, "H1"), label=Bilingual("Klare roller", "Plain roles")))
    )
    found = text.splitlines()
    assert [(one, other) for one, other in zip(was, found, strict=True) if one != other] == [
        ("  label: {da: Klare roller, en: 'Clear roles'}", "  label: {da: Klare roller, en: 'Plain roles'}")
    ]


@pytest.mark.parametrize(
    ("da", "en"),
    [
        ("Én linje", "One line"),
        ("To\nlinjer her", "# not a comment\nreally"),
        ("  to  blanke", "a: b"),
        ("æ" * 300, "x " * 200),
    ],
    ids=["short", "lines", "blanks", "long"],
)
def test_texts_over_several_lines_keep_their_form_where_they_can(odd: Path, da: str, en: str) -> None:
    before = read_codebook(odd)
    said = replace(before, codebook=replace(before.codebook, description=Bilingual(da.strip(), en.strip())))
    text = saved(odd, said)
    assert comments(text)[:5] == comments(ODD)[:5]


def test_a_new_code_stands_after_those_beside_it_and_before_the_next_heading(odd: Path) -> None:
    before = read_codebook(odd)
    new = replace(
        key(before, "H1.M2"),
        id=code_id(before.codebook.id, "H1.M3"),
        key="H1.M3",
        parent_id=key(before, "H1").id,
        position=99,
    )
    book = replace(before.codebook, version="1.1+1")
    text = saved(odd, replace(before, codebook=book, codes=(*before.codes, new)))
    assert text.index("id: H1.M2") < text.index("id: H1.M3") < text.index("id: H2.O1")
    assert "version: '1.1+1'   # hæves af rcoder" in text
    resource = replace(
        new,
        id=code_id(before.codebook.id, "H2.R1"),
        key="H2.R1",
        parent_id=key(before, "H2").id,
        kind=Kind.RESOURCE,
    )
    text = saved(odd, replace(before, codebook=book, codes=(*before.codes, new, resource)))
    assert text.index("id: H2.O1") < text.index("id: H2.R1") < text.index("# theorier")


def test_a_removed_code_goes_and_its_comments_stay(odd: Path) -> None:
    before = read_codebook(odd)
    gone = {key(before, name).id for name in ("H1.R1", "SC1.1", "H1.M2")}
    nodes = tuple(
        replace(each, codes=tuple(one for one in each.codes if one not in gone)) for each in before.nodes
    )
    text = saved(
        odd, replace(before, codes=tuple(each for each in before.codes if each.id not in gone), nodes=nodes)
    )
    assert comments(text) == comments(ODD)
    assert "H1.R1" not in text
    assert "hun var der altid" not in text


def test_all_conditions_may_go(odd: Path) -> None:
    before = read_codebook(odd)
    left = tuple(each for each in before.codes if each.category is not Category.CONDITION)
    text = saved(odd, replace(before, codes=left))
    assert comments(text) == comments(ODD)
    assert "conditions" not in text


def test_a_code_is_retired_and_brought_back(odd: Path) -> None:
    before = read_codebook(odd)
    for name in ("H1.M1", "H1.M2", "SC1.2", "H2.O1", "H2"):
        retired = with_code(before, replace(key(before, name), retired=True, note="merged into H1.R1"))
        text = saved(odd, retired)
        assert comments(text) == comments(ODD)
        text = saved(odd, before)
        assert comments(text) == comments(ODD)
    # what was absent at first is absent again; "no" was said of one alone
    assert odd.read_text(encoding="utf-8").replace("\r\n", "\n") == ODD.replace("    retired: no\n", "")


def test_what_is_said_of_it_names_codes_and_boxes(odd: Path) -> None:
    before = read_codebook(odd)
    after = with_code(before, replace(key(before, "H1.M1"), note="ny", cues=()))
    after = replace(
        after, codebook=replace(after.codebook, version="1.1+1"), codes=after.codes[:-1],
        nodes=(after.nodes[0], replace(after.nodes[1], codes=())),
    )  # fmt: skip
    assert what_differs(before, after) == (
        "version 1.1 → 1.1+1", "H1.M1: cues, node, note", "H1.M2: node", "removed H2.O1", "box M1: codes",
    )  # fmt: skip
    assert what_differs(before, before) == ()


def test_a_file_with_faults_is_not_touched(odd: Path) -> None:
    before = read_codebook(odd)
    odd.write_text(ODD.replace("kind: reasoning", "kind: reasonin"), encoding="utf-8")
    with pytest.raises(BadCodebook):
        written_back(odd, before)


def test_what_would_not_read_back_the_same_is_refused(odd: Path) -> None:
    before = read_codebook(odd)
    left = tuple(each for each in before.codes if each.category is not Category.CODE)
    nodes = tuple(replace(each, codes=()) for each in before.nodes)
    with pytest.raises(RcoderError, match="cannot be written into"):
        written_back(odd, replace(before, codes=left, nodes=nodes))


words = st.text(st.sampled_from("abæøå :#'\"{}[],-\n|>&*!%@`\\?x1"), max_size=24).map(str.strip)
"""Texts that try every rule of YAML's."""
said = st.builds(Bilingual, words, words)
both = st.builds(Bilingual, words.filter(bool), words.filter(bool))
lists = st.lists(words.filter(bool), max_size=4, unique=True).map(tuple)
changes = st.fixed_dictionaries(
    {},
    optional={
        "label": both, "definition": said, "use": said, "example": said, "aliases": lists, "cues": lists,
        "note": words, "section": words, "retired": st.booleans(), "kind": st.sampled_from(Kind),
        "sign": st.sampled_from("+-"), "actors": st.sampled_from([(), ("borger",), ("alle", "borger")]),
    },
)  # fmt: skip


def changed(code: Code, wanted: dict[str, object]) -> Code:
    """The code with what its category can have of this."""
    found = dict(wanted)
    if code.category is Category.HYPOTHESIS:
        found = {name: value for name, value in found.items() if name not in ("kind", "sign", "actors")}
    if code.category is Category.CONDITION:
        found.pop("sign", None)
    after = replace(code, **found)  # type: ignore[arg-type] # fields of a code
    return replace(
        after, horizon=Horizon.LONG if after.kind is Kind.OUTCOME and code.category is Category.CODE else None
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(changes, min_size=8, max_size=8),
    st.sets(st.sampled_from(["SC1.1", "SC1.2", "H1.M2", "H2.O1"])),
    st.booleans(),
)
@example([{"aliases": ("ens", "fast"), "cues": ("tryg", "ro")}] * 8, set(), True)
def test_any_change_reads_back_and_every_comment_stays_in_order(
    odd: Path, wanted: list[dict[str, object]], gone: set[str], new: bool
) -> None:
    line_end = "\r\n" if b"\r\n" in odd.read_bytes() else "\n"
    odd.write_bytes(ODD.replace("\n", line_end).encode())
    before = read_codebook(odd)
    codes = [
        changed(code, each) for code, each in zip(before.codes, wanted, strict=True) if code.key not in gone
    ]
    ids = {each.id for each in codes}
    if new:
        codes.append(replace(codes[-1], id=code_id(before.codebook.id, "N1"), key="N1", category=Category.CODE,
                             parent_id=before.codes[0].id, kind=Kind.CONTEXT, horizon=None, position=99))  # fmt: skip
    nodes = tuple(
        replace(each, codes=tuple(one for one in each.codes if one in ids)) for each in before.nodes
    )
    after = replace(before, codes=tuple(codes), nodes=nodes)
    text = saved(odd, after)
    lines = [each for each in comments(text) if each in comments(ODD)]
    assert lines == comments(ODD)
    assert written_back(odd, after) == text


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_shipped_codebook_keeps_every_other_line(tmp_path: Path, data: st.DataObject) -> None:
    file = tmp_path / "bip.yaml"
    source = (ROOT / "codebooks" / "bip.yaml").read_bytes()
    file.write_bytes(source)
    before = read_codebook(file)
    code = data.draw(st.sampled_from(before.codes))
    text = saved(
        file, with_code(before, replace(code, label=Bilingual("Ny", "New"), cues=(*code.cues, "helt ny ø")))
    )
    left = set(text.splitlines())
    missing = [each for each in source.decode().splitlines() if each not in left]
    assert len(missing) <= 3
    assert not [each for each in missing if each.lstrip().startswith("#")]


def test_a_file_that_rcoder_wrote_is_written_back_too(odd: Path) -> None:
    before = read_codebook(odd)
    odd.write_text(write_codebook(before), encoding="utf-8")
    saved(odd, with_code(before, replace(key(before, "H1.R1"), cues=(), definition=Bilingual("Fast", ""))))
