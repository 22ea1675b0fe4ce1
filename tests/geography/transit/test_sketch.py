"""Lines of which only running times and headways are known."""

from datetime import date

from localisation.domain.geography import LineStop
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.sketch import sketch_timetable
from localisation.geography.transit.transit_times import transit_times


def stop(line: str, name: str, east: int, minutes: int, headway: int = 30) -> LineStop:
    return LineStop(line=line, stop=name, easting_m=east, northing_m=0, minutes=minutes, headway_min=headway)


TRAIN = [stop("train", "Nord", 0, 0), stop("train", "Midt", 8_000, 9), stop("train", "Sør", 20_000, 21)]
DAY = date(2020, 1, 2)


def test_runs_leave_all_day_both_ways():
    found = sketch_timetable(TRAIN, DAY)
    assert found.trips == 2 * 48
    assert found.stop_ids == ("Nord", "Midt", "Sør")
    assert list(found.depart_s[:3]) == [0, 9 * 60, 21 * 60]
    assert found.trip_ids[48] == "train back 0"
    assert list(found.arrive_s[48 * 3 : 48 * 3 + 3]) == [0, 12 * 60, 21 * 60]


def test_the_median_wait_is_half_the_headway():
    settings = TransitSettings(window_start_s=7 * 3600, window_end_s=8 * 3600, change_s=0)
    found = transit_times(sketch_timetable(TRAIN, DAY), {"home": (0, 0)}, {"work": (20_000, 0)}, settings)
    # Leaving at a whole minute one waits 0 to 29 minutes: the lower median is 14, and 21 minutes on the train.
    assert found.median_s["home"]["work"] == (14 + 21) * 60


def test_a_change_waits_for_the_other_line():
    bus = [stop("bus", "Sør", 20_000, 0, 60), stop("bus", "Fjord", 30_000, 15, 60)]
    settings = TransitSettings(window_start_s=7 * 3600, window_end_s=7 * 3600 + 60, change_s=0)
    found = transit_times(sketch_timetable([*TRAIN, *bus], DAY), {"home": (0, 0)}, {"hut": (30_000, 0)}, settings)
    # Train 07:00-07:21; the bus, second among the lines, leaves at one minute past the hour: 08:01-08:16.
    assert found.median_s["home"]["hut"] == 76 * 60
