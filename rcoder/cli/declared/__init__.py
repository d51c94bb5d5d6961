"""Every command of the command line and its options, a module for each family."""
