"""What is said of a frontier as a whole, alike on the page, in the workbook and in the terminal."""

from localisation.pictures.frontier.axis_scale import axis_name
from localisation.pictures.frontier.frontier_chart import point_name
from localisation.solving.frontier.frontier import Frontier
from localisation.texts import Texts


def frontier_sentences(frontier: Frontier, t: Texts) -> list[str]:
    """How many points, whether that is all, how large the band is, and which point bends most."""
    said = []
    count, proven = len(frontier.points), sum(p.proven for p in frontier.points)
    if frontier.complete:
        said.append(t("frontier.said.complete" if count > 1 else "frontier.said.single", count=count))
    else:
        said.append(t("frontier.said.part", count=count, proven=proven, gap=t.number(100 * frontier.gap, 1)))
    if frontier.stopped:
        said.append(t("frontier.said.stopped"))
    bend = next((i for i, p in enumerate(frontier.points) if p.knee), None)
    if bend is not None:
        key = "knee" if frontier.complete else "knee_so_far"
        said.append(t(f"frontier.said.{key}", point=point_name(bend, t)))
    return said


def frontier_title(frontier: Frontier, t: Texts) -> str:
    """The measures and the place."""
    names = [axis_name(a, t) for a in frontier.axes]
    return t("frontier.title", axes=" × ".join(names), place=frontier.instance.inventory.place.name)
