"""The town of the pictures with visits: today the square is far off in the south; the proposal opens one in the north.

900 people live in zone 1 in the north and 400 in zone 2 in the south, 22 km of road apart.
"""

from dataclasses import replace

from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.travel import Mode
from localisation.domain.vocabulary import Status
from localisation.geography.travel_times import sketch_roads_from
from localisation.solving.verify import assess
from tests.pictures.town import town

OPENED = Proposal(
    placements=(
        Placement(unit="nav", building="B", staff=10),
        Placement(unit="plan", building="A", staff=40),
        Placement(unit="torg", building="C", staff=2),
        Placement(unit="torg", building="E", staff=4),
    )
)


def visited_town() -> Instance:
    """`torg` has 1,300 visits a year and may be on two sites; `plan` keeps vehicles and is the depot."""
    base = town()
    changes = {
        "torg": {"service": "torg", "visits_per_year": 1_300, "sites_max": 2},
        "plan": {"service": "base", "vehicles": 3},
    }
    units = tuple(u.model_copy(update=changes.get(u.id, {})) for u in base.inventory.units)
    return replace(
        base,
        inventory=base.inventory.with_units(units),
        modes={Mode.CAR: base.travel},
        rests_on={Mode.CAR: "road_sketch"},
        roads_from=sketch_roads_from(base.inventory),
    )


def comparison_of(instance: Instance) -> Comparison:
    """Today, and the proposal with a square in the north."""
    alternatives = tuple(
        Alternative(
            id=key, name=name, proposal=proposal, assessment=assess(instance, proposal), status=Status.HELD, runs=()
        )
        for key, name, proposal in (("dagens", "I dag", instance.inventory.today), ("nord", "Torg i nord", OPENED))
    )
    return Comparison(instance=instance, alternatives=alternatives, chosen=alternatives[1])
