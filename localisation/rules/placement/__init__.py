"""Rules about who sits where: one file is one rule."""
