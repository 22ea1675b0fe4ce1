"""When nobody can move before somebody else: one goes through transit premises."""

from collections.abc import Iterable, Iterator, Mapping

from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.placing import place_job
from localisation.solving.schedule.model.network import Literals


def send_through_transit(draft: Draft, jobs: tuple[tuple[str, ...], ...], stuck: Mapping[int, Iterable[int]]) -> bool:
    """Let one stuck move go another way whose first job can be placed now; False when none can.

    Those first that leave what others wait for; among them, those that take least.
    """
    wanted = {number for blocking in stuck.values() for number in blocking}
    job_of = {task: number for number, job in enumerate(jobs) for task in job}
    ways = []
    for choice, number in _stuck_moves(draft, jobs, stuck):
        leaves = {key[0] for task in jobs[number] for key in draft.layout.touches[task]}
        size = sum(
            draft.network.at_once[k].takings[i].demand for task in jobs[number] for k, i in draft.layout.touches[task]
        )
        ways.append((not leaves & wanted, size, choice))
    for _, _, choice in sorted(ways):
        for way in range(1, len(choice)):
            mark = draft.mark()
            if draft.choose(choice, way):
                first = [t for t, task in draft.network.tasks.items() if choice[way] in task.when]
                numbers = sorted({job_of[task] for task in first})
                if numbers and not place_job(draft, jobs[numbers[0]]):
                    return True
            draft.back(mark)
    return False


def _stuck_moves(
    draft: Draft, jobs: tuple[tuple[str, ...], ...], stuck: Mapping[int, Iterable[int]]
) -> Iterator[tuple[Literals, int]]:
    """The routes of each stuck move that still goes straight and has other ways, and its job."""
    by_literal = {v: choice for choice in draft.network.choices for v in choice}
    for number in sorted(stuck):
        literals = {v for task in jobs[number] for v in draft.network.tasks[task].when}
        for v in sorted(literals):
            if v in by_literal and by_literal[v][0] == v and draft.value[v]:
                yield by_literal[v], number
