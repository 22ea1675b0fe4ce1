"""Project scheduling instances of PSPLIB (Kolisch & Sprecher 1997) as programmes of our own."""

import csv
import re
from datetime import timedelta
from pathlib import Path

from benchmarks.generated import START, generated
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.logistics import ActivityKind, Crew
from localisation.domain.relocation.programme import Activity, Programme
from localisation.domain.vocabulary import Strength


def read_sm(path: Path) -> Programme:
    """Activities with durations, crews' hands and what comes after what; the axis is as long as the file's horizon."""
    text = path.read_text()
    numbers = {
        part: [[int(n) for n in re.findall(r"-?\d+", line)] for line in _section(text, part)]
        for part in ("PRECEDENCE RELATIONS", "REQUESTS/DURATIONS", "RESOURCEAVAILABILITIES")
    }
    horizon = int(re.search(r"horizon\s*:\s*(\d+)", text)[1])  # type: ignore[index]
    after: dict[int, list[str]] = {}
    for job, _, count, *successors in numbers["PRECEDENCE RELATIONS"]:
        assert len(successors) == count, path
        for successor in successors:
            after.setdefault(successor, []).append(f"{job}")
    sizes = numbers["RESOURCEAVAILABILITIES"][-1]
    crews = tuple(Crew(id=f"R{k + 1}", name=f"R{k + 1}", size=size) for k, size in enumerate(sizes))
    activities = tuple(
        Activity(
            id=f"{job}",
            kind=ActivityKind.TASK,
            days=days,
            demands={crew.id: n for crew, n in zip(crews, hands, strict=True) if n},
            after=tuple(after.get(job, ())),
        )
        for job, _, days, *hands in numbers["REQUESTS/DURATIONS"]
    )
    days = tuple(START + timedelta(days=i) for i in range(horizon))
    return Programme(calendar=Calendar(days=days), crews=crews, activities=activities)


def _section(text: str, title: str) -> list[str]:
    """The lines of numbers between a title and the next row of stars."""
    lines = text.split(title + ":", 1)[1].split("***", 1)[0].splitlines()
    return [line for line in lines if re.match(r"^[\s\d-]*\d[\s\d]*$", line) and not line.lstrip().startswith("-")]


def rcpsp() -> Instance:
    """The question PSPLIB asks: hands are never short, and all is done as soon as can be."""
    base = generated(3)[0]
    hands = Criterion(id="hands", name="hands", rule="crew_capacity", strength=Strength.MUST)
    last = Criterion(
        id="last", name="last", rule="completion_time", strength=Strength.WEIGHT, weight=1, best=0, worst=100
    )
    return Instance(
        inventory=base.inventory,
        criteria=(),
        scenario=base.scenario.model_copy(update={"planning": base.scenario.plan.model_copy(update={"levels": ()})}),
        travel=base.travel,
        relocation_criteria=(hands, last),
    )


def best_known(path: Path) -> dict[str, tuple[int | None, int]]:
    """Instance -> the best lower bound and the best makespan known; the same when it is closed, None when not given."""
    with path.open(newline="") as file:
        rows = {row["instance"]: row["best_makespan"].split("..") for row in csv.DictReader(file)}
    return {name: (int(ends[0]) if ends[0] else None, int(ends[-1])) for name, ends in rows.items()}
