"""Comparisons: a question and what it is narrowed to in, a matrix out, and the passages behind each of its cells."""
