"""What in the words of a file about to be written may point at a person: pure rules over `Said`."""
