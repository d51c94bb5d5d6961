"""What stands and falls with a configuration, asked for when it or one of its elements is removed."""

from __future__ import annotations

from rcoder.domain.belongings import Belongings
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Assembled, Configuration, Evidence, Judgement
from rcoder.domain.exhibit import Bearing
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.project.sight import Sight


def belongings(sight: Sight, assembled: Assembled) -> Belongings:
    """What has been said of the configuration, as far as the asker sees; a hidden layer's say keeps it from being removed."""
    own, elements = assembled.configuration.id, sorted(assembled.elements)
    rivals = sight.records(
        Rival, "SELECT * FROM rivals WHERE configuration_id = :id AND {seen} ORDER BY position, id", id=own
    )
    on_rivals = [each.id for each in rivals]
    return Belongings(
        judgements=tuple(
            sight.records(
                Judgement,
                "SELECT * FROM judgements WHERE configuration_id = :id AND {seen} ORDER BY id",
                id=own,
            )
        ),
        rivals=tuple(rivals),
        on_rivals=tuple(
            sight.records(
                Evidence,
                "SELECT * FROM evidence WHERE claim_id IN (:ids) AND {seen} ORDER BY id",
                ids=on_rivals,
            )
        ),
        material_on_rivals=tuple(
            sight.records(
                Bearing,
                "SELECT * FROM bearings WHERE claim_id IN (:ids) AND {seen} ORDER BY id",
                ids=on_rivals,
            )
        ),
        kinships=tuple(
            sight.records(
                Kinship,
                "SELECT * FROM kinships WHERE (configuration_id = :id OR other_id = :id) AND {seen} ORDER BY id",
                id=own,
            )
        ),
        comments=tuple(
            sight.records(Comment, "SELECT * FROM comments WHERE configuration_id = :id ORDER BY id", id=own)
        ),
        answers=tuple(
            sight.records(
                PromptAnswer,
                "SELECT * FROM prompt_answers WHERE configuration_id = :id AND {seen} ORDER BY id",
                id=own,
            )
        ),
        standins=tuple(
            sight.records(
                Standin,
                "SELECT * FROM standins WHERE element_id IN (:ids) OR member_id IN (:ids) ORDER BY id",
                ids=elements,
            )
        ),
        members=tuple(
            sight.records(
                Configuration,
                "SELECT * FROM configurations WHERE consolidated_in = :id ORDER BY number, id",
                id=own,
            )
        ),
        superseded=tuple(
            sight.records(
                Configuration,
                "SELECT * FROM configurations WHERE superseded_by = :id ORDER BY number, id",
                id=own,
            )
        ),
        named_in=tuple(
            sight.records(Rival, "SELECT * FROM rivals WHERE other_id = :id AND {seen} ORDER BY id", id=own)
        ),
    )
