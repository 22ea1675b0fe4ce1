"""Pictures of the plan of the town: what they show, in both languages, with a table each.

C is refitted from Thursday 2 January for 50 working days: without two election days and a week the craftsmen rest, that
ends on 20 March. Then 15 of `plan` pack for two days and move on three. NAV waits in F until D opens on 3 February.
"""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import vl_convert

from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.free_days import free_days, holidays
from localisation.pictures.plan.gantt import Sheet, gantt
from localisation.pictures.plan.gantt_bars import LOOKS
from localisation.pictures.plan.gantt_rows import VIEWS, View, gantt_rows
from localisation.pictures.plan.gantt_twin import gantt_twin
from localisation.pictures.plan.lanes import Piece, packed
from localisation.pictures.plan.milestones import milestones
from localisation.pictures.plan.occupancy import occupancy
from localisation.pictures.plan.occupancy_chart import occupancy_chart
from localisation.pictures.plan.occupancy_twin import occupancy_twin
from localisation.pictures.plan.quarter_costs import cost_chart, cost_twin, quarter_costs
from localisation.pictures.plan.stacked_columns import even_ticks
from localisation.pictures.plan.transit_weeks import transit_chart, transit_twin, transit_weeks
from localisation.texts import LANGUAGES, Texts
from tests.pictures.plan_town import GOOD_FRIDAY, LOGISTICS, planned, planned_town
from tests.solving.sample import criterion

NB = Texts("nb")
TOWN = planned_town()
RESULT = planned(TOWN)
PROGRAMME, PLAN = RESULT.programme, RESULT.plan


def words(spec: dict[str, Any]) -> list[str]:
    """Every text drawn."""
    return [row["text"] for layer in spec["layer"] for row in layer["data"]["values"] if "text" in row]


def test_the_days_a_plan_leads_up_to():
    found = [(m.day.isoformat(), m.kind.value, m.building) for m in milestones(TOWN, PROGRAMME, PLAN)]
    # NAV leaves B on 3 and 6 January and B is cleared on the 7th: handed back on the 8th. It works in D after IT on
    # 6 February, `plan` in C after IT on 30 and 31 March.
    assert found == [
        ("2020-01-08", "handed_over", "B"),
        ("2020-02-07", "opened", "D"),
        ("2020-03-23", "works_done", "C"),
        ("2020-04-01", "opened", "C"),
    ]


def test_the_gantt_chart_by_building_shows_works_arrivals_departures_and_waits():
    rows = {g.key: g for g in gantt_rows(TOWN, PROGRAMME, PLAN, "building", NB)}
    assert list(rows) == ["A", "B", "C", "D", "F"]
    assert [s.label for s in rows["C"].strands] == ["Nye kontorer", "→ Plan og bygg (15)"]
    assert [s.label for s in rows["F"].strands] == ["→ NAV (10)", "NAV (10) →"]
    (wait,) = [s for s in rows["F"].strands[0].segments if s.kind == "stay"]
    assert (wait.first, wait.last) == (date(2020, 1, 8), date(2020, 2, 3))
    assert [m.milestone.kind for m in rows["B"].marks] == ["handed_over"]


def test_the_gantt_chart_by_unit_shows_the_whole_way_and_by_crew_whose_hands_it_takes():
    units = {g.name: g for g in gantt_rows(TOWN, PROGRAMME, PLAN, "unit", NB)}
    assert [s.label for s in units["NAV"].strands] == ["Hus B → Hus F → Hus D (10)"]
    assert {s.kind for s in units["NAV"].strands[0].segments} == {"pack", "move", "it", "clean", "stay"}
    assert list(units) == ["Plan og bygg", "NAV", "Ombygginger og bygg"]
    # What becomes of a building stands there too; works that are done are seen by their bar.
    assert "Hus B: lokalene leveres tilbake" in [m.label for m in units["Ombygginger og bygg"].marks]
    crews = {g.key: [s.label for s in g.strands] for g in gantt_rows(TOWN, PROGRAMME, PLAN, "crew", NB)}
    assert crews["craft"] == ["Hus C: Nye kontorer"]
    assert crews["movers"] == ["NAV → Hus F", "NAV → Hus D", "Plan og bygg → Hus C"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gantt_chart_draws_in_both_languages_with_days_off_and_today(view: View, language: str):
    t = Texts(language)
    spec = gantt(TOWN, PROGRAMME, PLAN, t, view, today=date(2020, 2, 14))
    shown = words(spec)
    assert t("plan.gantt.today", day=date(2020, 2, 14)) in shown
    assert t("plan.gantt.deadline", day=date(2020, 6, 1)) in shown
    assert {"nb": "Månedsslutt", "en": "Month-end"}[language] in shown
    assert t("plan.legend.stay") in shown or view == "crew"
    assert len(spec["description"]) > 40
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(spec))


def test_without_a_day_there_is_no_line_of_today():
    assert not [w for w in words(gantt(TOWN, PROGRAMME, PLAN, NB)) if w.startswith("I dag")]


def test_the_kinds_of_bars_differ_in_place_or_height_and_not_in_colour_only():
    kinds = ("work", "pack", "move", "it", "clean", "stay")
    assert len({LOOKS[k][1:] for k in kinds}) == len(kinds)


def test_a_sheet_of_a_given_height_is_filled_with_smaller_type_when_it_must():
    tall = gantt(TOWN, PROGRAMME, PLAN, NB, sheet=Sheet(width=1000, height=600))
    tight = gantt(TOWN, PROGRAMME, PLAN, NB, sheet=Sheet(width=1000, height=220))
    assert (tall["height"], tight["height"]) == (600, 220)


def test_no_label_covers_a_bar_or_another_label():
    pieces = [Piece(left=x, right=x + 10, label="Et langt navn på en enhet") for x in (0, 30, 60, 900, 980)]
    spots, lanes = packed(pieces, size=9, edges=(0, 1000), longest_px=300)
    assert [s.lane for s in spots[:3]] == [0, 1, 2]
    assert (spots[3].side, spots[4].side) == ("left", "left")
    assert lanes == 3


def test_several_moves_of_a_unit_to_one_place_share_a_line_with_their_sum():
    bundle = replace(PROGRAMME.moves[0], id="plan:B>C", origin="B", staff=4)
    legs = tuple(replace(leg, id="plan:B>C", move_id="plan:B>C", origin="B", staff=4) for leg in bundle.routes[0].legs)
    bundle = replace(bundle, routes=(replace(bundle.routes[0], legs=legs),))
    both = replace(PROGRAMME, moves=(*PROGRAMME.moves, bundle))
    units = {g.key: g for g in gantt_rows(TOWN, both, PLAN, "unit", NB)}
    assert [s.label for s in units["plan"].strands] == ["→ Hus C (19)"]


def test_packing_long_before_the_rest_has_no_name_of_its_own():
    early = replace(PLAN, steps={**PLAN.steps, "pack:plan:A>C": replace(PLAN.steps["pack:plan:A>C"], start=0, end=2)})
    units = {g.key: g for g in gantt_rows(TOWN, PROGRAMME, early, "unit", NB)}
    assert [s.label for s in units["plan"].strands] == ["", "Hus A → Hus C (15)"]


def test_a_long_bar_carries_its_label_inside():
    (spot,), _ = packed([Piece(left=0, right=400, label="Ombygging", wide=True)], size=9, edges=(0, 400), longest_px=90)
    assert (spot.side, spot.x) == ("inside", 4)


def test_the_axis_shows_whole_months():
    axis = Axis.of_months(date(2019, 12, 24), date(2020, 2, 3), 0, 91)
    assert (axis.first, axis.last, axis.px_per_day) == (date(2019, 12, 1), date(2020, 2, 29), 1)
    assert [m.month for m in axis.months()] == [12, 1, 2]
    assert (axis.x(date(2020, 1, 1)), axis.after(date(2020, 1, 1))) == (31, 32)
    assert next(axis.weeks()) == date(2019, 12, 2)


def test_days_off_are_stretches_and_holidays_weekdays_only():
    off = {f.row.id: f.stretches for f in free_days(LOGISTICS, date(2020, 1, 1), date(2020, 3, 31))}
    assert off["month-end"] == (
        (date(2020, 1, 29), date(2020, 1, 31)),
        (date(2020, 2, 29), date(2020, 2, 29)),
        (date(2020, 3, 29), date(2020, 3, 31)),
    )
    assert [d for d, _ in holidays(LOGISTICS, date(2020, 4, 1), date(2020, 4, 30))] == [GOOD_FRIDAY, date(2020, 4, 13)]


def test_the_gantt_twin_has_every_activity_once():
    twin = gantt_twin(TOWN, PROGRAMME, PLAN, NB)
    assert len(twin.rows) == len(PLAN.steps) == 13
    assert ("Ombygging: Hus C: Nye kontorer", "2. januar 2020", "20. mars 2020", "50", "Håndverkere: 1", "nei") in (
        twin.rows
    )


def test_both_ends_of_a_move_take_room_until_the_rooms_are_cleared():
    found = {o.building: o for o in occupancy(TOWN, PROGRAMME, PLAN)}
    calendar = PROGRAMME.calendar

    def need(building: str, day: date) -> int:
        return found[building].at(calendar.index(day)).need

    # NAV's 10 move on 3 and 6 January; B is cleared on the 7th.
    assert [need("B", date(2020, 1, d)) for d in (2, 7, 8)] == [10, 10, 0]
    assert [need("F", date(2020, 1, d)) for d in (2, 3, 8)] == [0, 10, 10]
    assert found["F"].at(calendar.index(date(2020, 1, 10))).waiting == {"nav"}
    # 15 need room in C, which has 12.
    assert found["C"].levels[-1].over
    assert found["E"].changes is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_occupancy_draws_and_has_a_table(language: str):
    t = Texts(language)
    spec = occupancy_chart(TOWN, PROGRAMME, PLAN, t)
    assert "Hus E" not in words(spec)  # nothing changes there
    assert "!" in words(spec)
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(spec))
    rows = {r[0]: r[1:] for r in occupancy_twin(TOWN, PROGRAMME, PLAN, t).rows}
    assert (rows["Hus C"][0], rows["Hus C"][2], rows["Hus C"][4]) == ("12", "15", "−3")


def test_people_in_transit_are_the_most_on_a_day_of_each_week():
    weeks = transit_weeks(PROGRAMME, PLAN)
    # NAV comes to F on Friday 3 January and leaves for D on 4 and 5 February.
    assert [w.monday for w in weeks] == [
        date(2019, 12, 30),
        *(date(2020, 1, d) for d in (6, 13, 20, 27)),
        date(2020, 2, 3),
    ]
    assert all(w.people == {"F": 10} for w in weeks)
    assert transit_twin(TOWN, PROGRAMME, PLAN, NB).rows[0] == ("uke 1 2020", "10", "10")
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(transit_chart(TOWN, PROGRAMME, PLAN, NB)))


def test_when_nobody_waits_the_picture_says_so():
    straight = planned(TOWN, via={})
    assert transit_weeks(straight.programme, straight.plan) == ()
    spec = transit_chart(TOWN, straight.programme, straight.plan, NB)
    assert spec["description"] == "Ingen sitter i midlertidige lokaler."
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(spec))


def test_costs_are_booked_on_the_quarter_of_the_last_day():
    budget = criterion("B1", "budget_overrun", parameters={"budget": ("2020-Q1=3000", "2020-Q3=100")})
    given = replace(TOWN, relocation_criteria=(budget,))
    found = quarter_costs(given, PROGRAMME, PLAN)
    assert [c.quarter for c in found] == ["2020-Q1", "2020-Q2", "2020-Q3"]
    # The works are 3 million; all moves end in March too. 15 people move at 10 000 each, 10 move twice at 11 500 each
    # (30 m3 at 500 for ten).
    assert found[0].amounts["work"] == 3_000_000
    assert found[0].amounts["move"] == 380_000
    assert [c.budget for c in found] == [3_000_000, 0, 100_000]
    assert cost_twin(given, PROGRAMME, PLAN, NB).rows[0][-1] == "3\xa0000"
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(cost_chart(given, PROGRAMME, PLAN, NB)))


def test_ticks_are_round():
    assert even_ticks(37) == [10, 20, 30]
    assert even_ticks(0) == []
