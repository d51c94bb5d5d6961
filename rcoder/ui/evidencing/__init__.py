"""Passages, the tray and other material as lines on screen."""
