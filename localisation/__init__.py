"""A localisation engine for public organisations: who sits where, how they get there, and why."""

__version__ = "0.1.0"
