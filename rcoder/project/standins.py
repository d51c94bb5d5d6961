"""Which elements of consolidated configurations stand for which of their members."""

from __future__ import annotations

from rcoder.domain.rival import Standin
from rcoder.project.sight import Sight


def standins_of(sight: Sight) -> tuple[Standin, ...]:
    """What stands for what, in configurations in sight."""
    return tuple(
        sight.records(
            Standin,
            """SELECT s.* FROM standins s WHERE EXISTS (SELECT 1 FROM places p
               JOIN configurations f ON f.id = p.configuration_id WHERE p.element_id = s.element_id AND {seen:f})
               ORDER BY s.id""",
        )
    )
