"""The tables of the report's section on accessibility."""

from collections.abc import Sequence
from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.exporting.travel.basis import mode_basis
from localisation.exporting.travel.sure import sure
from localisation.pictures.travel.access_figures import CATCHMENT_MIN, AccessFigures, Part
from localisation.pictures.travel.depot import LIMITS_MIN, depot_response
from localisation.pictures.travel.limits import limits_of, mode_of
from localisation.pictures.travel.service import Service
from localisation.pictures.twin import Twin
from localisation.texts import Texts

Named = tuple[str, AccessFigures]
_FIGURES = ("mean", "median", "p90", "share", "worst", "gini", "ratio", "capacity", "unreached")
_PARTS = ("people", "mean", "median", "p90", "share", "capacity")


def service_table(services: Sequence[tuple[str, Sequence[Named]]], t: Texts) -> Twin:
    """One row a service, alternative and mode: how far everyone has, who has it worst, and how unequal it is.

    The modes are the mix, and those in which criteria on coverage have their limits.
    """
    rows = [
        (name, alternative, t(f"travel.mode.{mode_of(figures.instance, figures.mode)}"), *_everyone(figures, t))
        for name, alternatives in services
        for alternative, mixed in alternatives
        for figures in by_modes(mixed)
    ]
    return Twin(
        caption=t("travel.table.services"),
        columns=(
            t("travel.service"),
            t("pictures.alternative"),
            t("travel.basis.mode"),
            *(t(f"travel.table.{key}", minutes=CATCHMENT_MIN) for key in _FIGURES),
        ),
        rows=tuple(rows),
        numeric=frozenset({3, 4, 5, 6, 8, 9, 10, 11}),
    )


def by_modes(figures: AccessFigures) -> tuple[AccessFigures, ...]:
    """The figures by the mode mix, and by each other mode in which a criterion has a limit for the service."""
    own = mode_of(figures.instance, figures.mode)
    others = dict.fromkeys(limit.mode for limit in limits_of(figures.instance, figures.service) if limit.mode != own)
    return (figures, *(replace(figures, mode=mode) for mode in others))


def part_table(instance: Instance, name: str, alternatives: Sequence[Named], t: Texts) -> Twin:
    """A service by former municipality and local centre, one row each, alternative and mode."""
    rows = []
    each = [
        (alternative, t(f"travel.mode.{mode_of(instance, figures.mode)}"), figures)
        for alternative, mixed in alternatives
        for figures in by_modes(mixed)
    ]
    for part in instance.inventory.districts:
        for alternative, mode, figures in each:
            capacity = figures.staff_per_1000.get(part)
            own = _part(figures.districts[part], t)
            rows.append((part, alternative, mode, *own, "–" if capacity is None else t.number(capacity, 2)))
    for centre in instance.inventory.centres:
        around = t("travel.table.around", centre=centre.name)
        rows += [(around, alternative, mode, *_part(f.centres[centre.id], t), "") for alternative, mode, f in each]
    heads = [t(f"travel.table.{key}", minutes=CATCHMENT_MIN) for key in _PARTS]
    return Twin(
        caption=t("travel.table.parts", service=name),
        columns=(t("travel.table.part"), t("pictures.alternative"), t("travel.basis.mode"), *heads),
        rows=tuple(rows),
        numeric=frozenset(range(3, 3 + len(_PARTS))),
    )


def depot_table(
    instance: Instance, depots: Sequence[Service], proposals: Sequence[tuple[str, AccessFigures]], t: Texts
) -> Twin | None:
    """Per cent of road and of people reached from the depots in time; None when the place has none."""
    rows = []
    for service in depots:
        for alternative, figures in proposals:
            answers = depot_response(instance, service.sites(figures.proposal))
            if answers:
                name = instance.inventory.shown(service.key, t.language)
                roads = (_percent(answer.road_share, t) for answer in answers)
                rows.append((name, alternative, *roads, *(_percent(answer.people.share, t) for answer in answers)))
    heads = [t(f"travel.table.{key}", minutes=minutes) for key in ("road", "reached") for minutes in LIMITS_MIN]
    columns = (t("travel.service"), t("pictures.alternative"), *heads)
    numeric = frozenset(range(2, len(columns)))
    return Twin(caption=t("travel.table.depots"), columns=columns, rows=tuple(rows), numeric=numeric) if rows else None


def basis_table(instance: Instance, t: Texts) -> Twin:
    """What the times rest on, by mode."""
    rows = []
    for found in mode_basis(instance):
        data = t(f"travel.data.{found.data}") if found.data else "–"
        day = t("travel.basis.of_day", data=data, day=found.day) if found.day else data
        share = 100 * found.unreachable / found.pairs if found.pairs else 0.0
        certain = sure(found, instance.inventory.norms, t)
        rows.append((t(f"travel.mode.{found.mode}"), day, certain, f"{t.number(share, 1)} %", t.number(found.people)))
    return Twin(
        caption=t("travel.basis.modes"),
        columns=tuple(t(f"travel.basis.{key}") for key in ("mode", "data", "sure", "unreachable", "people_without")),
        rows=tuple(rows),
        numeric=frozenset({3, 4}),
    )


def _everyone(figures: AccessFigures, t: Texts) -> tuple[str, ...]:
    whole, equal, worst = figures.everyone, figures.equality, figures.worst_centre
    names = {c.id: c.name for c in figures.instance.inventory.centres}
    per_1000 = figures.staff_per_1000
    if worst.unreached:
        farthest = t("travel.table.never", centre=names[worst.unreached[0]])
    elif worst.centre is not None and worst.seconds is not None:
        farthest = t("travel.table.centre", centre=names[worst.centre], minutes=t.number(worst.seconds / 60, 1))
    else:
        farthest = "–"
    return (
        _number(whole.mean_min, t),
        _number(whole.median_min, t),
        _number(whole.p90_min, t),
        _within(whole, t),
        farthest,
        _number(equal.gini, t, 2),
        _number(equal.ratio, t, 2),
        t("travel.table.range", low=_number(min(per_1000.values()), t, 2), high=_number(max(per_1000.values()), t, 2))
        if per_1000
        else "–",
        t.number(whole.unreached),
    )


def _part(part: Part, t: Texts) -> tuple[str, ...]:
    times = (_number(value, t) for value in (part.mean_min, part.median_min, part.p90_min))
    return (t.number(part.people), *times, _within(part, t))


def _within(part: Part, t: Texts) -> str:
    """The share within each limit by this mode; a dash where no criterion has one."""
    parts = (t("travel.table.share_in", share=_number(share, t), minutes=minutes) for minutes, share in part.within)
    return "; ".join(parts) or "–"


def _number(value: float | None, t: Texts, decimals: int = 1) -> str:
    return "–" if value is None else t.number(value, decimals)


def _percent(share: float | None, t: Texts) -> str:
    return _number(None if share is None else 100 * share, t)
