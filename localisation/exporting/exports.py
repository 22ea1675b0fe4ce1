"""All exports there are. A new one is one file (or folder) here and one line below."""

from collections.abc import Callable
from pathlib import Path

from localisation.exporting.finished import Finished
from localisation.exporting.geopackage import write_geopackage
from localisation.exporting.proposal_file import write_proposal
from localisation.exporting.workbook import write_workbook


def _workbook(path: Path, run: Finished) -> None:
    write_workbook(path, run.comparison, result=run.result, reasons=run.reasons, language=run.language)


def _geopackage(path: Path, run: Finished) -> None:
    write_geopackage(path, run.comparison.instance, run.result.proposal, language=run.language)


def _proposal(path: Path, run: Finished) -> None:
    write_proposal(path, run.comparison.instance, run.result, scenario=run.scenario, area=run.area, home=run.home)


EXPORTS: dict[str, Callable[[Path, Finished], None]] = {
    "proposal.xlsx": _workbook,
    "proposal.gpkg": _geopackage,
    "proposal.json": _proposal,
}
"""What is written, by file name, in order. Any other file in an output folder belongs to someone else."""


def write_all(folder: Path, run: Finished) -> list[Path]:
    """Write every export into an empty folder; gives the files."""
    for name, write in EXPORTS.items():
        write(folder / name, run)
    return sorted(folder.iterdir())
