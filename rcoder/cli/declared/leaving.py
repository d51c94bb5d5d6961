"""The options of every command that writes a file which may leave."""

from __future__ import annotations

import argparse

from rcoder.domain.leaving import FEW


def leaving(parser: argparse.ArgumentParser) -> None:
    """Whether it was looked through, and what a small cell is."""
    parser.add_argument(
        "--checked",
        action="store_true",
        help="write the file though the check finds names, numbers or places in it: you have looked at them",
    )
    parser.add_argument(
        "--few",
        type=int,
        default=FEW,
        metavar="N",
        help=f"a combination that fewer than N cases have is a small cell (default: {FEW})",
    )
