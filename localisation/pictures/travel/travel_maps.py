"""One sheet a service: how long it takes with a proposal, and what changes from today with each alternative."""

from collections.abc import Mapping, Sequence

from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.domain.visits import WEEK_DAYS
from localisation.pictures.bar_table import SCHEMA
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.palette import MUTED, PAPER
from localisation.pictures.travel.access_figures import AccessFigures
from localisation.pictures.travel.compact import compact
from localisation.pictures.travel.difference_map import difference_panel
from localisation.pictures.travel.legend import travel_legend
from localisation.pictures.travel.note import travel_note
from localisation.pictures.travel.place_panel import place_frame
from localisation.pictures.travel.time_map import time_panel
from localisation.pictures.twin import Twin
from localisation.texts import Texts

Named = tuple[str, AccessFigures]
_GAP = 14
_PANELS = 3


def travel_maps(
    instance: Instance, today: AccessFigures, chosen: Named, others: Sequence[Named], t: Texts, *, width: int = 1150
) -> Spec:
    """Bands of the chosen proposal, then its change from today, and that of the first of the others, side by side."""
    inventory = instance.inventory
    frame = place_frame(inventory, (width - (_PANELS - 1) * _GAP) // _PANELS)
    name, figures = chosen
    panels = [time_panel(inventory, frame, figures.seconds, figures.opening, t("travel.map.time", name=name), t)]
    changed = [one for one in (chosen, *others) if one[1].proposal != today.proposal][: _PANELS - 1]
    panels += [
        difference_panel(
            inventory,
            frame,
            today.seconds,
            other.seconds,
            other.opening,
            t("travel.map.change", name=other_name),
            t,
        )
        for other_name, other in changed
    ]
    return _sheet(
        [{"hconcat": panels, "spacing": _GAP}],
        width,
        t,
        t("travel.map.alt"),
        travel_note(instance, visit_modes(instance), t),
        changes=bool(changed),
        part_time=_part_time(*(f.opening for _, f in (chosen, *changed))),
    )


def single_map(
    instance: Instance,
    seconds: Mapping[str, float],
    opening: Mapping[str, int],
    title: str,
    t: Texts,
    *,
    modes: Sequence[Mode],
    width: int = 560,
) -> Spec:
    """One map of bands with its legend: seconds by zone, to the nearest building of `opening` (days a week)."""
    panel = time_panel(instance.inventory, place_frame(instance.inventory, width), seconds, opening, title, t)
    alt = f"{title}. {t('travel.map.alt')}"
    note = travel_note(instance, modes, t)
    return _sheet([panel], width, t, alt, note, changes=False, part_time=_part_time(opening))


def visit_modes(instance: Instance) -> tuple[Mode, ...]:
    """The modes that inhabitants' visits are weighed together from."""
    return tuple(mode for mode, share in instance.scenario.visits_by.shares.items() if share and mode in instance.modes)


def travel_map_twin(instance: Instance, today: AccessFigures, alternatives: Sequence[Named], t: Texts) -> Twin:
    """The mean minutes of every area, today and in the alternatives."""
    areas = dict.fromkeys(z.area for z in instance.inventory.zones if z.population)
    everyone = [(t("travel.today"), today), *((n, f) for n, f in alternatives if f.proposal != today.proposal)]
    rows = []
    for area in sorted(areas):
        people = {z.id: z.population for z in instance.inventory.zones if z.area == area}
        cells = (_mean(figures.seconds, people, t) for _, figures in everyone)
        rows.append((area, t.number(sum(people.values())), *cells))
    return Twin(
        caption=t("travel.map.caption"),
        columns=(t("travel.area"), t("travel.people"), *(name for name, _ in everyone)),
        rows=tuple(rows),
        numeric=frozenset(range(1, 2 + len(everyone))),
    )


def _part_time(*openings: Mapping[str, int]) -> bool:
    return any(days < WEEK_DAYS for opening in openings for days in opening.values())


def _mean(seconds: Mapping[str, float], people: Mapping[str, int], t: Texts) -> str:
    known = {key: count for key, count in people.items() if key in seconds and count}
    if not known:
        return "–"
    return t.number(sum(count * seconds[key] for key, count in known.items()) / sum(known.values()) / 60, 1)


def _sheet(
    parts: list[Spec], width: int, t: Texts, alt: str, note: Sequence[str], *, changes: bool, part_time: bool
) -> Spec:
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=12 * len(note) + 4)
    rows = [{"x": 0, "y": 8 + 12 * i, "text": line} for i, line in enumerate(note)]
    foot = panel_of(frame, [texts(frame, rows, fontSize=9, color=MUTED)])
    return compact(
        {
            "$schema": SCHEMA,
            "description": alt,
            "background": PAPER,
            "padding": 4,
            "vconcat": [*parts, travel_legend(width, t, changes=changes, part_time=part_time), foot],
            "spacing": 10,
        }
    )
