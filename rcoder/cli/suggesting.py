"""The command that suggests hypotheses, codes and kinds for the words of a passage."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.suggestion import Ground, Hint, Reason, Suggestions
from rcoder.domain.terms import letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rcoder.domain.codebook import Code
    from rcoder.project import Project
    from rcoder.project.suggesting import Suggester

SHOWN = {
    Ground.WORDS: "words",
    Ground.CUE: "like the cue",
    Ground.PASSAGE: "coded so",
    Ground.DEFINITION: "means",
}


def suggest(chosen: argparse.Namespace) -> None:
    """What is suggested for one text, or for each of a file; nothing is written."""
    texts = list(_texts(chosen))
    with ExitStack() as stack:
        advice = _Advice(chosen, stack)
        for name, text in texts:
            found = advice.on(text)
            if name is not None:
                print(json.dumps({"id": name, **_shape(found)}, ensure_ascii=True))
            elif chosen.json:
                as_json(_shape(found))
            else:
                _say(text, found, advice.codes)


class _Advice:
    """A codebook, or a project with its codebooks and what was coded, asked for advice."""

    def __init__(self, chosen: argparse.Namespace, stack: ExitStack) -> None:
        self._most, self._language = max(1, chosen.most), chosen.language
        self._project: Project | None = None
        if _is_codebook(chosen.source):
            from rcoder.project.starting import codebook_named

            self.codes: tuple[Code, ...] = codebook_named(chosen.source).codes
        else:
            chosen.project = chosen.source
            self._project = stack.enter_context(opened(chosen))
            self.codes = tuple(self._project.codes().values())
        self._suggesters: dict[str, Suggester] = {}

    def on(self, text: str) -> Suggestions:
        """What is suggested for a text."""
        from rcoder.project.suggesting import language_of, precedents, suggester_of

        language = self._language or language_of(text)
        if language not in self._suggesters:
            self._suggesters[language] = suggester_of(self.codes, language)
        known = precedents(self._project, text) if self._project is not None else ()
        return self._suggesters[language].suggest(text, known, most=self._most)


def _is_codebook(source: str) -> bool:
    """Whether a name is a codebook: a YAML file, or no file at all but a bare name, as shipped ones have."""
    if Path(source).suffix.lower() in (".yaml", ".yml"):
        return True
    return (
        "://" not in source
        and not Path(source).exists()
        and Path(source).name == source
        and "." not in source
    )


def _texts(chosen: argparse.Namespace) -> Iterator[tuple[object, str]]:
    """Each text with its id; None for a text that has none."""
    if chosen.texts is None:
        if not chosen.text.strip():
            raise Misuse("The text is empty.", 'Give some words: --text "…".')
        yield None, chosen.text
        return
    for number, said in enumerate(_lines(chosen.texts), 1):
        if said.strip():
            yield _text(chosen.texts, number, said)


def _lines(name: str) -> Iterable[str]:
    try:
        if name == "-":
            return sys.stdin.read().splitlines()
        return Path(name).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFound(f"{name} cannot be read.", "It has to be a file of JSON lines in UTF-8.") from error


def _text(name: str, number: int, said: str) -> tuple[object, str]:
    try:
        found = json.loads(said)
    except json.JSONDecodeError as error:
        raise Misuse(f"{name}:{number} is no JSON.", 'Each line is {"id": …, "text": "…"}.') from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or found.get("id") is None:
        raise Misuse(f"{name}:{number} has no id and text.", 'Each line is {"id": …, "text": "…"}.')
    return found["id"], found["text"]


def _shape(found: Suggestions) -> dict[str, object]:
    """Suggestions as --json prints them."""
    return {
        "hypotheses": [
            {"id": each.key, "score": round(each.score, 4), "reasons": _reasons(each)}
            for each in found.hypotheses
        ],
        "codes": [
            {
                "id": each.key,
                "kind": each.kind.value if each.kind else None,
                "score": round(each.score, 4),
                "reasons": _reasons(each),
            }
            for each in found.codes
        ],
        "spans": [
            {
                "start": each.start,
                "end": each.end,
                "kind": each.kind.value,
                "code": each.key,
                "score": round(each.score, 4),
            }
            for each in found.parts
        ],
    }


def _reasons(hint: Hint) -> list[dict[str, object]]:
    return [_reason(each) for each in hint.reasons]


def _reason(reason: Reason) -> dict[str, object]:
    found: dict[str, object] = {"ground": reason.ground.value, "text": reason.text}
    if reason.ground is not Ground.DEFINITION:
        found["weight"] = round(reason.weight, 4)
    if reason.words:
        found["words"] = [{"start": each.start, "end": each.end} for each in reason.words]
    if reason.place is not None:
        found |= {
            "title": reason.source,
            "transcript": reason.transcript_id,
            "start": reason.place.start,
            "end": reason.place.end,
        }
    return found


def _say(text: str, found: Suggestions, codes: Iterable[Code]) -> None:
    labels = {code.key: code.label.say() for code in codes}
    if not found.hypotheses and not found.codes:
        line("Nothing to suggest: the words are neither in the codebook nor like a passage coded before.")
        return
    for each in (*found.hypotheses, *found.codes):
        mark = f"{letter(each.kind)} " if each.kind else ""
        line(f"{each.score:4.0%}  {mark}{each.key}  {labels.get(each.key, '')}")
        for reason in each.reasons:
            if reason.ground is not Ground.DEFINITION:
                where = f"  ({reason.source})" if reason.source else ""
                line(f"        {SHOWN[reason.ground]}: {reason.text}{where}")
    for part in found.parts:
        line(f"  {letter(part.kind)} {part.key:<8} {text[part.start : part.end]}")
