"""The sizes of the drawing, in pixels."""

from __future__ import annotations

BOX_WIDTH = 150.0
BAND_WIDTH = 184.0
BAND_NARROW = 136.0
PADDING = 9.0
LABEL = 14.0
LINE = 17.0
ASIDE, ASIDE_LINE = 12.0, 14.5
"""The same of contexts that stand at the box they bear on."""
MOST_LINES = 9
"""Longer labels end in an ellipsis; their whole text is in the tooltip and the panel."""
SMALL = 10.0
"""Size of keys, hypothesis tags and badges."""
TAGS = 14.0
"""Height of the row with a box's key and hypotheses."""
BETWEEN_BOXES = 16.0
BESIDE_PASS = 11.0
"""Between a box and an arrow that passes it within its column."""
PASS = 10.0
"""Between two arrows that pass side by side."""
PORT = 13.0
PORT_MARGIN = 9.0
LANE = 8.0
HEAD = 9.0
HEAD_WIDTH = 8.0
SIGN = 5.0
"""Radius of the minus sign."""
BADGE_LINE = 12.0
BADGE_PADDING = 4.0
CORNER = 7.0
CLEAR = 6.0
"""The least distance of two lines that do not cross."""
MARGIN = 28.0
HEADING = 44.0
"""Height of the column headings."""
SUBHEADING = 18.0
"""Height of the headings of resource and reasoning."""
PANEL = 7.0
"""How far a column's ground reaches beside its boxes."""
GUTTER = 36.0
"""The least room between two columns."""
STRAIGHT = 7.0
"""A bend lower than this is taken out where a port can move."""
