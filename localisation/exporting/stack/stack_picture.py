"""The stack plan as a picture on a page, with its table."""

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.exporting.report_pictures import Picture, picture_of
from localisation.pictures.stack_plan import stack_plan
from localisation.pictures.stack_plan_twin import stack_plan_twin
from localisation.texts import Texts


def stack_picture(inventory: Inventory, plan: StackPlan, t: Texts) -> Picture:
    """The picture with who sits on which floor as its table."""
    return picture_of(f"stack-{t.language}", stack_plan(inventory, plan, t), stack_plan_twin(inventory, plan, t))
