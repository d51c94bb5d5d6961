"""Values of typed attributes: brought into the one form in which they are stored, and said in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rcoder.domain.case import Attribute, Choice
from rcoder.domain.counted import pointed
from rcoder.domain.errors import Misuse
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType, Bilingual

UNKNOWN = Bilingual("ukendt", "unknown")
"""How a missing value is called; unknown is not the same as no."""

YES_NO = {"yes": Bilingual("ja", "yes"), "no": Bilingual("nej", "no")}
"""The two values of a yes/no attribute."""

LONGEST = 28
"""Characters of the longest number."""

_UNKNOWN = frozenset(("", "?", "-", "–", "ukendt", "uoplyst", "ikke oplyst", "unknown", "not known", "n/a"))
_YES = frozenset(("yes", "y", "ja", "j", "true", "sand", "sandt", "1"))
_NO = frozenset(("no", "n", "nej", "false", "falsk", "0"))
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "january", "jan"), ("februar", "february", "feb"), ("marts", "march", "mar"),
            ("april", "apr"), ("maj", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"),
            ("august", "aug"), ("september", "sep", "sept"), ("oktober", "october", "okt", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[./-]\s*([0-9]{1,2})\s*[./-]\s*([0-9]{4})")
_MONTH_IN_WORDS = re.compile(r"([0-9]{1,2})\.?\s+([a-z]+)\.?,?\s+([0-9]{4})")
_NUMBER = re.compile(r"([+-]?)([0-9]+(?:\.[0-9]+)?)")


def canonical_value(attribute: Attribute, text: str) -> str:
    """A value as a person writes it, in the form it is stored in; "" for unknown.

    Yes/no: "yes" or "no". Number: a point and no needless zeros; decimal comma, thousands and the attribute's unit are
    read. Date: ISO. Choice: the choice's value, given by value or label. Raises Misuse where the value does not fit.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    plain = words.casefold()
    chosen = _choice(attribute, plain)
    if chosen or (plain in _UNKNOWN):
        return chosen
    match attribute.type:
        case AttributeType.YES_NO:
            found = "yes" if plain in _YES else "no" if plain in _NO else ""
        case AttributeType.NUMBER:
            found = _number(attribute, plain)
        case AttributeType.DATE:
            found = _date(plain)
        case AttributeType.CHOICE:
            found = ""
        case AttributeType.TEXT:
            found = words
    if not found:
        raise Misuse(f"“{_short(words)}” does not fit {attribute.key}: it is {expected(attribute)}.", WAY_OUT)
    return found


WAY_OUT = "Leave it empty, or write ?, where it is unknown."


def expected(attribute: Attribute) -> str:
    """What a value of the attribute is, in words: "a number, such as 6 or 2,5"."""
    known = {
        AttributeType.YES_NO: "yes or no (ja or nej)",
        AttributeType.NUMBER: "a number, such as 6 or 2,5",
        AttributeType.DATE: "a date, such as 2024-12-24 or 24.12.2024",
        AttributeType.TEXT: "text",
    }
    if attribute.type is AttributeType.CHOICE:
        return f"one of {', '.join(each.value for each in attribute.choices)}"
    return known[attribute.type]


def say_value(attribute: Attribute, value: str, language: str = "da", *, terms: str = "en") -> str:
    """A stored value in words: "6 år", "yes", the label of a choice; "unknown" for a missing one.

    `language` is the content's, for labels and units, `terms` the program's. A value that does not fit is said as it is.
    """
    if not value:
        return UNKNOWN.say(terms)
    if attribute.type is AttributeType.YES_NO and value in YES_NO:
        return YES_NO[value].say(terms)
    if attribute.choices:
        label = next((each.label.say(language) for each in attribute.choices if each.value == value), "")
        return label or value
    if attribute.type is AttributeType.NUMBER and _NUMBER.fullmatch(value):
        return f"{pointed(value, language)} {attribute.unit.say(language)}".strip()
    return value


def attribute_name(attribute: Attribute, language: str = "da") -> str:
    """What a person calls an attribute: its label, or its key where it has none."""
    return attribute.label.say(language) or attribute.key


def read_choice(text: str) -> Choice:
    """A choice as a person writes it: VALUE, VALUE=DANISH or VALUE=DANISH|ENGLISH."""
    value, _, labels = text.partition("=")
    danish, _, english = labels.partition("|")
    return Choice(value.strip(), Bilingual(danish.strip(), english.strip()))


def written_choice(choice: Choice) -> str:
    """A choice as `read_choice` reads it."""
    labels = "|".join(each for each in (choice.label.da, choice.label.en) if each)
    return f"{choice.value}={labels}" if labels else choice.value


def read_type(text: str) -> AttributeType:
    """A type by its word in either language: yes/no, ja/nej, tal. Raises Misuse."""
    wanted = plain_key(text).replace("/", "_")
    for each in AttributeType:
        if wanted in (each.value, *(say(each, language).replace("/", "_") for language in ("da", "en"))):
            return each
    known = ", ".join(say(each) for each in AttributeType)
    raise Misuse(f"“{text.strip()}” is no type of attribute.", f"It is one of {known}.")


def plain_key(text: str) -> str:
    """A key or a column's heading with letter case set aside and blanks and hyphens as underscores."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFC", text).strip().casefold())


def attribute_called(attributes: Iterable[Attribute], name: str) -> Attribute | None:
    """The attribute with that key, or else that label in either language, as `plain_key` sees them; None for no such one."""
    wanted, known = plain_key(name), tuple(attributes)
    if not wanted:
        return None
    by_key = next((each for each in known if plain_key(each.key) == wanted), None)
    labelled = (each for each in known if wanted in (plain_key(each.label.da), plain_key(each.label.en)))
    return by_key or next(labelled, None)


def _choice(attribute: Attribute, plain: str) -> str:
    """The value of the choice that is meant: by its value first, then by its label in either language; "" for none."""
    if not plain or attribute.type not in (AttributeType.CHOICE, AttributeType.TEXT):
        return ""
    for each in attribute.choices:
        if each.value.casefold() == plain:
            return each.value
    for each in attribute.choices:
        if plain in (each.label.da.casefold(), each.label.en.casefold()):
            return each.value
    return ""


def _number(attribute: Attribute, plain: str) -> str:
    for unit in (attribute.unit.da.casefold(), attribute.unit.en.casefold()):
        if unit:
            plain = plain.removesuffix(unit).rstrip()
    found = _NUMBER.fullmatch(_with_point(plain.replace("−", "-")))
    if found is None or len(plain) > LONGEST:
        return ""
    value = Decimal(found[2])
    said = format(value.normalize(), "f")
    return f"-{said}" if found[1] == "-" and value else said


def _with_point(text: str) -> str:
    """A number with a point before its decimals and nothing between its thousands."""
    if re.fullmatch(r"[+-]?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?", text):
        text = text.replace(" ", "")
    if re.fullmatch(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}", text):
        return text.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[+-]?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|[+-]?[0-9]{1,3}(,[0-9]{3}){2,}", text):
        return text.replace(",", "")
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def _date(plain: str) -> str:
    iso, day_first, in_words = (each.fullmatch(plain) for each in (_ISO, _DAY_FIRST, _MONTH_IN_WORDS))
    if iso:
        parts = int(iso[1]), int(iso[2]), int(iso[3])
    elif day_first:
        parts = int(day_first[3]), int(day_first[2]), int(day_first[1])
    elif in_words and in_words[2] in _MONTHS:
        parts = int(in_words[3]), _MONTHS[in_words[2]], int(in_words[1])
    else:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
