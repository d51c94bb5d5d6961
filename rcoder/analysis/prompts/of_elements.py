"""What can be asked of the elements of a configuration and of the links between them (realist-practice §7, 1 to 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rcoder.analysis.prompts.outline import UNKNOWN, Outline, Part, Setting, Voice, names_of
from rcoder.analysis.prompts.wordings import activity, alike, feels, names_in, one_word, repeats
from rcoder.domain.configuration import MISSING_ORDER
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import Prompt, count, same
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Kind

PASSAGES = (("passage", "passager"), ("passage", "passages"))
ELEMENTS = (("element", "elementer"), ("element", "elements"))
SAME_ELEMENT = Bilingual("det samme element", "the same element")
SAME_CODE = Bilingual("af den samme kode", "of the same code")
SAME_WORDS = Bilingual("næsten de samme ord", "nearly the same words")
A_KIND = {
    Kind.CONTEXT: "en kontekst", Kind.RESOURCE: "en ressource", Kind.REASONING: "et ræsonnement", Kind.OUTCOME: "et udfald",
}  # fmt: skip


def prompt(own: Outline, key: str, about_id: str = "", **told: Bilingual) -> Prompt:
    """A prompt on a configuration."""
    return Prompt(PROMPTS[key], own.id, own.number, about_id, told)


def of_elements(own: Outline, setting: Setting) -> Iterator[Prompt]:
    """Every prompt on the places, elements and links."""
    yield from _missing(own)
    names = names_of(own.parts)
    behind: dict[str, list[Voice]] = {}
    for voice in own.voices:
        behind.setdefault(voice.claim_id, []).append(voice)
    for part in {each.element_id: each for each in own.parts}.values():
        name = names[part.element_id]
        yield from _by_place(own, part, name, setting)
        yield from _support(own, part, name, behind.get(part.element_id, []))
    yield from _pairs(own, names)
    yield from _actors(own, names)
    yield from _because(own, names)
    yield from _ties(own, names, behind)


def _missing(own: Outline) -> Iterator[Prompt]:
    for kind in MISSING_ORDER:
        if not any(part.kind is kind for part in own.parts):
            words = Bilingual(say(kind, "da"), say(kind, "en"))
            yield prompt(
                own, "missing_slot", kind.value, kind=words, a_kind=Bilingual(A_KIND[kind], words.en)
            )


def _by_place(own: Outline, part: Part, name: Bilingual, setting: Setting) -> Iterator[Prompt]:
    """What an element is asked by reason of where it stands; in two places it is asked of both."""
    named = {"name": name, "words": same(part.wording)}
    kinds = {each.kind for each in own.parts if each.element_id == part.element_id}
    if Kind.REASONING in kinds:
        yield from _reasoning(own, part, named)
    if Kind.RESOURCE in kinds and (because := _unoffered(part, setting)) is not None:
        yield prompt(own, "response_as_resource", part.element_id, because=because, **named)
    if Kind.CONTEXT in kinds and _idle(own, part):
        yield prompt(own, "context_idle", part.element_id, **named)
    if Kind.OUTCOME in kinds:
        yield from _outcome(own, part, named, setting)
    if setting.names and (who := names_in(part.wording, setting.names)):
        yield prompt(own, "names_someone", part.element_id, who=same(who), **named)


def _reasoning(own: Outline, part: Part, named: Mapping[str, Bilingual]) -> Iterator[Prompt]:
    if word := activity(part.wording):
        yield prompt(own, "activity_as_reasoning", part.element_id, activity=same(word), **named)
    elif one_word(part.wording):
        yield prompt(own, "label_as_reasoning", part.element_id, **named)
    if not part.actor.strip():
        yield prompt(own, "actor_missing", part.element_id, **named)


def _unoffered(part: Part, setting: Setting) -> Bilingual | None:
    """Why a resource seems to be a response, "" by its words; None where it seems to be offered, or comes of a chain."""
    if part.elsewhere:
        return None
    code = setting.codes.get(part.code_id)
    if code is not None and code.kind is Kind.REASONING:
        return Bilingual(f" (koden {code.key} er et ræsonnement)", f" (its code {code.key} is a reasoning)")
    if feels(part.wording) and (code is None or code.kind is not Kind.RESOURCE):
        return same("")
    return None


def _idle(own: Outline, part: Part) -> bool:
    return bool(own.ties) and not any(part.element_id == each.source_id for each in own.ties)


def _outcome(own: Outline, part: Part, named: Mapping[str, Bilingual], setting: Setting) -> Iterator[Prompt]:
    if not part.horizon:
        yield prompt(own, "outcome_term", part.element_id, **named)
    code = setting.codes.get(part.code_id)
    if code is not None and code.kind is Kind.OUTCOME and code.sign != part.sign:
        signs = {"code": same(code.key), "sign": same(_sign(part.sign)), "codes_sign": same(_sign(code.sign))}
        yield prompt(own, "outcome_sign", part.element_id, **signs, **named)


def _sign(sign: str) -> str:
    return "−" if sign == "-" else "+"


def _support(own: Outline, part: Part, name: Bilingual, behind: list[Voice]) -> Iterator[Prompt]:
    """What an element rests on."""
    named = {"name": name, "words": same(part.wording)}
    if not behind:
        if not part.inferred:
            yield prompt(own, "no_passage", part.element_id, **named)
        return
    named["passages"] = count(len({each.place for each in behind}), *PASSAGES)
    if all(each.inferred for each in behind):
        yield prompt(own, "only_inferred", part.element_id, **named)
    if all(each.prompted for each in behind):
        yield prompt(own, "only_prompted", part.element_id, **named)
    if not any(each.this_case and each.case_id for each in behind):
        yield prompt(own, "only_general", part.element_id, **named)


def _pairs(own: Outline, names: Mapping[str, Bilingual]) -> Iterator[Prompt]:
    """Outcomes that are the reasoning over again, and contexts that are the resource."""
    for key, kind, other_kind in (
        ("context_is_resource", Kind.CONTEXT, Kind.RESOURCE),
        ("outcome_is_reasoning", Kind.OUTCOME, Kind.REASONING),
    ):
        for part in (each for each in own.parts if each.kind is kind):
            others = (each for each in own.parts if each.kind is other_kind)
            if (found := _same_as(part, others)) is not None:
                other, how = found
                told = {"name": names[part.element_id], "other": names[other.element_id], "how": how}
                words = {"words": same(part.wording), "others_words": same(other.wording)}
                yield prompt(own, key, part.element_id, **told, **words)


def _same_as(part: Part, others: Iterable[Part]) -> tuple[Part, Bilingual] | None:
    for other in others:
        if part.element_id == other.element_id:
            return other, SAME_ELEMENT
        if part.code_id and part.code_id == other.code_id:
            return other, SAME_CODE
        if alike(part.wording, other.wording):
            return other, SAME_WORDS
    return None


def _actors(own: Outline, names: Mapping[str, Bilingual]) -> Iterator[Prompt]:
    by_actor: dict[str, list[Bilingual]] = {}
    for part in own.parts:
        if part.kind is Kind.REASONING and part.actor.strip():
            by_actor.setdefault(part.actor.strip().casefold(), []).append(names[part.element_id])
    if len(by_actor) > 1:
        who = [
            Bilingual(*(f"{actor} ({', '.join(each.say(language) for each in own_names)})" for language in ("da", "en")))
            for actor, own_names in by_actor.items()
        ]  # fmt: skip
        yield prompt(own, "actors_change", who=Bilingual(*(", ".join(each.say(language) for each in who) for language in ("da", "en"))))  # fmt: skip


def _because(own: Outline, names: Mapping[str, Bilingual]) -> Iterator[Prompt]:
    if not own.because.strip():
        if own.parts:
            yield prompt(own, "because_empty")
        return
    for part in own.parts:
        if part.kind in (Kind.REASONING, Kind.OUTCOME) and repeats(own.because, part.wording):
            named = {"name": names[part.element_id], "words": same(part.wording)}
            yield prompt(own, "because_repeats", "", **named)
            return


def _ties(
    own: Outline, names: Mapping[str, Bilingual], behind: Mapping[str, list[Voice]]
) -> Iterator[Prompt]:
    elements = dict.fromkeys(part.element_id for part in own.parts)
    if len(elements) > 1 and not own.ties:
        yield prompt(own, "nothing_tied", elements=count(len(elements), *ELEMENTS))
        return
    tied = {end for each in own.ties for end in (each.source_id, each.target_id)}
    wordings = {part.element_id: part for part in own.parts}
    for element_id in elements if own.ties else ():
        if element_id not in tied and wordings[element_id].kind is not Kind.CONTEXT:
            words = same(wordings[element_id].wording)
            yield prompt(own, "element_untied", element_id, name=names[element_id], words=words)
    for tie in own.ties:
        if tie.id not in behind:
            yield prompt(own, "link_without_passage", tie.id, link=link_name(own, tie.id, names))


def link_name(own: Outline, tie_id: str, names: Mapping[str, Bilingual], deep: int = 5) -> Bilingual:
    """A link by the short names of its ends: R1 → M1; a condition as C1 on R1 → M1."""
    tie = next((each for each in own.ties if each.id == tie_id), None)
    if tie is None or not deep:
        return UNKNOWN
    source = names.get(tie.source_id, UNKNOWN)
    if tie.target_id in names:
        target = names[tie.target_id]
        return Bilingual(f"{source.da} → {target.da}", f"{source.en} → {target.en}")
    target = link_name(own, tie.target_id, names, deep - 1)
    return Bilingual(f"{source.da} på {target.da}", f"{source.en} on {target.en}")
