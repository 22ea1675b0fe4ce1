"""The sheet of moves: every carrying with its days."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.report_tables import move_note
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.exporting.plan.waves import WaveMove, wave_moves
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.transit_weeks import week_name
from localisation.texts import Texts


def write_moves(book: Book, run: FinishedPlan, names: PlanNames) -> None:
    """One row a leg: unit, from, to, how many, how much, and when."""
    texts = book.texts
    sheet = book.sheet("moves")
    columns = [
        Column(key="unit_id", heading=texts("workbook.column.unit_id")),
        Column(key="unit", heading=texts("plan.column.unit"), kind="long"),
        Column(key="origin", heading=texts("plan.column.from"), kind="long"),
        Column(key="destination", heading=texts("plan.column.to"), kind="long", total=texts("plan.column.sum")),
        Column(key="staff", heading=texts("plan.column.staff"), kind="whole", total="sum"),
        Column(key="volume", heading=texts("plan.column.volume"), kind="whole", total="sum"),
        Column(key="week", heading=texts("plan.column.week")),
        Column(key="packing", heading=texts("plan.workbook.moves.packing"), kind="date"),
        Column(key="first", heading=texts("plan.workbook.moves.first"), kind="date"),
        Column(key="last", heading=texts("plan.workbook.moves.last"), kind="date"),
        Column(key="open", heading=texts("plan.column.open"), kind="date"),
        Column(key="cleared", heading=texts("plan.workbook.moves.cleared"), kind="date"),
        Column(key="note", heading=texts("plan.column.note"), kind="long"),
        Column(key="estimates", heading=texts("plan.weeks.estimates"), kind="long"),
    ]
    rests = RestsOnEstimates(run.instance)
    rows: list[list[Cell]] = [
        [
            m.leg.unit,
            names.unit(m.leg.unit),
            names.building(m.leg.origin),
            names.building(m.leg.destination),
            m.leg.staff,
            m.leg.volume_m3,
            week_name(m.first, texts),
            m.packing,
            m.first,
            m.last,
            m.open,
            m.cleared,
            move_note(m, texts),
            _estimates(m, run, rests, texts),
        ]
        for m in wave_moves(run.result)
    ]
    sheet.table("moves", columns, rows)


def _estimates(move: WaveMove, run: FinishedPlan, rests: RestsOnEstimates, t: Texts) -> str:
    """What of a leg is estimated, each once."""
    steps = (run.result.programme.activity[key] for key in move.leg.activities)
    return ", ".join(dict.fromkeys(t(f"plan.rests_on.{word}") for step in steps for word in rests.of(step)))
