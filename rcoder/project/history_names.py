"""What things are called in a course, as far as the asker sees them."""

from __future__ import annotations

from rcoder.analysis.history_names import Names
from rcoder.domain.codebook import Code
from rcoder.project import codebooks, questions
from rcoder.project.sight import Sight


def names_of(sight: Sight, configuration_id: str = "") -> Names:
    """The names of everything that changes speak of; a part that was another then, or is gone, the changes themselves name."""
    numbers = {
        row["id"]: row["number"] for row in sight.rows("SELECT id, number FROM configurations WHERE {seen}")
    }
    elements = sight.rows(
        "SELECT id, wording FROM elements WHERE id IN (SELECT element_id FROM places WHERE configuration_id = :id)",
        id=configuration_id,
    )
    own = {"id": configuration_id}
    links = sight.rows("SELECT * FROM links WHERE configuration_id = :id", **own)
    rivals = sight.rows("SELECT id, wording FROM rivals WHERE configuration_id = :id AND {seen}", **own)
    language = questions.study(sight).language
    return Names(
        number=numbers.get(configuration_id, ""),
        elements={row["id"]: row["wording"] for row in elements},
        links={row["id"]: dict(row) for row in links},
        rivals={row["id"]: row["wording"] for row in rivals},
        numbers=numbers,
        codes={each.id: called(each, language) for each in codebooks.codes(sight)},
        language=language,
        nodes={each["id"]: each["key"] for each in sight.rows("SELECT id, key FROM nodes")},
        cases={row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM cases")},
        exhibits={
            row["id"]: row["title"] for row in sight.rows("SELECT id, title FROM exhibits WHERE {seen}")
        },
    )


def called(code: Code, language: str) -> str:
    """A code's key, and its label in the language of the study, as the sentences of the journal have it."""
    return f"{code.key} {code.label.say(language)}".strip()
