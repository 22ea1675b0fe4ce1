"""Which language to speak: it must be known before the command line is parsed, since help is in it too."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from localisation.texts import LANGUAGES

VARIABLE = "LOCALISATION_LANG"


class Language(StrEnum):
    """A language the program speaks."""

    NB = "nb"
    EN = "en"


def unknown_variable(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """The value of the environment's variable where it is no language and no `--lang` speaks louder; else None."""
    chosen = environment.get(VARIABLE, "")
    asked = any(word == "--lang" or word.startswith("--lang=") for word in arguments)
    return chosen if chosen and chosen not in LANGUAGES and not asked else None


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The last `--lang` on the command line, else the environment's, else Norwegian.

    Unknown words are left to the parser to refuse.
    """
    chosen = environment.get(VARIABLE, "")
    for index, word in enumerate(arguments):
        if word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
        elif word == "--lang" and index + 1 < len(arguments):
            chosen = arguments[index + 1]
    return chosen if chosen in LANGUAGES else LANGUAGES[0]
