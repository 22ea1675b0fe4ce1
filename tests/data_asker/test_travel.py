"""How people travel in Asker: the norms and the mixes agree, and NAV's days at the large citizen centres count."""

import pytest

from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.travel import Mode
from localisation.reading.findings import suspicious
from localisation.reading.scenario import read_scenario
from localisation.rules.placement.citizens_travel_time import CitizensTravelTime
from localisation.rules.placement.travel_co2 import TravelCo2
from localisation.rules.statement import PlacementStatement, statements
from tests.data_asker.asker_tables import SCENARIOS

ANBEFALT = next(path for path in SCENARIOS if path.stem == "anbefalt")


@pytest.fixture(scope="module")
def asker() -> Instance:
    return read_scenario(ANBEFALT)


def nav(asker: Instance) -> PlacementStatement:
    return next(s for s in statements(asker) if s.criterion.id == "K1b")


def test_there_are_four_modes_and_all_of_them_are_estimates(asker: Instance):
    assert set(asker.modes) == set(Mode)
    assert all(times.estimate for times in asker.modes.values())
    assert asker.rests_on[Mode.CAR] == "road_sketch"
    assert asker.rests_on[Mode.TRANSIT] == "transit_lines"


def test_the_mixes_drive_as_much_as_the_norms_say(asker: Instance):
    assert asker.scenario.visits_by.car == asker.inventory.norms.visit_car_percent == 70
    assert asker.scenario.commute_by.car == asker.inventory.norms.commute_car_percent == 65


def test_every_scale_still_holds_the_situation_today(asker: Instance):
    assert [p for p in suspicious(asker) if p.code == "today_off_scale"] == []


def test_a_day_a_week_at_the_square_in_heggedal_is_a_fifth_of_an_office_there(asker: Instance):
    statement = nav(asker)
    rule = statement.rule
    assert isinstance(rule, CitizensTravelTime)

    def hours(*more: Placement) -> int:
        return rule.measure(statement.given, Proposal(placements=tuple(sorted((office, *more)))))

    office = Placement(unit="NAV", building="B07", staff=80)
    alone = hours()
    with_day = hours(Placement(unit="TORG", building="B19", staff=10))
    with_office = hours(Placement(unit="NAV", building="B19", staff=80))
    assert with_office < with_day < alone
    # Whole visits a zone: the fifth is rounded down in each of 795 zones.
    assert (alone - with_day) / (alone - with_office) == pytest.approx(0.2, abs=0.01)
    # The square in Holmen is not a large one: nobody from NAV comes there.
    assert hours(Placement(unit="TORG", building="B23", staff=10)) == alone


def test_time_and_emissions_are_of_the_same_visits(asker: Instance):
    time = nav(asker).rule
    emissions = next(s.rule for s in statements(asker) if isinstance(s.rule, TravelCo2))
    assert isinstance(time, CitizensTravelTime)
    assert emissions.visitors == ("NAV",)
    assert (emissions.visiting, emissions.visiting_days, emissions.visiting_buildings) == (
        time.visiting,
        time.visiting_days,
        time.visiting_buildings,
    )
    assert [p for p in suspicious(asker) if p.code == "travel.visits_apart"] == []
