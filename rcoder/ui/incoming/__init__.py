"""Files on their way in: what is known of each, what is decided, and how that is shown; no screen is needed for it."""
