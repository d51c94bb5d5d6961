"""Comparisons on screen: what the table shows, what can be chosen, and what is asked before a file is written."""
