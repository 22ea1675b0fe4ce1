"""The section of the report on accessibility: what the page shows of it in one language."""

from dataclasses import dataclass

from localisation.comparing.comparison import Comparison
from localisation.domain.visits import WEEK_DAYS
from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import Picture, picture_of
from localisation.exporting.travel.access_rows import basis_table, depot_table, part_table, service_table
from localisation.exporting.travel.mix_words import mix_words
from localisation.pictures.travel.access_figures import AccessFigures
from localisation.pictures.travel.profile_chart import STYLES, profile_chart, profile_twin
from localisation.pictures.travel.service import Service, depots, visited_services
from localisation.pictures.travel.travel_maps import travel_map_twin, travel_maps
from localisation.pictures.twin import Twin
from localisation.texts import Texts

MAPPED = 2
"""The most visited services have maps in the page; a map is a tenth of its size. `localisation times` draws all."""


@dataclass(frozen=True, kw_only=True)
class AccessSection:
    """`pictures` are (heading, picture); `parts` are tables that are folded away; `notes` are sentences."""

    pictures: tuple[tuple[str, Picture], ...]
    services: Twin
    parts: tuple[Twin, ...]
    depots: Twin | None
    basis: Twin
    notes: tuple[str, ...]
    estimated: bool


def access_section(comparison: Comparison, t: Texts) -> AccessSection | None:
    """None for a place without any service that inhabitants visit, or nobody to visit one."""
    instance = comparison.instance
    services = visited_services(instance.inventory)
    if not services or not instance.inventory.population:
        return None
    today, chosen = comparison.alternatives[0], comparison.chosen
    rest = [a for a in comparison.alternatives if a is not today and a is not chosen]
    shown = [today, *([chosen] if chosen is not today else []), *rest][: len(STYLES)]

    def figures(service: Service) -> list[tuple[str, AccessFigures]]:
        return [
            (name_in(a, t.language), AccessFigures(instance=instance, service=service, proposal=a.proposal))
            for a in shown
        ]

    named = [(instance.inventory.shown(s.key, t.language), figures(s)) for s in services]
    drawn = [("", picture_of(f"access-profile-{t.language}", profile_chart(named, t), profile_twin(named, t)))]
    at = len(shown) > 1
    for number, (name, found) in enumerate(named[:MAPPED]):
        chart = travel_maps(instance, found[0][1], found[at], found[2:], t)
        twin = travel_map_twin(instance, found[0][1], found, t)
        drawn.append((name, picture_of(f"access-map{number}-{t.language}", chart, twin)))
    return AccessSection(
        pictures=tuple(drawn),
        services=service_table(named, t),
        parts=tuple(part_table(instance, name, found, t) for name, found in named),
        depots=depot_table(instance, depots(instance.inventory), named[0][1], t),
        basis=basis_table(instance, t),
        notes=(*mix_words(instance, t), *_notes(named, t)),
        estimated=instance.travel.estimate,
    )


def _notes(named: list[tuple[str, list[tuple[str, AccessFigures]]]], t: Texts) -> tuple[str, ...]:
    """What is special about a service: visiting days."""
    notes = []
    for name, found in named:
        days = {d for _, figures in found for d in figures.opening.values() if d < WEEK_DAYS}
        if days:
            notes.append(t("travel.section.visiting", service=name, days=min(days), week=WEEK_DAYS))
    return tuple(notes)
