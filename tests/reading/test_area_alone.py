"""One area solved alone: everyone else stays, also those who are spread over more houses than they should be."""

from localisation.domain.vocabulary import Status, Strength
from localisation.reading.area import only_area
from localisation.reading.problems import Problems
from localisation.solving.solve import solve
from tests.solving.sample import criterion, instance, inventory, unit

STOCK = inventory(
    units=(
        unit("u", 4, {"A": 2, "C": 2}),
        unit("v", 5, {"B": 5}, service_area="velferd"),
    )
)
MUSTS = (
    criterion("plass", "space_capacity"),
    criterion("steder", "sites_per_unit"),
    criterion("hus", "fixed_location", units=("u",), parameters={"buildings": ("B",)}),
    criterion("leid", "leased_workplaces", Strength.WEIGHT, weight=1, best=0, worst=10),
)


def alone(area: str):
    problems = Problems()
    stock, criteria = only_area(area, STOCK, MUSTS, problems)
    assert not problems.errors
    return instance(*criteria, stock=stock)


def test_the_free_unit_moves_and_the_held_one_stays_split():
    result = solve(alone("velferd"))
    assert result.status is Status.OPTIMAL
    assert result.proposal.sites("u") == {"A": 2, "C": 2}
    assert result.proposal.sites("v") == {"C": 5}


def test_a_must_about_held_units_only_is_shown_but_does_not_bind():
    case = alone("velferd")
    assert next(c for c in case.criteria if c.id == "hus").strength is Strength.INFO


def test_a_must_about_single_units_binds_the_free_ones():
    case = alone("velferd")
    assert next(c for c in case.criteria if c.id == "steder").units == ("v",)


def test_a_building_closed_to_all_is_closed_to_the_free_ones_only():
    problems = Problems()
    closed = criterion("stengt", "buildings_closed", parameters={"buildings": ("A",)})
    _, criteria = only_area("velferd", STOCK, (closed,), problems)
    assert next(c for c in criteria if c.id == "stengt").units == ("v",)


def test_a_must_about_the_whole_still_counts_everyone():
    problems = Problems()
    few = criterion("få", "building_limit", parameters={"at_most": 3})
    _, criteria = only_area("velferd", STOCK, (few,), problems)
    assert next(c for c in criteria if c.id == "få") == few


def test_an_unknown_area_is_an_error():
    problems = Problems()
    only_area("velfred", STOCK, MUSTS, problems)
    assert [p.code for p in problems.errors] == ["unknown_area_like"]


def test_nothing_is_remembered_of_the_units_as_they_were():
    # Looking a unit up by id before the area is chosen must not bring the old unit back afterwards.
    assert STOCK.unit["u"].sites_max == 1
    stock, _ = only_area("velferd", STOCK, MUSTS, Problems())
    assert stock.unit["u"].sites_max == 2
