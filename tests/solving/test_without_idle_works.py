"""Works that nothing asks for are left out, others are not, and nothing that must not be is made of it."""

from dataclasses import replace

from localisation.domain.proposal import Placement
from localisation.domain.vocabulary import Strength
from localisation.solving.verify import assess
from localisation.solving.without_idle_works import without_idle_works
from tests.solving.sample import criterion, instance

PLACE = instance(
    criterion("K-plass", "space_capacity"),
    criterion("V-flyttet", "people_moved", Strength.WEIGHT, weight=1, best=0, worst=15),
)
REFITTED = replace(PLACE.inventory.today, refurbishments=frozenset({"A+"}))


def test_works_in_a_house_with_room_enough_are_left_out():
    # u (4) sits alone in A, which has 6 places.
    proposal, assessment = without_idle_works(PLACE, REFITTED)
    assert proposal == PLACE.inventory.today
    assert assessment == assess(PLACE, proposal)


def test_works_that_give_the_room_someone_needs_are_kept():
    # u (4) and v (5) in A need 9 places: 6 and the 4 of the works.
    moved = tuple(
        Placement(unit=p.unit, building="A", staff=p.staff) if p.unit == "v" else p for p in REFITTED.placements
    )
    both = replace(REFITTED, placements=moved)
    assert without_idle_works(PLACE, both) == (both, assess(PLACE, both))


def test_works_are_kept_where_the_leaner_proposal_will_not_do():
    assert without_idle_works(PLACE, REFITTED, keep=lambda _: False) == (REFITTED, assess(PLACE, REFITTED))
