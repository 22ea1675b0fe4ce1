"""Today and a proposal for the town of the pictures, compared: a report can be made of it without any solver."""

from dataclasses import replace

from localisation.comparing.comparison import Alternative, Comparison
from localisation.comparing.reasons import Reason
from localisation.domain.assessment import LevelRun
from localisation.domain.provenance import Figure, InputFile
from localisation.domain.vocabulary import Confidence, Status, Strength
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.verify import assess
from tests.pictures.town import PROPOSAL, town
from tests.solving.sample import criterion

CRITERIA = (
    criterion("M1", "space_capacity", name="Plass til alle", name_en="Room for all"),
    criterion(
        "V1", "people_moved", Strength.WEIGHT, weight=10, best=0, worst=50, name="Få flytter", name_en="Few move"
    ),
    criterion("V2", "leased_workplaces", Strength.WEIGHT, weight=30, best=0, worst=20, name="Lite leid"),
    criterion("I1", "annual_cost", Strength.INFO, name="Årlig kostnad"),
)
FIGURES = (
    Figure(table="buildings", row="A", column="area_m2", value="1000", confidence=Confidence.ESTIMATE, source="norm"),
    Figure(table="units", row="plan", column="staff", value="40", confidence=Confidence.ESTIMATE, source="antatt"),
    Figure(table="units", row="nav", column="staff", value="10", confidence=Confidence.DERIVED, source="utledet"),
    Figure(table="zones", row="1", column="population", value="900", confidence=Confidence.DOCUMENTED, source="SSB"),
)
REASONS = (
    Reason(
        unit="nav", building="D", next_best="B", loss=2.5, deltas=(("V1", 5.0), ("V2", -2.5)), refusals=(("M1", 3),)
    ),
    Reason(unit="torg", building="E", next_best=None, loss=None, refusals=(("M1", 5),)),
)


def comparison(*, unit_name: str = "Plan og bygg", run: LevelRun | None = None) -> Comparison:
    """Alternative 0, and a chosen one; C holds 12 and gets 15, so the must on space is broken there."""
    files = (InputFile(path="geodata/by/units.csv", sha256="0123456789abcdef" * 4),)
    instance = replace(town(unit_name), criteria=CRITERIA, figures=FIGURES, files=files)
    today = instance.inventory.today
    runs = (run or LevelRun(status=Status.OPTIMAL, value=GOAL_UNITS, bound=GOAL_UNITS, seconds=1.5, engine="CP-SAT"),)
    zero = Alternative(
        id="0",
        name="I dag",
        name_en="Today",
        proposal=today,
        assessment=assess(instance, today),
        status=Status.HELD,
        runs=(),
    )
    chosen = Alternative(
        id="forslag",
        name="Forslag",
        name_en="Proposal",
        proposal=PROPOSAL,
        assessment=assess(instance, PROPOSAL),
        status=runs[0].status,
        runs=runs,
    )
    return Comparison(instance=instance, alternatives=(zero, chosen), chosen=chosen)
