"""A chart in the terminal: lines of bars, told apart by their signs."""
