"""Flags of the chosen coding, each on one key right after coding: a press gives the next value and says it."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.actions.coding import flag
from rcoder.domain.answers import Reading
from rcoder.domain.coding import Coding
from rcoder.ui.flag_values import NAMES, beside, value_words, values
from rcoder.ui.screens.coding_moves import CodingMoves

IN_TURN = 6
"""How many cases are gone through by a key; of more one is chosen."""


class Flagging(CodingMoves):
    """Turns flags. Each press is a deed of its own, shown at once: the next begins from what it left."""

    def action_turn_polarity(self) -> None:
        """Present, weak, absent."""
        self._turn_flag("polarity")

    def action_turn_scope(self) -> None:
        """This case, in general, normative, anticipated."""
        self._turn_flag("scope")

    def action_turn_kind(self) -> None:
        """Context, resource, reasoning, outcome; for a code without a usual kind none as well."""
        self._turn_flag("kind")

    def action_turn_counterfactual(self) -> None:
        """Counterfactual or not."""
        self._turn_flag("counterfactual")

    def action_turn_prompting(self) -> None:
        """Volunteered or prompted."""
        self._turn_flag("prompting")

    def action_turn_directness(self) -> None:
        """Said or inferred."""
        self._turn_flag("directness")

    def action_turn_actor(self) -> None:
        """Whose reasoning it is."""
        self._turn_flag("actor")

    def action_turn_case(self) -> None:
        """Another case than the interview's."""
        if (own := self._own()) is None:
            return
        known = values(self.study, own[1], "case_id")
        if len(known) == 1:
            self.app.said.publish("There is no other case that it could be about.")
        elif len(known) <= IN_TURN:
            self._turn_flag("case_id")
        else:
            self._choose_case(*own)

    def _choose_case(self, reading: Reading, coding: Coding) -> None:
        from rcoder.ui.configuring.choices import Choice
        from rcoder.ui.screens.choosing import ChooserScreen

        known = values(self.study, coding, "case_id")
        choices = [
            Choice(str(each or ""), ((value_words(self.study, "case_id", each), ""),)) for each in known
        ]

        def chosen(case_id: str | None) -> None:
            if case_id is not None and (case_id or None) != coding.case_id:
                self._set_flag(reading, coding, "case_id", case_id or None)

        words = coding.span.of(reading.text)
        screen = ChooserScreen("Which case is it about", choices, words=words, at=coding.case_id or "")
        self.app.push_screen(screen, chosen)

    def _turn_flag(self, field: str) -> None:
        if (own := self._own()) is not None:
            reading, coding = own
            self._set_flag(reading, coding, field, beside(self.study, coding, field))

    def _set_flag(self, reading: Reading, coding: Coding, field: str, value: object) -> None:
        """Gives the coding a value and says it, and what comes next."""
        flags: dict[str, object] = {field: value}
        code = self.study.codes[coding.code_id]
        deed = flag(coding, reading.transcript, code, **flags)
        if not deed.changes:
            return
        self._chosen = coding.id
        after = replace(coding, **flags)  # type: ignore[arg-type] # the field is the record's own
        said = value_words(self.study, field, value)
        following = value_words(self.study, field, beside(self.study, after, field))
        sentence = f"{code.key}: {f'{NAMES[field]} {said}'.strip()}; again: {following}"
        self.app.act(deed, meanwhile=replace(deed, sentence=sentence))
