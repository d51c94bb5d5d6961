"""The configurations screen: the sentence in its renderings, what is inferred, support conditions, rivals."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.errors import Misuse
from rcoder.domain.words import Fate, Rendering
from rcoder.project.bench import Bench
from rcoder.ui.configuring import choices, deeds, forms, rivalling, wholes
from rcoder.ui.configuring.choices import NONE, USE
from rcoder.ui.configuring.rows import about
from rcoder.ui.configuring.sentence_rows import reading_words
from rcoder.ui.screens.bench import NOTHING, BenchScreen


class Workbench(BenchScreen):
    """Reads and sharpens one configuration."""

    def action_rendering(self) -> None:
        """Reads the sentence in another rendering, or uses one for the study."""

        def chosen(answer: str) -> None:
            if answer.startswith(USE):
                self.write(forms.rendering(Rendering(answer.removeprefix(USE))))
            else:
                self.rows.read(replace(self.rows.reading, rendering=Rendering(answer)))
                self._say_reading()

        if (bench := self.in_hand()) is not None:
            found = choices.renderings(bench)
            self.choose("Read it as", found, chosen, at=bench.rendering.value, looking=True)

    def action_tongue(self) -> None:
        """Reads the sentence in the other language."""
        if (bench := self.in_hand()) is not None:
            language = "en" if bench.tongue == "da" else "da"
            self.rows.read(replace(self.rows.reading, language=language))
            self._say_reading()

    def _say_reading(self) -> None:
        if (bench := self.bench) is not None:
            own = " The study's own." if bench.rendering is bench.study.rendering else " For looking only."
            self.app.said.publish(f"Read as {reading_words(bench)}.{own}")

    def action_inferred(self) -> None:
        """Said or inferred, in turn."""
        self.here(deeds.other_directness)

    def action_support(self) -> None:
        """Chooses a support condition it bears on, or leaves one."""
        if (bench := self.in_hand()) is not None:
            found = choices.conditions(bench)
            if not found:
                self.app.tell("The codebook has no support conditions.")
                return
            self.choose(
                "Support conditions it bears on",
                found,
                lambda code: self.do(lambda bench: wholes.with_condition(bench, code), asked=True),
            )

    def action_rivals(self) -> None:
        """Sets a rival beside it; on a rival, says what became of it."""
        bench, row = self.in_hand(), self.rows.row
        if bench is None:
            return
        if about(row)[0] != "rival":
            self.write(rivalling.writing(bench))
            return
        try:
            rival = rivalling.rival_at(bench, row)
        except Misuse as error:
            self.app.tell(error)
            return
        self.choose(
            "What became of it?",
            rivalling.fates(rival),
            lambda answer: self._decide(row, answer),
            at=rival.fate.value,
        )

    def _decide(self, row: str, answer: str) -> None:
        if answer == rivalling.OTHER:
            others = [each for each in self._found if each.id != self._shown]
            self.choose(
                "Which configuration says it?",
                (rivalling.no_other(), *choices.configurations(others)),
                lambda other: self.do(
                    lambda bench: rivalling.changed(bench, row, other_id=None if other == NONE else other),
                    asked=True,
                ),
            )
        elif answer == Fate.OPEN:
            self.do(lambda bench: rivalling.changed(bench, row, fate=Fate.OPEN), asked=True)
        else:
            self.write(rivalling.deciding(row, Fate(answer)))

    def in_hand(self) -> Bench | None:
        """The configuration in hand; says what to do where there is none."""
        if self.bench is None:
            self.app.tell(NOTHING)
        return self.bench
