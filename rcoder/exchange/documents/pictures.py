"""What a writer asks of whoever can draw: a drawing as a picture of pixels."""

from __future__ import annotations

from collections.abc import Callable

Picture = Callable[[str], bytes]
"""An SVG drawing as PNG, as fine as print asks for."""
