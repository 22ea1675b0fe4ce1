"""Room on a line of floors: what the rows say is what trying every way to share out says."""

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from localisation.solving.stacking.line_room import LineRoom, Range

Case = tuple[dict[str, int], tuple[int, ...], dict[str, Range]]


def room(needs: Mapping[str, int], limits: Sequence[int], ranges: Mapping[str, Range], *, parted: bool = False) -> bool:
    """Whether the model has a solution when every unit has the one range that is told."""
    cp = cp_model.CpModel()
    chosen = {u: {r: cp.new_constant(1)} for u, r in ranges.items()}
    LineRoom(cp, needs, tuple(limits), chosen, parted=parted)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(cp) == cp_model.OPTIMAL


def tried(needs: Mapping[str, int], limits: Sequence[int], ranges: Mapping[str, Range], step: int) -> bool:
    """Whether some way of sharing out fits: each need in steps over its range, and what is left on one floor of it."""
    reached = {tuple(limits)}
    for u, need in needs.items():
        count, left = divmod(need, step)
        low, high = ranges[u]
        width = high - low + 1
        splits = [s for s in product(range(count + 1), repeat=width) if sum(s) == count]
        ways = set()
        for split in splits:
            for at in range(width):
                ways.add(tuple(step * n + (left if i == at else 0) for i, n in enumerate(split)))
        after = set()
        for there, way in product(reached, ways):
            rest = [n - (way[f - low] if low <= f <= high else 0) for f, n in enumerate(there)]
            if min(rest) >= 0:
                after.add(tuple(rest))
        reached = after
    return bool(reached)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Two to four floors with 0-3 whole spaces, one to four units that need up to two and a half."""
    limits = tuple(100 * n for n in draw(st.lists(st.integers(0, 3), min_size=2, max_size=4)))
    needs: dict[str, int] = {}
    ranges: dict[str, Range] = {}
    for u in "abcd"[: draw(st.integers(1, 4))]:
        needs[u] = draw(st.sampled_from((20, 40, 50, 60, 70, 80, 100, 130, 150, 200, 250)))
        low = draw(st.integers(0, len(limits) - 1))
        ranges[u] = (low, draw(st.integers(low, len(limits) - 1)))
    return needs, limits, ranges


@settings(max_examples=300, deadline=None)
@given(cases())
def test_there_is_room_for_whole_spaces_exactly_when_some_way_fits(case: Case) -> None:
    assert room(*case) == tried(*case, step=100)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_there_is_room_in_any_parts_exactly_when_some_way_in_tens_fits(case: Case) -> None:
    # Needs and room are whole tens, so a flow in tens is as good as any.
    assert room(*case, parted=True) == tried(*case, step=10)


@pytest.mark.parametrize(
    ("needs", "limits", "whole"),
    [
        # 0.6 + 0.6 + 0.8 = 2.0 of two spaces: together they take both of one floor, but no two of them one space.
        ({"a": 60, "b": 60, "c": 80}, (200, 0), True),
        ({"a": 60, "b": 60, "c": 80}, (100, 100), False),
        # A whole space beside 0.5 and 0.5: both halves must be on the same floor, whichever.
        ({"a": 150, "b": 50}, (100, 100), True),
        ({"a": 150, "b": 60}, (100, 100), False),
    ],
)
def test_what_is_left_of_needs_takes_up_whole_spaces_together(
    needs: dict[str, int], limits: tuple[int, ...], whole: bool
) -> None:
    ranges = dict.fromkeys(needs, (0, 1))
    assert room(needs, limits, ranges) == whole
    assert room(needs, limits, ranges, parted=True) == (sum(needs.values()) <= sum(limits))
