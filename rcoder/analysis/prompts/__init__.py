"""What a program can ask of configurations: pure checks over plain records (realist-practice §7)."""
