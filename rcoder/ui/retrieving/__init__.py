"""What the screen of retrieving shows and offers: pure functions from what was found to lines, choices and words."""
