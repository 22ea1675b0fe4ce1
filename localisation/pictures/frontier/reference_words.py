"""What is said of a reference: what it is called, whether it meets the musts, how it stands to the points."""

from localisation.solving.frontier.frontier import Frontier
from localisation.solving.frontier.reference import Reference
from localisation.texts import Texts

_FEW = 3


def reference_name(reference: Reference, t: Texts) -> str:
    """What it is called everywhere."""
    return t(f"frontier.reference.{reference.whose}.name")


def lawfulness(reference: Reference, t: Texts) -> str:
    """Whether it meets every must, or how many it breaks."""
    broken = len(reference.assessment.broken_musts)
    return t("frontier.reference.unlawful", count=broken) if broken else t("frontier.reference.lawful")


def standing(frontier: Frontier, reference: Reference, t: Texts) -> str:
    """The point it shares its values with, or the points that beat it."""
    point, beaten = frontier.standing(reference)
    if point is not None:
        return t("frontier.reference.same", point=point + 1)
    if beaten:
        return t("frontier.reference.beaten", points=point_numbers(beaten, t))
    return t("frontier.reference.unbeaten")


def point_numbers(numbers: tuple[int, ...], t: Texts) -> str:
    """Some points by number, and how many more there are."""
    if len(numbers) <= _FEW + 1:
        return ", ".join(str(n + 1) for n in numbers)
    said = ", ".join(str(n + 1) for n in numbers[:_FEW])
    return t("frontier.reference.more", points=said, count=len(numbers) - _FEW)
