"""The configurations screen: every deed on a configuration, its elements, links and passages."""

from __future__ import annotations

from rcoder.domain.actions import configuring
from rcoder.domain.journal import Deed
from rcoder.domain.words import Kind, Status
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring import choices, deeds, making
from rcoder.ui.configuring.bench import element_name, place_of
from rcoder.ui.configuring.choices import NEW, NONE, PROPOSED
from rcoder.ui.configuring.rows import about
from rcoder.ui.screens.attaching import attach_coded
from rcoder.ui.screens.bench import BenchScreen
from rcoder.ui.screens.choosing import TYPED
from rcoder.ui.screens.question import Field, QuestionScreen


class ConfigurationsScreen(BenchScreen):
    """Builds configurations and tests them against passages."""

    BINDINGS = bindings(Where.CONFIGURATIONS)

    # -- elements ------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Asks for the kind, then for a code, words, or an element to share."""
        if (bench := self.bench) is None:
            self.action_new()
            return
        self.choose(
            "Add an element",
            choices.kinds(),
            lambda kind: self._add(bench, Kind(kind)),
            at=self._kind_here(bench),
        )

    def _kind_here(self, bench: Bench) -> str:
        subject, found = about(self.rows.row)
        place = place_of(bench.assembled, found)
        return found if subject == "frame" else (place.kind.value if place else "")

    def _add(self, bench: Bench, kind: Kind) -> None:
        known = (*choices.codes(bench, kind), *choices.elsewhere(bench, kind))

        def chosen(answer: str) -> None:
            if answer.startswith(TYPED):
                self.do(lambda bench: deeds.added(bench, kind, answer.removeprefix(TYPED))[1])
            else:
                self.do(lambda bench: deeds.brought(bench, kind, answer))

        self.choose(f"Add a {kind.value}", known, chosen, free="in words of its own")

    def action_words(self) -> None:
        """Changes the words under the cursor."""
        bench, row = self.bench, self.rows.row
        subject = about(row)[0]
        if bench is None:
            return
        if subject == "because":
            self.action_because()
        elif subject == "title":
            self.write(
                f"Title of {bench.answer.line.number}",
                bench.assembled.configuration.title,
                lambda words: self.do(lambda bench: configuring.edit(bench.assembled, title=words.strip())),
            )
        elif (own := self.element()) is not None:
            name = element_name(own[0].assembled, own[1].id)
            self.write(
                f"Words of {name}",
                own[1].wording,
                lambda words: self.do(lambda bench: deeds.with_words(bench, row, words)),
            )

    def action_because(self) -> None:
        """Writes the because."""
        if (bench := self.bench) is not None:
            self.write(
                "Because …",
                bench.assembled.configuration.because,
                lambda words: self.do(lambda bench: configuring.edit(bench.assembled, because=words.strip())),
                tall=True,
            )

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
            self.do(lambda bench: deeds.with_actor(bench, row, actor))

        if (own := self.element()) is not None:
            self.choose(
                "Whose reasoning?", choices.actors(*own), chosen, at=own[1].actor, free="someone else"
            )

    def action_code(self) -> None:
        """Chooses the code."""
        row = self.rows.row
        if (own := self.element()) is not None:
            kind = own[0].assembled.kind_of(own[1].id)
            self.choose(
                f"Code of “{own[1].wording}”",
                (*choices.codes(own[0], kind), choices.no_code()),
                lambda answer: self.do(
                    lambda bench: deeds.with_code(bench, row, None if answer == NONE else answer)
                ),
                at=own[1].code_id or "",
            )

    def action_box(self) -> None:
        """Confirms or chooses the box."""
        row = self.rows.row

        def chosen(answer: str) -> None:
            node = answer if answer not in (NEW, PROPOSED) else None
            self.do(lambda bench: deeds.in_box(bench, row, node, new=answer == NEW))

        if (own := self.element()) is not None:
            self.choose(f"Box of “{own[1].wording}”", choices.boxes(*own), chosen, at=own[1].node_id or "")

    # -- links and passages --------------------------------------------------------------------------------------

    def action_tie(self) -> None:
        """Ties the element under the cursor to what is chosen; asks for the element where the cursor is on none."""
        if (bench := self.bench) is None:
            return
        place = place_of(bench.assembled, about(self.rows.row)[1])
        if place is not None:
            self._tie(place.element_id)
        else:
            self.choose("Tie from", choices.sources(bench), self._tie)

    def _tie(self, source_id: str) -> None:
        if (bench := self.bench) is None:
            return
        found = choices.targets(bench, source_id)
        if not found:
            self.app.said.publish("Nothing else here to tie it to. + adds an element.")
            return
        title = f"Tie {element_name(bench.assembled, source_id)} to"
        self.choose(
            title, found, lambda target: self.do(lambda bench: deeds.tied(bench, source_id, target)[1])
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
            attach_coded(self.app, bench, self.rows.row)

    def action_remove(self) -> None:
        """Removes what is under the cursor."""
        self.here(deeds.removal)

    def action_memo(self) -> None:
        """Writes a memo."""
        row = self.rows.row
        if (bench := self.bench) is not None:
            self.write(
                "Memo",
                deeds.memo_at(bench, row),
                lambda words: self.do(lambda bench: deeds.with_memo(bench, row, words)),
                tall=True,
            )

    # -- the configuration itself --------------------------------------------------------------------------------

    def action_hypotheses(self) -> None:
        """Joins or leaves a hypothesis."""
        if (bench := self.bench) is not None:
            self.choose(
                "Hypotheses",
                choices.hypotheses(bench),
                lambda code: self.do(lambda bench: deeds.with_hypothesis(bench, code)),
            )

    def action_core(self) -> None:
        """Chooses the core element."""
        if (bench := self.bench) is not None:
            self.choose("Core element", choices.cores(bench), lambda node: self._edit("core_id", node))

    def action_whose(self) -> None:
        """Chooses the case."""
        if (bench := self.bench) is not None:
            self.choose("Case", choices.cases(bench), lambda case: self._edit("case_id", case))

    def _edit(self, field: str, answer: str) -> None:
        value = None if answer == NONE else answer
        self.do(lambda bench: configuring.edit(bench.assembled, **{field: value}))

    def action_level(self) -> None:
        """The next level."""
        self.do(deeds.with_level)

    def action_review(self) -> None:
        """Gives a status."""
        if (bench := self.bench) is not None:
            coder_id = self.app.study.coder_id if self.app.study else ""
            self.choose(
                f"Status of {bench.answer.line.number}",
                choices.statuses(),
                lambda status: self.do(
                    lambda bench: configuring.give_status(bench.assembled, Status(status), coder_id)
                ),
                at=bench.assembled.configuration.status.value,
            )

    def action_judge(self) -> None:
        """Asks for the words and the reason."""
        if (bench := self.bench) is None:
            return
        coder_id = self.app.study.coder_id if self.app.study else ""
        before = next((each for each in bench.judgements if each.coder_id == coder_id), None)
        fields = (
            Field("words", "In words: how strong is it?", before.words if before else ""),
            Field("reason", "Because", before.reason if before else ""),
        )
        question = QuestionScreen(
            f"Strength of {bench.answer.line.number}",
            "Frequency is not strength: say what you judge by.",
            fields,
        )
        self.app.push_screen(
            question,
            lambda answer: (
                self.do(lambda bench: deeds.judged(bench, coder_id, answer["words"], answer["reason"]))
                if answer
                else None
            ),
        )

    def action_new(self) -> None:
        """Begins an empty configuration."""
        self.app.act(lambda project: making.empty(project.next_number(), project.coder_id)[1])

    def action_drop(self) -> None:
        """Removes the configuration."""
        wanted = self._shown

        def deed(project: Project) -> Deed:
            bench = gather(project, wanted)
            return configuring.drop(bench.assembled, bench.homes, bench.judgements, project.members(wanted))

        if wanted:
            self.app.act(deed)

    def action_undo(self) -> None:
        """Takes back the latest deed."""
        self.app.take_back()

    def action_redo(self) -> None:
        """Does again what was taken back."""
        self.app.take_back(again=True)
