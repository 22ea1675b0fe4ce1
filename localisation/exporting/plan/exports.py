"""All exports of a plan. A new one is one file (or folder) here and one line in `PLAN_EXPORTS`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from localisation.exporting.plan.calendars import PLAN_CALENDAR, UNIT_FOLDER, write_calendars
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.gantt_files import GANTT_FILES, write_gantt
from localisation.exporting.plan.plan_file import write_plan
from localisation.exporting.plan.project_file import PROJECT_FILE, write_project
from localisation.exporting.plan.report import write_plan_report
from localisation.exporting.plan.workbook import write_plan_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanExport:
    """Files that are written together, by a function that gets the folder and the finished plan.

    A name may be a pattern ("ics/*.ics") where what is written depends on the plan.
    """

    files: tuple[str, ...]
    write: Callable[[Path, FinishedPlan], object]


def _report(folder: Path, run: FinishedPlan) -> None:
    write_plan_report(folder / "report.html", run)


def _gantt(folder: Path, run: FinishedPlan) -> None:
    write_gantt(run, folder)


def _workbook(folder: Path, run: FinishedPlan) -> None:
    write_plan_workbook(folder / "plan.xlsx", run)


def _calendars(folder: Path, run: FinishedPlan) -> None:
    write_calendars(run, folder)


def _project(folder: Path, run: FinishedPlan) -> None:
    write_project(folder / PROJECT_FILE, run)


def _plan(folder: Path, run: FinishedPlan) -> None:
    write_plan(folder / "plan.json", run)


PLAN_EXPORTS = (
    PlanExport(files=("report.html",), write=_report),
    PlanExport(files=GANTT_FILES, write=_gantt),
    PlanExport(files=("plan.xlsx",), write=_workbook),
    PlanExport(files=(PLAN_CALENDAR, f"{UNIT_FOLDER}/*.ics"), write=_calendars),
    PlanExport(files=(PROJECT_FILE,), write=_project),
    PlanExport(files=("plan.json",), write=_plan),
)

PLAN_FILES = tuple(name for export in PLAN_EXPORTS for name in export.files)
"""Every file (or pattern of files) a plan writes. Any other file in an output folder belongs to someone else."""


def write_plan_files(folder: Path, run: FinishedPlan) -> tuple[str, ...]:
    """Write every export into a folder; gives the names of all files within it, the one to read first in front."""
    for export in PLAN_EXPORTS:
        export.write(folder, run)
    return tuple(path.relative_to(folder).as_posix() for pattern in PLAN_FILES for path in sorted(folder.glob(pattern)))
