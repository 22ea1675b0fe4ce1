"""A number with what it counts."""

from localisation.texts import Texts


def counted(key: str, number: int, t: Texts) -> str:
    """Such as "1 move" and "72 moves": the text `plan.count.<key>`, or `.<key>_one`."""
    return t(f"plan.count.{key}{'_one' if number == 1 else ''}", count=number)
