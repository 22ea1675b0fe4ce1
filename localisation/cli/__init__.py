"""The command line: one file a command. `main` is the program."""

from localisation.cli.app import main

__all__ = ["main"]
