"""Every criterion rests on the columns its rule reads, and only those count."""

from dataclasses import replace

from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence
from localisation.exporting.criterion_data import criterion_data
from tests.pictures.town import town
from tests.solving.sample import criterion


def figure(table: str, row: str, column: str, confidence: str = "estimate") -> Figure:
    return Figure(table=table, row=row, column=column, value="1", confidence=Confidence(confidence), source="")


FIGURES = (
    figure("buildings", "A", "running_nok_per_year"),
    figure("buildings", "B", "rent_nok_per_year", "documented"),
    figure("buildings", "A", "floors"),
    figure("units", "plan", "staff"),
    figure("units", "plan", "equipment_m3"),
    figure("norms", "move_nok_per_m3", "value"),
    figure("norms", "move_nok_per_m3", "year"),
    figure("norms", "car_co2_g_per_km", "value"),
)


def test_the_figures_a_criterion_reads_are_counted_and_no_others():
    rows = (criterion("K1", "annual_cost"), criterion("K2", "moving_cost"), criterion("K3", "extra_sites"))
    first, second, third = criterion_data(replace(town(), criteria=rows, figures=FIGURES))
    # Rent and running costs; the floors say nothing of money.
    assert (first.tables, first.figures, first.estimates) == (("buildings",), 2, 1)
    # Staff, equipment and the price of a cubic metre; neither its year nor what a car lets out.
    assert (second.tables, second.figures, second.estimates) == (("today", "units", "norms"), 3, 3)
    assert (third.tables, third.figures) == (("units",), 0)
