"""The change theory of the sample study narrowed: what can be chosen, what is counted, what stands beside what, and the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rcoder.domain.cut import Cut
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.outgoing import Outgoing
from rcoder.domain.theory import ArrowState, ChangeTheory, Denominator
from rcoder.domain.words import Column, Horizon, Stance
from rcoder.figure.measures import LABEL
from rcoder.figure.paper import fitted
from rcoder.project import Project, open_project
from rcoder.project.cutting import choices, cut_apart, cut_of_role, stood_cut, theory_cut
from rcoder.project.exports import theory_size
from rcoder.project.exports.leaving import make, wanted
from rcoder.project.sample import Sample, build_sample


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return build_sample(tmp_path_factory.mktemp("sample"), report=quiet)


@pytest.fixture(scope="module")
def project(sample: Sample) -> Project:
    return open_project(str(sample.project), coder="Anne Holm")


def test_what_can_be_chosen_is_what_the_study_has(project: Project) -> None:
    found = choices(project)
    assert [each.value for each in found.theories] == ["overall", "H1", "H2", "H3", "H4", "H5", "H6"]
    assert [each.value for each in found.hypotheses] == ["H1", "H2", "H3", "H4", "H5", "H6"]
    assert found.roles[0] == "borger"
    assert "fagperson" in found.roles
    assert {"Med ordinære timer", "med timer", "uden timer"} <= {each.value for each in found.groups}


def test_everything_that_can_be_chosen_can_be_asked_for(project: Project) -> None:
    found = choices(project)
    for each in (
        *(Cut(roles=(role,)) for role in found.roles),
        *(Cut(group=group.value) for group in found.groups),
        *(Cut(hypotheses=(key.value,)) for key in found.hypotheses),
        *(Cut(horizons=(horizon,)) for horizon in found.horizons),
        *(Cut(stances=(stance,)) for stance in found.stances),
        *(Cut(states=(state,)) for state in found.states),
    ):
        theory = theory_cut(project, "overall", each)
        assert theory.cut.da
        assert theory.narrowed == (each,)
        assert theory.boxes


def test_citizens_words_are_counted_of_cases_with_a_citizen_interview(project: Project) -> None:
    whole = project.theory()
    found = theory_cut(project, "overall", Cut(roles=("borger",)))
    assert found.denominator == Denominator(5, 0, 0)
    assert 0 < len(found.arrows) < len(whole.arrows)
    assert all("borger" in each.roles for arrow in found.arrows for each in arrow.witnesses)


def test_a_condition_is_a_group_too_and_so_is_an_outcome(project: Project) -> None:
    by_condition = theory_cut(project, "overall", Cut(group="outcome_group is with_hours"))
    by_name = theory_cut(project, "overall", Cut(group="med timer"))
    stored = theory_cut(project, "overall", Cut(group="Med ordinære timer"))
    assert by_condition.arrows == by_name.arrows == stored.arrows
    assert by_name.denominator == Denominator(2, 1, 0)


@pytest.mark.parametrize(
    ("cut", "sentence"),
    [
        (Cut(roles=("pilot",)), "The study has no role pilot. It has borger, "),
        (Cut(hypotheses=("H9",)), "The study has no hypothesis H9. It has H1, H2, H3, H4, H5, H6"),
        (Cut(group="ingen"), "The study has no group ingen. It has Med ordinære timer, "),
    ],
)
def test_what_the_study_has_not_is_refused_by_name(project: Project, cut: Cut, sentence: str) -> None:
    with pytest.raises(Misuse) as refused:
        theory_cut(project, "overall", cut)
    assert str(refused.value).startswith(sentence)


def _ids(theory: ChangeTheory) -> list[str]:
    return [each.id for each in theory.arrows]


def test_two_groups_have_the_same_boxes_and_arrows_and_share_the_cases(project: Project) -> None:
    inside, outside = cut_apart(project, "H3", Cut())
    assert _ids(inside) == _ids(outside)
    assert [each.id for each in inside.boxes] == [each.id for each in outside.boxes]
    assert inside.denominator == Denominator(2, 1, 0)
    assert outside.denominator == Denominator(2, 0, 0)
    assert inside.cut.da.startswith("Kun sager i gruppen “med timer”.")
    assert outside.cut.en.startswith("Only cases outside the group “with hours”.")
    for one, other in zip(inside.arrows, outside.arrows, strict=True):
        assert one.witnesses or other.witnesses
        assert {each.case_id for each in one.witnesses}.isdisjoint(each.case_id for each in other.witnesses)
        for each in (one, other):
            assert (each.state is ArrowState.ELSEWHERE) == (not each.witnesses)


def test_of_two_groups_an_unknown_case_is_named_and_in_neither(project: Project) -> None:
    inside, outside = cut_apart(project, "overall", Cut(group="I misbrugsbehandling ved siden af"))
    assert "1 sag er hverken i gruppen eller uden for den" in inside.cut.da
    assert "1 case is neither in the group nor outside it" in outside.cut.en
    assert inside.denominator.coded + outside.denominator.coded == 3


def test_one_roles_view_shows_in_grey_what_only_others_say(project: Project) -> None:
    whole = project.theory()
    found = cut_of_role(project, "overall", Cut(roles=("borger",)))
    own = {each.id for each in theory_cut(project, "overall", Cut(roles=("borger",))).arrows}
    assert {each.id for each in found.arrows if each.state is not ArrowState.ELSEWHERE} == own
    grey = {each.id for each in found.arrows if each.state is ArrowState.ELSEWHERE}
    known = {each.id: each for each in whole.arrows}
    assert grey
    assert all(not any("borger" in one.roles for one in known[each].witnesses) for each in grey)
    assert all(known[each].witnesses for each in grey)
    assert found.cut.da.endswith("Gråt: kun andre siger det; uden tal.")


def test_the_initial_theory_is_version_0_and_counts_nothing(project: Project) -> None:
    (theory,) = stood_cut(project, "0", "overall", Cut())
    assert {each.state for each in theory.arrows} == {ArrowState.INITIAL}
    assert (len(theory.boxes), len(theory.arrows)) == (50, 69)
    assert theory.cut.da == "Version 0: kodebogens oprindelige teori."


def test_a_saved_version_is_narrowed_by_its_own_counts(project: Project) -> None:
    theory, *others = stood_cut(project, "1", "overall", Cut(least_cases=2), others=True)
    assert theory.cut.en == ("Version 1: Efter første gennemlæsning. At least 2 cases coded to the end.")
    assert 0 < len(theory.arrows) < len(stood_cut(project, "1", "overall", Cut())[0].arrows)
    assert [each.key for each in others] == ["H1", "H2", "H3", "H4", "H5", "H6"]
    with pytest.raises(Misuse, match="does not keep who was interviewed"):
        stood_cut(project, "1", "overall", Cut(roles=("borger",)))
    with pytest.raises(NotFound):
        stood_cut(project, "7", "overall", Cut())


def test_a_horizon_of_the_sample_leads_nowhere_beyond_it(project: Project) -> None:
    theory = theory_cut(project, "overall", Cut(horizons=(Horizon.SHORT,)))
    assert {each.column for each in theory.boxes}.isdisjoint({Column.MEDIUM, Column.LONG})


def test_the_kept_theory_follows_what_is_written(sample: Sample) -> None:
    with open_project(str(sample.project), coder="Anne Holm") as project:
        before = theory_cut(project, "overall", Cut(stances=(Stance.SUPPORTS,)))
        again = theory_cut(project, "overall", Cut(stances=(Stance.SUPPORTS,)))
        assert again.arrows[0].witnesses[0] is before.arrows[0].witnesses[0]
        undone = project.undo()
        assert undone is not None
        after = theory_cut(project, "overall", Cut())
        assert after.arrows == project.theory().arrows
        project.redo()


# -- as files ----------------------------------------------------------------------------------------------------------


def made(project: Project, ending: str, **options: str) -> Outgoing:
    return make(project, wanted(project, "theory", Path(f"f{ending}"), options=options))


VIEWS: list[tuple[dict[str, str], str]] = [
    ({}, ""),
    ({"only": "H3,H5"}, "Kun H3 og H5"),
    ({"horizon": "short"}, "Kun det, der fører til resultater på kort sigt"),
    ({"role": "borger"}, "Kun hvad borger siger"),
    ({"group": "Med ordinære timer"}, "Kun sager i gruppen “Med ordinære timer”"),
    ({"stance": "contradicts"}, "Kun pile med passager, der taler imod"),
    ({"least": "2"}, "Mindst 2 passager"),
    ({"status": "accepted"}, "Kun pile med tilstanden godkendt"),
    ({"evidence": "only"}, "Kun pile med belæg, der tæller"),
    ({"variant": "initial"}, "Version 0: kodebogens oprindelige teori."),
    ({"version": "1"}, "Version 1: Efter første gennemlæsning."),
    ({"variant": "role", "role": "mentor"}, "Gråt: kun andre siger det"),
    ({"variant": "groups"}, "Kun sager uden for gruppen “med timer”"),
    ({"variant": "difference"}, ""),
]


@pytest.mark.parametrize(("options", "words"), VIEWS, ids=lambda each: str(each)[:40])
def test_a_narrowed_figure_says_what_it_is_and_is_the_same_twice(
    project: Project, options: dict[str, str], words: str
) -> None:
    first = made(project, ".svg", hypothesis="H2", **options)
    said = first.contents.decode()
    assert first == made(project, ".svg", hypothesis="H2", **options)
    assert said.startswith("<?xml")
    if words:
        read = " ".join(part.split("<")[0] for part in said.split(">") if part.strip())
        assert " ".join(words.split()[:4]) in " ".join(read.split())


@pytest.mark.parametrize("ending", [".pdf", ".png"])
@pytest.mark.parametrize(
    "options", [{"variant": "difference"}, {"variant": "groups"}, {"variant": "initial", "paper": "a3"}]
)
def test_every_drawing_reaches_print(project: Project, ending: str, options: dict[str, str]) -> None:
    found = made(project, ending, hypothesis="H2", **options).contents
    assert found.startswith((b"%PDF", b"\x89PNG"))


@pytest.mark.parametrize("options", [{}, {"variant": "difference"}, {"variant": "role", "role": "borger"}])
def test_a_page_names_every_passage_it_holds_for_the_check(project: Project, options: dict[str, str]) -> None:
    found = made(project, ".html", hypothesis="H3", **options)
    texts = {each.text for each in found.said}
    theory = project.theory("H3")
    if options.get("role"):
        theory = cut_of_role(project, "H3", Cut(roles=("borger",)))
    assert {one.text for arrow in theory.arrows for one in arrow.witnesses} <= texts
    assert all(
        any(each.case in text for text in texts) for arrow in theory.arrows for each in arrow.witnesses
    )


def test_a_drawing_names_its_boxes_and_no_passage(project: Project) -> None:
    texts = {each.text for each in made(project, ".svg", hypothesis="H3").said}
    assert {box.label.say("da") for box in project.theory("H3").boxes} <= texts
    assert not any(one.text in texts for arrow in project.theory("H3").arrows for one in arrow.witnesses)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"variant": "difference", "role": "borger"}, "The difference between two versions is drawn whole."),
        ({"variant": "difference", "versions": "1"}, "“1” names not two versions."),
        ({"variant": "initial", "version": "1"}, "The initial theory is version 0"),
        ({"variant": "groups", "version": "1"}, "Two groups side by side: --version has no meaning there."),
        ({"variant": "role"}, "One role's view needs to know whose."),
        ({"version": "1", "role": "borger"}, "A version cannot be narrowed to roles or groups"),
    ],
)
def test_what_has_no_meaning_together_is_refused(
    project: Project, options: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Misuse) as refused:
        made(project, ".svg", **options)
    assert str(refused.value).startswith(sentence)


PART = re.compile(r'--(\w+) (?:"([^"]+)"|(\S+)) \((\d+) arrows?, ([0-9.]+) points\)')


def test_a_figure_too_dense_to_read_names_parts_that_can_be_read(project: Project) -> None:
    found = made(project, ".svg")
    assert found.contents.startswith(b"<?xml")
    assert re.match(r"On A4 its words come out at [0-5]\.\d points, too small to read", found.remarks[0])
    key, quoted, plain, arrows, points = PART.findall(found.remarks[1])[0]
    part = made(project, ".svg", **{key: quoted or plain})
    assert part.remarks == ()
    assert part.contents.count(b'class="arrow"') == int(arrows)
    assert f"{LABEL * fitted(part.contents.decode()).points:.1f}" == points


def test_a_figure_that_can_be_read_has_no_remark(project: Project) -> None:
    assert made(project, ".svg", hypothesis="H2").remarks == ()
    assert made(project, ".mmd").remarks == ()


def test_a_theory_of_more_boxes_than_a_figure_holds_is_refused_with_cuts_that_can_be_drawn(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theory_size, "MOST", 30)
    with pytest.raises(Misuse, match=r"84 boxes and .* a figure holds 30 boxes") as refused:
        make(project, wanted(project, "theory", Path("x.svg")))
    offered = re.findall(r'(--\w+) "?([^"(,]+?)"? \((\d+) boxes\)', str(refused.value.hint))
    assert offered
    for option, value, boxes in offered:
        asked = wanted(project, "theory", Path("x.dot"), options={option.removeprefix("--"): value})
        assert make(project, asked).contents.decode().count("\n    b") >= 1
        assert int(boxes) <= 30
    assert make(project, wanted(project, "theory", Path("x.mmd"))).contents
