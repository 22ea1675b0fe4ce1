"""What a scenario says of how people travel: the modes in per cent of visits and commutes, and the longest journeys."""

from typing import Any

from pydantic import ValidationError

from localisation.domain.criterion import Criterion
from localisation.domain.travel import MIX, Mode, ModeMix, TravelTimes
from localisation.reading.problems import Place, Problems
from localisation.reading.scenario_files import ScenarioFiles
from localisation.reading.scenario_settings import TRAVEL
from localisation.reading.toml_table import Key, checked

SHARES = tuple(Key(mode.value, int, low=0, high=100) for mode in Mode)
LONGEST = tuple(Key(mode.value, int, low=1, high=600) for mode in Mode)
PURPOSES = {"visits": "visits_by", "commute": "commute_by"}


def mode_mixes(files: ScenarioFiles, problems: Problems) -> dict[str, Any]:
    """The mixes and longest journeys of a scenario, as its fields; shares that do not make 100 per cent are refused."""
    written = checked(files.merged, "travel", TRAVEL, problems, files.at)
    found: dict[str, Any] = {}
    if "longest_min" in written:
        limits = checked(files.merged, "travel.longest_min", LONGEST, problems, files.at)
        found["longest_min"] = {Mode(mode): minutes for mode, minutes in limits.items()}
    for purpose in (p for p in PURPOSES if p in written):
        shares = checked(files.merged, f"travel.{purpose}", SHARES, problems, files.at)
        try:
            found[PURPOSES[purpose]] = ModeMix.model_validate({"car": 0} | shares)
        except ValidationError:
            problems.error("mix_not_whole", files.at("travel", purpose), purpose=purpose, sum=sum(shares.values()))
    return found


def refuse_unknown_modes(
    mixes: dict[str, Any],
    criteria: tuple[Criterion, ...],
    modes: dict[Mode, TravelTimes],
    files: ScenarioFiles,
    problems: Problems,
) -> None:
    """A mode that is weighed in, or asked for by a criterion, must be one there is data for."""
    for purpose, field in PURPOSES.items():
        for mode, share in mixes[field].shares.items() if field in mixes else ():
            if share and mode not in modes:
                at = files.at(f"travel.{purpose}", mode.value)
                problems.error("mode_without_data", at, mode=mode.value, known=tuple(modes))
    for criterion in criteria:
        asked = str(criterion.parameters.get("mode", MIX))
        if asked != MIX and asked not in modes:
            at = Place(file=files.merged.file)
            problems.error("mode_of_criterion", at, criterion=criterion.id, mode=asked, known=tuple(modes))
