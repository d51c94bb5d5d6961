"""The program on screen, in Textual."""
