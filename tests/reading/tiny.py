"""A place small enough to check by hand: two centres, three buildings, three units, four zones."""

import csv
from collections.abc import Mapping
from pathlib import Path

Rows = list[dict[str, str]]


def _rows(text: str) -> Rows:
    lines = [line.split(",") for line in text.strip().splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


PLACE = """[place]
id = "vik"
name = "Vik"
crs = 25832
price_year = 2024
credit = "Oppdiktet"
"""

SCENARIO = """[scenario]
id = "prove"
name = "Prøve"
place = "sted"
criteria = ["kriterier.toml"]
start = 2024-01-01
in_place_by = 2025-01-01
needed_until = 2035-01-01
"""

CRITERIA = """[[criterion]]
id = "K1"
name = "Alle får plass"
rule = "space_capacity"
strength = "must"

[[criterion]]
id = "K2"
name = "Få må flytte"
rule = "people_moved"
strength = "weight"
weight = 40
best = 0
worst = 45
"""


def tables() -> dict[str, Rows]:
    """Fresh rows of every table, to be spoiled by a test.

    Staff 20 + 15 + 10 = 45. Workplaces needed 16 + 15 + 10 = 41 of 20 + 30 + 12 = 62.
    """
    return {
        "norms": _rows(
            """key,value,unit,source
move_nok_per_employee,12000,NOK,anslag
move_nok_per_m3,500,NOK,anslag
working_days_per_year,230,days,anslag
attendance_percent,80,percent,anslag
commute_car_percent,60,percent,anslag
visit_car_percent,70,percent,anslag
car_co2_g_per_km,120,g,anslag
access_speed_kmh,30,km/h,anslag
access_detour_percent,130,percent,anslag"""
        ),
        "centres": _rows(
            """id,name,district,lat,lon
NOR,Nordby,Nord,59.10,10.10
SOR,Sørby,Sør,59.00,10.20"""
        ),
        "buildings": _rows(
            """id,name,centre,lat,lon,tenure,area_m2,area_confidence,rent_nok_per_year,step_free,facilities
B1,Rådhuset,NOR,59.101,10.101,owned,600,dokumentert,,ja,
B2,Kontorbygget,NOR,59.102,10.105,leased,900,anslag,1500000,nei,
B3,Sørgården,SOR,59.001,10.201,option,300,anslag,450000,ja,"""
        ),
        "spaces": _rows(
            """building,kind,amount
B1,workplace,20
B2,workplace,30
B3,workplace,12
B1,public_front,60"""
        ),
        "refurbishments": _rows(
            """id,building,name,cost_nok,weeks,adds_public_front
R1,B3,Nytt torg,800000,12,50"""
        ),
        "units": _rows(
            """id,name,service_area,priority_area,administrative,staff,visits_per_year,smallest_part
U1,Ledelsen,stab,radhus,ja,20,,
U2,Byggesak,plan,plan,ja,15,3000,
U3,Torget,kultur,torg,nei,10,20000,"""
        ),
        "needs": _rows(
            """unit,kind,per_site,per_100_staff
U1,workplace,,80
U2,workplace,,100
U3,workplace,,100
U3,public_front,40,"""
        ),
        "today": _rows(
            """unit,building,staff
U1,B1,20
U2,B2,15
U3,B2,10"""
        ),
        "collaborations": _rows(
            """unit_a,unit_b,strength
U1,U2,70"""
        ),
        "origins": _rows(
            """service_area,area,employees
stab,Nord 1,20
plan,Sør 1,15"""
        ),
        "zones": _rows(
            """id,area,district,lat,lon,population
Z1,Nord 1,Nord,59.11,10.10,400
Z2,Nord 1,Nord,59.09,10.11,300
Z3,Sør 1,Sør,59.01,10.19,200
Z4,Sør 1,Sør,58.99,10.21,100"""
        ),
        "road_nodes": _rows(
            """id,name,lat,lon
NOR,Nordby,59.10,10.10
SOR,Sørby,59.00,10.20"""
        ),
        "roads": _rows(
            """start,end,name,length_km,speed_kmh
NOR,SOR,Fv1,14.2,60"""
        ),
        "names": _rows(
            """id,name,name_en
plan,Plan og bygg,Planning
torg,Innbyggertorg,"""
        ),
    }


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    """The rows as CSV text."""
    lines = [delimiter.join(rows[0])]
    lines += [delimiter.join(_quoted(value, delimiter) for value in row.values()) for row in rows]
    return "\n".join(lines) + "\n"


def _quoted(value: str, delimiter: str) -> str:
    return f'"{value}"' if delimiter in value else value


def write(folder: Path, rows: Mapping[str, Rows], **texts: str) -> Path:
    """Write the place, the criteria and the scenario; returns the path of the scenario."""
    place = folder / "sted"
    place.mkdir(exist_ok=True)
    for name, table in rows.items():
        with (place / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(table)
    (place / "place.toml").write_text(texts.get("place", PLACE), "utf-8")
    (folder / "kriterier.toml").write_text(texts.get("criteria", CRITERIA), "utf-8")
    (folder / "scenario.toml").write_text(texts.get("scenario", SCENARIO), "utf-8")
    return folder / "scenario.toml"
