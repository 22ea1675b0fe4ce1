"""All exports there are. A new one is one file (or folder) here and one line in `EXPORTS`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from localisation.exporting.finished import Finished
from localisation.exporting.geopackage import write_geopackage
from localisation.exporting.map_files import write_map
from localisation.exporting.proposal_file import write_proposal
from localisation.exporting.report import write_report
from localisation.exporting.workbook import write_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Files that are written together, by a function that gets the folder and the finished run."""

    files: tuple[str, ...]
    write: Callable[[Path, Finished], None]


def _report(folder: Path, run: Finished) -> None:
    write_report(run.comparison, run.reasons, folder / "report.html", stack=run.stack, first=run.language)


def _map(folder: Path, run: Finished) -> None:
    write_map(run.comparison, folder, run.language)


def _workbook(folder: Path, run: Finished) -> None:
    path = folder / "proposal.xlsx"
    write_workbook(path, run.comparison, result=run.result, reasons=run.reasons, language=run.language, stack=run.stack)


def _geopackage(folder: Path, run: Finished) -> None:
    path = folder / "proposal.gpkg"
    write_geopackage(path, run.comparison.instance, run.result.proposal, language=run.language)


def _proposal(folder: Path, run: Finished) -> None:
    path, instance = folder / "proposal.json", run.comparison.instance
    write_proposal(
        path,
        instance,
        run.result,
        scenario=run.scenario,
        alternatives=[a for a in run.comparison.alternatives if a is not run.comparison.chosen],
        area=run.area,
        home=run.home,
    )


EXPORTS = (
    Export(files=("report.html",), write=_report),
    Export(files=("map.svg", "map.png", "map.pdf"), write=_map),
    Export(files=("proposal.xlsx",), write=_workbook),
    Export(files=("proposal.gpkg",), write=_geopackage),
    Export(files=("proposal.json",), write=_proposal),
)

OUR_FILES = tuple(name for export in EXPORTS for name in export.files)
"""Every file a run writes. Any other file in an output folder belongs to someone else."""


def write_all(folder: Path, run: Finished) -> tuple[str, ...]:
    """Write every export into a folder; gives the names of the files, the one to read first in front."""
    for export in EXPORTS:
        export.write(folder, run)
    return OUR_FILES
