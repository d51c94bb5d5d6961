"""Interviews and cases as lines, choices and deeds of the screens that put them right."""
