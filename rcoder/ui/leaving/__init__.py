"""What is found in a file before it leaves, as lines."""
