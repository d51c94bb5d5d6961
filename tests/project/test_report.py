"""The report: what stands under each hypothesis, what speaks against it, what is left, and every word of it told to the check."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.analysis.counting import tally, witnesses
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing, Wanted
from rcoder.domain.words import Stance
from rcoder.project import Project, create_project, open_project
from rcoder.project.exports import report_figures
from rcoder.project.exports.report import make
from rcoder.project.exports.report_ground import Ground, gathered
from rcoder.project.exports.report_words import tally_words
from rcoder.project.sample import build_sample

ANNE = "Anne Holm"


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("sample"), report=quiet).project


def report(place: Path, language: str = "da", ending: str = ".md", **options: str) -> Outgoing:
    with open_project(str(place), coder=ANNE) as project:
        return make(project, Wanted("report", ending, language, options))


@pytest.fixture(scope="module")
def danish(built: Path) -> str:
    return plain(report(built))


def plain(made: Outgoing) -> str:
    """Markdown without what keeps it from being read as marks."""
    return re.sub(r"\\([^\w\s])", r"\1", made.contents.decode())


def section(text: str, heading: str) -> str:
    """What stands under a heading of the second level, up to the next."""
    return text.split(f"\n## {heading}", 1)[1].split("\n## ", 1)[0]


@pytest.fixture(scope="module")
def ground(built: Path) -> Ground:
    with open_project(str(built), coder=ANNE) as project:
        return gathered(project, "da")


# -- configurations and numbers ----------------------------------------------------------------------------------------


def test_it_tells_where_it_comes_from_how_to_read_it_and_each_hypothesis(danish: str) -> None:
    assert "Teori: version 2 “Efter gennemgangen med Kirsten”" in danish
    assert "Materiale: 19 interview, 4 af 5 sager kodet til ende" in danish
    for heading in ("Sådan læses rapporten", "Forandringsteorien", "Konfigurationerne samlet", "H1 ", "H6 "):
        assert f"\n## {heading}" in danish
    assert "Hyppighed er ikke styrke" in danish


def test_a_member_of_a_consolidated_configuration_is_told_with_it_and_set_aside_ones_are_not_told(
    ground: Ground,
) -> None:
    numbers = {each.number for each in ground.told}
    assert {"K08", "K17", "K19", "K20", "K21"} & numbers == set()
    (whole,) = (each for each in ground.told if each.number == "K23")
    assert [each.configuration.number for each in whole.members] == ["K08", "K17", "K19"]
    assert {number for number, _ in whole.where.values()} == {"K23", "K08", "K17", "K19"} - {
        number for number in ("K23",) if not whole.assembled.evidence
    }


def test_each_configuration_is_written_out_once_with_status_and_judgement_of_a_named_person(
    danish: str,
) -> None:
    assert danish.count("### K10 Havecentret: seks praktikanter og fire ansatte") == 1
    assert "K10 Havecentret: seks praktikanter og fire ansatte: er beskrevet under H4." in section(
        danish, "H6 "
    )
    third = section(danish, "H3 ")
    assert "Status: godkendt, ændret siden" in third
    assert "Styrke: “ret godt belagt” (Anne Holm)." in third
    assert "Styrke: ikke vurderet af nogen endnu." in third


def test_the_numbers_of_a_hypothesis_are_what_its_passages_come_to(danish: str, ground: Ground) -> None:
    for hypothesis in ground.hypotheses:
        told = ground.under(hypothesis)
        found = witnesses(one for each in told for one in each.attached)
        if len(told) > 1:
            for stance in (Stance.SUPPORTS, Stance.CONTRADICTS):
                said = tally_words(tally(found, stance, ground.progress), 4, "da")
                assert said in section(danish, f"{hypothesis.key} ")


def test_each_configuration_has_the_numbers_that_rcoder_strength_prints(
    built: Path, danish: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    from rcoder.cli import main

    for number in ("K03", "K07", "K23"):
        assert main(["--coder", ANNE, "strength", str(built), number, "--json"]) == 0
        stances = json.loads(capsys.readouterr().out)["strength"]["stances"]
        table = danish.split(f"**{number}: for og imod**", 1)[1].split("\n\n", 2)[1]
        for each, row in zip(stances, table.splitlines()[2:], strict=True):
            cells = [cell.strip() for cell in row.strip("|").split("|")]
            own = each["tally"]
            further = own["cases_not_yet_coded"] + own["cases_without_interview"]
            counts = (
                own["passages"],
                own["cases"],
                further,
                own["respondents"],
                own["listed"],
                each["material"],
            )
            assert cells[1:] == [str(count) for count in counts]


# -- passages ----------------------------------------------------------------------------------------------------------


def quoted(text: str, heading: str) -> list[tuple[str, str]]:
    """The quotations under a heading of the fourth level, with what stands under each."""
    found = []
    for part in text.split(f"\n#### {heading}")[1:]:
        own = re.split(r"\n#{2,4} ", part)[0]
        found += re.findall(r"> “(.*)”\n>\n> (.*)\n", own)
    return found


def test_each_hypothesis_quotes_passages_for_and_against_verbatim(danish: str, ground: Ground) -> None:
    said = {" ".join(one.text.split()) for each in ground.told for one in each.witnesses} | {
        quotation.edited
        for each in ground.told
        for one in each.witnesses
        for quotation in one.quotations
        if quotation.edited
    }
    for hypothesis in ground.hypotheses:
        own = section(danish, f"{hypothesis.key} ")
        for heading in ("● Det, der taler for", "○ Det, der taler imod"):
            found = quoted(own, heading)
            assert 0 < len(found) <= 3
            assert {words for words, _ in found} <= said


def test_the_passages_against_are_of_different_cases_where_there_are_some(danish: str) -> None:
    against = quoted(section(danish, "H6 "), "○ Det, der taler imod")
    cases = {re.search(r"Sag \d\d", after)[0] for _, after in against if re.search(r"Sag \d\d", after)}  # type: ignore[index]
    assert len(cases) >= 2


def test_as_many_are_quoted_as_is_asked_for(built: Path) -> None:
    none, many = (plain(report(built, quotes=each)) for each in ("0", "5"))
    assert "\n> “" not in none
    assert len(quoted(section(many, "H6 "), "● Det, der taler for")) == 5
    with pytest.raises(Misuse, match="Give --quotes 0 to 20"):
        report(built, quotes="mange")


def test_where_nothing_speaks_against_it_says_whether_anybody_looked(danish: str) -> None:
    assert (
        "K07: Anne Holm har svaret, at der er ledt efter modstridende evidens (2024-06-14): Søgt i alle fem"
        in danish
    )
    assert "K22: ingen har endnu sagt, om der er ledt efter modstridende evidens." in danish
    tenth = next(line for line in danish.splitlines() if line.startswith("K10: Anne Holm har svaret"))
    assert tenth.endswith("Konfigurationen er ændret siden, så svaret gælder ikke længere fuldt ud.")


def test_rivals_stand_with_their_fate_and_conditions_with_how_many_judged(danish: str) -> None:
    third = section(danish, "H3 ")
    assert "behandlingen var begyndt at virke, og så taler man lettere | fastholdt |" in third
    assert re.search(r"\| SC1\.1 [^|]+ \| \d \| \d \|", section(danish, "H1 "))


def test_it_says_what_the_material_does_not_cover(danish: str) -> None:
    left = section(danish, "Det, materialet ikke dækker")
    assert "1 af 5 sager er ikke kodet til ende: Sag 03." in left
    assert "Intet interview med sagsbehandler i 2 af 5 sager: Sag 03, Sag 04." in left
    assert "K20 Skift er gift" in left


# -- options and language ----------------------------------------------------------------------------------------------


def test_some_hypotheses_alone_are_reported_and_an_unknown_one_is_refused(built: Path) -> None:
    said = plain(report(built, hypotheses="h2, H3"))
    assert "\n## H2 " in said
    assert "\n## H1 " not in said
    assert "Udsnit: h2, H3" in said
    assert "| K01 |" not in said
    with pytest.raises(Misuse, match="There is no hypothesis H9"):
        report(built, hypotheses="H9")


def test_accepted_ones_alone_are_those_that_stand_unchanged(built: Path) -> None:
    said = plain(report(built, status="accepted"))
    assert "### K01 " in said
    assert "### K03 " not in said
    assert "Udsnit: kun godkendte og afgjorte konfigurationer" in said


def test_without_names_neither_case_nor_interview_stands_at_a_passage(built: Path) -> None:
    said = plain(report(built, names="no"))
    afters = [after for heading in ("● ", "○ ") for _, after in quoted(said, heading)]
    assert not any("Sag 0" in after or "replik" in after for after in afters)
    assert not re.search(r"^> .*Sag 0", said, re.MULTILINE)
    assert "sag A" in said


def test_an_english_report_has_no_danish_words_of_the_program(built: Path) -> None:
    said = plain(report(built, "en"))
    for words in ("What speaks against it", "For and against", "Rival explanations", "turn "):
        assert words in said
    for words in (
        "Det, der taler",
        "Rivaliserende",
        "replik ",
        "kodet til ende",
        "Styrke:",
        "sagsbehandler ·",
    ):
        assert words not in said


# -- files -------------------------------------------------------------------------------------------------------------


def test_word_and_pdf_hold_the_figures_and_are_the_same_twice(built: Path) -> None:
    for ending in (".docx", ".pdf"):
        one, other = (report(built, ending=ending, hypotheses="H2") for _ in range(2))
        assert one.contents == other.contents
    made = report(built, ending=".docx", hypotheses="H2").contents
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        pictures = [each for each in file.namelist() if each.startswith("word/media/")]
        document = file.read("word/document.xml").decode()
    assert len(pictures) == 2
    assert "Miniforandringsteori for H2" in document
    assert re.search(r'descr="Forandringsteori i kolonner[^"]*bokse', document)


def test_every_word_of_people_is_told_to_the_check_with_its_place(built: Path, danish: str) -> None:
    made = report(built)
    said = " ".join(each.text for each in made.said)
    for words, after in quoted(danish, ""):
        assert words in said
        assert after in said
    places = {each.place for each in made.said}
    assert any(re.match(r"H1 .* › ● Det, der taler for › passage 2$", each) for each in places)
    some = [each for each in made.said if each.case_id and each.role]
    assert some


def test_a_study_without_codebook_or_interviews_has_a_report_that_says_so(
    tmp_path: Path, new_project: Callable[..., Project]
) -> None:
    with new_project() as project:
        said = plain(make(project, Wanted("report", ".md", "da")))
    assert "Den er hverken støttet eller svækket, men ikke prøvet." in said
    with create_project(str(tmp_path / "bare.rcoder"), "Tom", coder="Tester") as project:
        bare = plain(make(project, Wanted("report", ".md", "en")))
    assert "How to read this report" in bare


def test_a_report_of_a_copy_is_the_same_report(built: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(built, tmp_path / "andet navn.rcoder"))
    assert report(place).contents == report(built).contents


def test_a_mini_theory_that_is_too_dense_is_shown_in_part_and_says_so(danish: str) -> None:
    of_h6 = section(danish, "H6 ")
    assert "er for tæt til at læses på en side" in of_h6
    assert "--hypothesis H6 --paper a3" in of_h6


def test_a_theory_that_no_figure_can_hold_is_reported_without_one(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_figures, "MOST", 1)
    text = plain(report(built))
    assert "har 84 bokse og 140 pile, og det kan ingen figur rumme" in text
    assert "## H1" in text
