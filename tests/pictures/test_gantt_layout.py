"""On a sheet to print, labels are shortened before the type becomes too small to be read."""

import json
import re
from datetime import date

import vl_convert

from localisation.exporting.map_files import A3_POINTS
from localisation.exporting.plan.gantt_files import gantt_sheet
from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.gantt_layout import LEGIBLE, Layout, laid_out
from localisation.pictures.plan.gantt_rows import Group, Segment, Strand
from localisation.pictures.text_width import text_width
from localisation.texts import Texts
from tests.exporting.plan_outcome import finished

AXIS = Axis(first=date(2020, 1, 1), last=date(2020, 12, 31), left=190, right=1130)
LONG = "→ Kommunehuset i Nordby (uten innbyggertorget), inngangen fra torget (12)"


def groups(count: int) -> tuple[Group, ...]:
    """Units that move in June and in September: 185 pixels are free between, less than the 207 a label may take."""

    def strand(month: int) -> Strand:
        first, last = date(2020, month, 1), date(2020, month, 20)
        return Strand(label=LONG, segments=(Segment(kind="move", first=first, last=last, tip=""),))

    return tuple(Group(key=str(n), name=f"Enhet {n}", strands=(strand(6), strand(9))) for n in range(count))


def laid(count: int, room: float | None) -> Layout:
    return laid_out(groups(count), AXIS, top=0, room_px=room)


def widths(layout: Layout) -> list[float]:
    return [text_width(spot.text, layout.type_px) for row in layout.rows for _, spot in row.strands]


def lanes(layout: Layout) -> set[int]:
    return {row.lanes for row in layout.rows}


def test_few_rows_have_the_largest_type_and_long_labels():
    found = laid(10, 620)
    assert (found.type_px, lanes(found)) == (9.5, {2})
    assert all(185 < width <= 207 for width in widths(found))


def test_many_rows_shorten_their_labels_and_stay_legible():
    # 58 rows of one lane at 6.75 pixels: 58 * 6.75 * (1.28 + 0.25) = 599; of two lanes they would be 1100.
    found = laid(58, 620)
    assert found.type_px >= LEGIBLE
    assert found.bottom <= 620
    assert lanes(found) == {1}
    assert all(width <= 151 for width in widths(found))


def test_only_what_fits_in_no_other_way_is_smaller():
    assert laid(70, 620).type_px < LEGIBLE
    assert laid(70, None).type_px == 9.5


def test_no_type_on_the_sheet_is_below_seven_points():
    drawing = vl_convert.vegalite_to_svg(json.dumps(gantt_sheet(finished(), Texts("nb"), "unit")))
    box = re.search(r'viewBox="0 0 ([\d.]+)', drawing)
    assert box
    sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)', drawing)}
    assert min(sizes) * A3_POINTS[0] / float(box[1]) >= 7
    assert LEGIBLE * A3_POINTS[0] / float(box[1]) >= 7
