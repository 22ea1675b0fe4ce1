"""The pictures of the report of a plan, each with its table."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.report_pictures import Picture, picture_of
from localisation.pictures.plan.gantt import gantt
from localisation.pictures.plan.gantt_rows import VIEWS
from localisation.pictures.plan.gantt_twin import gantt_twin
from localisation.pictures.plan.occupancy_chart import occupancy_chart
from localisation.pictures.plan.occupancy_twin import occupancy_twin
from localisation.pictures.plan.quarter_costs import cost_chart, cost_twin
from localisation.pictures.plan.transit_weeks import transit_chart, transit_twin
from localisation.texts import Texts


def plan_pictures(run: FinishedPlan, t: Texts) -> dict[str, Picture]:
    """The Gantt charts by building, unit and crew (which share a table), occupancy, weeks in transit and costs."""
    given = (run.instance, run.result.programme, run.result.plan)
    table = gantt_twin(*given, t)
    drawn = {f"gantt_{view}": (gantt(*given, t, view, today=run.today), table) for view in VIEWS}
    drawn |= {
        "occupancy": (occupancy_chart(*given, t), occupancy_twin(*given, t)),
        "transit": (transit_chart(*given, t), transit_twin(*given, t)),
        "costs": (cost_chart(*given, t), cost_twin(*given, t)),
    }
    return {key: picture_of(f"{key}-{t.language}", spec, twin) for key, (spec, twin) in drawn.items()}
