"""What can be chosen for a figure of the change theory."""

from __future__ import annotations

from rcoder.domain.outgoing import Option

PAPER = Option("paper", "the page it is fitted to (default: a4)", ("a4", "a3"))

CUT_OPTIONS: tuple[Option, ...] = (
    Option("only", "only what belongs to these hypotheses, such as H3,H5", metavar="H3,H5"),
    Option("horizon", "only what leads to results of short, medium or long term", metavar="TERM"),
    Option("role", "only what people of these roles or role groups say, counted anew", metavar="ROLE"),
    Option(
        "group",
        'only cases of this group, of "outside GROUP", or that fulfil a condition, counted anew',
        metavar="GROUP",
    ),
    Option("stance", "only arrows with passages that support, contradict or refine", metavar="STANCE"),
    Option("least", 'only arrows with so much evidence: "2 passages" or "3 cases"', metavar="N"),
    Option("status", "only arrows that are accepted, draft or initial", metavar="STATUS"),
    Option("evidence", "only arrows with evidence that counts", ("only",)),
)
"""What a change theory can be narrowed to; `domain.cut.read_cut` reads the values."""

THEORY_OPTIONS: tuple[Option, ...] = (
    *CUT_OPTIONS,
    Option(
        "variant",
        "the initial theory, what became of it, two groups side by side, or one role's view",
        ("initial", "difference", "groups", "role"),
    ),
    Option("version", "a saved version of the theory, by number or name (default: now)", metavar="VERSION"),
    Option("versions", 'the two that --variant difference compares (default: "0,now")', metavar="FROM,TO"),
    PAPER,
)
