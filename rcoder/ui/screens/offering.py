"""A passage of a transcript given its place: in a new configuration, in one that is there, or for or against one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.codebook import Code
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Scope, Stance
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import choices, making
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.configuring.choices import NEW, Choice
from rcoder.ui.configuring.deeds import in_turn
from rcoder.ui.offer import Offer
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

EXTEND = "extend"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person said about a passage: extend the configuration, or a stance to a claim."""

    claim: str
    stance: Stance | None
    """None to extend."""
    scope: Scope


def place_offer(app: RcoderApp, offer: Offer) -> None:
    """Asks for the configuration, then for what the passage is to it; each answer is one deed."""
    codes = app.study.codes if app.study else {}

    def listed(found: tuple[ConfigurationLine, ...]) -> None:
        new = _new_choice(offer, codes)
        if new is None and not found:
            app.tell("Code the passage first: c. Then k makes a configuration of its codings.")
            return
        known = (*([new] if new else []), *choices.configurations(found))
        app.push_screen(ChooserScreen("To a configuration", known, words=offer.words), chosen)

    def chosen(answer: str | None) -> None:
        if answer == NEW:
            app.act(lambda project: _begun(project, offer), then=opened, keys_wait=True)
        elif answer is not None:
            app.at_desk(lambda project: gather(project, answer), judged, keys_wait=True)

    def opened(entry: Entry) -> None:
        made = next((each.id for each in entry.changes if each.table == "configurations"), "")
        app.open_configurations(configuration_id=made)

    def judged(bench: Bench) -> None:
        own = bench.assembled.configuration.id

        def said(verdict: Verdict | None) -> None:
            if verdict is not None:
                app.act(lambda project: _placed(project, own, offer, verdict))

        app.push_screen(ClaimsScreen(bench, offer, _said(offer, codes)), said)

    app.at_desk(lambda project: project.configuration_lines(), listed, keys_wait=True)


def _said(offer: Offer, codes: dict[str, Code]) -> str:
    """What the codings of the passage would bring, in words: R Aftalt kontaktperson, M Tryghed."""
    found = making.drawn(offer.codings, codes, "da")
    return ", ".join(f"{letter(each.kind, LANGUAGE)} {each.element.wording}" for each in found)


def _new_choice(offer: Offer, codes: dict[str, Code]) -> Choice | None:
    if not offer.codings:
        return None
    keys = ", ".join(codes[each].key for each in making.hypotheses_of(offer.codings, codes))
    words = _said(offer, codes)
    return Choice(NEW, (("New ", "-strong"), (f"of {words}" if words else f"for {keys}", "")), keys, ("new",))


def _begun(project: Project, offer: Offer) -> Deed:
    return making.begun(
        making.answered(offer, project.speakers(offer.transcript.id)),
        project.codes(),
        project.study().language,
        number=project.next_number(),
        coder_id=project.coder_id,
    )[1]


def _placed(project: Project, configuration_id: str, offer: Offer, verdict: Verdict) -> Deed:
    assembled = project.configuration(configuration_id).assembled
    if verdict.stance is None:
        heard = making.answered(offer, project.speakers(offer.transcript.id))
        return making.extended(assembled, heard, project.codes(), project.study().language)
    return making.attached(
        assembled, verdict.claim, offer, verdict.stance, coder_id=project.coder_id, scope=verdict.scope
    )[1]


class ClaimsScreen(Window[Verdict]):
    """A configuration and its links: each key says what the passage is to the one under the cursor."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../configurations.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CLAIMS, Where.LIST)
    BINDINGS = bindings(Where.CLAIMS)

    def __init__(self, bench: Bench, offer: Offer, extending: str) -> None:
        super().__init__()
        self.bench = bench
        self.offer = offer
        self.extending = extending
        self.scope = making.usual_scope(offer)

    def compose(self) -> ComposeResult:
        """The passage, the claims, what the passage is about, and the keys."""
        with Vertical(classes="window"):
            words = " ".join(self.offer.words.split())
            yield Strips((((f"“{words}”", "-muted"),),), classes="pane-title")
            yield Lines(id="claims")
            yield Strips(id="scope")
            yield Keys(footer(Where.CLAIMS))

    def on_mount(self) -> None:
        """Shows the claims, with the cursor on the whole configuration."""
        self.lines = self.query_one(Lines)
        self.lines.show(each.line for each in choices.claims(self.bench, self.extending))
        self._show_scope()
        self.call_after_refresh(self.lines.go_to, self.bench.assembled.configuration.id)

    def _show_scope(self) -> None:
        words = (("the passage is about: ", "-muted"), (say(self.scope, LANGUAGE), "-strong"))
        self.query_one("#scope", Strips).show((words,))

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if event.line.id == EXTEND:
            self.action_extend()
        else:
            self.app.tell("s, c, r or n: supports, contradicts, refines, new.")

    def _give(self, stance: Stance) -> None:
        line = self.lines.current
        claim = line.id if line is not None and line.id != EXTEND else self.bench.assembled.configuration.id
        self.dismiss(Verdict(claim, stance, self.scope))

    def action_supports(self) -> None:
        """It supports."""
        self._give(Stance.SUPPORTS)

    def action_contradicts(self) -> None:
        """It contradicts."""
        self._give(Stance.CONTRADICTS)

    def action_refines(self) -> None:
        """It refines."""
        self._give(Stance.REFINES)

    def action_new(self) -> None:
        """It brings something new."""
        self._give(Stance.NEW)

    def action_general(self) -> None:
        """The next scope."""
        self.scope = in_turn(tuple(Scope), self.scope) or self.scope
        self._show_scope()

    def action_extend(self) -> None:
        """Brings the codings into the configuration."""
        if self.extending:
            self.dismiss(Verdict("", None, self.scope))
        else:
            self.app.tell("No codings on this passage to extend it with.")

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)
