"""The line of a solve: what is known by now, and nothing for what is not."""

import io

import pytest
from rich.console import Console

from localisation.cli.progress import ProgressLine
from localisation.solving.progress import Progress
from localisation.texts import Texts


@pytest.mark.parametrize(
    ("best", "bound", "engine", "told"),
    [
        (2_000_000_000, 1_000_000_000, "CP-SAT", "beste 2,00 poeng tapt, grense 1,00, gap 50,00 %, 0 s, CP-SAT"),
        # A share of nothing, or towards a bound beyond the scale, says nothing.
        (
            9_550_000_000,
            -5_060_000_000,
            "CP-SAT",
            "beste 9,55 poeng tapt, grense −5,06, 14,61 poeng åpent, 0 s, CP-SAT",
        ),
        (0, -1_000_000_000, "CP-SAT", "beste 0,00 poeng tapt, grense −1,00, 1,00 poeng åpent, 0 s, CP-SAT"),
        (None, 1_000_000_000, "", "grense 1,00, 0 s"),
        (None, None, "", "0 s"),
    ],
)
def test_what_is_unknown_is_left_out(best: int | None, bound: int | None, engine: str, told: str):
    written = io.StringIO()
    with ProgressLine(Console(file=written, width=160), Texts("nb"), "Prøve") as line:
        line.told(Progress(level=1, levels=1, best=best, bound=bound, seconds=0.0, engine=engine))
    assert written.getvalue().splitlines()[-1] == f"Prøve: {told}"


def test_that_it_is_being_explained_is_told():
    written = io.StringIO()
    with ProgressLine(Console(file=written, width=160), Texts("nb"), "Prøve") as line:
        line.told(
            Progress(level=1, levels=1, best=None, bound=-70_720_000_000, seconds=0.0, engine="", explaining=True)
        )
    told = "Prøve: ingen løsning oppfyller alle må-kravene, finner ut hvorfor, 0 s"
    assert written.getvalue().splitlines()[-1] == told
