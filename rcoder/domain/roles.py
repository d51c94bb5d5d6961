"""The roles people have in a case: their order, their names in both languages, and their short names."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.words import ROLE_GROUPS, Bilingual, danish_order

ROLES: dict[str, tuple[str, Bilingual]] = {
    "borger": ("B", Bilingual("borger", "citizen")),
    "sagsbehandler": ("S", Bilingual("sagsbehandler", "caseworker")),
    "virksomhedskonsulent": ("VK", Bilingual("virksomhedskonsulent", "company consultant")),
    "mentor": ("M", Bilingual("mentor", "mentor")),
    "personlig jobformidler": ("PJ", Bilingual("personlig jobformidler", "personal job broker")),
    "jobformidler": ("J", Bilingual("jobformidler", "job broker")),
    "socialrådgiver": ("SR", Bilingual("socialrådgiver", "social worker")),
    "koordinerende sagsbehandler": ("KS", Bilingual("koordinerende sagsbehandler", "coordinating caseworker")),
    "fagperson": ("F", Bilingual("fagperson", "professional")),
    "virksomhedskontaktperson": ("V", Bilingual("virksomhedskontaktperson", "company contact")),
    "virksomhed": ("Vi", Bilingual("virksomhed", "company")),
    "projektleder": ("P", Bilingual("projektleder", "project manager")),
    "ledelse": ("L", Bilingual("ledelse", "management")),
}  # fmt: skip
"""Short name, and name in Danish and English, of every role of `ROLE_GROUPS`."""

NO_ROLE = Bilingual("ingen rolle", "no role")
"""How the want of a role is called."""


def role_name(role: str, language: str = "da") -> str:
    """A role in words: its Danish or English name where it is a known one, else as the study writes it."""
    if not role:
        return NO_ROLE.say(language)
    known = ROLES.get(role.casefold())
    return known[1].say(language) if known is not None and language != "da" else role


def in_role_order(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles, each once, in the order of `ROLE_GROUPS`, then others in Danish order; the want of a role comes last."""
    known = list(ROLE_GROUPS)

    def place(role: str) -> tuple[bool, int, str, str]:
        plain = role.casefold()
        return not role, known.index(plain) if plain in ROLE_GROUPS else len(known), danish_order(role), role

    return tuple(sorted(set(roles), key=place))


def short_names(roles: Iterable[str]) -> dict[str, str]:
    """A short name for each role, no two alike: its own where it is a known one, else its first letters."""
    given: dict[str, str] = {}
    for role in roles:
        plain = role.casefold()
        own = ROLES[plain][0] if plain in ROLES else "?" if not role else _initials(role)
        number = 2
        short = own
        while short in given.values():
            short, number = f"{own}{number}", number + 1
        given[role] = short
    return given


def _initials(role: str) -> str:
    words = role.split()
    return "".join(word[0].upper() for word in words[:3]) if len(words) > 1 else role[:3].capitalize()
