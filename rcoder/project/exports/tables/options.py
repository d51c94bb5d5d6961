"""What can be chosen for tables, and the files that they can be written to."""

from __future__ import annotations

from rcoder.domain.outgoing import Option
from rcoder.domain.words import Level, Status

TABLE_ENDINGS = (".xlsx", ".docx", ".md", ".html", ".tex", ".csv")

UNDER = Option("hypothesis", "only this hypothesis, or any code, and what stands under it", metavar="H")
LEVEL = Option(
    "level",
    "only configurations of this level; all for members of consolidated ones too (default: those that are drawn)",
    ("all", *(each.value for each in Level)),
)
STATUS = Option(
    "status",
    "only configurations of this status (default: all but superseded and rejected ones)",
    ("all", *(each.value for each in Status)),
)
ROLE = Option("role", "only what people of this role or role group say", metavar="ROLE")
LEAST = Option("least", "only rows with so many passages at least", metavar="NUMBER")
BY = Option("by", "whose interviews are counted apart (default: groups)", ("groups", "roles", "none"))
CASE = Option("case", "one case, as a whole and as each role tells it", metavar="CASE")
QUOTES = Option("quotes", "yes adds a supporting quote of each configuration", ("yes", "no"))
USES = Option("uses", "yes adds what each code is used for", ("yes", "no"))
CHANGES = Option("changes", "no leaves out the list of what came, changed and went", ("yes", "no"))
