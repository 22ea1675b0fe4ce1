"""One plan after the other for the same network, each from an order of its jobs."""

import time

import numpy as np

from localisation.array_types import Floats
from localisation.solving.schedule.first_plan.chains import Chains
from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.layout import Layout
from localisation.solving.schedule.first_plan.placing import place_job
from localisation.solving.schedule.first_plan.precedence import precedence_of
from localisation.solving.schedule.first_plan.turner import Turner
from localisation.solving.schedule.model.network import Network

SQUEAK = 0.1
"""How much longer the chain of a job counts each time it came too late, as a share of the days there are."""


class Scheme:
    """Serial schedule generation: jobs one by one in an order, each as early as those before let it."""

    def __init__(self, network: Network) -> None:
        self.layout, self.precedence = Layout(network), precedence_of(network)
        self._chains = Chains(network, self.precedence)
        self._late = np.zeros(len(self.precedence.jobs), dtype=float)
        self._turners: dict[bool, Turner] = {}

    def rank(self) -> Floats:
        """The least first: the job that has the most work hanging on it, also of those that wait for its room.

        Those that came too late before have more (squeaky wheel optimisation; Joslin & Clements 1999).
        """
        turns = self._turner(wishes=False).near(self._chains.rank(self._late))
        return self._chains.rank(self._late, turns)

    def one(self, rank: Floats, *, wishes: bool, until: float) -> Draft | None:
        """A plan in which nobody waits for a room that is never left; None when some of it could not be placed."""
        draft = Draft(self.layout, wishes=wishes)
        turns = self._turner(wishes=wishes).near(rank)
        if turns is None or not all(draft.choose(choice, way) for choice, way in turns.ways):
            return None
        left, late = list(turns.order), list[int]()
        while left and len(left) != len(late):  # those that could not be placed have another turn when all others are
            late, left = left, []
            for job in late:
                if time.monotonic() > until:
                    return None
                if not self._is_due(draft, job) or not place_job(draft, self.precedence.jobs[job]):
                    left.append(job)
        self._late[left] += SQUEAK * self.layout.network.days
        return None if left else draft

    def _is_due(self, draft: Draft, job: int) -> bool:
        tasks = (task for other in self.precedence.before[job] for task in self.precedence.jobs[other])
        return all(draft.is_placed(task) or not draft.takes_place(task) for task in tasks)

    def _turner(self, *, wishes: bool) -> Turner:
        if wishes not in self._turners:
            self._turners[wishes] = Turner(self.layout, self.precedence, wishes=wishes)
        return self._turners[wishes]
