"""The nouns. Imports nothing else of ours, no solver and no table library."""
