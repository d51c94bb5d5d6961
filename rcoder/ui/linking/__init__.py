"""Linked coding: the codings of a passage as a configuration that comes about (pure; nothing of the screen)."""
