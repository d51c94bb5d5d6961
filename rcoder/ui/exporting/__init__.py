"""What leaves the project, chosen on screen: the exports there are, and how one is to be written."""
