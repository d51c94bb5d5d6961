"""What stands and falls with a configuration beside its elements, links and evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Configuration, Evidence, Judgement
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Change, changed, removed
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival, Standin


@dataclass(frozen=True, slots=True)
class Belongings:
    """What has been said of a configuration and its elements, and what points at it."""

    judgements: tuple[Judgement, ...] = ()
    rivals: tuple[Rival, ...] = ()
    on_rivals: tuple[Evidence, ...] = ()
    """The passages joined to its rivals."""
    material_on_rivals: tuple[Bearing, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    """Of it to others and of others to it."""
    comments: tuple[Comment, ...] = ()
    answers: tuple[PromptAnswer, ...] = ()
    standins: tuple[Standin, ...] = ()
    """In which its elements stand for others, or others for them."""
    members: tuple[Configuration, ...] = ()
    """The configurations consolidated in it; they stand for themselves again when it goes."""
    superseded: tuple[Configuration, ...] = ()
    """The configurations it took the place of."""
    named_in: tuple[Rival, ...] = ()
    """Rivals of other configurations that name it."""

    def going(self, elements: set[str]) -> tuple[Change, ...]:
        """The changes when the configuration goes, and with it the elements with these ids; comments last written first."""
        standins = [each for each in self.standins if elements & {each.element_id, each.member_id}]
        loosened = [*self._let_go(), *((each, replace(each, other_id=None)) for each in self.named_in)]
        return (
            removed(*self.judgements, *self.on_rivals, *self.material_on_rivals, *self.rivals, *self.kinships)
            + removed(*sorted(self.comments, key=lambda each: each.reply_to is None))
            + removed(*self.answers, *standins)
            + tuple(change for before, after in loosened for change in changed(before, after))
        )

    def _let_go(self) -> list[tuple[Configuration, Configuration]]:
        """The members and those superseded as they are and as they become; one may be both, and changes once."""
        members, superseded = ({each.id for each in group} for group in (self.members, self.superseded))
        own = {each.id: each for each in (*self.superseded, *self.members)}
        return [
            (
                each,
                replace(
                    each,
                    superseded_by=None if each.id in superseded else each.superseded_by,
                    consolidated_in=None if each.id in members else each.consolidated_in,
                ),
            )
            for each in own.values()
        ]
