"""rcoder: realist-evaluation qualitative coding in the terminal."""

__version__ = "0.5.0"
