"""Two criteria on vehicles speak of the same vehicles, so they must be about the same units."""

from collections.abc import Sequence

import pytest

from localisation.domain.criterion import Criterion
from localisation.reading.problems import Place, Problems
from localisation.reading.same_units import refuse_different_units
from localisation.reading.told import told
from tests.solving.sample import criterion, inventory

VANS = {"vehicles": 2, "m3_per_trip": 20}


def vans(key: str, *units: str, strength: str = "must") -> Criterion:
    return criterion(key, "vehicle_trips", strength, units=units, parameters=VANS)


def refused(criteria: Sequence[Criterion]) -> list[str]:
    problems = Problems()
    refuse_different_units(criteria, inventory(), Place(file="s.toml"), problems)
    return [told(problem, "nb").what for problem in problems.errors]


def test_vehicles_for_different_units_are_refused_by_name():
    (said,) = refused([vans("K1", "u"), vans("K2", "v", "w")])
    assert said.startswith("Kriteriene K1 og K2 teller begge kjøretøy, men for ulike enheter.")


@pytest.mark.parametrize(
    "criteria",
    [
        [vans("K1"), vans("K2")],
        [vans("K1"), vans("K2", "u", "v", "w")],
        [vans("K1", "u"), vans("K2", "v", strength="info")],
        [vans("K1", "u"), criterion("K2", "stop_periods", units=("v",))],
    ],
    ids=["both of all", "all said in two ways", "one for information", "another rule"],
)
def test_nothing_else_is(criteria):
    assert refused(criteria) == []
