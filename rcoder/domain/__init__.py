"""The field's words, in frozen dataclasses and pure functions; nothing but the standard library."""
