"""Chains, likeness and consolidating as lines, choices and words."""
