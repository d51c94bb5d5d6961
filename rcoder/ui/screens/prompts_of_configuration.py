"""The configurations screen: prompts answered where they stand, and counter-evidence searched for."""

from __future__ import annotations

from rcoder.domain.words import Answered
from rcoder.project.prompts import answer, search_for, take_back
from rcoder.ui.configuring.asks import Ask, ask_at
from rcoder.ui.prompting.asking import NO_CODES, why_not
from rcoder.ui.screens.bench import NOTHING, BenchScreen


class Prompts(BenchScreen):
    """Answers the prompts on one configuration."""

    def _ask_here(self) -> Ask | None:
        """The prompt under the cursor; says what the key is for where there is none."""
        found = ask_at(self.bench, self.rows.row)
        if found is None:
            self.app.tell("This answers a prompt; they stand at the end of the configuration.")
        return found

    def action_prompt_done(self) -> None:
        """It was dealt with."""
        if (ask := self._ask_here()) is not None:
            self._answer(ask, Answered.DONE)

    def action_prompt_aside(self) -> None:
        """It does not apply; asks why."""
        if (ask := self._ask_here()) is not None:
            self.app.push_screen(
                why_not(ask.asked),
                lambda given: self._answer(ask, Answered.NOT_APPLICABLE, given["why"]) if given else None,
            )

    def _answer(self, ask: Ask, answered: Answered, why: str = "") -> None:
        at = ask.asked.prompt.at
        self.queue(lambda: self.hand_in(lambda project: answer(project, at, answered, why)))

    def takes_answer_back(self) -> bool:
        """Takes back the answer under the cursor, where the cursor is on a prompt."""
        ask = ask_at(self.bench, self.rows.row)
        if ask is not None:
            at = ask.asked.prompt.at
            self.queue(lambda: self.hand_in(lambda project: take_back(project, at)))
        return ask is not None

    def action_search_against(self) -> None:
        """Retrieves what would speak against the configuration."""
        from rcoder.ui.screens.retrieve import open_retrieve

        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
            return
        own = bench.assembled.configuration.id
        self.app.at_desk(
            lambda project: search_for(project, own),
            lambda query: open_retrieve(self.app, query) if query else self.app.tell(NO_CODES),
        )

    def action_prompts(self) -> None:
        """Opens every prompt, on this configuration's first."""
        from rcoder.ui.screens.prompts import open_prompts

        ask = ask_at(self.bench, self.rows.row)
        open_prompts(self.app, ask.asked.prompt.at if ask is not None else None)
