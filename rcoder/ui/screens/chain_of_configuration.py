"""The configurations screen: on and back in a chain, nesting and contradiction, alike ones, and splitting again."""

from __future__ import annotations

from rcoder.domain.chain import Neighbour, Tie
from rcoder.domain.words import Kind
from rcoder.project.bench import Bench
from rcoder.project.chains import going_on
from rcoder.project.consolidating import splitting
from rcoder.ui.chaining.words import SIGNS, about_words, by_what
from rcoder.ui.configuring.bench import element_name, place_of
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.configuring.rows import about
from rcoder.ui.screens.bench import NOTHING, BenchScreen
from rcoder.ui.screens.relating import relate

ALL = "all"


class Chaining(BenchScreen):
    """Goes along chains and remembers the way."""

    def __init__(self, configuration_id: str = "") -> None:
        super().__init__(configuration_id)
        self._way: list[tuple[str, str]] = []
        """The configurations one came through, each with the line one left."""

    # -- along a chain -------------------------------------------------------------------------------------------

    def action_onward(self) -> None:
        """Goes to what this leads to; from an outcome that leads nowhere yet, begins what starts from it."""
        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
            return
        element_id = self._leaving(bench)
        ties = [each for each in bench.ties if each.tie is Tie.LEADS_TO]
        own = [each for each in ties if each.element_id == element_id]
        if element_id and not own:
            self._go_on(bench, element_id)
        elif not ties:
            self.app.tell(
                "It leads nowhere yet. > on an outcome begins the configuration that starts from it."
            )
        else:
            self._choose_tie("On to", own or ties)

    def action_backward(self) -> None:
        """Goes back the way one came, else to what this follows from."""
        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
            return
        known = {each.id for each in self._found}
        while self._way and self._way[-1][0] not in known:
            self._way.pop()
        if self._way:
            self._ask_list(*self._way.pop())
            return
        ties = [each for each in bench.ties if each.tie is Tie.FOLLOWS_FROM]
        if ties:
            self._choose_tie("Back to", ties, remembered=False)
        else:
            self.app.tell("It follows from no other configuration yet.")

    def action_follow_tie(self) -> None:
        """Goes to the configuration on the line under the cursor."""
        row = self.rows.row
        if self.bench is not None and row.partition(":")[0] in ("tie", "member"):
            self._go_to(about(row)[1])

    def open_one(self, configuration_id: str) -> None:
        """Shows a configuration, and remembers where one was."""
        self._go_to(configuration_id)

    def _choose_tie(self, title: str, ties: list[Neighbour], *, remembered: bool = True) -> None:
        others = {each.other.id: each for each in reversed(ties)}
        if len(others) == 1:
            self._go_to(next(iter(others)), remembered=remembered)
            return
        found = tuple(
            Choice(
                each.other.id,
                (
                    (f"{SIGNS[each.tie]} ", "-muted"),
                    (f"{each.other.number} ", "-strong"),
                    (f"{each.other.title}  ", ""),
                    (by_what(each), "-muted"),
                ),
                about_words(each.other),
                (each.other.number, each.wording),
            )
            for each in reversed(others.values())
        )
        self.choose(title, found, lambda answer: self._go_to(answer, remembered=remembered), looking=True)

    def _go_to(self, configuration_id: str, *, remembered: bool = True) -> None:
        if remembered:
            self._way.append((self._shown, self.rows.row))
        self._ask_list(configuration_id)

    def _leaving(self, bench: Bench) -> str:
        """The outcome under the cursor, or a reasoning: what another configuration may start from; "" for neither."""
        row = self.rows.row
        place = place_of(bench.assembled, row.split(":")[1] if row.startswith(("place:", "ground:")) else "")
        return place.element_id if place is not None and place.kind in (Kind.OUTCOME, Kind.REASONING) else ""

    def _go_on(self, bench: Bench, element_id: str) -> None:
        """Begins a configuration that starts from an element of this one."""
        own, name = bench.assembled.configuration.id, element_name(bench.assembled, element_id)
        words = bench.assembled.elements[element_id].wording
        found = tuple(
            Choice(
                kind.value,
                (("a new configuration ", "-strong"), (f"that has it as its {kind.value}", "")),
                words,
            )
            for kind in (Kind.CONTEXT, Kind.RESOURCE)
        )

        def chosen(answer: str) -> None:
            here = self._shown, self.rows.row
            self._way.append(here)
            self.queue(
                lambda: self.hand_in(lambda project: going_on(project, own, element_id, Kind(answer))[1])
            )

        self.choose(f"{name} leads nowhere yet: go on with", found, chosen)

    # -- others --------------------------------------------------------------------------------------------------

    def action_relate(self) -> None:
        """Says that it is nested in another configuration or contradicts one."""
        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
        elif self.may_change():
            relate(self.app, bench.assembled.configuration.id, bench.answer.line.number)

    def action_alike(self) -> None:
        """Opens the configurations that are like this one."""
        from rcoder.ui.screens.alike import open_alike

        open_alike(self.app, self.bench.assembled.configuration.id if self.bench is not None else "")

    def action_split_again(self) -> None:
        """Splits a consolidated configuration, all of it or one member out."""
        bench = self.bench
        if bench is None or not bench.members:
            self.app.tell("It is not made of others. W offers configurations to make one of several.")
            return
        own = bench.assembled.configuration
        along = len(bench.assembled.evidence)
        words = f"{along} of its own passages go along" if along else "nothing else goes along"
        found = [Choice(ALL, (("all of them ", "-strong"), (f"and {own.number} is gone", "")), words)]
        if len(bench.drawing.members) > 2:
            found += [
                Choice(
                    each.configuration.id,
                    ((f"{each.configuration.number} ", "-strong"), (each.configuration.title, "")),
                    "only this one",
                    (each.configuration.number,),
                )
                for each in bench.drawing.members
            ]

        def chosen(answer: str) -> None:
            member = "" if answer == ALL else answer
            self.queue(lambda: self.hand_in(lambda project: splitting(project, own.id, member)))

        row = self.rows.row
        at = about(row)[1] if row.startswith("member:") else ""
        self.choose(f"Which stand for themselves again? {own.number} is split", tuple(found), chosen, at=at)
