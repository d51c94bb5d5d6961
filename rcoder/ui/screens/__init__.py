"""The screens: each one question, one answer, one way back."""
