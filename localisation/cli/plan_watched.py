"""Planning, watched and stoppable; with none to be found, why."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import typer

from localisation.cli.background import in_background
from localisation.cli.console import messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.plan_source import PlanSource
from localisation.cli.progress import ProgressLine
from localisation.cli.refusal import refusal_rows, refusal_sentences
from localisation.cli.solve_all import limits_of
from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.exporting.naming import name_in
from localisation.exporting.plan.sent_back import sent_back
from localisation.solving.no_proposal import NoProposal
from localisation.solving.progress import OnProgress
from localisation.solving.schedule.coupling.coupled import NothingCarriedOut, Rejected, place_and_plan
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.simulation.simulate import simulate
from localisation.solving.schedule.simulation.simulation import Simulation
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess
from localisation.texts import Texts

T = TypeVar("T")

ROUNDS_S = 5
"""So many times the time of a placement and a plan pass before no further placement is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan, the placement found with it (None when it was given), its points, and those sent back before it."""

    plan: PlanResult
    placement: Result | None = None
    placement_points: float
    rejected: tuple[Rejected, ...] = ()


def plan_limits(instance: Instance, given: Mapping[str, int]) -> SolveLimits:
    """The limits of the scenario's plan, with those given on the command line in their place."""
    return SolveLimits.model_validate(instance.scenario.plan.solve.model_dump() | dict(given))


def planned(
    source: PlanSource, given: Mapping[str, int], *, stop: threading.Event, texts: Texts, as_json: bool
) -> Planned:
    """The plan of a proposal, or the best placement that can be carried out with its plan.

    Says why and leaves with 4 or 5 when there is none.
    """
    instance, own = source.instance, plan_limits(source.instance, given)

    def work(told: OnProgress) -> Planned:
        if source.proposal is not None:
            found = solve_plan(instance, source.proposal, limits=own, on_progress=told, stop=stop)
            return Planned(plan=found, placement_points=assess(instance, source.proposal).points)
        limits = limits_of(instance, given)
        seconds = ROUNDS_S * (limits.time_limit_s + own.time_limit_s)
        both = place_and_plan(instance, limits=limits, plan_limits=own, seconds=seconds, on_progress=told, stop=stop)
        points = both.result.assessment.points
        return Planned(plan=both.plan, placement=both.result, placement_points=points, rejected=both.rejected)

    return watched(instance, work, texts=texts, as_json=as_json)


def watched(instance: Instance, work: Callable[[OnProgress], T], *, texts: Texts, as_json: bool) -> T:
    """Do the work in the background with a line of progress; when there is no plan, say why and leave with 4 or 5."""
    from localisation.solving.schedule.sentences import refusal_sentences_of_plan

    try:
        with ProgressLine(messages(), texts, name_in(instance.scenario, texts.language)) as line:
            return in_background(lambda: work(line.told), meanwhile=line.draw)
    except NoPlan as error:
        _leave("no_plan", list(refusal_sentences_of_plan(instance, error.diagnosis, texts)), as_json)
        raise typer.Exit(ExitCode.NO_PROPOSAL) from error
    except NothingCarriedOut as error:
        key = "none_left" if error.exhausted else "none_in_time"
        told = [texts(f"cli.plan.{key}", count=len(error.rejected))]
        told += [texts("cli.plan.sent_back", line=line) for line in sent_back(error.rejected, texts)]
        _leave("no_plan", told, as_json)
        raise typer.Exit(ExitCode.NO_PROPOSAL) from error
    except NoProposal as error:
        if as_json:
            print_json(refusal_rows(instance, error.diagnosis, texts))
        for sentence in refusal_sentences(instance, error.diagnosis, texts):
            messages().print(sentence, soft_wrap=True)
        raise typer.Exit(ExitCode.NO_PROPOSAL) from error
    except StoppedEmpty as error:
        _leave("stopped", [texts(f"cli.plan.{'interrupted_empty' if error.by_user else 'stopped_empty'}")], as_json)
        raise typer.Exit(ExitCode.STOPPED) from error


def simulated(
    instance: Instance, plan: PlanResult, draws: int, given: Mapping[str, int], *, texts: Texts
) -> Simulation:
    """The plan carried out many times, on as many processes as there are workers."""
    limits = plan_limits(instance, given)
    messages().print(texts("cli.plan.simulating", count=draws))
    return simulate(instance, plan, draws, seed=limits.seed, processes=limits.workers)


def _leave(status: str, sentences: list[str], as_json: bool) -> None:
    if as_json:
        print_json({"status": status, "messages": sentences})
    for sentence in sentences:
        messages().print(sentence, soft_wrap=True)
