"""Versions of the theory and their differences as lines, for the screens that show them."""
