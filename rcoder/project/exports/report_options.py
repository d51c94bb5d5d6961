"""What can be chosen for the report and the methods appendix."""

from __future__ import annotations

from rcoder.domain.outgoing import Option

NAMES = Option("names", "whether cases and interviews are named (default: yes)", ("yes", "no"))
REPORT_OPTIONS = (
    Option("hypotheses", "only these hypotheses, such as H1,H3 (default: all)", metavar="H,H"),
    Option("quotes", "how many passages are quoted for, against and refining (default: 3)", metavar="N"),
    Option("status", "which configurations (default: all that are drawn)", ("all", "accepted")),
    NAMES,
)
