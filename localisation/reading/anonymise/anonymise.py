"""From a list of employees to counts that tell of nobody."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from localisation.domain.errors import Problem
from localisation.reading.anonymise.group_table import read_group_table
from localisation.reading.anonymise.groups import LEAST_K, OTHERS, WHOLE, Groups, Ladder
from localisation.reading.anonymise.hold import held
from localisation.reading.anonymise.merge import Row, merged
from localisation.reading.anonymise.people_list import PeopleList, read_people_list
from localisation.reading.anonymise.previous import Previous, read_previous
from localisation.reading.problems import Place, Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymised:
    """What may leave the house: `rows` is (service area, group) -> employees, each at least `k`.

    `people` is how many rows the list had, for the one who runs it; it is not written. `unplaced` of them have no
    place that is known. `kept` and `raised` are how many rows do not show the truth, for the sake of the previous run,
    and `hidden` how many people are in no row.
    """

    rows: dict[Row, int]
    k: int
    people: int
    unplaced: int
    kept: int = 0
    raised: int = 0
    hidden: int = 0
    remarks: tuple[Problem, ...] = ()

    @property
    def without_unit(self) -> int:
        """How many are counted with other service areas, or had none."""
        return sum(count for (area, _), count in self.rows.items() if area == OTHERS)

    @property
    def without_place(self) -> int:
        """How many are counted for the whole place."""
        return sum(count for (_, group), count in self.rows.items() if group == WHOLE)

    @property
    def without_both(self) -> int:
        """How many are counted with others for the whole place: nothing is known of them."""
        return self.rows.get((OTHERS, WHOLE), 0)


def anonymise(
    path: Path, *, k: int = 5, table: Path | None = None, by: str = "", previous: Path | None = None
) -> Anonymised:
    """Count the employees of a list by service area and place, so that no count is below k (at least `LEAST_K`).

    `table` says which areas a place is in (see `read_group_table`) and `by` which of them to begin with; `previous` is
    what was published before (see `held`), and the stricter of its k and this one is used. Raises `InvalidData`, whose
    sentences never repeat a value of the list.
    """
    if k < LEAST_K:
        raise ValueError(f"k is {k}, below {LEAST_K}")
    problems = Problems()
    groups = read_group_table(table, table.name, by, problems) if table else Groups()
    people = read_people_list(path, path.name, problems)
    before = read_previous(previous, previous.name, k, groups, problems) if previous and groups else Previous(k=k)
    problems.raise_errors()
    assert people is not None
    assert groups is not None
    lists, unplaced = _lists(people, groups)
    if unplaced:
        problems.warning("anonymise.unplaced", Place(file=path.name), count=unplaced)
    k = before.k
    kept = raised = hidden = 0
    if before.rows:
        found = held(lists, before.rows, k)
        rows, kept, raised, hidden = found.rows, len(found.kept), len(found.raised), found.hidden
    else:
        rows = merged(lists, k)
    if not rows:
        problems.error("anonymise.too_few", Place(file=path.name), k=k)
        problems.raise_errors()
    return Anonymised(
        rows=dict(sorted(rows.items())),
        k=k,
        people=people.rows,
        unplaced=unplaced,
        kept=kept,
        raised=raised,
        hidden=hidden,
        remarks=problems.remarks,
    )


def _lists(people: PeopleList, groups: Groups) -> tuple[dict[str, Counter[Ladder]], int]:
    """Service area -> ladder -> people; and how many have no known place. Without a service area: the others."""
    found: dict[str, Counter[Ladder]] = defaultdict(Counter)
    unplaced = 0
    for (area, place), count in people.counts.items():
        ladder = groups.ladder(place)
        unplaced += count if ladder == (WHOLE,) else 0
        found[area or OTHERS][ladder] += count
    return dict(found), unplaced
