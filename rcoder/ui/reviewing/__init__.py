"""The lines of the review screens, of comments and of courses."""
