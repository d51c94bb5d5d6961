"""Prints docs/keys.md: `python -m rcoder.ui.commands > docs/keys.md`."""

import sys

from rcoder.ui.keys_page import keys_page

sys.stdout.write(keys_page())
