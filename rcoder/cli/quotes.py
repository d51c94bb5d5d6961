"""Commands on quotations for a paper."""

from __future__ import annotations

import argparse
import sys

from rcoder.cli.shapes import place_shape
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.transcript import Span
from rcoder.domain.visible import visible
from rcoder.project.excerpts import ExcerptLine, Form, form_with, keep_quote
from rcoder.project.excerpts import quotes as quotes_in_sight


def quote(chosen: argparse.Namespace) -> None:
    """Keeps words as a quotation, changes what is said of one, or drops it where nothing is said."""
    said = (chosen.edited, chosen.translation, chosen.language)
    span = Span(chosen.start, chosen.end)
    with opened(chosen) as project:
        form = (
            form_with(project, chosen.transcript, span, said)
            if any(each is not None for each in said)
            else Form()
        )
        found, entry = keep_quote(project, chosen.transcript, span, form)
    if found is not None and found.check:
        print(visible(found.check), file=sys.stderr)
    if chosen.json:
        as_json({**(shape(found) if found else {"id": None}), "entry": entry.id, "sentence": entry.sentence})
        return
    line(f"{entry.sentence}.")


def quotes(chosen: argparse.Namespace) -> None:
    """The quotations."""
    with opened(chosen) as project:
        transcript = project.transcript(chosen.transcript).id if chosen.transcript else ""
        found = quotes_in_sight(project, transcript)
    if chosen.json:
        as_json([shape(each) for each in found])
        return
    for each in found:
        passage = each.passage
        earlier = f"  in revision {passage.revision}" if passage.earlier else ""
        whose = " · ".join(word for word in (passage.speaker, *passage.roles, passage.case) if word)
        line(f"{passage.transcript} {passage.start}–{passage.end}  {whose}  [{passage.coder}]{earlier}")
        line(f"    “{passage.text}”")
        if each.edited:
            line(f"    edited: “{each.edited}”")
        if each.excerpt.translation:
            line(f"    {each.excerpt.language}: “{each.excerpt.translation}”")
        if each.check:
            line(f"    {each.check}")
    line(several(len(found), "quotation"))


def shape(each: ExcerptLine) -> dict[str, object]:
    """A quotation as --json prints it."""
    excerpt, passage = each.excerpt, each.passage
    return {
        "id": excerpt.id,
        **place_shape(passage),
        "edited": each.edited or None,
        "translation": excerpt.translation or None,
        "language": excerpt.language if excerpt.translation else None,
        "check": each.check or None,
        "speaker": passage.speaker,
        "roles": list(passage.roles),
        "case": passage.case or None,
        "coder": passage.coder,
        "at": excerpt.at or None,
    }
