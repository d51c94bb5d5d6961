"""What the framework matrix, the page of a case and their windows show."""
