"""The change theory on screen."""
