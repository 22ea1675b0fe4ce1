"""Tables as lines: nothing may be said that the table does not say."""

from random import Random

from localisation.solving.schedule.model.straight_lines import straight_lines


def test_ends_round_a_day_off_are_two_lines():
    """Two days, day 2 off: starts 0, 1 would end 2, 4; from 3 on, start + 2. Place 2 is never asked for."""
    lines = straight_lines((2, 4, 0, 5, 6), frozenset({0, 1, 3, 4}), 5)
    told = {p: line.slope * p + line.constant for line in lines for p in (0, 1, 3, 4) if line.first <= p <= line.last}
    assert told == {0: 2, 1: 4, 3: 5, 4: 6}


def test_too_many_lines_are_none():
    assert straight_lines((0, 1, 0, 1, 0, 1), None, 2) is None


def test_lines_say_the_same_as_any_table():
    random = Random(1)
    for _ in range(200):
        table = [random.randint(0, 3) for _ in range(random.randint(1, 8))]
        reached = {p for p in range(len(table)) if random.random() < 0.8}
        lines = straight_lines(table, reached, 99)
        for place in reached:
            (line,) = [line for line in lines or () if line.first <= place <= line.last]
            assert line.slope * place + line.constant == table[place]
