"""The configurations screen: every deed on a configuration, its elements, links and passages."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.actions import configuring
from rcoder.domain.words import Kind, Subject
from rcoder.project.bench import Bench
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring import choices, deeds, forms, making, wholes
from rcoder.ui.configuring.bench import a_kind, element_name, place_of
from rcoder.ui.configuring.choices import NEW, NONE, PROPOSED
from rcoder.ui.configuring.rows import about
from rcoder.ui.screens.attaching import attach_coded
from rcoder.ui.screens.bench import NOTHING, BenchScreen
from rcoder.ui.screens.chain_of_configuration import Chaining
from rcoder.ui.screens.choosing import TYPED
from rcoder.ui.screens.evidence_of_configuration import EvidenceOfConfiguration
from rcoder.ui.screens.prompts_of_configuration import Prompts
from rcoder.ui.screens.review_of_configuration import Review
from rcoder.ui.screens.workbench_of_configuration import Workbench


class ConfigurationsScreen(Review, EvidenceOfConfiguration, Chaining, Prompts, Workbench, BenchScreen):
    """Builds configurations and tests them against passages."""

    BINDINGS = bindings(Where.CONFIGURATIONS)

    # -- elements ------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Asks for a code, words, or an element to share; for the kind where neither the line nor the code says it."""
        if (bench := self.bench) is None:
            self.action_new()
            return
        subject, found = about(self.rows.row)
        if subject == "frame":
            self._add(bench, Kind(found), Kind(found))
        else:
            place = place_of(bench.assembled, found)
            self._add(bench, None, place.kind if place else None)

    def _add(self, bench: Bench, kind: Kind | None, near: Kind | None) -> None:
        """`kind` is given where the line says it; codes and elements of the kind `near` come first."""

        def chosen(answer: str) -> None:
            code = bench.codes.get(answer)
            known = kind or (code.kind if code is not None else None)
            if known is not None:
                self._bring(answer, known)
            else:
                self._ask_kind(bench, answer, near)

        self.choose(
            f"Add {a_kind(kind)}" if kind else "Add an element",
            (*choices.codes(bench, near), *choices.elsewhere(bench, kind or near)),
            chosen,
            free="in words of its own",
        )

    def _ask_kind(self, bench: Bench, answer: str, near: Kind | None) -> None:
        words = answer.removeprefix(TYPED) if answer.startswith(TYPED) else deeds.called(bench, answer)
        self.choose(
            f"“{words}” is a",
            choices.kinds(),
            lambda kind: self._bring(answer, Kind(kind)),
            at=near.value if near else "",
        )

    def _bring(self, answer: str, kind: Kind) -> None:
        if answer.startswith(TYPED):
            self.do(lambda bench: deeds.added(bench, kind, answer.removeprefix(TYPED))[1], asked=True)
        else:
            self.do(lambda bench: deeds.brought(bench, kind, answer), asked=True)

    def action_words(self) -> None:
        """Changes the words under the cursor."""
        row = self.rows.row
        subject = about(row)[0]
        other = {"because": self.action_because, "memo": self.action_memo, "judgement": self.action_judge}
        if subject in other:
            other[subject]()
        elif subject == "title" and self.bench is not None:
            self.write(forms.title(self.bench))
        elif self.bench is not None:
            self.write(forms.wording(self.bench, row))
        else:
            self.app.tell(NOTHING)

    def action_because(self) -> None:
        """Writes the because."""
        self.write(forms.BECAUSE)

    def action_kind(self) -> None:
        """The next kind."""
        self.here(deeds.other_kind)

    def action_activation(self) -> None:
        """The next activation."""
        self.here(deeds.other_activation)

    def action_sign(self) -> None:
        """The other sign."""
        self.here(deeds.other_sign)

    def action_horizon(self) -> None:
        """The next term."""
        self.here(deeds.other_horizon)

    def action_earlier(self) -> None:
        """Before the one above."""
        self.here(lambda bench, row: deeds.moved(bench, row, -1))

    def action_later(self) -> None:
        """After the one below."""
        self.here(lambda bench, row: deeds.moved(bench, row, 1))

    def action_actor(self) -> None:
        """Chooses or types whose reasoning it is."""
        row = self.rows.row

        def chosen(answer: str) -> None:
            actor = "" if answer == NONE else answer.removeprefix(TYPED)
            self.do(lambda bench: deeds.with_actor(bench, row, actor), asked=True)

        if (own := self.element("An actor")) is not None:
            self.choose(
                "Whose reasoning?", choices.actors(*own), chosen, at=own[1].actor, free="someone else"
            )

    def action_code(self) -> None:
        """Chooses the code."""
        row = self.rows.row

        def chosen(answer: str) -> None:
            code = None if answer == NONE else answer
            self.do(lambda bench: deeds.with_code(bench, row, code), asked=True)

        if (own := self.element("A code")) is not None:
            known = (*choices.codes(own[0], own[0].assembled.kind_of(own[1].id)), choices.no_code())
            self.choose(f"Code of “{own[1].wording}”", known, chosen, at=own[1].code_id or "")

    def action_box(self) -> None:
        """Confirms or chooses the box."""
        row = self.rows.row

        def chosen(answer: str) -> None:
            node = answer if answer not in (NEW, PROPOSED) else None
            self.do(lambda bench: deeds.in_box(bench, row, node, new=answer == NEW), asked=True)

        if (own := self.element("A box")) is not None:
            self.choose(f"Box of “{own[1].wording}”", choices.boxes(*own), chosen, at=own[1].node_id or "")

    # -- links and passages --------------------------------------------------------------------------------------

    def action_tie(self) -> None:
        """Ties the element under the cursor to what is chosen; asks for the element where the cursor is on none.

        After a link that is the element it ends at, so that a chain is tied by going on.
        """
        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
            return
        row = self.rows.row
        place = place_of(bench.assembled, about(row)[1])
        if place is not None:
            self._tie(place.element_id)
        else:
            self.choose("Tie from", choices.sources(bench), self._tie, at=deeds.end_at(bench, row))

    def _tie(self, source_id: str) -> None:
        if (bench := self.bench) is None:
            return
        found = choices.targets(bench, source_id)
        if not found:
            self.app.tell("Nothing else here to tie it to. + adds an element.")
            return
        title = f"Tie {element_name(bench.assembled, source_id)} to"
        self.choose(
            title,
            found,
            lambda target: self.do(lambda bench: deeds.tied(bench, source_id, target)[1], asked=True),
            at=choices.onward(bench, source_id),
        )

    def action_turn(self) -> None:
        """The other effect, or the next stance."""
        self.here(deeds.turned)

    def action_scope(self) -> None:
        """The next scope."""
        self.here(deeds.with_scope)

    def action_attach(self) -> None:
        """Chooses a coded passage."""
        if (bench := self.bench) is not None:
            if not self.may_write():
                return
            row = self.rows.row
            attach_coded(self.app, bench, row, lambda deed: self.queue(lambda: self.hand_in(deed)))
        else:
            self.app.tell(NOTHING)

    def action_remove(self) -> None:
        """Removes what is under the cursor; takes the answer to a prompt back."""
        if not self.takes_answer_back():
            self.here(deeds.removal)

    def action_memo(self) -> None:
        """Writes a memo."""
        self.write(forms.memo(self.rows.row))

    # -- the configuration itself --------------------------------------------------------------------------------

    def action_hypotheses(self) -> None:
        """Joins or leaves a hypothesis."""
        self._of_it(
            lambda bench: self.choose(
                "Hypotheses",
                choices.hypotheses(bench),
                lambda code: self.do(lambda bench: wholes.with_hypothesis(bench, code), asked=True),
            )
        )

    def action_core(self) -> None:
        """Chooses the core element."""
        self._of_it(
            lambda bench: self.choose(
                "Core element", choices.cores(bench), lambda node: self._edit("core_id", node)
            )
        )

    def action_whose(self) -> None:
        """Chooses the case."""
        self._of_it(
            lambda bench: self.choose("Case", choices.cases(bench), lambda case: self._edit("case_id", case))
        )

    def _of_it(self, ask: Callable[[Bench], None]) -> None:
        if (bench := self.bench) is not None:
            ask(bench)
        else:
            self.app.tell(NOTHING)

    def _edit(self, field: str, answer: str) -> None:
        value = None if answer == NONE else answer
        self.do(lambda bench: configuring.edit(bench.assembled, **{field: value}), asked=True)

    def action_level(self) -> None:
        """The next level."""
        self.do(wholes.with_level)

    def action_judge(self) -> None:
        """Asks for the words and the reason."""
        coder_id = self.app.study.coder_id if self.app.study else ""
        self._of_it(lambda bench: self.write(forms.strength(bench, coder_id)))

    def action_new(self) -> None:
        """Begins an empty configuration."""
        self.queue(
            lambda: self.hand_in(lambda project: making.empty(project.next_number(), project.coder_id)[1])
        )

    def action_drop(self) -> None:
        """Removes the configuration."""
        self.do(lambda bench: configuring.drop(bench.assembled, bench.homes, bench.belongings))

    def action_memos(self) -> None:
        """The memos on the configuration."""
        from rcoder.ui.screens.memos import open_memos

        self._of_it(
            lambda bench: open_memos(self.app, Subject.CONFIGURATION, bench.assembled.configuration.id)
        )

    def action_undo(self) -> None:
        """Takes back the latest deed."""
        self.take_back()

    def action_redo(self) -> None:
        """Does again what was taken back."""
        self.take_back(again=True)
