"""The pictures of the screens that no other test takes one of in both sizes, and how each is come to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen

from narrative import DOUBT, on_row, read
from opening import front, settle
from rcoder.analysis.leaving.checking import look_through
from rcoder.domain.backup import AUTOMATIC, BEFORE_RESTORE, BY_HAND, Backup, State
from rcoder.domain.leaving import Findings, Known
from rcoder.domain.outgoing import Broken, Said
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Span
from rcoder.domain.words import Material
from rcoder.project import open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.exhibits import Shown, showing
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.tray import putting
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.about_interview import AboutInterviewScreen
from rcoder.ui.screens.absence import AbsenceScreen
from rcoder.ui.screens.attributes import AttributesScreen
from rcoder.ui.screens.backups import BackupsScreen
from rcoder.ui.screens.board import BoardScreen
from rcoder.ui.screens.charts import ChartsScreen
from rcoder.ui.screens.choosing import ChooserScreen, StanceScreen
from rcoder.ui.screens.condition_case import ConditionCaseScreen
from rcoder.ui.screens.conditions import ConditionsScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.correcting import CorrectingScreen, OneFileScreen
from rcoder.ui.screens.doorway import DoorwayScreen
from rcoder.ui.screens.doubts import DoubtsScreen
from rcoder.ui.screens.earlier import EarlierScreen
from rcoder.ui.screens.exhibits import ExhibitsScreen
from rcoder.ui.screens.exports import ExportScreen, ExportsScreen
from rcoder.ui.screens.files import FilesScreen
from rcoder.ui.screens.groups import GroupScreen, GroupsScreen
from rcoder.ui.screens.incoming import IncomingScreen
from rcoder.ui.screens.judging import JudgingScreen
from rcoder.ui.screens.leaving import LeavingScreen
from rcoder.ui.screens.matrix import MatrixScreen
from rcoder.ui.screens.offering import ClaimsScreen
from rcoder.ui.screens.one_difference import OneDifferenceScreen
from rcoder.ui.screens.passages import PassagesScreen, open_passages
from rcoder.ui.screens.prompts import PromptsScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.several import SeveralScreen
from rcoder.ui.screens.theory import TheoryScreen
from rcoder.ui.screens.tray import TrayScreen
from rcoder.ui.screens.turns import TurnsScreen
from rcoder.ui.screens.values import ValuesScreen
from rcoder.ui.screens.version_difference import VersionDifferenceScreen
from rcoder.ui.screens.versions import VersionsScreen

Open = Callable[[Pilot[None]], Awaitable[None]]
LOST = "Hun ringede hver uge. "
CHANGED = ("ringe til", "skrive til")


class Shot(NamedTuple):
    """What is opened, on which study (a fixture), by which keys, after a first step where keys do not do."""

    screen: type[Screen[Any]]
    study: str
    keys: tuple[str, ...] = ()
    opens: Open | None = None


# -- first steps -------------------------------------------------------------------------------------------------------


def pushes(made: Callable[[], Screen[Any]]) -> Open:
    """Opens a screen that otherwise comes after another process or shows where the test runs."""

    async def opened(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(made())
        await settle(pilot)

    return opened


def before_leaving() -> Findings:
    """What the check has found in words of nobody."""
    said = (
        Said(
            "paragraph 4",
            "Så ringede Fatima Qwerty på 20 24 12 12 og sagde, at Mettes nummer er 120578-1234.",
        ),
        Said(
            "paragraph 9",
            "Vi mødtes i Horsens, og Fatima Qwerty kom med. Det var Jonas Krogh, der skrev det ned.",
        ),
    )
    broken = (Broken("column Horsens", "municipality: Horsens + mentor", 1, 5),)
    known = Known(names=frozenset({"mette"}), coders=frozenset({"Jonas Krogh"}))
    return look_through(said, known, broken=broken)


async def at_the_doubt(pilot: Pilot[None]) -> None:
    """Reads the sentence that is to be for or against something."""
    await read(_app(pilot), pilot, "Mette", DOUBT)


def at_row(row: str) -> Open:
    """Opens the configurations on a line."""

    async def opened(pilot: Pilot[None]) -> None:
        await on_row(_app(pilot), pilot, row)

    return opened


async def at_the_speaker(pilot: Pilot[None]) -> None:
    """Opens what is known of the interview, on its second speaker."""
    await pilot.press("A")
    await settle(pilot)
    lines = front(_app(pilot), AboutInterviewScreen).rows
    lines.go_to([each.id for each in lines._lines if each.id.startswith("speaker:")][1])
    await settle(pilot)


async def the_books(pilot: Pilot[None]) -> None:
    """Opens the list of codebooks; its worker waits for an answer, and so is not waited for."""
    await pilot.press("f6")
    while not (isinstance(pilot.app.screen, ChooserScreen) and pilot.app.screen.lines._seen):
        await pilot.pause()
    await pilot.pause()


async def some_passages(pilot: Pilot[None]) -> None:
    """Opens passages under two headings."""
    app = _app(pilot)

    def opened(found: list[Passage]) -> None:
        open_passages(
            app, "K01: Ét nummer", [("R1 Aftalt kontaktperson", found[:2]), ("M1 Tryghed", found[2:])]
        )

    app.at_desk(lambda project: [line.passage for line in project.coding_lines()], opened)
    await settle(pilot)


async def the_tray(pilot: Pilot[None]) -> None:
    """Puts a passage in the tray and opens it."""
    app = _app(pilot)
    app.act(lambda project: putting(project, "Mette", Span(186, 212), note="passer ikke"))
    await settle(pilot)
    await pilot.press("O", "t")
    await settle(pilot)


async def the_material(pilot: Pilot[None]) -> None:
    """Brings in a survey row and a document and opens the list."""
    app = _app(pilot)
    shown = [
        Shown(
            Material.SURVEY,
            "Borgersurvey, spm. 14",
            "Jeg har én at ringe til",
            "68 %",
            "112 af 164 borgere",
            "s. 9",
        ),
        Shown(
            Material.DOCUMENT,
            "Årsrapport 2025",
            "Virksomhederne blev inviteret ind fra begyndelsen",
            case="Sag 01",
        ),
    ]
    app.act(lambda project: showing(project, shown))
    await settle(pilot)
    await pilot.press("O", "e")
    await settle(pilot)


def _app(pilot: Pilot[None]) -> RcoderApp:
    assert isinstance(pilot.app, RcoderApp)
    return pilot.app


# -- what is shown there -----------------------------------------------------------------------------------------------

ENDINGS = frozenset({"txt", "docx"})
FOLDER = Path("interviews")
COMING = tuple(FOLDER / name for name in ("Sag 07 borger.txt", "Sag 08 mentor.docx", "tom.txt"))
DEEP = Path(
    "/nowhere", "Jobcenter Tranlev og Skovklit", "Feltarbejde 2025", "Udskrifter af interviews", "bølge 2"
)


def looked_at() -> list[dict[str, object]]:
    """What `rcoder preview --json` says of three files: one is ready, one there already, one refused."""
    voices = [
        {"name": "INTERVIEWER", "interviewer": True, "turns": 12, "words": 190},
        {"name": "OLE", "interviewer": False, "turns": 12, "words": 1240},
    ]
    begins = [
        {"speaker": "INTERVIEWER", "text": "Hvordan var det at begynde?"},
        {"speaker": "OLE", "text": "Jo tak, det gik jo fint nok, når man tænker på, hvor længe jeg havde gået hjemme."},
    ]  # fmt: skip
    ready: dict[str, object] = {
        "file": str(COMING[0]), "refused": None, "there": None, "alike": None, "format": "txt", "characters": 7300,
        "words": 1430, "speakers": voices, "beginning": begins, "notes": ["Read as CP1252: “æ”, “ø” and “å” are there."],
        "known": {"case": "Sag 07", "roles": ["borger"], "title": "", "date": "2025-03-04"},
    }  # fmt: skip
    there = {"file": str(COMING[1]), "format": "docx", "there": "Sag 08: mentor", "known": {}}
    refused = {"file": str(COMING[2]), "refused": "tom.txt is empty.", "known": {}}
    return [ready, ready | there, ready | refused]


TOLD = {
    "title": "Sag 01: Mette", "revision": 2, "found": 11, "messages": ["METTE is called Borger 1 in this text."],
    "changed": [{"passage": "H1.M1 Tryghed", "before": "For så vidste jeg, hvem jeg skulle ringe til.",
                 "now": "For så vidste jeg, hvem jeg skulle skrive til."}],
    "lost": [{"passage": "H1.R1 Aftalt kontaktperson", "before": "Hun ringede hver uge.", "now": None}],
    "moved": [{"passage": "H2.O1 Løntimer", "before": "Så fik jeg timer.", "now": "Så fik jeg timer."}],
}  # fmt: skip

BACKUPS = tuple(
    Backup(f"{seq}.rcoder", f"{seq}.rcoder", at, why, size, state, seq=seq)
    for at, why, size, seq, state in (
        ("2026-11-22T12:05:00Z", BY_HAND, 41_300_000, 12_430, State.VERIFIED),
        ("2026-11-22T11:55:00Z", AUTOMATIC, 41_200_000, 12_402, State.VERIFIED),
        ("2026-11-21T16:20:00Z", BEFORE_RESTORE, 300_000, 911, State.DAMAGED),
        ("2026-11-20T09:00:00Z", "before-import", 100_000, 64, State.UNREADABLE),
        ("2026-10-01T08:30:00Z", "before-schema-3", 100_000, 12, State.FOREIGN),
    )
)

# -- studies -----------------------------------------------------------------------------------------------------------


def correct(study: str) -> str:
    """Codes two passages of the first interview and corrects its text: one is changed inside, one is lost."""
    with open_project(study, coder="Anne") as project:
        place = project.transcript("Sag 01: Mette")
        text = project.text(place)
        for words in (LOST.strip(), f"hvem jeg skulle {CHANGED[0]}"):
            start = text.index(words)
            code_passage(project, place.id, Span(start, start + len(words)), "H1.R1", CodingFlags())
    with open_project(study, coder="Cy") as project:
        file = Path(study).parent / "rettet.txt"
        file.write_text(text.replace(*CHANGED).replace(LOST, ""), encoding="utf-8")
        reimport(project, "Sag 01: Mette", Wanted(file))
    return study


# -- the pictures ------------------------------------------------------------------------------------------------------

SHOTS: dict[str, Shot] = {
    "overviews": Shot(DoorwayScreen, "configured", ("O",)),
    "listed passages": Shot(PassagesScreen, "configured", ("down",), some_passages),
    "tray": Shot(TrayScreen, "configured", (), the_tray),
    "tray, empty": Shot(TrayScreen, "configured", ("O", "t")),
    "other material": Shot(ExhibitsScreen, "configured", (), the_material),
    "other material, none": Shot(ExhibitsScreen, "configured", ("O", "e")),
    "stance on an element": Shot(StanceScreen, "configured", ("e", *"H1.C1", "enter"), at_row("place:pm")),
    "several": Shot(SeveralScreen, "study", ("S", "space", "down", "down", "down", "space")),
    "about a case": Shot(AboutCaseScreen, "study", ("A", "A")),
    "about a case with attributes": Shot(AboutCaseScreen, "cases_study", ("A", "A", "end")),
    "turns": Shot(TurnsScreen, "study", ("s", "space"), at_the_speaker),
    "a question": Shot(QuestionScreen, "study", ("A", "d", *"4.3.")),
    "doubts": Shot(DoubtsScreen, "corrected", ("d",)),
    "doubts, lost": Shot(DoubtsScreen, "corrected", ("d", "n")),
    "doubts, none": Shot(DoubtsScreen, "study", ("d",)),
    "earlier": Shot(EarlierScreen, "corrected", ("E", "down")),
    "one file": Shot(OneFileScreen, "study", (), pushes(lambda: OneFileScreen("A corrected text of Sag 01: Mette: which file?", FOLDER, ENDINGS))),
    "correcting": Shot(CorrectingScreen, "study", (), pushes(lambda: CorrectingScreen(TOLD))),
    "files": Shot(FilesScreen, "study", ("down", "ctrl+a"), pushes(lambda: FilesScreen("Which interviews?", FOLDER, ENDINGS))),
    "files, in an empty folder": Shot(FilesScreen, "study", ("enter",), pushes(lambda: FilesScreen("Which interviews?", FOLDER, ENDINGS))),
    "files, far down": Shot(FilesScreen, "study", (), pushes(lambda: FilesScreen("Which interviews?", DEEP, ENDINGS))),
    "incoming": Shot(IncomingScreen, "study", (), pushes(lambda: IncomingScreen(COMING, lambda: None, lambda: None))),
    "incoming, refused": Shot(IncomingScreen, "study", ("end",), pushes(lambda: IncomingScreen(COMING, lambda: None, lambda: None))),
    "backups": Shot(BackupsScreen, "study", (), pushes(lambda: BackupsScreen(BACKUPS))),
    "backups, asked": Shot(BackupsScreen, "study", ("enter",), pushes(lambda: BackupsScreen(BACKUPS))),
    "backups, none": Shot(BackupsScreen, "study", ("f8",)),
    "codebooks": Shot(ChooserScreen, "study", (), the_books),
    "board": Shot(BoardScreen, "cases_study", ("C", "right", "right", "down", "down")),
    "values": Shot(ValuesScreen, "cases_study", ("C", "v", "down")),
    "values, none": Shot(ValuesScreen, "study", ("C", "v")),
    "attributes": Shot(AttributesScreen, "cases_study", ("C", "t", "down")),
    "attributes, none": Shot(AttributesScreen, "study", ("C", "t")),
    "groups": Shot(GroupsScreen, "cases_study", ("C", "G")),
    "groups, none": Shot(GroupsScreen, "study", ("C", "G")),
    "group": Shot(GroupScreen, "cases_study", ("C", "G", "enter")),
    "claims": Shot(ClaimsScreen, "configured", ("k", "enter"), at_the_doubt),
    "to a configuration": Shot(ChooserScreen, "configured", ("k",), at_the_doubt),
    "attaching": Shot(ChooserScreen, "configured", ("e",), at_row("link:l1")),
    "stance": Shot(StanceScreen, "configured", ("e", "enter"), at_row("link:l1")),
    "configurations, none": Shot(ConfigurationsScreen, "study", ("g",)),
    "prompts": Shot(PromptsScreen, "configured", ("O", "p", "down")),
    "prompts, of a study without configurations": Shot(PromptsScreen, "study", ("O", "p")),
    "prompts, none answered": Shot(PromptsScreen, "configured", ("O", "p", "t")),
    "memo links": Shot(ChooserScreen, "study", ("down", "m", *"Ro", "ctrl+l")),
    "merging": Shot(QuestionScreen, "study", ("B", "right", "down", "down", "m", "enter")),
    "support conditions": Shot(ConditionsScreen, "conditions_study", ("O", "s", "right")),
    "support conditions, name": Shot(ConditionsScreen, "conditions_study", ("O", "s")),
    "support conditions of a case": Shot(ConditionCaseScreen, "conditions_study", ("O", "s", "right", "o", "right")),
    "judging": Shot(JudgingScreen, "conditions_study", ("O", "s", "right", "j", "end")),
    "absence": Shot(AbsenceScreen, "conditions_study", ("O", "s", "right", "V", "right")),
    "charts": Shot(ChartsScreen, "compared_study", ("O", "k")),
    "charts by role": Shot(ChartsScreen, "compared_study", ("O", "k", "q", *"role", "enter", "down")),
    "exports": Shot(ExportsScreen, "compared_study", ("O", "o")),
    "one export": Shot(ExportScreen, "compared_study", ("O", "o", "enter")),
    "change theory": Shot(TheoryScreen, "configured", ("O", "d", "right")),
    "change theory, round a box": Shot(TheoryScreen, "configured", ("O", "d", "z", "right", "right")),
    "change theory, filtered": Shot(TheoryScreen, "configured", ("O", "d", "f", *"draft", "enter")),
    "change theory, what to show": Shot(ChooserScreen, "configured", ("O", "d", "f")),
    "change theory, none": Shot(TheoryScreen, "study", ("O", "d")),
    "before it leaves": Shot(LeavingScreen, "study", (), pushes(lambda: LeavingScreen("citater.docx", before_leaving()))),
    "versions": Shot(VersionsScreen, "configured", ("O", "v")),
    "difference": Shot(VersionDifferenceScreen, "configured", ("O", "v", "enter")),
    "one difference": Shot(OneDifferenceScreen, "configured", ("O", "v", "enter", "enter")),
    "comparison": Shot(MatrixScreen, "compared_study", ("O", "x", "right", "down")),
    "comparison of perspectives": Shot(MatrixScreen, "compared_study", ("O", "x", "q", *"perspectives", "enter", "down", "end")),
    "comparison of groups": Shot(MatrixScreen, "compared_study", ("O", "x", "g", *"municipality", "enter", "right")),
    "comparison, none": Shot(MatrixScreen, "study", ("O", "x")),
    "palette": Shot(CommandPalette, "study", ("ctrl+p", *"memo")),
}  # fmt: skip
