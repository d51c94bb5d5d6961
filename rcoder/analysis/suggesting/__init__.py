"""Suggestions for a passage, worked out from a codebook alone or with what has been coded: pure and offline."""
