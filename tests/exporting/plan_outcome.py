"""A finished plan of the town, with everything an export may be given: no solver is needed to test an export."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from localisation.domain.assessment import LevelRun
from localisation.domain.instance import Instance
from localisation.domain.provenance import Figure, InputFile
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.vocabulary import Confidence, Status
from localisation.exporting.plan.finished_plan import FinishedPlan, RejectedPlacement
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.schedule.simulation.simulation import Driver, InPlace, Simulation
from tests.pictures.plan_town import planned, planned_town

DAY = date(2020, 2, 14)
RUNS = (
    LevelRun(status=Status.OPTIMAL, value=0, bound=0, seconds=0.4, engine="CP-SAT"),
    LevelRun(status=Status.FEASIBLE, value=4 * GOAL_UNITS, bound=3 * GOAL_UNITS, seconds=9.5, engine="CP-SAT"),
)


def case(unit_name: str = "Plan og bygg") -> Instance:
    """The town with two figures and one file."""
    figures = (
        Figure(
            table="crews",
            row="movers",
            column="size",
            value="2",
            confidence=Confidence.ESTIMATE,
            source="egen vurdering",
        ),
        Figure(table="units", row="nav", column="staff", value="10", confidence=Confidence.DOCUMENTED, source="x"),
    )
    files = (InputFile(path="geodata/by/units.csv", sha256="0123456789abcdef" * 4),)
    return replace(planned_town(unit_name), figures=figures, files=files)


def finished(given: Instance | None = None, *, home: Path = Path("out"), **changes: object) -> FinishedPlan:
    """The plan by way of F, as a run would hand it to the exports."""
    given = given or case()
    result = replace(planned(given), runs=RUNS)
    run = FinishedPlan(
        instance=given, result=result, scenario=Path("scenarios/by.toml"), language="nb", home=home, made=DAY
    )
    return replace(run, **changes)  # type: ignore[arg-type]


def rejected(given: Instance) -> tuple[RejectedPlacement, ...]:
    """Today's placement, sent back."""
    why = {"nb": "Hus D åpner for sent for NAV.", "en": "Hus D opens too late for NAV."}
    return (RejectedPlacement(proposal=given.inventory.today, points=81.5, why=why),)


def simulated() -> Simulation:
    """A simulation that was never run."""
    drivers = (Driver(activity="work:C+", criticality_percent=92.4, correlation=0.88),)

    def place(unit: str, days: Mapping[int, date | None]) -> InPlace:
        return InPlace(
            unit=unit,
            planned=date(2020, 3, 31),
            by=days,
            deadline=date(2020, 6, 1),
            on_time_percent=97.0,
            drivers=drivers if unit != "nav" else (),
        )

    plan = {50: date(2020, 4, 14), 80: date(2020, 5, 4), 95: None}
    nav = {50: date(2020, 2, 6), 80: date(2020, 2, 6), 95: date(2020, 2, 7)}
    units = (place("plan", plan), place("nav", nav))
    return Simulation(draws=500, seed=7, units=units, everyone=place("", plan), uncertain=("work:C+",))


def replanned(given: Instance) -> FinishedPlan:
    """A plan made anew on 14 February: in the adopted one everything of `plan` was five working days earlier."""
    run = finished(given)
    steps = run.result.plan.steps
    before = {
        key: Step(start=step.start - 5, end=step.end - 5) if ":plan:" in key else step for key, step in steps.items()
    }
    before["work:C+"] = Step(start=steps["work:C+"].start, end=steps["work:C+"].end - 5)
    adopted = Plan(steps=before, via=dict(run.result.plan.via))
    kept = frozenset(key for key in steps if ":nav:" in key)
    changes = Changes(as_of=DAY, days={"work:C+": 50}, kept=kept, adopted=adopted)
    return replace(run, result=replace(run.result, changes=changes), adopted=adopted, today=DAY)
