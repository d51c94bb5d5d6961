"""What the screens of support conditions and of absence show: pure functions from answers to cells, rows and words."""
