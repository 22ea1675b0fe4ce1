"""Merges small groups upwards until every count is large enough."""

from collections import Counter
from collections.abc import Collection, Mapping

from localisation.reading.anonymise.groups import OTHERS, WHOLE, Ladder

People = Mapping[Ladder, int]
"""Ladder of groups -> how many people."""
Row = tuple[str, str]
"""Service area and group."""


def merged(lists: Mapping[str, People], k: int) -> dict[Row, int]:
    """Rows of at least `k` that part all people among them: every person is in exactly one row.

    Service areas of fewer than `k` are counted together as `OTHERS`; if those are still too few, the smallest other
    service area joins them (complementary suppression), so that they are not found by subtraction from a total.
    Within a service area see `settled`. Empty when there are fewer than `k` in all.
    """
    sizes = {area: sum(people.values()) for area, people in lists.items()}
    small = {area for area, size in sizes.items() if size < k or area == OTHERS}
    while 0 < sum(sizes[area] for area in small) < k and small < set(sizes):
        small.add(min(set(sizes) - small, key=lambda area: (sizes[area], area)))
    together: Counter[Ladder] = Counter()
    for area in small:
        together.update(lists[area])
    own = {area: people for area, people in lists.items() if area not in small}
    return {
        (area, group): count
        for area, people in {**own, OTHERS: together}.items()
        for group, count in settled(people, k).items()
    }


def settled(people: People, k: int) -> dict[str, int]:
    """The rows of one service area, group -> people, each at least `k`; empty when it has fewer in all.

    From the smallest groups upwards, a group gets a row when it has `k` people who are in no row yet. If 1 to k-1 are
    then left for the whole place, the smallest row that lies in no larger one is given up to them (complementary
    suppression), until they are enough. So everybody is in the row of the first group of the ladder that has one.
    """
    if sum(people.values()) < k:
        return {}
    rows: set[str] = set()
    for level in range(max(len(ladder) for ladder in people) - 1):
        waiting: Counter[str] = Counter()
        for ladder, count in people.items():
            if level < len(ladder) - 1 and rows.isdisjoint(ladder[:level]):
                waiting[ladder[level]] += count
        rows |= {group for group, count in waiting.items() if count >= k}
    found = counted(people, {*rows, WHOLE})
    while 0 < found[WHOLE] < k:
        inner = {group for ladder in people for group in ladder if not rows.isdisjoint(_above(group, ladder))}
        rows.discard(min(rows - inner, key=lambda group: (found[group], group)))
        found = counted(people, {*rows, WHOLE})
    return {group: count for group, count in found.items() if count}


def counted(people: People, rows: Collection[str]) -> Counter[str]:
    """How many people are in each row: everyone in the first group of their ladder that has one; "" for none."""
    found: Counter[str] = Counter()
    for ladder, count in people.items():
        found[next((group for group in ladder if group in rows), "")] += count
    return found


def _above(group: str, ladder: Ladder) -> tuple[str, ...]:
    return ladder[ladder.index(group) + 1 :]
