"""Finding words on screen: what was asked and found, and how it is shown; no widgets."""
