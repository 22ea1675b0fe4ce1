"""The helpers of "to the nearest chosen site" are few and shared."""

import numpy as np

from localisation.rules.linear import Linear
from localisation.rules.nearest import charge_nearest
from tests.rules.recorder import Recorder
from tests.rules.village import INSTANCE, proposal


def test_zones_that_see_the_buildings_alike_share_a_helper() -> None:
    recorder = Recorder(INSTANCE)
    sits = {b: (recorder.sits("point", b),) for b in ("hall", "square")}
    north, south = (2, 10), (12, 3)
    charge_nearest(recorder, sits, np.array([north, north, south]), single_site=False)
    # Two places and two helpers: none in the hall (8 more for each of two), none at the square (9 more).
    assert len(recorder._bounds) == 4
    assert recorder.charged(proposal("hall", "hall")) == 2 + 2 + 12
    assert recorder.charged(proposal("hall", "square")) == 10 + 10 + 3
    assert recorder.charged(proposal("hall", "hall", "square")) == 2 + 2 + 3


def test_ties_need_no_helper_and_what_is_ruled_out_is_left_out() -> None:
    recorder = Recorder(INSTANCE)
    sits = {b: (recorder.sits("point", b),) for b in ("hall", "square")} | {"hut": (Linear(),)}
    charge_nearest(recorder, sits, np.array([[4, 4, 1]]), single_site=False)
    assert recorder.plain
    assert recorder.charged(proposal("hall", "square")) == 4


def test_a_building_may_be_chosen_by_several() -> None:
    recorder = Recorder(INSTANCE)
    sits = {
        "hall": (recorder.sits("point", "hall"), recorder.sits("accounts", "hall")),
        "square": (recorder.sits("point", "square"),),
    }
    charge_nearest(recorder, sits, np.array([[2, 10]]), single_site=False)
    assert recorder.charged(proposal("hall", "square")) == 2, "accounts in the hall will do"
    assert recorder.charged(proposal("square", "square")) == 10
