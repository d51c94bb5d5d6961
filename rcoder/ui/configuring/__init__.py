"""What the configurations screen shows and does, as pure functions: a configuration in, rows and deeds out."""
