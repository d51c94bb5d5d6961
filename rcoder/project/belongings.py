"""What stands and falls with a configuration, asked for when it or one of its elements is removed."""

from __future__ import annotations

from typing import Any, TypeVar

from rcoder.domain.belongings import Belongings
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Assembled, Configuration, Evidence, Judgement
from rcoder.domain.exhibit import Bearing
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.project.comments import VISIBLE
from rcoder.project.sight import Sight

R = TypeVar("R", Rival, Judgement, Evidence, Bearing, Kinship, PromptAnswer, Configuration)


def belongings(sight: Sight, assembled: Assembled) -> Belongings:
    """What has been said of the configuration, as far as the asker sees.

    A hidden layer's say keeps it from being removed; what only points at it is loosened when the deed is done
    (`entangled.unentangled`).
    """
    own, elements = assembled.configuration.id, sorted(assembled.elements)
    rivals = _seen(sight, Rival, "configuration_id = :id", "position, id", id=own)
    on_rivals = [each.id for each in rivals]
    return Belongings(
        judgements=_seen(sight, Judgement, "configuration_id = :id", id=own),
        rivals=rivals,
        on_rivals=_seen(sight, Evidence, "claim_id IN (:ids)", ids=on_rivals),
        material_on_rivals=_seen(sight, Bearing, "claim_id IN (:ids)", ids=on_rivals),
        kinships=_seen(sight, Kinship, "(configuration_id = :id OR other_id = :id)", id=own),
        comments=tuple(sight.records(Comment, _COMMENTS, id=own, own=sight.coder_id)),
        answers=_seen(sight, PromptAnswer, "configuration_id = :id", id=own),
        standins=tuple(sight.records(Standin, _STANDINS, ids=elements)),
        members=_seen(sight, Configuration, "consolidated_in = :id", "number, id", id=own),
        superseded=_seen(sight, Configuration, "superseded_by = :id", "number, id", id=own),
        named_in=_seen(sight, Rival, "other_id = :id", id=own),
    )


_COMMENTS = f"SELECT c.* FROM comments c WHERE c.configuration_id = :id AND {VISIBLE} ORDER BY c.id"  # noqa: S608 - a constant of ours
_STANDINS = """SELECT s.* FROM standins s WHERE (s.element_id IN (:ids) OR s.member_id IN (:ids))
    AND EXISTS (SELECT 1 FROM places p JOIN configurations f ON f.id = p.configuration_id
      WHERE p.element_id = s.element_id AND {seen:f}) ORDER BY s.id"""


def _seen(sight: Sight, record: type[R], where: str, order: str = "id", **asked: Any) -> tuple[R, ...]:
    sql = f"SELECT * FROM {record.table} WHERE {where} AND {{seen}} ORDER BY {order}"  # noqa: S608 - tables and conditions of ours
    return tuple(sight.records(record, sql, **asked))
