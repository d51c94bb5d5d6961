"""The parts of screens; rows, layers and moves are pure."""
