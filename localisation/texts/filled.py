"""What stands in a hole of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filled:
    """A value as the language writes it; in `{days:arbeidsdag|arbeidsdager}` followed by the noun it counts."""

    value: object
    shown: str

    def __format__(self, nouns: str) -> str:
        """The value alone, or with the first noun for one and the second for any other number."""
        if "|" not in nouns:
            return format(self.shown, nouns)
        one, many = nouns.split("|")
        return f"{self.shown} {one if self.value == 1 or self.shown == '1' else many}"
