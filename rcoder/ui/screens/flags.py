"""About one coding: its flags, each on one key; all may be left as they are."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from rcoder.domain.coding import Coding
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope, letter, say
from rcoder.ui.commands import Where, bindings, commands
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

T = TypeVar("T", bound=StrEnum)


class FlagsScreen(ModalScreen[Coding]):
    """Sets the flags of a coding; gives it as it is to be."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FLAGS,)
    BINDINGS = bindings(Where.FLAGS)

    def __init__(self, study: Study, coding: Coding) -> None:
        super().__init__()
        self.study = study
        self.coding = coding
        self.actors = ("", *_actors(study))

    def compose(self) -> ComposeResult:
        """One line for each flag, with its key."""
        code = self.study.codes[self.coding.code_id]
        with Vertical(classes="window"):
            yield Strips(
                (((f"{code.key} {code.label.say(self.study.language)}", "-strong"),),), classes="pane-title"
            )
            yield Lines(id="flags")
            yield Strips(((("key changes · esc done", "-muted"),),), classes="pane-title")

    def on_mount(self) -> None:
        """Shows the flags as they stand."""
        self._show()

    def _show(self) -> None:
        coding, case = self.coding, self.study.cases.get(self.coding.case_id or "")
        values = {
            "set_kind": f"{letter(coding.kind)} {say(coding.kind)}" if coding.kind else "none",
            "set_actor": coding.actor or "nobody named",
            "set_polarity": say(coding.polarity),
            "set_counterfactual": "yes" if coding.counterfactual else "no",
            "set_scope": say(coding.scope),
            "set_case": case.name if case else "the interview's",
            "set_directness": say(coding.directness),
            "set_prompting": say(coding.prompting),
            "set_memo": " ".join(coding.memo.split()) or "none",
        }
        self.query_one(Lines).show(
            Line(
                each.id,
                ((f"{each.shown}  ", "-key"), (f"{each.words.en:<25}", ""), (values[each.id], "-strong")),
            )
            for each in commands(Where.FLAGS)
            if each.id in values
        )

    def _set(self, **flags: object) -> None:
        self.coding = replace(self.coding, **flags)  # type: ignore[arg-type] # flags are the record's own fields
        self._show()

    @on(Lines.Chosen)
    async def _on_chosen(self, event: Lines.Chosen) -> None:
        await self.run_action(event.line.id)

    def action_set_kind(self) -> None:
        """The next kind; a code without a usual kind may have none."""
        kinds: tuple[Kind | None, ...] = tuple(Kind)
        if self.study.codes[self.coding.code_id].kind is None:
            kinds = (None, *kinds)
        here = kinds.index(self.coding.kind) if self.coding.kind in kinds else -1
        self._set(kind=kinds[(here + 1) % len(kinds)])

    def action_set_actor(self) -> None:
        """The next actor."""
        here = self.actors.index(self.coding.actor) if self.coding.actor in self.actors else -1
        self._set(actor=self.actors[(here + 1) % len(self.actors)])

    def action_set_polarity(self) -> None:
        """Present, weak, absent."""
        self._set(polarity=_after(self.coding.polarity, Polarity))

    def action_set_counterfactual(self) -> None:
        """Counterfactual or not."""
        self._set(counterfactual=not self.coding.counterfactual)

    def action_set_scope(self) -> None:
        """The next scope."""
        self._set(scope=_after(self.coding.scope, Scope))

    def action_set_case(self) -> None:
        """The next case, after the last the interview's own."""
        here = self.study.reading.transcript.case_id if self.study.reading else None
        ids = (None, *(each for each in self.study.cases if each != here))
        index = ids.index(self.coding.case_id) if self.coding.case_id in ids else 0
        self._set(case_id=ids[(index + 1) % len(ids)])

    def action_set_directness(self) -> None:
        """Said or inferred."""
        self._set(directness=_after(self.coding.directness, Directness))

    def action_set_prompting(self) -> None:
        """Volunteered or prompted."""
        self._set(prompting=_after(self.coding.prompting, Prompting))

    def action_set_memo(self) -> None:
        """Writes a memo."""
        from rcoder.ui.screens.question import Field, QuestionScreen

        question = QuestionScreen("Memo", "", (Field("memo", "", self.coding.memo, tall=True),))
        self.app.push_screen(question, lambda answer: self._set(memo=answer["memo"]) if answer else None)

    def action_done(self) -> None:
        """Keeps the flags as they stand."""
        self.dismiss(self.coding)


def _after(term: T, terms: type[T]) -> T:
    known = tuple(terms)
    return known[(known.index(term) + 1) % len(known)]


def _actors(study: Study) -> tuple[str, ...]:
    """The roles of the study and the actors of its codebook, each once."""
    found: dict[str, None] = {}
    for line in study.interviews.values():
        found.update(dict.fromkeys(line.roles))
    for code in study.codes.values():
        found.update(dict.fromkeys(code.actors))
    return tuple(found)
