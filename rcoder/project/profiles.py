"""A case on one page: what is known of it, who was interviewed, what is made of it, and how it went."""

from __future__ import annotations

from collections import defaultdict

from rcoder.domain.case import Attribute, Case
from rcoder.domain.case_profile import CaseProfile, ConfigurationOf, HeldWith, KnownOf
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import Judged
from rcoder.domain.configuration import Configuration
from rcoder.domain.exhibit import Exhibit
from rcoder.domain.framework import FrameCell
from rcoder.domain.groups import criteria_attributes, said_name, said_value, value_of
from rcoder.domain.memo import Memo
from rcoder.domain.rendering import sentence
from rcoder.domain.review import standing
from rcoder.domain.roles import in_role_order
from rcoder.domain.study import Study
from rcoder.domain.words import Category, Stance, Subject
from rcoder.project.absence import roles_of
from rcoder.project.arranging import case_named
from rcoder.project.assembling import assemble
from rcoder.project.attributes import attributes
from rcoder.project.conditions import judged
from rcoder.project.door import Project
from rcoder.project.framework import columns_under, material_cells, summaries_written
from rcoder.project.framework_material import about_case, claims
from rcoder.project.matrices.ground import codes, ground
from rcoder.project.questions import finishers
from rcoder.project.sight import Sight
from rcoder.project.standings import standings
from rcoder.project.turning_points import turning_of


def profile(project: Project, case: str) -> CaseProfile:
    """A case by name or id, on one page, as far as the asker may see. Raises NotFound."""
    sight, study = project.sight, project.study()
    own = case_named(project, case)
    spoken = roles_of(sight)
    own_configurations, others = configurations_of(project, own.id, study)
    conditions, count = _judged(sight, own.id)
    hypotheses, cells = cells_of(project, own.id)
    interviews = _interviews(sight, own.id, spoken)
    coders = {each.id: each.name for each in project.coders()}
    memos = sight.records(
        Memo,
        "SELECT * FROM memos WHERE about = 'case' AND about_id = :id AND {seen} ORDER BY at, id",
        id=own.id,
    )
    exhibits = sight.records(
        Exhibit, "SELECT * FROM exhibits WHERE case_id = :id AND {seen} ORDER BY title, id", id=own.id
    )
    return CaseProfile(
        own,
        known_of(sight, own, study.language),
        interviews,
        _missing(project, interviews, spoken),
        own_configurations,
        others,
        conditions,
        count,
        hypotheses,
        cells,
        turning_of(sight, own.id),
        tuple((each, coders.get(each.coder_id, "")) for each in memos),
        tuple((each, coders.get(each.coder_id, "")) for each in exhibits),
        tuple(ground(project).cases.values()),
        study.language,
    )


def known_of(sight: Sight, case: Case, language: str) -> tuple[KnownOf, ...]:
    """What is known of a case: the facts of every case and the declared attributes, then what else was said of it."""
    declared = criteria_attributes(attributes(sight, Subject.CASE))
    found = [_known(each, value_of(case, each.key), language) for each in declared]
    keys = {each.key for each in declared}
    return (*found, *(KnownOf(key, key, value) for key, value in case.attributes.items() if key not in keys))


def _known(attribute: Attribute, value: str, language: str) -> KnownOf:
    return KnownOf(
        attribute.key,
        said_name(attribute, language),
        said_value(attribute, value, language) if value else "",
    )


# -- interviews ------------------------------------------------------------------------------------------------------


def _interviews(sight: Sight, case_id: str, spoken: dict[str, tuple[str, ...]]) -> tuple[HeldWith, ...]:
    rows = sight.rows(
        "SELECT id, title, date, wave FROM transcripts WHERE case_id = :id ORDER BY wave, date, title, id",
        id=case_id,
    )
    done = finishers(sight)
    counts = {
        row["transcript_id"]: int(row["n"])
        for row in sight.rows(
            """SELECT transcript_id, COUNT(*) AS n FROM codings
               WHERE transcript_id IN (SELECT id FROM transcripts WHERE case_id = :id) AND {seen}
               GROUP BY transcript_id""",
            id=case_id,
        )
    }
    return tuple(
        HeldWith(
            row["id"],
            row["title"],
            tuple(each for each in spoken.get(row["id"], ()) if each),
            row["date"],
            row["wave"],
            counts.get(row["id"], 0),
            tuple(done.get(row["id"], {}).values()),
        )
        for row in rows
    )


def _missing(
    project: Project, interviews: tuple[HeldWith, ...], spoken: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Roles that interviews of other cases were held in, and none of this one."""
    of_cases = {each.id for each in ground(project).interviews if each.case_id}
    everywhere = {role for name, own in spoken.items() if name in of_cases for role in own if role}
    return in_role_order(everywhere - {role for each in interviews for role in each.roles})


# -- configurations --------------------------------------------------------------------------------------------------


def configurations_of(
    project: Project, case_id: str, study: Study
) -> tuple[tuple[ConfigurationOf, ...], tuple[ConfigurationOf, ...]]:
    """The configurations of a case written out, and the others that passages about it bear on; by number."""
    sight = project.sight
    bearing = _bearing(sight, case_id)
    own = sight.records(
        Configuration, "SELECT * FROM configurations WHERE case_id = :id AND {seen}", id=case_id
    )
    wholes = assemble(sight, [each.id for each in own]) if own else ()
    written = [
        ConfigurationOf(
            each.configuration.id,
            each.configuration.number,
            each.configuration.level,
            standing(each).say(),
            sentence(each, study.language, study.rendering),
            bearing.get(each.configuration.id, {}),
            each.configuration.title,
        )
        for each in wholes
    ]
    ids = sorted(set(bearing) - {each.id for each in own})
    rest = (
        sight.records(Configuration, "SELECT * FROM configurations WHERE id IN (:ids) AND {seen}", ids=ids)
        if ids
        else []
    )
    stands = standings(sight, rest) if rest else {}
    others = [
        ConfigurationOf(
            each.id, each.number, each.level, stands[each.id].say(), "", bearing[each.id], each.title
        )
        for each in rest
    ]
    return _numbered(written), _numbered(others)


def _numbered(found: list[ConfigurationOf]) -> tuple[ConfigurationOf, ...]:
    return tuple(sorted(found, key=lambda each: (len(each.number), each.number, each.id)))


def _bearing(sight: Sight, case_id: str) -> dict[str, dict[Stance, int]]:
    """Passages about this case by stance, the same words once, of each configuration in sight that they bear on."""
    on = claims(sight)
    found: dict[str, dict[Stance, set[tuple[str, int, int]]]] = defaultdict(lambda: defaultdict(set))
    for condition in about_case("evidence"):
        rows = sight.rows(
            f"""SELECT x.claim_id, x.stance, x.transcript_id, x.start, x."end" FROM evidence x
                JOIN transcripts t ON t.id = x.transcript_id LEFT JOIN speakers s ON s.id = x.speaker_id
                WHERE {condition} AND x.claim IN ('configuration', 'link', 'element') AND x.scope = 'this_case'
                  AND x.revision = t.revision AND (s.id IS NULL OR NOT s.interviewer) AND {{seen:x}}""",  # noqa: S608 - conditions of ours
            case=case_id,
        )
        for row in rows:
            for each in on.get(row["claim_id"], ()):
                found[each][Stance(row["stance"])].add((row["transcript_id"], row["start"], row["end"]))
    return {
        each: {stance: len(own) for stance, own in by_stance.items()} for each, by_stance in found.items()
    }


# -- conditions and hypotheses ---------------------------------------------------------------------------------------


def _judged(sight: Sight, case_id: str) -> tuple[tuple[tuple[Code, Judged], ...], int]:
    """The judgements of support conditions in a case, in the order of the codebook; and how many conditions there are."""
    known = codes(sight)
    made = judged(sight, case_id=case_id)
    order = {each: place for place, each in enumerate(known.depths)}
    found = [
        (known.by_id[each.judgement.condition_id], each)
        for each in made
        if each.judgement.condition_id in known.by_id
    ]
    found.sort(key=lambda pair: (order[pair[0].id], bool(pair[1].judgement.role)))
    ids = {code.id for code, _ in found}
    conditions = known.of_category(Category.CONDITION)
    return tuple(found), sum(not each.retired or each.id in ids for each in conditions)


def cells_of(project: Project, case_id: str) -> tuple[tuple[Code, ...], dict[str, FrameCell]]:
    """The hypotheses of a case with what is written of them and what there is to write from."""
    written = summaries_written(project.sight, [case_id])
    columns = columns_under(project, kept={each.summary.code_id for each in written}).codes
    return columns, material_cells(project, case_id, columns, written)
