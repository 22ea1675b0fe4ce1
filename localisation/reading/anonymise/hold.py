"""Protects the differences between two runs: small changes are not shown."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from localisation.reading.anonymise.groups import OTHERS, Ladder
from localisation.reading.anonymise.merge import People, Row, counted, settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The rows to show, and those that do not show the truth: as before (`kept`), or `k` for one to k-1 (`raised`).

    `hidden` is how many people are in no row, because they are too few to open one.
    """

    rows: dict[Row, int]
    kept: frozenset[Row]
    raised: frozenset[Row]
    hidden: int


def held(lists: Mapping[str, People], previous: Mapping[Row, int], k: int) -> Held:
    """Rows of at least `k` in which no row differs from the previous run by 1 to k-1.

    Everyone is counted in the smallest group that had a row before. A row whose count has changed by 1 to k-1 keeps
    its previous count; one that has fallen further, to 1 to k-1 people, shows `k`; one that is empty goes. A new row
    opens only for `k` people whom no earlier row covers: no row is ever split, for its parts would tell of the whole.
    If exactly one row of a service area shows its previous count and is not so, the one with the smallest change
    keeps its count as well, so that the first is not found from a total known elsewhere. Hence two lists that differ
    by one person in a group that had a row give the same file.
    """
    true, hidden = _counted(lists, previous, k)
    shown: dict[Row, int] = {}
    raised = set()
    for row in sorted({*true, *previous}):
        before, now = previous.get(row, 0), true.get(row, 0)
        if before and 0 < abs(now - before) < k:
            shown[row] = before
        elif 0 < now < k:
            shown[row] = k
            raised.add(row)
        elif now:
            shown[row] = now
    kept = {row for row in shown if row in previous and shown[row] == previous[row] != true.get(row, 0)}
    kept |= _companions(shown, previous, kept - raised)
    for row in kept - raised:
        shown[row] = previous[row]
    return Held(rows=shown, kept=frozenset(kept - raised), raised=frozenset(raised), hidden=hidden)


def _counted(lists: Mapping[str, People], previous: Mapping[Row, int], k: int) -> tuple[dict[Row, int], int]:
    """The true count of every row, old and new, and how many people are in none."""
    before: dict[str, set[str]] = defaultdict(set)
    for area, group in previous:
        before[area].add(group)
    gathered: dict[str, Counter[Ladder]] = defaultdict(Counter)
    for area, people in lists.items():
        unseen = area not in before and (OTHERS in before or sum(people.values()) < k)
        gathered[OTHERS if unseen else area].update(people)
    true: dict[Row, int] = {}
    hidden = 0
    for area, people in gathered.items():
        true |= {(area, g): n for g, n in counted(people, before[area]).items() if g}
        outside = {ladder: n for ladder, n in people.items() if before[area].isdisjoint(ladder)}
        opened = settled(outside, k)
        true |= {(area, group): count for group, count in opened.items()}
        hidden += sum(outside.values()) - sum(opened.values())
    return true, hidden


def _companions(shown: Mapping[Row, int], previous: Mapping[Row, int], kept: set[Row]) -> set[Row]:
    """One more row to keep in each service area where a kept row would else be the only one that has not changed."""
    found = set()
    for area in {area for area, _ in kept}:
        old = [row for row in shown if row[0] == area and row in previous]
        still = [row for row in old if shown[row] == previous[row]]
        moved = [row for row in old if shown[row] != previous[row]]
        if len(still) == 1 and moved:
            found.add(min(moved, key=lambda row: (abs(shown[row] - previous[row]), row)))
    return found
