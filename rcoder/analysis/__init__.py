"""Pure questions about a study: what an arrow counts, where boxes come from, the names of absence."""
