"""What docs/data.md says in prose, and its examples; a test reads the examples."""

HEAD = """# Data formats

Written by `python -m localisation.reading.describe`; a test holds it fresh. Do not edit it by hand.

A place is three things, all of them data: an **inventory** (a folder with `place.toml` and tables), **criteria lists**,
and **scenarios** that point at both. `localisation template DIR` writes empty, explained workbooks to fill in, and
`localisation check SCENARIO` says what is wrong, with file, sheet, row, column and remedy.

A table T is the file `T.csv`, or the sheet T of any `.xlsx` in the folder; it may stand once. The names of files,
sheets, headings and choices may be the keys below, or their Norwegian or English names, in any case and spacing.

- CSV: UTF-8 (also with a byte order mark; Windows-1252 is read with a note), separated by comma, semicolon or tab.
- Numbers: `1234.5`, `1 234,5`, `1.234,5`, `66 %`, `kr 1 200,-`. Where a whole number is meant, `1.234` is refused: it
  may be a thousand or one and a bit. Measured amounts are rounded to whole units, halves away from zero. No name of
  a currency but `kr` and `NOK` may stand beside an amount: another is named once, as the place's `currency`.
- Lists: parted by `;`. Dates: `2025-12-31` or `31.12.2025`. Yes or no: `ja`, `nei`, `yes`, `no`.
- An empty cell is a figure that is not told. Costs, needs and visits then count as 0; `check` remarks upon the leases
  without rent and the units without needs.
- Confidence: `documented`, `derived` or `estimate`. A column `staff_confidence` speaks of `staff`, the column
  `confidence` of the rest of the row; where neither is filled in, the figure is an estimate.
- "Usually" means that a value outside is used as it stands, but remarked upon. Other limits are absolute.
- Formulas must have been calculated by the program that saved the workbook. Merged cells are refused.
"""

CRITERION_EXAMPLE = """In TOML each row is a `[[criterion]]`, and lists and parameters are written as TOML has them:

```toml
[[criterion]]
id = "K7"
name = "Torget nær folk"
name_en = "Citizens' desk near people"
rule = "population_coverage"
units = ["service:torg"]
strength = "must"
parameters = { share_percent = 80, limit_min = 15 }
owner = "Prosjektleder"
reason = "Vedtatt servicemål"
source = "Kommunestyret, sak 12/24"
confidence = "documented"

[[criterion]]
id = "K8"
name = "Få må flytte"
rule = "people_moved"
strength = "weight"
weight = 40
best = 0
worst = 400
```
"""

SHEET_EXAMPLE = """In Excel the same rows stand in a sheet `criteria`, with lists parted by `;` and parameters
written as `share_percent=80; limit_min=15; buildings=hus1, hus2`. All rules and their parameters are in
[rules.md](rules.md). A measure that is weighed needs `best` and `worst`, one that must hold needs `at_most`, and
only there does it bind: to weigh a measure and bound it too, write two rows. All are in the unit shown there.
"""

SCENARIO_TEXT = """
Paths are counted from the folder of the file they stand in. Further tables, all optional:

| table | what it does |
|---|---|
| `[weights]` | `K7 = 40`: another weight for a criterion; 0 makes it information. A must is not weighed in passing |
| `[change.K7]` | other `strength`, `weight`, `best`, `worst`, `at_most`, `parameters`, `units`, `name`, `reason` |
| `[[add]]` | a further criterion, with the keys of `[[criterion]]` |
| `[buildings]` | `hus3 = "skal ikke"`: `må`, `kan` or `skal ikke` (`must`, `may`, `must_not`) |
| `[[locks]]` | `unit`, `building` and `state`: `låst`, `fri` or `forbudt` (`locked`, `free`, `forbidden`) |

Criteria on who sits where and on who moves when may stand in the same lists: the rule tells them apart. `[goal]` orders
the first, `[plan.goal]` the second.

With `extends`, tables are merged key by key and the child wins; locks are merged by unit and building, and `fri` lifts
one. What describes the parent (id, names, descriptions, `reference`, `drop`) does not describe the child.
"""

SCENARIO_EXAMPLE = """```toml
[scenario]
id = "anbefalt"
name = "Anbefalt"
place = "../../geodata/vik"
criteria = ["../../criteria/vik/kriterier.toml"]
start = 2025-01-01
in_place_by = 2027-06-30
needed_until = 2040-12-31

[goal]
kind = "lexicographic"
order = [["K8"], ["K9", "K10"]]
slack_percent = 5

[weights]
K8 = 60

[change.K7]
parameters = { limit_min = 20 }

[buildings]
hus3 = "skal ikke"

[[locks]]
unit = "plan"
building = "hus1"
state = "låst"

[solve]
time_limit_s = 120
seed = 1

[plan]
start = 2025-03-01
until = 2027-06-30

[plan.goal]
order = [["F1"], ["F2", "F3"]]
```
"""
