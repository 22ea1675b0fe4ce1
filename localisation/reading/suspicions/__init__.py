"""What can be read, but is probably not what was meant: one file is one kind of suspicion."""
