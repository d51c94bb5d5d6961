"""What a person can do: pure functions, records in, a Deed (a sentence and its changes) out."""
