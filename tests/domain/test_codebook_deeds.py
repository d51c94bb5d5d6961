"""Deeds on a codebook: each is one version more, and what codes are used for stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions import codebook_work
from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.words import Bilingual, Category, Horizon, Kind

BOOK = Codebook("book", "small", "1.1", Bilingual("Lille", "Small"))
H1 = Code("H1", "book", "H1", Category.HYPOTHESIS, label=Bilingual("Klare roller", "Clear roles"))
M1 = Code(
    "M1",
    "book",
    "H1.M1",
    parent_id="H1",
    kind=Kind.REASONING,
    label=Bilingual("Tryghed", "Safety"),
    position=2,
)
M2 = Code(
    "M2", "book", "H1.M2", parent_id="M1", kind=Kind.REASONING, label=Bilingual("Ro", "Calm"), position=3
)
H2 = Code("H2", "book", "H2", Category.HYPOTHESIS, label=Bilingual("Timer", "Hours"), position=1)
ALL = (H1, H2, M1, M2)
BEGUN = Deed("Began", added(BOOK, *ALL))


def after(making: ModuleType, deed: Deed) -> dict[str, Code]:
    return {each.key: each for each in making.stored(making.tables_after(BEGUN, deed), Code)}


def version(making: ModuleType, deed: Deed) -> str:
    (book,) = making.stored(making.tables_after(BEGUN, deed), Codebook)
    return str(book.version)


def test_adding_says_what_and_where(making: ModuleType) -> None:
    new = replace(M1, id="new", key="H2.M1", parent_id="H2", label=Bilingual("Mod", ""))
    deed = codebook_work.add_code(BOOK, new, ALL)
    assert deed.sentence == "Added H2.M1 Mod under H2"
    assert after(making, deed)["H2.M1"].label == Bilingual("Mod", "Mod")
    assert version(making, deed) == "1.1+1"
    hypothesis = replace(H1, id="h3", key="H3")
    assert codebook_work.add_code(BOOK, hypothesis, ALL).sentence == "Added the hypothesis H3 Klare roller"


def test_a_key_is_given_once(making: ModuleType) -> None:
    with pytest.raises(Misuse, match="already"):
        codebook_work.add_code(BOOK, replace(M1, id="new"), ALL)


def test_a_change_names_what_it_changes(making: ModuleType) -> None:
    wanted = replace(M1, kind=Kind.OUTCOME, horizon=Horizon.SHORT, definition=Bilingual("Ny", ""))
    deed = codebook_work.edit_code(BOOK, M1, wanted)
    assert deed.sentence == "Changed definition, kind and horizon of H1.M1 Tryghed"
    assert after(making, deed)["H1.M1"] == wanted
    with pytest.raises(Unchanged):
        codebook_work.edit_code(BOOK, M1, replace(M1, definition=Bilingual(" ", "")))
    with pytest.raises(Misuse, match="position"):
        codebook_work.edit_code(BOOK, M1, replace(M1, position=9))


def test_moving_keeps_the_key_and_takes_along_what_is_below(making: ModuleType) -> None:
    deed = codebook_work.move_code(BOOK, M1, H2, ALL)
    assert deed.sentence == "Moved H1.M1 Tryghed from H1 to H2"
    found = after(making, deed)
    assert (found["H1.M1"].parent_id, found["H1.M2"].parent_id) == ("H2", "M1")
    with pytest.raises(Unchanged):
        codebook_work.move_code(BOOK, M1, H1, ALL)


def test_retiring_and_bringing_back(making: ModuleType) -> None:
    deed = codebook_work.retire(BOOK, M1, [M2])
    assert deed.sentence == "Retired H1.M1 Tryghed and 1 code below it"
    assert [each.key for each in after(making, deed).values() if each.retired] == ["H1.M1", "H1.M2"]
    gone = [replace(each, retired=True) for each in (M1, M2)]
    with pytest.raises(Unchanged):
        codebook_work.retire(BOOK, gone[0], gone[1:])
    back = codebook_work.bring_back(BOOK, gone[0], gone[1:])
    assert back.sentence == "Brought back H1.M1 Tryghed with H1.M2"
    assert codebook_work.bring_back(BOOK, gone[0], [H1]).sentence == "Brought back H1.M1 Tryghed"
    with pytest.raises(Unchanged):
        codebook_work.bring_back(BOOK, M1, [M2])


def test_another_code_takes_its_kind_along_unless_the_coder_chose_one(making: ModuleType) -> None:
    outcome = replace(M1, id="O1", key="H1.O1", kind=Kind.OUTCOME)
    coding = making.coding(code_id="M1", kind=Kind.REASONING, codebook_version="1.1")
    deed = codebook_work.recode(coding, M1, outcome, making.transcript(), "1.1+4")
    (change,) = deed.changes
    assert change.after is not None
    assert (change.after["code_id"], change.after["kind"]) == ("O1", "outcome")
    assert change.after["codebook_version"] == "1.1+4"
    assert deed.sentence == "Gave t1 10–20 the code H1.O1 Tryghed in place of H1.M1"
    chosen = replace(coding, kind=Kind.CONTEXT)
    (change,) = codebook_work.recode(chosen, M1, outcome, making.transcript(), "1").changes
    assert change.after is not None
    assert change.after["kind"] == "context"
    with pytest.raises(Misuse, match="retired"):
        codebook_work.recode(coding, M1, replace(outcome, retired=True), making.transcript(), "1")
    with pytest.raises(Unchanged):
        codebook_work.recode(coding, M1, M1, making.transcript(), "1")


def something(making: ModuleType, tables: Any, draw: Callable[..., Any], name: str) -> Deed | None:
    """Whatever can be done as things stand; None where it cannot."""
    (book,) = making.stored(tables, Codebook)
    codes = making.stored(tables, Code)
    one, other = (draw(st.sampled_from(codes)) for _ in range(2))
    new = replace(M1, id=name, key=name, parent_id=other.id)
    reworded = replace(one, label=Bilingual(draw(st.text(max_size=3)), "x"))
    ways: list[Callable[[], Deed]] = [
        lambda: codebook_work.add_code(book, new, codes),
        lambda: codebook_work.edit_code(book, one, reworded),
        lambda: codebook_work.move_code(book, one, other, codes),
        lambda: codebook_work.retire(book, one, [other]),
        lambda: codebook_work.bring_back(book, one, [other]),
    ]
    try:
        return draw(st.sampled_from(ways))()
    except Misuse:
        return None


@given(st.data())
def test_whatever_is_done_to_a_codebook_can_be_undone(making: ModuleType, data: st.DataObject) -> None:
    deeds, tables, versions = [BEGUN], making.tables_after(BEGUN), {BOOK.version}
    for number in range(data.draw(st.integers(1, 6))):
        deed = something(making, tables, data.draw, f"N{number}")
        if deed is not None:
            deeds.append(deed)
            tables = making.tables_after(*deeds)
            versions.add(making.stored(tables, Codebook)[0].version)
    assert len(versions) == len(deeds)
    back = [Deed("Undid", turned_round(each.changes)) for each in reversed(deeds[1:])]
    assert making.tables_after(*deeds, *back) == making.tables_after(BEGUN)
