"""The exact Pareto frontier of two or three measures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localisation.domain.assessment import Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.frontier.axes import SCORE
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.band import band_share
from localisation.solving.frontier.clock import Clock
from localisation.solving.frontier.few_points import few_points
from localisation.solving.frontier.frontier import Frontier
from localisation.solving.frontier.next_question import Asked, Chooser
from localisation.solving.frontier.points_of import points_of
from localisation.solving.frontier.pool import Pool
from localisation.solving.frontier.questions import Answer, Found, Questions
from localisation.solving.frontier.reference import references_of
from localisation.solving.frontier.region import Region, Slope, Vector
from localisation.solving.frontier.settle import Settler
from localisation.solving.frontier.told_apart import told_apart
from localisation.solving.frontier.weights import weights_of
from localisation.solving.no_proposal import NoProposal
from localisation.solving.progress import Stop
from localisation.solving.stopped_empty import StoppedEmpty

_MOSTLY = 100
"""How many times its price one axis weighs where its least is sought with an eye on the others."""
_SURE = 10**9
"""Of a bound in floating point one part in so many may be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierProgress:
    """How far a frontier has come: points found, the certified band so far (None before there is one), seconds."""

    points: int
    gap: float | None
    questions: int
    seconds: float


OnFrontier = Callable[[FrontierProgress], None]


def solve_frontier(
    instance: Instance,
    axes: Sequence[Axis],
    *,
    points: int | None = None,
    seconds: float,
    known: Sequence[Result] = (),
    limits: SolveLimits | None = None,
    on_progress: OnFrontier | None = None,
    stop: Stop | None = None,
) -> Frontier:
    """Every proposal that none beats on all axes, or as many as `points` and `seconds` allow, evenly spread.

    With `points`, those that hardly differ count and stand as one (`told_apart`), until nothing is undecided.

    First the ends, the least of each measure (epsilon-constraint: Haimes 1971). Then the largest box that is undecided,
    by weighted sums (`Chooser`): of all there is (Aneja & Nair 1979), then in that box alone. What one question proves
    is used in all: what is below a bound is dropped without asking, bounds carry over to tighter limits, and each
    search begins from a neighbour's proposal. Complete and proven when no box is left. With points enough, what is not
    proven is asked again. In the last tenth of the time, each point that nothing beats gets the proposal that the
    scenario's goal likes best among those with its values.

    Today's situation and the `known` proposals, which must be whole, become the frontier's references. Those that meet
    every must are searched from, and asked early whether anything beats them: each is a point or beaten by one. With
    `points`, one that hardly differs from an end or from a point kept before it may be left out for that. What was
    proven of a known proposal's score holds on an axis that is the score.

    Raises `NoProposal` when the musts collide, `StoppedEmpty` when it ended before any proposal was found.
    """
    search = _Search(instance, axes, known, limits or instance.scenario.solve, points, seconds, on_progress, stop)
    search.run()
    search.settle()
    search.ask()
    return search.frontier()


class _Search:
    """The points and bounds so far, and what to ask next."""

    def __init__(
        self,
        instance: Instance,
        axes: Sequence[Axis],
        known: Sequence[Result],
        limits: SolveLimits,
        points: int | None,
        seconds: float,
        on_progress: OnFrontier | None,
        stop: Stop | None,
    ) -> None:
        self._instance, self._axes, self._limits = instance, tuple(axes), limits
        self._wanted = None if points is None else max(points, len(axes))
        self._on_progress, self._stop = on_progress, stop
        self._clock = Clock(seconds, self._wanted, stop)
        self._questions = Questions(instance, axes, limits, stop)
        steps = [a.step for a in axes]
        self._lowest, self._highest = self._questions.lowest, self._questions.highest
        self._region = Region(self._lowest, self._highest, steps)
        self._chooser = Chooser(self._highest, steps)
        self._pool = Pool(axes, self._region)
        self._settled: set[Vector] = set()
        self._known = tuple(known)
        self._references = references_of(instance, axes, [k.proposal for k in known])
        self._held = [self._questions.measured(r.proposal) for r in self._references if r.lawful]

    def run(self) -> None:
        """Ask until nothing is undecided, enough points are found, or time or the user ends it."""
        for found in self._held:
            self._pool.keep(found)
        self._take_over()
        for axis in range(len(self._axes)):
            self._seek_end(axis)
        if not self._pool.found:
            self._question(Asked(self._highest, axis=0), seconds=self._clock.left)
        if not self._pool.found:
            raise StoppedEmpty(self._stop)
        for found in self._held:
            if found.values in self._pool.points():
                self._improve(found.values, found, seconds=self._share())
        self.ask()

    def ask(self) -> None:
        """Go on until nothing is undecided or there are points enough; then prove them."""
        while not self._clock.over and (self._wanted is None or len(self._points()) < self._wanted):
            asked = self._chooser.choose(self._region, self._pool.points())
            if asked is None:
                break
            self._question(asked)
        self._prove()

    def _seek_end(self, axis: int) -> None:
        """The least of one axis, and of all as good one that nothing beats.

        Where the least is not proven soon, its plans are poor: the others weigh nothing in it, and little tells a good
        one from a bad. So then the others weigh a little.
        """
        answer = self._question(Asked(self._highest, axis=axis), seconds=max(1.0, self._share() / 3))
        if answer is not None and not answer.proven:
            extents = [1 / (a.price * (_MOSTLY if j == axis else 1)) for j, a in enumerate(self._axes)]
            sizes = [max(map(abs, column)) for column in zip(*(self._pool.points() or [self._highest]), strict=True)]
            self._question(Asked(self._highest, weights_of(extents, sizes, [a.step for a in self._axes])))

    def _prove(self) -> None:
        """With points enough and time left: prove what is not, one after the other."""
        open_points = [v for v in self._points() if self._region.is_open(v)]
        while open_points and not self._clock.over:
            values = open_points.pop()
            self._improve(values, self._pool.found[values], seconds=self._clock.left / (len(open_points) + 1))

    def settle(self) -> None:
        """Choose well among proposals with the same values, where no others beat them, as far as time goes."""
        self._clock.give_all()
        if self._clock.over:
            return
        settler = Settler(self._instance, self._axes, self._limits, self._stop)
        points = [v for v in self._points() if not self._region.is_open(v)]
        for number, values in enumerate(points):
            if self._clock.over or not settler.useful:
                return
            share = max(1.0, self._clock.left / (len(points) - number))
            better, sure = settler.best(self._pool.found[values], self._questions, seconds=share)
            self._pool.change(better)
            if sure and better.values == values:
                self._settled.add(values)

    def _take_over(self) -> None:
        """What was proven of the score before holds here, where an axis is the score: nothing lies below the bound."""
        for known in self._known:
            bound = known.runs[0].bound if known.runs else None
            for number, axis in enumerate(self._axes):
                score = axis.id == SCORE and axis.criterion is None
                if bound is not None and score and axis.value(known.assessment) == known.assessment.goal[0]:
                    self._pool.prove(tuple(bound if j == number else h + 1 for j, h in enumerate(self._highest)))

    def _question(self, asked: Asked, *, seconds: float | None = None) -> Answer | None:
        if self._clock.over:
            return None
        start = self._pool.start(asked)
        answer = self._asked(asked, start.proposal if start else None, seconds or self._share())
        if answer.impossible and asked.most == self._highest:
            if self._pool.found:
                raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
            raise NoProposal(diagnose(self._instance, self._limits, stop=self._stop))
        before = set(self._pool.points())
        self._learn(asked, answer)
        if answer.found is not None and answer.proven and asked.axis is not None:
            values = answer.found.values
            most = (values[j] if j == asked.axis else max(m, values[j]) for j, m in enumerate(asked.most))
            self._improve(tuple(most), answer.found, seconds=self._share())
        self._chooser.heard(asked, news=set(self._pool.points()) != before, proven=answer.proven)
        self._tell()
        return answer

    def _asked(self, asked: Asked, start: Proposal | None, seconds: float) -> Answer:
        if asked.axis is None:
            return self._questions.leanest(asked.most, asked.weights, seconds=seconds, start=start)
        floor = self._region.least(asked.axis, asked.most)
        return self._questions.least(asked.axis, asked.most, seconds=seconds, start=start, floor=floor)

    def _learn(self, asked: Asked, answer: Answer) -> None:
        """What the answer proves: nothing within the limits lies below the bound."""
        if answer.found is not None:
            self._pool.keep(answer.found)
        if asked.axis is not None:
            reach = self._highest[asked.axis] + self._axes[asked.axis].step
            bound = reach if answer.impossible else answer.bound
            if bound is not None:
                self._pool.prove(tuple(bound if j == asked.axis else m + 1 for j, m in enumerate(asked.most)))
        elif answer.impossible:
            self._pool.prove(tuple(m + 1 for m in asked.most))
        elif answer.bound is not None:
            values = self._highest if answer.found is None else answer.found.values
            size = sum(abs(w * v) for w, v in zip(asked.weights, values, strict=True))  # They may cancel in the sum.
            error = max(PROOF_TOLERANCE, size // _SURE)
            self._pool.prove_slope(Slope(asked.weights, answer.bound - error, asked.most))
            if answer.proven and answer.found is not None and error == PROOF_TOLERANCE:
                self._pool.prove_efficient(answer.found.values)

    def _improve(self, most: Vector, found: Found, *, seconds: float) -> None:
        """Of all within the limits, one that nothing beats."""
        if found.values not in self._pool.efficient and not self._clock.over:
            asked = Asked(most, tuple(a.price for a in self._axes))
            self._learn(asked, self._asked(asked, found.proposal, max(1.0, seconds)))

    def _share(self) -> float:
        return self._clock.share(len(self._points()))

    def _points(self) -> list[Vector]:
        """The points; of a number asked for only those told apart, unless there are no others at all."""
        points = self._pool.points()
        if self._wanted is None or not points or not self._region.boxes():
            return points
        held = {found.values for found in self._held}
        apart = told_apart(points, first=held | self._pool.efficient)
        return few_points(apart, self._wanted, held=held, proven=self._pool.efficient)

    def _tell(self) -> None:
        if self._on_progress:
            points = self._pool.points()
            news = FrontierProgress(
                points=len(self._points()),
                gap=band_share(self._region, points) if len(points) > 1 else None,
                questions=self._questions.asked,
                seconds=self._clock.elapsed,
            )
            self._on_progress(news)

    def frontier(self) -> Frontier:
        """The points with what is proven of them."""
        band = band_share(self._region, self._pool.points())
        points = points_of(
            self._axes,
            self._pool,
            self._region,
            values=self._points(),
            highest=self._highest,
            band=band,
            settled=self._settled,
        )
        boxes = self._region.boxes()
        return Frontier(
            instance=self._instance,
            axes=self._axes,
            points=points,
            corners=tuple(sorted(self._region.lowers)),
            undecided=tuple(boxes),
            gap=band,
            complete=not boxes and all(p.proven for p in points),
            stopped=self._clock.stopped,
            seconds=self._clock.elapsed,
            questions=self._questions.asked,
            references=self._references,
        )
