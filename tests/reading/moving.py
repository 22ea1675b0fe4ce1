"""What the tiny place knows about moving, as rows to be spoiled."""

from pathlib import Path

from localisation.domain.instance import Instance
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.spoiled import Spoil, Town

CALENDAR = '\n[calendar]\ncountry = "NO"\nweekdays = ["mandag", "tue", "Wednesday", "torsdag", "fri"]\n'
PLAN = "\n[plan]\nstart = 2024-01-08\nuntil = 2024-12-20\n"
CRITERIA = (
    tiny.CRITERIA
    + """
[[criterion]]
id = "F1"
name = "Kort tid"
rule = "completion_time"
strength = "weight"
weight = 10
best = 0
worst = 200

[[criterion]]
id = "F2"
name = "Rom hver dag"
rule = "room_every_day"
strength = "must"

[[criterion]]
id = "F3"
name = "Til rådighet"
rule = "premises_available"
strength = "must"
"""
)


def rows() -> dict[str, tiny.Rows]:
    """The four tables of moving: one job of movers takes 4 of 8 hands and moves 15 employees a day."""
    text = {
        "crews": """id,name,name_en,size,overtime_size,nok_per_day
flytt,Flyttefolk,Movers,8,4,4200
it,IT,,2,,6400""",
        "activity_norms": """kind,crew,hands,staff_per_day,m3_per_day,min_days,low_percent,high_percent
work,,,,,,80,150
pack,,,40,,1,,
move,flytt,4,15,60,1,,150
it,it,2,20,,1,,
clean,,,60,,1,,""",
        "days_off": """id,name,kind,first,last,repeats,applies_to
LONN,Lønnskjøring,stopp,2024-01-25,31.01.2024,hver måned,U1;crew:it
VALG,Valg,valg,2024-09-09,2024-09-10,,ingen""",
        "swing_space": """building,first,last,nok_per_month
B3,2024-02-01,2024-06-30,10 000""",
    }
    return {name: tiny._rows(table) for name, table in text.items()}


def known(spoil: Spoil | None = None) -> Spoil:
    """Adds the tables of moving to the tiny place, spoiled if asked."""

    def add(tables: dict[str, tiny.Rows]) -> None:
        tables |= rows()
        if spoil:
            spoil(tables)

    return add


SCENARIO, PLACE = "scenario.toml", "sted/place.toml"


def read(town: Town, scenario: str = PLAN, criteria: str = CRITERIA) -> Instance:
    town.write(known(), place=tiny.PLACE + CALENDAR, scenario=tiny.SCENARIO + scenario, criteria=criteria)
    return read_scenario(Path(SCENARIO))


def put(table: str, row: int, column: str, value: str) -> Spoil:
    """Write a value into a row counted as the user counts, the headings being row 1."""
    return lambda tables: tables[table][row - 2].__setitem__(column, value)


def without(table: str) -> Spoil:
    return lambda tables: tables.pop(table)
