"""The section on floors in the report of a proposal."""

from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.domain.vocabulary import Confidence
from localisation.exporting.report_pictures import Picture
from localisation.exporting.stack.stack_picture import stack_picture
from localisation.exporting.stack.stack_sentences import stack_sentences
from localisation.pictures.stack_plan_twin import stack_building_twin
from localisation.pictures.twin import Twin
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class StackSection:
    """What is said first, the picture, and how each building comes out."""

    sentences: tuple[str, ...]
    picture: Picture
    buildings: Twin
    estimated: bool


def stack_section(inventory: Inventory, plan: StackPlan, t: Texts) -> StackSection:
    """The section in one language."""
    return StackSection(
        sentences=stack_sentences(inventory, plan, t),
        picture=stack_picture(inventory, plan, t),
        buildings=stack_building_twin(inventory, plan, t),
        estimated=any(b.confidence is Confidence.ESTIMATE for b in plan.buildings),
    )
