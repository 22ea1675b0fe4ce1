"""The sheet of method: how the proposal was found, how sure it is, and which files it rests on."""

from importlib.metadata import version

from localisation import __version__
from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.exporting.gap_words import open_amount, telling_gap
from localisation.exporting.input_digests import shown_files
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.rules.goal import GOAL_UNITS


def write_method(book: Book, instance: Instance, result: Result) -> None:
    """The settings, one row for each solve, and the SHA-256 of every file read."""
    texts, scenario = book.texts, instance.scenario
    sheet = book.sheet("method")
    facts: list[list[Cell]] = [
        [texts("workbook.method.scenario"), f"{name_in(scenario, texts.language)} ({scenario.id})"],
        [texts("workbook.method.status"), texts(f"workbook.status.{result.status}")],
        [texts("workbook.method.stopped"), texts.value(result.stopped)],
        [texts("workbook.method.seed"), str(result.seed)],
        [texts("workbook.method.workers"), str(result.workers)],
        [texts("workbook.method.engine"), f"localisation {__version__}, OR-Tools {version('ortools')}"],
        [
            texts("workbook.method.travel"),
            texts(f"workbook.method.travel_{'estimate' if instance.travel.estimate else 'measured'}"),
        ],
        [texts("workbook.method.start"), texts.value(scenario.start)],
        [texts("workbook.method.in_place_by"), texts.value(scenario.in_place_by)],
        [texts("workbook.method.needed_until"), texts.value(scenario.needed_until)],
        [texts("workbook.method.checked"), texts("workbook.method.checked_how")],
    ]
    setting = [
        Column(key="item", heading=texts("workbook.method.setting")),
        Column(key="value", heading=texts("workbook.method.value"), kind="long"),
    ]
    sheet.table("settings", setting, facts)
    sheet.heading(texts("workbook.method.runs"))
    runs = [
        Column(key="level", heading=texts("workbook.criteria.level"), kind="whole"),
        Column(key="status", heading=texts("workbook.method.status"), kind="long"),
        Column(key="engine", heading=texts("workbook.method.found_by")),
        Column(key="value", heading=texts("workbook.method.points_lost"), kind="two"),
        Column(key="bound", heading=texts("workbook.method.bound"), kind="two"),
        Column(key="open", heading=texts("workbook.method.open"), kind="two"),
        Column(key="gap", heading=texts("workbook.method.gap"), kind="percent"),
        Column(key="seconds", heading=texts("workbook.method.seconds"), kind="one"),
    ]
    solved: list[list[Cell]] = [
        [
            level,
            texts(f"workbook.status.{run.status}"),
            run.engine,
            None if run.value is None else run.value / GOAL_UNITS,
            None if run.bound is None else run.bound / GOAL_UNITS,
            open_amount(run),
            telling_gap(run),
            run.seconds,
        ]
        for level, run in enumerate(result.runs, start=1)
    ]
    sheet.table("runs", runs, solved)
    sheet.heading(texts("workbook.method.files"))
    files = [
        Column(key="file", heading=texts("workbook.method.file")),
        Column(key="sha256", heading="SHA-256", kind="long"),
    ]
    sheet.table("files", files, [list(row) for row in shown_files(instance.files)])
