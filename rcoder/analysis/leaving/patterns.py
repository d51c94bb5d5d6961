"""Numbers and addresses that point at a person, by how they are written.

A CPR number is a valid date and four digits, without modulus 11: numbers that fail it have been issued since 2007 (cpr.dk).
What is said in words ("tolv nul fem …") is found by none of these rules.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from rcoder.domain.leaving import Sort

CAPITAL = "A-ZÆØÅÄÖÜÉÈÁÀÍÓÚÇŠŽĐŁŞ"
_MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    "|january|february|march|may|june|july|october"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec"
)


class Hit(NamedTuple):
    """Something found in a text, code points."""

    start: int
    end: int
    sort: Sort


_CPR = re.compile(
    r"(?:(?<![\w+])|(?<=cpr)|(?<=CPR)|(?<=nr))(?<!\d[-.,/])([0-36-9]\d)([ ./-]?)([01]\d)\2(?:19|20)?(\d\d)\s{0,2}[-–—./]{0,2}\s{0,2}\d\d ?\d\d(?!\d)(?![.,/-]\d)"
)
_CPR_SPELT = re.compile(r"(?<!\d)(?<!\d[ ,.-])\d(?:[ ,.-]{1,2}\d){9}(?!\d|[ ,.-]{1,2}\d)")
"""Digit by digit, as they are dictated."""
_PHONE = re.compile(
    r"(?:(?<![\w+])(?<!\d[.,/-])|(?<=[Tt]lf))(?:"
    r"(?:\+|00)45[ .-]?\d(?:[ .-]?\d){7}(?!\d)"
    r"|(?:\+|00)[1-9]\d{0,2}(?:[ .-]?\(?\d{1,4}\)?){2,6}(?!\d)"
    r"|[2-9]\d([ .-]{1,2})\d\d\1\d\d\1\d\d(?!\d)"
    r"|[2-9]\d{3}[ -]\d{4}(?!\d)"
    r"|[2-9]\d\d \d\d \d{3}(?!\d)"
    r"|[2-9]\d \d{6}(?!\d)"
    r"|[2-9]\d{7}(?!\d)"
    r")(?![.,/-]\d)(?!\s*(?:kr|pct|%|DKK|millioner))"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?:@|\s?@\s?|\s?[\[({](?:at|snabel-?a)[\])}]\s?)[\w-]+(?:\s?\.[\w-]+)+",
    re.IGNORECASE,
)
_EMAIL_SPOKEN = re.compile(
    r"(?<![\w.+-])[\w.+-]+\s(?:at|snabel[- ]?a)\s[\w-]+(?:\.[\w-]+)*(?:\.|\s(?:dot|punktum)\s)(?:dk|com|net|org|eu|se|no|de)(?!\w)",
    re.IGNORECASE,
)
_WEB = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"”“»«]+|(?<![\w@.])@[A-Za-zÆØÅæøå_][\w.]{2,}")
_STREET = re.compile(
    rf"(?<!\w)(?:[{CAPITAL}][\w.]*[ ]){{0,2}}[{CAPITAL}]\w+"
    r"(?:vej|gade|allé|alle|plads|stræde|vænge|vænget|boulevard|torv|torvet|stien|vangen|parken|marken|toften|haven"
    r"|bakken|krogen|svinget|højen|lunden|dalen|vejen|gården)\s(?:nr\.?\s)?\d{1,3}(?:\s?[A-ZÆØÅ])?(?!\w)(?![.,]\d)"
    rf"|(?<!\w)[{CAPITAL}][\w.]*(?:[ ][{CAPITAL}][\w.]*){{0,2}}[ ](?:Allé|Alle|Vej|Plads|Gade|Boulevard|Torv|Stræde)"
    r"\s\d{1,3}(?:\s?[A-ZÆØÅ])?(?!\w)(?![.,]\d)"
    r"|(?<!\w)[a-zæøå]{3,}(?:vej|gade|allé)\s\d{1,3}(?!\w)(?![.,]\d)"
)
_POSTCODE = re.compile(
    rf"(?<![\w.,/-])(?:DK-?)?(\d{{4}})[ ]([{CAPITAL}][\wæøå]+(?:[ ][{CAPITAL}](?:\w+|\b))?)"
)
_BORN = re.compile(
    r"(?<!\w)(?:født|fødselsdag|født den|f\.|born|birthday|date of birth)\s(?:den\s|er\s|is\s|i\s|on\s|in\s|the\s)*"
    rf"(\d{{1,2}}[. /-]+(?:\d{{1,2}}|{_MONTHS})\.?[ /.-]*(?:\d{{2,4}})?|(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?|\d{{1,2}}\.?\s(?:{_MONTHS})\.?,?\s)(?:19\d\d|200\d)(?!\w)"
    r"|(?<![\w.,/-])(?:19\d\d|200\d)-[01]\d-[0-3]\d(?!\w)",
    re.IGNORECASE,
)
_PLATE = re.compile(r"(?<!\w)[A-ZÆØÅ]{2} ?\d{2} ?\d{3}(?!\w)")
_CVR = re.compile(
    r"(?<!\w)(?:CVR|SE|P)[- ]?(?:nr\.?|nummer|no\.?)?:? ?(\d{2} ?\d{2} ?\d{2} ?\d{2})(?!\d)", re.IGNORECASE
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_ACCOUNT = re.compile(
    r"(?<!\w)(?:konto|kontonummer|kontonr|reg|registreringsnummer|account)\b[^\d\n]{0,25}\d{4}[ -]+(?:[^\d\n]{0,20})\d{6,10}(?!\d)",
    re.IGNORECASE,
)
_BLANKS = str.maketrans("_\t", "  ")
_ENDINGS = (".dk", ".com", ".net", ".org", ".eu", ".se", ".no", ".de", "dot", "punktum", "Dot", "Punktum")
_FIRST_POSTCODE, _LAST_POSTCODE = 800, 9990
_COPENHAGEN = ("København", "Frederiksberg", "Kbh", "Copenhagen")


def patterns_in(text: str) -> Iterator[Hit]:
    """Numbers and addresses in a text, the most serious first where two stand in the same place."""
    if any(each in text for each in "0123456789"):
        yield from _numbers(text.translate(_BLANKS))
        yield from _dwellings(text)
    if any(each in text for each in "@([{"):
        yield from (Hit(*found.span(), Sort.EMAIL) for found in _EMAIL.finditer(text))
    if any(each in text for each in _ENDINGS):
        yield from (Hit(*found.span(), Sort.EMAIL) for found in _EMAIL_SPOKEN.finditer(text))
    if "@" in text or "://" in text or "www." in text:
        yield from (Hit(*found.span(), Sort.WEB) for found in _WEB.finditer(text))


def _numbers(text: str) -> Iterator[Hit]:
    for found in _CPR.finditer(text):
        if _is_birthday(found[1], found[3], found[4]):
            yield Hit(*found.span(), Sort.CPR)
    for found in _CPR_SPELT.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if _is_birthday(digits[:2], digits[2:4], digits[4:6]):
            yield Hit(*found.span(), Sort.CPR)
    for found in _IBAN.finditer(text):
        if _is_iban(found[0].replace(" ", "")):
            yield Hit(*found.span(), Sort.ACCOUNT)
    yield from (Hit(*found.span(), Sort.ACCOUNT) for found in _ACCOUNT.finditer(text))
    yield from (Hit(*found.span(), Sort.CVR) for found in _CVR.finditer(text))
    for found in _PHONE.finditer(text):
        if not _is_no_phone(found[0]):
            yield Hit(*found.span(), Sort.PHONE)
    yield from (Hit(*found.span(1), Sort.BIRTH) for found in _BORN.finditer(text))
    yield from (Hit(*found.span(), Sort.BIRTH) for found in _DATE.finditer(text))
    yield from (Hit(*found.span(), Sort.PLATE) for found in _PLATE.finditer(text))


def _dwellings(text: str) -> Iterator[Hit]:
    yield from (Hit(*found.span(), Sort.ADDRESS) for found in _STREET.finditer(text))
    for found in _POSTCODE.finditer(text):
        number = int(found[1])
        year = number // 100 in (19, 20) and not found[2].startswith(_COPENHAGEN)
        if _FIRST_POSTCODE <= number <= _LAST_POSTCODE and not year:
            yield Hit(*found.span(), Sort.ADDRESS)


def _is_birthday(day: str, month: str, year: str) -> bool:
    """Whether a CPR number can begin so; the day of one given for the time being is 60 later."""
    number = int(day)
    return _is_day(number - 60 if number > 60 else number, int(month), int(year))


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether there is such a day; the century is not known, so 29 February is one where it is in either."""
    leap = 2000 + (year - year % 4) if month == 2 and year % 4 == 0 else 2001
    return 1 <= month <= 12 and 1 <= day <= monthrange(leap, month)[1]


def _is_no_phone(words: str) -> bool:
    """Whether eight digits are a day (20241224) or two years (2016 2018)."""
    digits = "".join(each for each in words if each.isdigit())
    if words.startswith(("+", "00")) or len(digits) != 8 or digits[:2] != "20":
        return False
    two_years = words in (f"{digits[:4]} {digits[4:]}", f"{digits[:4]}-{digits[4:]}") and digits[4:6] in (
        "19",
        "20",
    )
    day = words == digits and _is_day(int(digits[6:]), int(digits[4:6]), int(digits[2:4]))
    return two_years or day


def _is_iban(words: str) -> bool:
    """Whether the check digits of an account number hold (ISO 13616)."""
    turned = words[4:] + words[:4]
    return int("".join(str(int(each, 36)) for each in turned)) % 97 == 1
