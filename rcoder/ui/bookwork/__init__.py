"""The codebook as it is worked on: the tree, one entry, the words of its forms, and a split; pure functions."""
