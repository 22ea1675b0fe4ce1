"""stack.html: the stack plan with its tables, in both languages, without the network."""

from pathlib import Path

from localisation.domain.stacking.stack_plan import StackPlan
from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.naming import name_in
from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.exporting.stack.stack_picture import stack_picture
from localisation.exporting.stack.stack_sentences import proof_words, stack_sentences
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.pictures.stack_plan_twin import stack_building_twin
from localisation.texts import Texts


def write_page(path: Path, run: FinishedStack) -> None:
    """Write the page, the reader's language first."""
    write_study(path, run.instance, lambda t: _study(run, t), first=run.language, made=run.made)


def _study(run: FinishedStack, t: Texts) -> Study:
    inventory, plan = run.instance.inventory, run.plan
    return Study(
        title=t("stack.report.title", place=inventory.place.name),
        lead=f"{name_in(run.instance.scenario, t.language)}: {proof_words(plan, t)}.",
        figures=_figures(plan, t),
        sections=(
            Section(
                key="stack",
                heading=t("stack.report.picture"),
                paragraphs=stack_sentences(inventory, plan, t),
                picture=stack_picture(inventory, plan, t),
            ),
            Section(
                key="buildings",
                heading=t("stack.report.per_building"),
                tables=(stack_building_twin(inventory, plan, t),),
            ),
        ),
    )


def _figures(plan: StackPlan, t: Texts) -> tuple[Figure, ...]:
    values = {
        "floors": sum(len(b.task.floors) for b in plan.buildings),
        "spare": spare_workplaces(plan),
        "between": plan.amounts.floors_between,
        "visits": round(plan.amounts.visit_floors / 1000),
    }
    return tuple(
        Figure(label=t(f"stack.figure.{key}"), value=t.number(value), note=t(f"stack.figure.{key}_note"))
        for key, value in values.items()
    )


def spare_workplaces(plan: StackPlan) -> float:
    """Room less what is used, to the hundredth: it is rounded where it is written, as in the report."""
    room = sum(f.spaces.get(SpaceKind.WORKPLACE, 0) for b in plan.buildings for f in b.task.floors)
    used = sum(s.spaces.get(SpaceKind.WORKPLACE, 0) for b in plan.buildings for s in b.shares)
    return (100 * room - used) / 100
