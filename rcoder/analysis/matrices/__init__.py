"""Comparisons: what counts are shown as in a cell, which cases stand in which group, and what a reader is warned of."""
