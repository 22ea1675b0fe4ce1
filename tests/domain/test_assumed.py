"""What is data and what is assumed in travel times."""

import pytest

from localisation.domain.assumed import assumed, is_estimate
from localisation.domain.travel import Mode
from tests.domain.test_journeys import NORMS

RUSH = NORMS.model_copy(update={"peak_percent": 120})


@pytest.mark.parametrize(
    ("mode", "data", "keys", "estimate"),
    [
        (Mode.CAR, "road_sketch", ("network", "street_speeds", "access"), True),
        (Mode.WALK, "road_sketch", ("network", "own_pace"), True),
        (Mode.CAR, "osm", ("street_speeds", "access"), True),
        (Mode.CAR, "elveg", ("street_speeds", "access"), True),
        (Mode.BICYCLE, "osm", ("own_pace",), True),
        # The publisher states how long it takes; only the legs are ours.
        (Mode.CAR, "ruteplan", ("access",), False),
        (Mode.CAR, "edges", ("access",), False),
        (Mode.TRANSIT, "gtfs", ("walks",), False),
        (Mode.TRANSIT, "gtfs_streets", ("walks",), False),
        (Mode.TRANSIT, "transit_lines_streets", ("headways", "walks"), True),
    ],
)
def test_what_is_assumed(mode: Mode, data: str, keys: tuple[str, ...], estimate: bool):
    assert assumed(mode, data, NORMS) == keys
    assert is_estimate(mode, data, NORMS) is estimate


def test_a_peak_factor_makes_stated_drive_times_an_estimate():
    assert assumed(Mode.CAR, "ruteplan", RUSH) == ("peak", "access")
    assert is_estimate(Mode.CAR, "ruteplan", RUSH)
    assert not is_estimate(Mode.TRANSIT, "gtfs", RUSH)
