"""However a feed is spoiled, it is read or refused in words; nothing falls over."""

import tempfile
import warnings
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.errors import InvalidData
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.transit_times import transit_times
from tests.reading.transit.feed import FILES, read, sayable

MORE = FILES | {
    "calendar_dates.txt": "service_id,date,exception_type\nweekdays,20300306,2\n",
    "frequencies.txt": "trip_id,start_time,end_time,headway_secs,exact_times\nT1,10:00:00,11:00:00,1200,1\n",
    "transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nA,B,2,60\n",
}
BITS = st.sampled_from(
    [
        *',\n"\r-:;0129ABT1æ \x00\ufeff',
        "",
        "NA",
        "nan",
        "1e9",
        "-1",
        "99999999999",
        "26:00:00",
        "20300229",
        ",,,",
        "\n\n",
    ]
)
SPOILS = st.lists(
    st.tuples(st.sampled_from(sorted(MORE)), st.floats(0, 1), st.integers(0, 9), BITS), min_size=1, max_size=4
)


@settings(max_examples=40, deadline=None)
@given(spoils=SPOILS)
def test_a_spoiled_feed_is_read_or_refused_in_words(spoils):
    files = dict(MORE)
    for name, where, cut, put in spoils:
        text, at = files[name], round(where * len(files[name]))
        files[name] = text[:at] + put + text[at + cut :]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            found = read(Path(folder), None, **{name.removesuffix(".txt"): text for name, text in files.items()})
        except InvalidData as fault:
            for problem in fault.problems:
                sayable(problem)
            return
    for problem in found.remarks:
        sayable(problem)
    table = found.timetable
    assert (table.trip_starts[1:] - table.trip_starts[:-1] >= 2).all()
    assert len(table.call_stop) == table.trip_starts[-1]
    points = {id_: tuple(xy) for id_, xy in zip(table.stop_ids, table.stop_xy_m.tolist(), strict=True)}
    transit_times(table, points, points, TransitSettings())
