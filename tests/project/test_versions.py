"""Versions of the theory: saved with a reason, listed, compared with reasons, unseen where they are another's."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse, NotFound, Unchanged
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.theory_difference import About, Compared, Sort
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, MemoKind, Stance, Subject
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import add_memo
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.version_reasons import course, window
from rcoder.project.version_snapshot import tables_now, written
from rcoder.project.versions import difference, refuse_removal, rewording, save, saved, stand, version_lines

SECRET = "Annes hemmelige kæde"  # noqa: S105 - a phrase to look for, no password
Made = tuple[Configuration, Link]


def build(project: Project, title: str = "Fast kontakt", why: str = "") -> Made:
    """A configuration from K1 to M1 with a passage on its link."""
    transcript = project.transcript("interview.txt")
    coding, _ = code_passage(project, transcript.id, Span(70, 95), "H1.R1", CodingFlags())
    own = Configuration(new_id(), project.next_number(), project.coder_id, title, because=title)
    codes = [project.code("H1.R1"), project.code("H1.M1")]
    kinds = (Kind.RESOURCE, Kind.REASONING)
    elements = [Element(new_id(), code.label.da, code.id) for code in codes]
    places = [
        Place(new_id(), own.id, element.id, kind, position)
        for position, (element, kind) in enumerate(zip(elements, kinds, strict=True))
    ]
    link = Link(new_id(), own.id, elements[0].id, elements[1].id)
    project.do(
        begin(own, elements, places, [Grounding(new_id(), elements[0].id, coding.id)], [link]), why=why
    )
    evidence = Evidence(
        new_id(), Claim.LINK, link.id, transcript.id, 70, 95, Stance.SUPPORTS, project.coder_id, memo=title
    )
    project.do(attach(evidence, own.number, transcript))
    return own, link


@pytest.fixture
def anne(new_project: Callable[..., Project], interview_file: Path) -> Project:
    project = new_project(coder="Anne")
    list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
    return project


def arrow(project: Project, before: str, after: str) -> Compared:
    found = difference(project, before, after)
    return next(
        each for each in found.of(About.ARROW) if "Tryghed" in each.side.name.da and "K1" in each.side.name.da
    )


# -- saving ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "why"), [("", "fordi"), ("  ", "fordi"), ("Første runde", " "), ("now", "x"), ("3", "x")]
)
def test_a_version_needs_a_name_of_its_own_and_a_reason(anne: Project, name: str, why: str) -> None:
    with anne, pytest.raises(Misuse):
        save(anne, name, why)


def test_a_version_is_saved_listed_and_found_by_number_and_by_name(anne: Project) -> None:
    with anne:
        build(anne)
        save(anne, "Første runde", "Efter fem interviews.")
        lines = version_lines(anne)
        assert [each.key for each in lines] == ["0", "1", "now"]
        assert (lines[1].name, lines[1].reason, lines[1].coder, lines[1].codebook) == (
            "Første runde", "Efter fem interviews.", "Anne", "small 1.0",
        )  # fmt: skip
        assert lines[1].held == lines[2].held
        assert "1 configuration, 0 of 1 accepted" in lines[1].held.en
        assert saved(anne, "første RUNDE").id == saved(anne, "1").id
        with pytest.raises(Misuse):
            save(anne, "første runde", "igen")
        with pytest.raises(NotFound, match="Første runde"):
            saved(anne, "2")


def test_the_same_content_has_the_same_checksum(anne: Project) -> None:
    with anne:
        build(anne)
        save(anne, "A", "x")
        save(anne, "B", "y")
        assert saved(anne, "A").checksum == saved(anne, "B").checksum
        build(anne)
        save(anne, "C", "z")
        assert saved(anne, "C").checksum != saved(anne, "A").checksum
        assert json.loads(written(tables_now(anne.sight))) == json.loads(written(tables_now(anne.sight)))


def test_undo_takes_a_version_back_redo_brings_it_and_nothing_else_removes_it(anne: Project) -> None:
    with anne:
        save(anne, "A", "x")
        anne.undo()
        assert [each.key for each in version_lines(anne)] == ["0", "now"]
        anne.redo()
        assert saved(anne, "1").name == "A"
        with pytest.raises(Misuse, match="stays"):
            refuse_removal(anne, "1")
        anne.verify()


def test_a_version_is_renamed_by_who_saved_it_and_holds_what_it_held(anne: Project) -> None:
    with anne:
        save(anne, "A", "x")
        before = saved(anne, "1")
        anne.do(rewording(anne, "1", "Første runde", "fordi"))
        assert saved(anne, "1") == replace(before, name="Første runde", reason="fordi")
        with pytest.raises(Unchanged):
            rewording(anne, "1", "Første runde", "fordi")
        anne.do(release(next(each for each in anne.coders() if each.name == "Anne")))
    with open_project(anne.location, coder="Bo") as bo, pytest.raises(Misuse, match="somebody else"):
        rewording(bo, "1", "Bos", "fordi")


# -- comparing ---------------------------------------------------------------------------------------------------------


def test_the_initial_theory_and_now_differ_by_what_was_built(anne: Project) -> None:
    with anne:
        build(anne)
        found = difference(anne, "0", "now")
        assert found.count(About.ARROW) == {Sort.CHANGED: 1, Sort.NEW: 0, Sort.DROPPED: 0, Sort.KEPT: 2}
        assert found.count(About.CONFIGURATION)[Sort.NEW] == 1
        assert found.of(About.CODE, Sort.CHANGED) == ()
        changed_one = arrow(anne, "0", "now")
        assert [each.text for each in changed_one.after.witnesses] if changed_one.after else False
        back = difference(anne, "now", "0")
        assert back.count(About.CONFIGURATION)[Sort.DROPPED] == 1


def test_version_0_is_the_codebook_as_it_came_even_where_it_was_changed_since(anne: Project) -> None:
    with anne:
        code = anne.code("H1.M1")
        anne.do(Deed("Renamed", changed(code, replace(code, key="H1.M9"))))
        (found,) = difference(anne, "0", "now").of(About.CODE, Sort.CHANGED)
        assert (found.turns[0].before.da, found.turns[0].after.da) == ("H1.M1", "H1.M9")


def test_what_is_saved_and_nothing_done_since_does_not_differ(anne: Project) -> None:
    with anne:
        build(anne)
        save(anne, "A", "x")
        assert difference(anne, "1", "now").differing == ()
        assert stand(anne, "1").sources.configurations == stand(anne, "now").sources.configurations


def test_a_corrected_text_leaves_a_saved_version_as_it_was(anne: Project, tmp_path: Path) -> None:
    with anne:
        build(anne)
        save(anne, "A", "x")
        transcript = anne.transcript("interview.txt")
        before = arrow(anne, "0", "1").after
        text = anne.text(transcript)
        file = tmp_path / "rettet.txt"
        file.write_text("Rettet.\n\n" + text.replace(text[75:80], "helt andre ord"), encoding="utf-8")
        reimport(anne, transcript.id, Wanted(file))
        after = arrow(anne, "0", "1").after
        assert before is not None
        assert after == before
        assert anne.transcript(transcript.id).revision == 2
        assert after.witnesses[0].text == text[70:95]


# -- reasons -----------------------------------------------------------------------------------------------------------


def test_the_reason_of_the_entry_that_made_a_link_is_the_reason_of_its_arrow(anne: Project) -> None:
    with anne:
        _, link = build(anne, why="Mette siger, at ét navn var nok.")
        found = arrow(anne, "0", "now")
        assert [each.words for each in found.reasons] == ["Mette siger, at ét navn var nok."]
        assert not found.asks_why
        assert link.id in found.touched
        assert arrow(anne, "now", "0").reasons == found.reasons


def test_where_nobody_wrote_why_it_asks_and_a_memo_answers(anne: Project) -> None:
    with anne:
        own, _ = build(anne)
        assert arrow(anne, "0", "now").asks_why
        add_memo(
            anne,
            Subject.CONFIGURATION,
            own.number,
            kind=MemoKind.THEORETICAL,
            title="Hvorfor",
            text="Ét navn var nok.",
        )
        assert [each.words for each in arrow(anne, "0", "now").reasons] == ["Hvorfor: Ét navn var nok."]


def test_a_reason_given_before_the_earlier_version_or_taken_back_is_none_of_the_difference(
    anne: Project,
) -> None:
    with anne:
        build(anne, why="Før.")
        save(anne, "A", "Efter fem interviews.")
        link = stand(anne, "now").sources.configurations[0].links[0]
        transcript = anne.transcript("interview.txt")
        for why in ("Taget tilbage.", "Holder."):
            evidence = Evidence(
                new_id(), Claim.LINK, link.id, transcript.id, 100, 120, Stance.CONTRADICTS, anne.coder_id
            )
            anne.do(attach(evidence, "K01", transcript), why=why)
            if why == "Taget tilbage.":
                anne.undo()
        found = arrow(anne, "1", "now")
        assert [each.words for each in found.reasons] == ["Holder."]
        assert [each.words for each in course(anne, found, window(anne, "1", "now"))][-1].startswith(
            "Attached"
        )


def test_a_comment_on_a_configuration_is_a_reason_of_what_became_of_it(anne: Project) -> None:
    with anne:
        own, _ = build(anne)
        comment = Comment(
            new_id(), own.id, anne.coder_id, "Det holder kun i små kommuner.", at="2026-01-01T00:00:00Z"
        )
        anne.do(Deed("Commented", added(comment)))
        assert [each.deed for each in arrow(anne, "0", "now").reasons] == ["comment"]


# -- blindness ---------------------------------------------------------------------------------------------------------


def test_a_version_of_a_hidden_coder_is_not_seen_and_a_released_one_holds_no_hidden_rows(
    anne: Project,
) -> None:
    with anne:
        build(anne, SECRET, why=SECRET)
        save(anne, f"{SECRET} 1", SECRET)
        transcript = anne.transcript("interview.txt")
        anne.do(finish(Finish(new_id(), transcript.id, anne.coder_id), transcript))
    with open_project(anne.location, coder="Bo") as bo:
        assert [each.key for each in version_lines(bo)] == ["0", "now"]
        assert SECRET not in repr((version_lines(bo), difference(bo, "0", "now")))
        with pytest.raises(NotFound):
            saved(bo, "1")
        save(bo, "Bos", "fordi")
        assert saved(bo, "Bos").number == 2


def test_a_version_saved_when_a_layer_was_released_hides_it_once_it_is_hidden_again(anne: Project) -> None:
    with anne:
        build(anne, SECRET, why=SECRET)
        me = next(each for each in anne.coders() if each.name == "Anne")
        anne.do(release(me))
    with open_project(anne.location, coder="Bo") as bo:
        save(bo, "Bos", "fordi")
        assert SECRET in repr(difference(bo, "0", "Bos"))
        assert "1 configuration," in version_lines(bo)[1].held.en
    with open_project(anne.location, coder="Anne") as again:
        me = next(each for each in again.coders() if each.name == "Anne")
        again.do(Deed("Hid", changed(me, replace(me, released=False))))
    with open_project(anne.location, coder="Bo") as bo:
        shown = difference(bo, "0", "Bos")
        assert SECRET not in repr((shown, version_lines(bo)))
        assert "no configurations" in version_lines(bo)[1].held.en
        assert shown.differing == ()


def test_the_reasons_and_the_course_of_a_hidden_layer_are_not_told(anne: Project) -> None:
    with anne:
        build(anne, "Fast kontakt", why="Åben.")
        anne.do(release(next(each for each in anne.coders() if each.name == "Anne")))
    with open_project(anne.location, coder="Bo") as bo:
        link = stand(bo, "now").sources.configurations[0].links[0]
        transcript = bo.transcript("interview.txt")
        evidence = Evidence(
            new_id(), Claim.LINK, link.id, transcript.id, 100, 120, Stance.REFINES, bo.coder_id, memo=SECRET
        )
        bo.do(attach(evidence, SECRET, transcript), why=SECRET)
    with open_project(anne.location, coder="Anne") as again:
        found = arrow(again, "0", "now")
        assert SECRET not in repr((found, course(again, found, window(again, "0", "now"))))
