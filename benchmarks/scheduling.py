"""How fast, and how well, are plans made? `make bench-scheduling`, or `python -m benchmarks.scheduling --quick`.

Three tables: PSPLIB j30 (how many proven, seconds to the first plan, to the best and to the proof), j120 (deviation
from the best known, beside PyJobShop on CP-SAT with the same seconds and workers in the same run, if --peer names a
Python that has it), and a made-up programme of 300 units. Times depend on the machine: nothing here is a test.
"""

import argparse
import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from rich.console import Console
from rich.table import Table

from benchmarks.generated import generated
from benchmarks.psplib import best_known, rcpsp, read_sm
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.progress import Progress
from localisation.solving.schedule.solve import solve_plan, solve_programme

PEER = Path(__file__).with_name("peer_pyjobshop.py")
QUICK = {"j30": 5, "j120": 3, "units": 60}


@dataclass(frozen=True, kw_only=True)
class Solved:
    """One solve: when the first plan, the best plan and the end came, in seconds."""

    result: PlanResult
    first_s: float
    best_s: float
    end_s: float

    @property
    def amount(self) -> int:
        """Working days until all is done."""
        return self.result.assessment.result("last").amount


class Clock:
    """Notes when the best of the first goal level last became better."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.best: int | None = None
        self.best_s = 0.0

    def __call__(self, news: Progress) -> None:
        """What a solve tells on its way."""
        if news.level == 1 and news.best is not None and (self.best is None or news.best < self.best):
            self.best, self.best_s = news.best, time.monotonic() - self.began


def psplib_solved(path: Path, limits: SolveLimits) -> Solved:
    """One PSPLIB file."""
    programme, clock = read_sm(path), Clock()
    result = solve_programme(rcpsp(), programme, limits=limits, on_progress=clock)
    return Solved(
        result=result, first_s=result.first_plan_s or clock.best_s, best_s=clock.best_s,
        end_s=time.monotonic() - clock.began,
    )  # fmt: skip


def j30(folder: Path, names: list[str], limits: SolveLimits, console: Console) -> None:
    """How many are proven, and whether they are the known optima."""
    known = best_known(folder / "j30_best.csv")
    table = Table("", "proven", "as known", "first plan s", "best s", "proof s: mean", "largest", title="PSPLIB j30")
    runs = {name: psplib_solved(folder / f"{name}.sm", limits) for name in names}
    proven = {n: r for n, r in runs.items() if r.result.status is Status.OPTIMAL}
    table.add_row(
        f"{len(names)} of {len(known)}, {limits.time_limit_s} s, {limits.workers} workers",
        f"{len(proven)}",
        f"{sum(r.amount == known[n][1] for n, r in runs.items())}",
        f"{mean(r.first_s for r in runs.values()):.2f}",
        f"{mean(r.best_s for r in runs.values()):.2f}",
        f"{mean(r.end_s for r in runs.values()):.2f}",
        f"{max(r.end_s for r in runs.values()):.1f}",
    )
    console.print(table)
    for name in names:
        if name not in proven:
            run = runs[name].result.runs[0]
            console.print(f"  not proven: {name} {runs[name].amount} (known {known[name][1]}, gap {run.gap:.1%})")


def j120(folder: Path, names: list[str], limits: SolveLimits, peer: str | None, console: Console) -> None:
    """Deviation from the best known, ours and the peer's by turns, so that a busy machine is so for both."""
    known = best_known(folder / "j120_best.csv")
    table = Table(
        "", "best known", "ours", "bound", "first s", "best s", "proven", "PyJobShop", "bound", title="PSPLIB j120"
    )
    ours, theirs = [], []
    for name in names:
        run = psplib_solved(folder / f"{name}.sm", limits)
        found = run.result.runs[0]
        bound = -(-(found.bound or 0) // 10**9)
        best = known[name][1]
        ours.append((run.amount - best) / best)
        other = pyjobshop(peer, folder / f"{name}.sm", limits) if peer else {}
        if other.get("makespan"):
            theirs.append((other["makespan"] - best) / best)
        table.add_row(
            name, str(best), str(run.amount), str(bound), f"{run.first_s:.2f}", f"{run.best_s:.1f}",
            "yes" if run.result.status is Status.OPTIMAL else "", str(other.get("makespan", "-")),
            str(other.get("bound", "-")),
        )  # fmt: skip
    console.print(table)
    console.print(f"mean deviation: ours {mean(ours):.2%}" + (f", PyJobShop {mean(theirs):.2%}" if theirs else ""))


def pyjobshop(peer: str, path: Path, limits: SolveLimits) -> dict[str, int]:
    """What the peer finds for one file."""
    command = [peer, "-P", str(PEER), str(limits.time_limit_s), str(limits.workers), str(path)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, int] = json.loads(found.stdout)
    return answer


def programme(units: int, limits: SolveLimits, console: Console) -> None:
    """The made-up programme: time to the first plan, and the gap of the first goal."""
    table = Table("", "first plan s", "days", "gap %", "best s", "through transit", title="Made-up programme")
    instance, proposal = generated(units)
    first = instance.scenario.plan.levels[:1]
    plan = instance.scenario.plan.model_copy(update={"levels": first})
    scenario = instance.scenario.model_copy(update={"planning": plan})
    case = type(instance)(
        inventory=instance.inventory, criteria=(), scenario=scenario, travel=instance.travel,
        relocation_criteria=instance.relocation_criteria,
    )  # fmt: skip
    clock = Clock()
    result = solve_plan(case, proposal, limits=limits, on_progress=clock)
    table.add_row(
        f"{units} units, {limits.time_limit_s} s, {limits.workers} workers",
        f"{result.first_plan_s:.2f}" if result.first_plan_s is not None else "-",
        str(result.assessment.result("last").amount),
        f"{100 * (result.runs[0].gap or 0):.1f}",
        f"{clock.best_s:.1f}",
        str(result.assessment.result("transit").amount),
    )
    console.print(table)


def main() -> None:
    """Solve what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--psplib", type=Path, default=Path("../shared/bench/psplib"))
    parser.add_argument("--quick", action="store_true", help="a few instances, short limits")
    parser.add_argument("--only", choices=("j30", "j120", "programme"), action="append")
    parser.add_argument("--every", type=int, default=1, help="only every so manieth PSPLIB file")
    parser.add_argument("--seconds", type=int, help="limit for each solve (60, 60 and 300)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--peer", help="a Python that has PyJobShop")
    given = parser.parse_args()
    console = Console(width=120)

    def limits(usual: int, quick: int) -> SolveLimits:
        seconds = given.seconds or (quick if given.quick else usual)
        return SolveLimits(time_limit_s=seconds, workers=given.workers)

    def chosen(size: str) -> list[str]:
        names = sorted(best_known(given.psplib / f"{size}_best.csv"))[:: given.every]
        return names[:: -(-len(names) // QUICK[size])] if given.quick else names

    wanted = given.only or ["j30", "j120", "programme"]
    if {"j30", "j120"} & set(wanted) and not given.psplib.is_dir():
        console.print(f"no PSPLIB files in {given.psplib}: only the made-up programme is solved")
        wanted = ["programme"]
    if "j30" in wanted:
        j30(given.psplib, chosen("j30"), limits(60, 10), console)
    if "j120" in wanted:
        j120(given.psplib, chosen("j120"), limits(60, 10), given.peer, console)
    if "programme" in wanted:
        programme(QUICK["units"] if given.quick else 300, limits(300, 20), console)


if __name__ == "__main__":
    main()
