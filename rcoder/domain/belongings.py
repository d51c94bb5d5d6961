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
        loosened = [
            *((each, replace(each, superseded_by=None)) for each in self.superseded),
            *((each, replace(each, consolidated_in=None)) for each in self.members),
            *((each, replace(each, other_id=None)) for each in self.named_in),
        ]
        return (
            removed(*self.judgements, *self.on_rivals, *self.material_on_rivals, *self.rivals, *self.kinships)
            + removed(*sorted(self.comments, key=lambda each: each.reply_to is None))
            + removed(*self.answers, *standins)
            + tuple(change for before, after in loosened for change in changed(before, after))
        )
