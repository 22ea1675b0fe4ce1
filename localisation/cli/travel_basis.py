"""What travel rests on, as `check` says it: a table of the modes, and the criteria for a machine."""

from rich.table import Table

from localisation.domain.instance import Instance
from localisation.exporting.travel.basis import ModeBasis, criterion_basis, mode_basis
from localisation.exporting.travel.sure import sure
from localisation.texts import Texts

NAMED = 3
"""How many are named of those that cannot be reached; --json names all."""


def travel_json(instance: Instance) -> dict[str, object]:
    """The same for a machine, with every name."""
    scenario = instance.scenario
    return {
        "mix": {
            "visits": scenario.visits_by.shares,
            "commute": scenario.commute_by.shares,
            "longest_min": dict(scenario.longest_min or {}),
        },
        "modes": [
            {
                "mode": m.mode,
                "rests_on": m.data,
                "estimate": m.estimate,
                "assumed": m.assumed,
                "timetable_day": m.day,
                "pairs": m.pairs,
                "unreachable_pairs": m.unreachable,
                "zones_without": m.zones,
                "people_without": m.people,
                "buildings": [{"building": b, "zones_that_cannot": count} for b, count in m.buildings],
            }
            for m in mode_basis(instance)
        ],
        "criteria": [
            {"criterion": c.criterion.id, "modes": c.modes, "rests_on": c.data, "estimate": c.estimate}
            for c in criterion_basis(instance)
        ],
    }


def mode_table(instance: Instance, texts: Texts) -> Table:
    """Each mode: what it is reckoned from, how sure it is, and what it cannot reach."""
    table = Table(title=texts("travel.basis.modes"), title_justify="left")
    for key in ("mode", "data", "sure", "unreachable", "whom"):
        table.add_column(texts(f"travel.basis.{key}"), justify="right" if key == "unreachable" else "left")
    for found in mode_basis(instance):
        share = 100 * found.unreachable / found.pairs if found.pairs else 0.0
        table.add_row(
            texts(f"travel.mode.{found.mode}"),
            _data(found, texts),
            sure(found, instance.inventory.norms, texts),
            f"{texts.number(found.unreachable)} ({texts.number(share, 1)} %)",
            _whom(found, instance, texts),
        )
    return table


def _data(found: ModeBasis, texts: Texts) -> str:
    name = texts(f"travel.data.{found.data}")
    return texts("travel.basis.of_day", data=name, day=found.day) if found.day else name


def _whom(found: ModeBasis, instance: Instance, texts: Texts) -> str:
    """The buildings that fewest can reach, by name, and the inhabited zones that reach none."""
    parts = []
    if found.buildings:
        named = [(instance.inventory.building[b].name, count) for b, count in found.buildings[:NAMED]]
        some = ", ".join(texts("travel.basis.building", name=name, count=count) for name, count in named)
        more = len(found.buildings) - len(named)
        parts.append(texts("travel.basis.some_more", some=some, more=more) if more else some)
    if found.zones:
        areas = {z.id: z.area for z in instance.inventory.zones}
        where = tuple(dict.fromkeys(areas[z] for z in found.zones))
        holes = {"count": len(found.zones), "people": found.people, "areas": ", ".join(where[:NAMED])}
        parts.append(texts("travel.basis.alone", **holes))
    return "; ".join(parts) or texts("travel.basis.none")
