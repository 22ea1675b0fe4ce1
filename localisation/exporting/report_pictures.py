"""The pictures of the report, each with its table."""

from dataclasses import dataclass
from datetime import date

from localisation.comparing.comparison import Comparison
from localisation.exporting.map_files import map_heading
from localisation.exporting.naming import name_in
from localisation.pictures.cost_bars import cost_bars, cost_twin
from localisation.pictures.layers import Spec
from localisation.pictures.map import proposal_map
from localisation.pictures.map_twin import map_twin
from localisation.pictures.score_bars import score_bars, score_twin
from localisation.pictures.stack import stack, stack_twin
from localisation.pictures.twin import Twin
from localisation.texts import Texts


@dataclass(frozen=True, kw_only=True)
class Picture:
    """`switches` says that the picture has layers to turn on and off."""

    id: str
    alt: str
    spec: Spec
    twin: Twin
    switches: bool = False


def pictures(comparison: Comparison, t: Texts, made: date) -> dict[str, Picture]:
    """Map, building fill, scores and costs by key."""
    instance, proposal = comparison.instance, comparison.chosen.proposal
    scored = [(name_in(a, t.language), a.assessment) for a in comparison.alternatives if a.assessment.results]
    placed = [(name_in(a, t.language), a.proposal) for a in comparison.alternatives]
    drawn = {
        "map": (
            proposal_map(instance, proposal, map_heading(comparison, t, made), t),
            map_twin(instance, proposal, t),
        ),
        "fill": (stack(instance, proposal, t), stack_twin(instance, proposal, t)),
        "scores": (score_bars(scored, t), score_twin(scored, t)),
        "costs": (cost_bars(instance, placed, t), cost_twin(instance, placed, t)),
    }
    return {key: picture_of(f"{key}-{t.language}", spec, twin) for key, (spec, twin) in drawn.items()}


def picture_of(key: str, spec: Spec, twin: Twin) -> Picture:
    """The page names the picture itself and says which grammar it is in."""
    alt = str(spec["description"])
    plain = {k: v for k, v in spec.items() if k != "$schema"}
    return Picture(id=key, alt=alt, spec=plain, twin=twin, switches="params" in spec)
