"""What the travel times of an instance rest on, by mode and by criterion."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from localisation.domain.assumed import assumed
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.rules.modes_used import modes_used
from localisation.rules.statement import rule_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeBasis:
    """One mode: its data, and the journeys from inhabited zones to buildings that it cannot make."""

    mode: Mode
    data: str
    """The kind of data, such as "osm" or "road_sketch"."""
    estimate: bool
    """Whether the times are estimates, though the network or timetable may be data."""
    assumed: tuple[str, ...]
    """What the times take for granted, as `domain.assumed` has it."""
    day: date | None
    """The day of the timetable, where there is one."""
    pairs: int
    """Journeys there are: inhabited zones by buildings."""
    unreachable: int
    """Those that cannot be made."""
    zones: tuple[str, ...]
    """Inhabited zones from which no building can be reached, by id."""
    people: int
    """Those who live in them."""
    buildings: tuple[tuple[str, int], ...]
    """(building id, inhabited zones that cannot reach it), the worst first; those that all can reach are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionBasis:
    """One criterion that speaks of travel: the modes it rests on, their kinds of data, and whether any is estimated."""

    criterion: Criterion
    modes: dict[Mode, int]
    """Per cent by mode; 100 where it is one alone."""
    data: tuple[str, ...]
    estimate: bool


def mode_basis(instance: Instance) -> tuple[ModeBasis, ...]:
    """Every mode there is data for, in the order of `Mode`."""
    return tuple(_of_mode(instance, mode) for mode in Mode if mode in instance.modes)


def criterion_basis(instance: Instance) -> tuple[CriterionBasis, ...]:
    """Every criterion that speaks of travel, in the order of the lists."""
    found = []
    for criterion in (*instance.criteria, *instance.relocation_criteria):
        used = modes_used(rule_of(criterion), instance.scenario)
        modes = {mode: share for mode, share in used.items() if mode in instance.modes}
        if modes:
            data = tuple(dict.fromkeys(instance.rests_on.get(m, "") for m in modes))
            estimate = any(instance.modes[m].estimate for m in modes)
            found.append(CriterionBasis(criterion=criterion, modes=modes, data=data, estimate=estimate))
    return tuple(found)


def _of_mode(instance: Instance, mode: Mode) -> ModeBasis:
    times = instance.modes[mode]
    peopled = [z for z in instance.inventory.zones if z.population]
    buildings = [b.id for b in instance.inventory.buildings]
    missed: Counter[str] = Counter()
    alone = []
    for zone in peopled:
        row = times.zone_s.get(zone.id, {})
        lacking = [b for b in buildings if b not in row]
        missed.update(lacking)
        if len(lacking) == len(buildings):
            alone.append(zone)
    return ModeBasis(
        mode=mode,
        data=instance.rests_on.get(mode, ""),
        estimate=times.estimate,
        assumed=assumed(mode, instance.rests_on.get(mode, ""), instance.inventory.norms),
        day=instance.timetable_day if mode is Mode.TRANSIT else None,
        pairs=len(peopled) * len(buildings),
        unreachable=sum(missed.values()),
        zones=tuple(z.id for z in alone),
        people=sum(z.population for z in alone),
        buildings=tuple(sorted(missed.items(), key=lambda item: (-item[1], item[0]))),
    )
