"""The tiny place when two units change places: leadership (20) to the office block, permits (15) to the hall.

The hall holds 20, so that the leadership must be out, and its rooms cleaned, before the others come; the office block
holds 45 and so all three. Moving takes a day for ten, and there is one crew. Good Friday is 29 March 2024.
"""

from tests.reading import tiny

SCENARIO = (
    tiny.SCENARIO
    + """
[plan]
start = 2024-03-18
until = 2024-06-28
time_limit_s = 20

[[locks]]
unit = "U1"
building = "B2"
state = "locked"

[[locks]]
unit = "U2"
building = "B1"
state = "locked"

[[locks]]
unit = "U3"
building = "B2"
state = "locked"
"""
)
PLACE = tiny.PLACE + '\n[calendar]\ncountry = "NO"\n'
CRITERIA = tiny.CRITERIA + "".join(
    f'\n[[criterion]]\nid = "{key}"\nname = "{name}"\nrule = "{rule}"\nstrength = "{strength}"\n{more}'
    for key, name, rule, strength, more in (
        ("F1", "Plass hver dag", "room_every_day", "must", 'parameters = { kinds = ["workplace"] }\n'),
        ("F2", "Nok flyttefolk", "crew_capacity", "must", ""),
        ("F3", "Ferdig i tide", "finished_by", "must", 'parameters = { day = "2024-06-14" }\n'),
        ("G1", "Fort ferdig", "completion_time", "weight", "weight = 10\nbest = 0\nworst = 50\n"),
    )
)


def tables() -> dict[str, tiny.Rows]:
    found = tiny.tables()
    next(r for r in found["spaces"] if r["building"] == "B2")["amount"] = "45"
    found["spaces"].append({"building": "B2", "kind": "public_front", "amount": "40"})
    found["crews"] = [{"id": "flytt", "name": "Flyttefolk", "size": "4"}]
    found["activity_norms"] = [
        {"kind": kind, "crew": crew, "hands": hands, "staff_per_day": rate, "min_days": "1", "high_percent": high}
        for kind, crew, hands, rate, high in (
            ("pack", "", "", "40", ""),
            ("move", "flytt", "4", "10", "200"),
            ("clean", "", "", "60", ""),
        )
    ]
    return found


def texts() -> dict[str, str]:
    return {"scenario": SCENARIO, "place": PLACE, "criteria": CRITERIA}
