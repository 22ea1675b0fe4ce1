"""What is said of a frontier as a whole, alike on the page, in the workbook and in the terminal."""

from localisation.exporting.naming import name_in
from localisation.pictures.frontier.axis_scale import axis_name
from localisation.pictures.frontier.frontier_chart import point_name
from localisation.pictures.frontier.reference_words import point_numbers, reference_name
from localisation.solving.frontier.frontier import Frontier
from localisation.solving.frontier.reference import Reference, Whose
from localisation.texts import Texts


def frontier_sentences(frontier: Frontier, t: Texts) -> list[str]:
    """How many points, whether that is all, how large the band is, what time was enough for, and what bends most."""
    said = []
    count, proven = len(frontier.points), sum(p.proven for p in frontier.points)
    nothing_sure = not frontier.complete and not proven
    if frontier.complete:
        said.append(t("frontier.said.complete" if count > 1 else "frontier.said.single", count=count))
    elif nothing_sure:
        bounded = any(r is not None for p in frontier.points for r in p.room)
        said.append(t(f"frontier.said.{'nothing_proven' if bounded else 'nothing_sure'}", count=count))
    else:
        said.append(t("frontier.said.part", count=count, proven=proven, gap=t.number(100 * frontier.gap, 1)))
    if frontier.stopped:
        said.append(t("frontier.said.stopped"))
    elif proven < count:
        said += _of_time(frontier, t)
    bend = None if nothing_sure else next((i for i, p in enumerate(frontier.points) if p.knee), None)
    if bend is not None:
        key = "knee" if frontier.complete else "knee_so_far"
        said.append(t(f"frontier.said.{key}", point=point_name(bend, t)))
    return said


def _of_time(frontier: Frontier, t: Texts) -> list[str]:
    """What the time was enough for, and what to do for more."""
    ends = {axis for p in frontier.points for axis in p.least_on}
    key = "no_end" if not ends else "some_ends" if len(ends) < len(frontier.axes) else "all_ends"
    seconds = round(frontier.seconds)
    said = [t(f"frontier.time.{key}", seconds=seconds, ends=len(ends), all=len(frontier.axes))]
    said.append(t("frontier.time.more"))
    if len(ends) < len(frontier.axes) and not any(r.whose is Whose.PROPOSAL for r in frontier.references):
        said.append(t("frontier.time.begin"))
    return said


def reference_sentences(frontier: Frontier, t: Texts) -> list[str]:
    """How each reference stands to the points, and which musts it breaks."""
    return [sentence for reference in frontier.references for sentence in _of_reference(frontier, reference, t)]


def _of_reference(frontier: Frontier, reference: Reference, t: Texts) -> list[str]:
    said, name = [], reference_name(reference, t)
    if broken := [name_in(r.criterion, t.language) for r in reference.assessment.broken_musts]:
        said.append(t("frontier.reference.said.unlawful", name=name, count=len(broken), musts="; ".join(broken)))
    at, beaten = frontier.standing(reference)
    if at is not None:
        key = "same" if broken else "best" if frontier.points[at].proven else "open"
        said.append(t(f"frontier.reference.said.{key}", name=name, point=at + 1))
    elif beaten:
        said.append(t("frontier.reference.said.beaten", name=name, points=point_numbers(beaten, t)))
    else:
        said.append(t("frontier.reference.said.unbeaten", name=name))
    return said


def frontier_title(frontier: Frontier, t: Texts) -> str:
    """The measures and the place."""
    names = [axis_name(a, t) for a in frontier.axes]
    return t("frontier.title", axes=" × ".join(names), place=frontier.instance.inventory.place.name)
