"""Commands that work on the codebook of a project."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcoder.cli.righting import done
from rcoder.cli.show import as_json, line, opened
from rcoder.cli.terms import term
from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook_rules import TEXTS
from rcoder.domain.errors import Misuse
from rcoder.domain.words import Category, Horizon, Kind
from rcoder.project import codebook_work
from rcoder.project.codebook_work import LANGUAGES, Wanted

if TYPE_CHECKING:
    from rcoder.project.codebook_splitting import Part, Parts, Split


def add_hypothesis(chosen: argparse.Namespace) -> None:
    """Adds a hypothesis."""
    wanted = _wanted(chosen)
    done(
        chosen,
        lambda project: codebook_work.add_hypothesis(project, wanted, key=chosen.key, book=chosen.codebook),
    )


def add_code(chosen: argparse.Namespace) -> None:
    """Adds a code or support condition."""
    wanted = _wanted(chosen)
    done(
        chosen,
        lambda project: codebook_work.add_code(
            project, chosen.under, wanted, key=chosen.key, condition=chosen.condition
        ),
    )


def edit(chosen: argparse.Namespace) -> None:
    """Changes a code."""
    wanted = _wanted(chosen)
    if wanted == Wanted():
        raise Misuse("Say what is to be changed.", "See rcoder codebook edit --help.")
    done(chosen, lambda project: codebook_work.edit(project, chosen.code, wanted))


def move(chosen: argparse.Namespace) -> None:
    """Moves a code or support condition."""
    done(chosen, lambda project: codebook_work.move(project, chosen.code, chosen.under))


def retire(chosen: argparse.Namespace) -> None:
    """Retires a code."""
    done(chosen, lambda project: codebook_work.retire(project, chosen.code))


def bring_back(chosen: argparse.Namespace) -> None:
    """Brings a retired code back."""
    done(chosen, lambda project: codebook_work.bring_back(project, chosen.code, with_below=chosen.with_below))


def remove_code(chosen: argparse.Namespace) -> None:
    """Removes a code that nothing rests on."""
    done(chosen, lambda project: codebook_work.removal(project, chosen.code))


def _wanted(chosen: argparse.Namespace) -> Wanted:
    """What the options say of a code; what they leave out is not touched."""
    given = vars(chosen)
    names = [f"{text}.{language}" for text in TEXTS for language in LANGUAGES]
    texts = {name: given[name] for name in names if given.get(name) is not None}
    fields: dict[str, Any] = {
        name: given[name] for name in ("section", "note", "sign") if given.get(name) is not None
    }
    lists = {"aliases": given.get("alias"), "cues": given.get("cue"), "actors": given.get("actor")}
    for name, words in lists.items():
        if words is not None:
            fields[name] = tuple(each.strip() for each in words if each.strip())
    if given.get("kind"):
        fields["kind"] = term(Kind, given["kind"], "--kind")
    if given.get("horizon") is not None:
        fields["horizon"] = term(Horizon, given["horizon"], "--horizon") if given["horizon"].strip() else None
    return Wanted(texts, fields)


# -- splitting -------------------------------------------------------------------------------------------------------


def split(chosen: argparse.Namespace) -> None:
    """Splits a hypothesis, or shows what would go where."""
    from rcoder.project.codebook_splitting import look
    from rcoder.project.codebook_splitting import split as splitting

    parts, assigned, rest = _from_file(chosen) if chosen.file else _from_options(chosen)
    with opened(chosen) as project:
        before = look(project, chosen.code)
        deed = splitting(project, before.hypothesis.key, parts, assigned, rest)
        entry = None if chosen.dry_run else project.do(deed, why=chosen.why)
    went = _went(before, {each.id: each.after or {} for each in deed.changes}, parts)
    stays = [each.coding.id for each in before.itself]
    if chosen.json:
        as_json(
            {
                "entry": entry.id if entry else None,
                "sentence": deed.sentence,
                "parts": went,
                "stays": stays,
            }
        )
        return
    line(deed.sentence if entry else f"Would do: {deed.sentence}")
    for each in went:
        line(
            f"  {each['id']}: {', '.join([*each['codes'], *each['boxes'], *each['configurations']]) or 'nothing'}"
        )
    if stays:
        verb = "stays" if len(stays) == 1 else "stay"
        line(f"{several(len(stays), 'coding')} on {before.hypothesis.key} itself {verb} with it:")
        for coding in before.itself:
            line(f"  {coding.passage.transcript} {coding.coding.start}–{coding.coding.end}")


def _went(
    before: Split, after: Mapping[str, Mapping[str, Any]], parts: Sequence[Part]
) -> list[dict[str, Any]]:
    """What went to each part, by key and number, as far as the asker may see."""
    hanging = before.hanging
    ids = {row["key"]: name for name, row in after.items() if row.get("category") == Category.HYPOTHESIS}
    found = []
    for part in parts:
        own = ids.get(part.key.strip(), "")
        boxes = (*hanging.boxes, *hanging.overall)
        found.append(
            {
                "id": part.key.strip(),
                "codes": [
                    each.key for each in hanging.codes if after.get(each.id, {}).get("parent_id") == own
                ],
                "boxes": [
                    each.key
                    for each in boxes
                    if part.key.strip() in after.get(each.id, {}).get("hypotheses", ())
                ],
                "configurations": [
                    each.number
                    for each in hanging.configurations
                    if own in after.get(each.id, {}).get("hypotheses", ())
                ],
            }
        )
    return found


def _from_options(chosen: argparse.Namespace) -> tuple[list[Part], dict[str, Parts], str]:
    from rcoder.project.codebook_splitting import Part

    parts = []
    for written in chosen.into:
        key, equals, label = written.partition("=")
        if not equals or not key.strip() or not label.strip():
            raise Misuse(f"--into {written} is no hypothesis.", 'Write it as H1a="Aftaler / Agreements".')
        danish, slash, english = label.partition(" / ")
        texts = {"label.da": danish, "label.en": english if slash else danish}
        parts.append(Part(key.strip(), Wanted(texts)))
    assigned: dict[str, Parts] = {}
    for written in chosen.assign:
        what, equals, keys = written.partition("=")
        named = tuple(each.strip() for each in keys.split(",") if each.strip())
        if not equals or not what.strip() or not named:
            raise Misuse(f"--assign {written} says nothing.", "Write it as H1.M1=H1a.")
        if what.strip() in assigned:
            raise Misuse(f"--assign {what.strip()} is given twice.", "Write it as K03=H1a,H1b for both.")
        assigned[what.strip()] = named
    return parts, assigned, chosen.rest


def _from_file(chosen: argparse.Namespace) -> tuple[list[Part], dict[str, Parts], str]:
    from rcoder.exchange.codebook_splits import read_split
    from rcoder.project.codebook_splitting import Part

    if chosen.into or chosen.assign or chosen.rest:
        raise Misuse(
            "With --from, all of the split is read from the file.", "Leave --into, --assign and --rest out."
        )
    found = read_split(Path(chosen.file))
    if found.hypothesis.casefold() != chosen.code.strip().casefold():
        raise Misuse(f"{chosen.file} splits {found.hypothesis}, not {chosen.code}.")
    return (
        [Part(each.key, Wanted(each.texts, each.fields)) for each in found.parts],
        dict(found.assigned),
        found.rest,
    )
