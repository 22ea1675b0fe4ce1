"""Orders that oppose each other: all units in the ring are named, whatever ways they may go."""

import pytest

from localisation.solving.schedule.diagnosis.diagnosis import PlanFault
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.sentences import refusal_sentences_of_plan
from localisation.solving.schedule.solve import solve_programme
from localisation.texts import Texts
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import LAST_DAY, asked, calendar, moving

MOVES = (("u", "A", "B", 1), ("v", "B", "C", 1), ("w", "C", "A", 1))


def order(key: str, unit: str, first: str):
    return criterion(key, "move_order", units=(unit,), parameters={"first": (first,)})


def rings(*orders, swing: tuple[str, ...] = (), language: str = "nb") -> tuple[tuple[PlanFault, ...], str]:
    """What is found without search when u, v and w move to each other's buildings, and what is said."""
    case = asked(*orders, LAST_DAY)
    with pytest.raises(NoPlan) as error:
        solve_programme(case, moving(calendar(20), *MOVES, swing=swing))
    diagnosis = error.value.diagnosis
    return diagnosis.faults, "\n".join(refusal_sentences_of_plan(case, diagnosis, Texts(language)))


@pytest.mark.parametrize("swing", [(), ("T",)])
def test_two_that_are_each_to_be_first(swing):
    (fault,), said = rings(order("K1", "u", "v"), order("K2", "v", "u"), swing=swing)
    assert (fault.code, set(fault.criteria)) == ("cycle", {"K1", "K2"})
    assert set(fault.activities) == {"m-u0", "m-v0"}
    assert "De venter på hverandre i ring" in said
    assert "Enhet u" in said
    assert "Enhet v" in said
    assert "Enhet w" not in said.split("Disse kravene")[0]


@pytest.mark.parametrize("swing", [(), ("T",)])
def test_a_ring_of_three_is_told_in_order(swing):
    """v after u, w after v, u after w; that w comes after u as well is no part of it."""
    orders = (order("K1", "v", "u"), order("K2", "w", "v"), order("K3", "u", "w"))
    (fault,), said = rings(*orders, swing=swing, language="en")
    assert fault.criteria in {("K1", "K2", "K3"), ("K2", "K3", "K1"), ("K3", "K1", "K2")}
    names = {"m-u0": "u", "m-v0": "v", "m-w0": "w"}
    assert "".join(names[a] for a in fault.activities) in {"uvw", "vwu", "wuv"}
    assert "They wait for each other in a ring" in said


def test_the_shortest_of_two_rings_is_told():
    orders = (order("K1", "v", "u"), order("K2", "w", "v"), order("K3", "u", "w"), order("K4", "w", "u"))
    (fault,), _ = rings(*orders)
    assert set(fault.criteria) == {"K3", "K4"}
