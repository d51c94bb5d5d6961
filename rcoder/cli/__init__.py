"""The command line. Everything else is imported inside the command that needs it, so that help answers at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from rcoder.cli.parser import build_parser
from rcoder.domain.errors import BadCodebook, Misuse, RcoderError
from rcoder.domain.visible import visible

MISUSED, FAILED, STOPPED = 2, 1, 130
"""Exit statuses: misuse, failure, and stopped by the person."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit status; the one place where errors become sentences."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    chosen = build_parser(words[0] if words else "").parse_args(words)
    room, _, name = str(chosen.run).partition(":")
    try:
        return int(getattr(import_module(room), name)(chosen) or 0)
    except BadCodebook as error:
        for finding in error.findings:
            print(
                visible(f"{error.file}:{finding.line}:{finding.column}: {finding.sentence}"), file=sys.stderr
            )
        return FAILED
    except RcoderError as error:
        print(visible(str(error)), file=sys.stderr)
        return MISUSED if isinstance(error, Misuse) else FAILED
    except KeyboardInterrupt:
        below = "\n" if sys.stderr.isatty() else ""
        print(f"{below}Stopped. What was done before is kept.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
