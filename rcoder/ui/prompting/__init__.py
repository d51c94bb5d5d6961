"""What the screens of prompts say: pure functions from what is asked to lines, rows and windows."""
