"""What the codebook's screen says: the tree, its counts, one entry, and what its forms come to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.theory import Denominator
from rcoder.domain.words import Bilingual, Category, Horizon, Kind
from rcoder.project.codebook_use import Usage, Use, Workbook
from rcoder.project.codebook_work import Wanted
from rcoder.ui.bookwork import entry, forms, tree
from rcoder.ui.configuring.choices import NONE


def code(key: str, parent: str | None = "H1", kind: Kind | None = Kind.REASONING, **fields: object) -> Code:
    known: dict[str, object] = {"label": Bilingual(f"{key} da", f"{key} en"), "kind": kind}
    return Code(key, str(fields.pop("book", "a")), key, Category.CODE, parent, **known | fields)  # type: ignore[arg-type]


H1 = replace(code("H1", None, None), category=Category.HYPOTHESIS, title=Bilingual("Når …", "When …"))
SC = replace(code("SC1.1", kind=Kind.RESOURCE), category=Category.CONDITION)
CODES = (
    H1, SC, code("H1.O1", kind=Kind.OUTCOME, position=1), code("H1.B1", kind=Kind.CONTEXT, sign="-", position=2),
    code("H1.C1", kind=Kind.CONTEXT, position=9), code("H1.M1", position=3, retired=True, cues=("så turde jeg",)),
)  # fmt: skip
A, B = (Codebook(key, key, "1", Bilingual(f"Bog {key}", f"Book {key}")) for key in ("a", "b"))
USAGE = Usage({"H1": Use(7, 3), "H1.O1": Use(1, 0, 1), "H1.M1": Use(2, 1, 1, 1, 4)}, Denominator(5, 2, 1))
BOOK = Workbook((A,), CODES, {"H1.M1": ("M1 Tryghed", "H1.n2 Tryg")}, "da", USAGE)
BOTH = replace(BOOK, books=(A, B), codes=(*CODES, code("B1", None, book="b")))


def words(line: entry.Line) -> str:
    return "".join(text for text, _ in line.pieces).strip()


def test_codes_stand_by_kind_conditions_first_and_barriers_last_of_theirs() -> None:
    assert [each.key for _, each in tree.arranged(BOOK, "a")] == [
        "H1",
        "SC1.1",
        "H1.C1",
        "H1.B1",
        "H1.M1",
        "H1.O1",
    ]


def test_several_codebooks_stand_under_their_titles() -> None:
    lines = tree.tree_lines(BOTH, 58)
    assert [(words(each), each.depth) for each in lines if each.folds] == [
        ("Bog a 1", 0),
        ("H1 H1 da", 1),
        ("Bog b 1", 0),
    ]
    assert tree.first_folded(lines, BOTH) == ["H1", "book:b"]
    assert [words(each) for each in tree.tree_lines(BOTH, 58, "B1")][-2:] == [
        "Bog b 1",
        "M  B1 B1 da".replace("  ", " "),
    ]


def test_counts_have_their_denominators() -> None:
    assert [tree.count_words(BOOK, each, 120) for each in ("H1", "H1.O1", "SC1.1")] == [
        "7 passages in 3 of 5 cases", "1 passage in 0 of 5 cases", "",
    ]  # fmt: skip
    assert tree.count_words(BOOK, "H1", 58) == "7 in 3 of 5"
    assert tree.use_sentences(BOOK, CODES[5]) == (
        "2 passages in 1 of 5 cases coded to the end", "1 case more not yet coded to the end", "1 case without interview",
        "4 listed, not counted",
    )  # fmt: skip
    assert tree.use_sentences(BOOK, SC) == ("Not used yet.",)
    begun = BOOK.counted(Usage({"H1": Use(2, 0, 1)}, Denominator(0, 1, 0)))
    assert tree.use_sentences(begun, H1) == ("2 passages in 1 case", "no case is coded to the end yet")
    assert tree.heading(begun) == "passages (no case coded to the end)"
    assert tree.heading(BOOK.counted(Usage())) == ""


@pytest.mark.parametrize(("typed", "found"), [("turde", "H1.M1"), ("h1o1", "H1.O1"), ("SC", "SC1.1")])
def test_a_filter_finds_by_key_label_and_words(typed: str, found: str) -> None:
    assert {"H1", found} <= tree.fitting(BOOK, typed)
    assert tree.fitting(BOOK, "qqqq") == frozenset()
    assert tree.fitting(BOOK, " ") == {each.id for each in CODES}


def test_an_entry_says_all_there_is_to_know() -> None:
    rows = entry.entry_rows(BOOK, CODES[5], 80)
    assert (words(rows[0]), rows[0].right) == ("H1.M1 H1.M1 da", "retired")
    assert {each.id for each in rows if not each.inert} == {
        "used",
        *entry.texts_of(CODES[5]),
        "boxes",
        "basis",
    }
    assert "Boxes       M1 Tryghed" in [words(each) for each in rows]
    assert "title" in entry.texts_of(H1)
    barrier = entry.entry_rows(BOOK, CODES[3], 80)
    assert words(barrier[1]) == "code C context · barrier (−)"


@given(st.integers(34, 120), st.text("ab æ\n", max_size=200))
def test_the_rows_of_an_entry_fit(width: int, text: str) -> None:
    for line in entry.entry_rows(BOOK, replace(H1, definition=Bilingual(text, text)), width)[2:]:
        assert cell_len("".join(each for each, _ in line.pieces)) < width


@pytest.mark.parametrize("name", entry.texts_of(H1))
def test_a_form_that_is_left_as_it_is_asks_for_nothing(name: str) -> None:
    own = replace(H1, aliases=("a", "b"), definition=Bilingual("x\ny", ""))
    answer = {each.id: each.value for each in forms.fields_of(own, name)}
    assert forms.wanted_of(own, name, answer) == Wanted()


def test_a_form_asks_for_what_was_changed_alone() -> None:
    assert forms.wanted_of(H1, "title", {"da": "Når …", "en": "If …", "why": ""}) == Wanted(
        {"title.en": "If …"}
    )
    assert forms.wanted_of(H1, "aliases", {"all": "a\n\n b ", "why": ""}) == Wanted(
        fields={"aliases": ("a", "b")}
    )
    assert forms.said_now(replace(H1, aliases=("a", "b")), "aliases") == "a / b"
    assert forms.said_now(H1, "use") == "nothing"


def test_what_can_be_added_where() -> None:
    assert [each.id for each in forms.additions(None)] == ["hypothesis"]
    below = [each.id for each in forms.additions(H1)]
    assert below[0] == "context+"
    assert "condition" in below
    assert "condition" not in [each.id for each in forms.additions(CODES[2])]


def test_what_can_be_chosen_for_a_code() -> None:
    assert NONE in [each.id for each in forms.kinds(SC)]
    assert NONE not in [each.id for each in forms.kinds(CODES[2])]
    assert [each.id for each in forms.horizons()] == [*Horizon, NONE]
    own = replace(CODES[2], actors=("borger",))
    assert (forms.with_actor(own, "borger"), forms.with_actor(own, "system")) == ((), ("borger", "system"))
    assert [each.id for each in forms.places(BOOK, CODES[2])] == ["H1.B1", "H1.C1"]
    assert forms.places(BOOK, SC) == ()
    assert "H1.M1" not in [each.id for each in forms.offered(BOOK)]
