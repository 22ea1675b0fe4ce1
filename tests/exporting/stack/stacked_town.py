"""A town with two houses of two floors, stacked: a stack plan with everything a picture or a table must show."""

from datetime import date
from pathlib import Path

from localisation.domain.floor import Floor
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.unit import Collaboration, SpaceNeed
from localisation.domain.vocabulary import Confidence, SpaceKind
from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.solving.stacking.stack_proposal import stack_proposal
from tests.solving.sample import building, instance, inventory, unit

WORK, FRONT, ARCHIVE = SpaceKind.WORKPLACE, SpaceKind.PUBLIC_FRONT, SpaceKind.ARCHIVE
DAY = date(2020, 5, 17)


def town(name: str = "NAV") -> Instance:
    """H is told floor by floor, with shelves in the basement; E is estimated, and one person too many sits there."""
    told = (
        Floor(number=-1, height=-1, spaces={WORK: 0, ARCHIVE: 9}, confidence=Confidence.DOCUMENTED),
        Floor(number=1, height=0, spaces={WORK: 3, FRONT: 30}, confidence=Confidence.DOCUMENTED),
        Floor(number=2, height=1, spaces={WORK: 8}, confidence=Confidence.DOCUMENTED),
    )
    spaces = {WORK: 11, FRONT: 30, ARCHIVE: 9}
    per_head = SpaceNeed(kind=WORK, per_100_staff=100)
    return instance(
        stock=inventory(
            buildings=(
                building("H", "N", 0, 0, name="Huset", spaces=spaces, by_floor=told, floors=3),
                building("E", "S", 10_000, 4, name="Enden", floors=2),
            ),
            units=(
                unit(
                    "nav",
                    4,
                    {"H": 4},
                    name=name,
                    service="nav",
                    service_area="velferd",
                    visits_per_year=2_000,
                    needs=(per_head, SpaceNeed(kind=FRONT, per_site=20)),
                ),
                unit("arkiv", 3, {"H": 3}, name="Arkiv", needs=(per_head, SpaceNeed(kind=ARCHIVE, per_site=6))),
                unit("plan", 5, {"E": 5}, name="Plan"),
            ),
            collaborations=(Collaboration(unit_a="nav", unit_b="arkiv", strength=40),),
        )
    )


def finished(home: Path, *, language: str = "nb", name: str = "NAV") -> FinishedStack:
    """Today's situation stacked."""
    case = town(name)
    proposal = Proposal(
        placements=(
            Placement(unit="arkiv", building="H", staff=3),
            Placement(unit="nav", building="H", staff=4),
            Placement(unit="plan", building="E", staff=5),
        )
    )
    return FinishedStack(
        instance=case,
        proposal=proposal,
        plan=stack_proposal(case.inventory, proposal),
        language=language,
        scenario=home / "scenario.toml",
        area=None,
        home=home,
        made=DAY,
    )
