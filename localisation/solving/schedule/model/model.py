"""The model of who moves when that rules speak to."""

from collections.abc import Sequence
from itertools import pairwise

from localisation.domain.assessment import About
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Activity, Programme
from localisation.rules.linear import Constraint, Linear, total
from localisation.rules.relocation.base import ALWAYS, MINUTES, Block
from localisation.solving.schedule.model.network import AtOnce, Literals, Lookup, Network, Row, Source, Taking, Task
from localisation.solving.schedule.model.plan_of import plan_of
from localisation.solving.schedule.model.start_days import StartDays, start_days


class ScheduleModel:
    """Times, routes and hands over a neutral `Network`; implements `rules.relocation.base.RelocationModel`.

    Between `open(...)` and `close()` everything a rule says belongs to one criterion. `soft` demands get a `broken`
    variable for each subject; hard ones are plain.
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.network = Network(days=len(programme.calendar))
        self.broken: dict[Source, int] = {}
        self.amounts: dict[str, Linear] = {}
        self.overtimes: dict[str, int] = {}
        self.vehicles: dict[str, int] = {}
        self.minutes: dict[str, int] = {}
        self._goes: dict[tuple[str, str], Linear] = {}
        self._leg: dict[str, Linear] = {}
        self._conditions: dict[tuple[tuple[tuple[int, int], ...], int], int] = {}
        self._looked_up: dict[tuple[tuple[int, ...], tuple[tuple[int, int], ...], int], Linear] = {}
        self._start_days: dict[tuple[int, int, bool, frozenset[str]], StartDays] = {}
        self._criterion, self._soft = "", False
        self._charges: list[Linear | int] = []
        self._routes()
        for activity in programme.activities:
            self._task(activity)
        for activity in programme.activities:
            for before in activity.after:
                both = (*self.literals(self.takes_place(before)), *self.network.tasks[activity.id].when)
                self._row(self.start(activity.id) - self.end(before) >= 0, tuple(dict.fromkeys(both)), None, None)

    def _routes(self) -> None:
        for move in self.programme.moves:
            if len(move.routes) == 1:
                ways = [ALWAYS]
            else:
                ways = [Linear({self.network.new(f"goes {move.id} {r.via}", 0, 1): 1}) for r in move.routes]
                self.network.choices.append(tuple(v for way in ways for v in way.terms))
                self.always(total(ways).equals(1))
            for route, way in zip(move.routes, ways, strict=True):
                self._goes[move.id, route.via] = way
                self._leg.update({leg.id: way for leg in route.legs})

    def _task(self, activity: Activity) -> None:
        network, when = self.network, self.literals(self._leg.get(activity.leg, ALWAYS))
        times = self._times(activity)
        if not times.starts:  # it cannot be: nor may it then take place
            self._row(Constraint(Linear(), low=1), when, None, None)
            times = StartDays(starts=(0,), ends=(min(activity.days, network.days),))
        starts, first = times.starts, times.starts[0]
        start = network.new(f"start {activity.id}", first, starts[-1], None if times.gapless else starts)
        if times.length is not None:
            end, finish = Linear({start: 1}, times.length), None
        else:
            target = network.new(f"end {activity.id}", times.ends[0], times.ends[-1])
            end, finish = (
                Linear({target: 1}),
                Lookup(table=times.table, index=Linear({start: 1}, -first), target=target),
            )
        network.tasks[activity.id] = Task(
            activity=activity.id, start=start, end=end, days=activity.days, finish=finish, when=when, group=activity.leg
        )

    def _times(self, activity: Activity) -> StartDays:
        """Possible times, the same object for all activities that have the same."""
        key = (activity.earliest, activity.days, activity.pausing, frozenset(activity.demands))
        if key not in self._start_days:
            self._start_days[key] = start_days(activity, self.programme.calendar)
        return self._start_days[key]

    def open(self, criterion: str, *, soft: bool) -> None:
        """Begin a criterion: what follows belongs to it."""
        self._criterion, self._soft, self._charges = criterion, soft, []

    def close(self) -> Linear:
        """End the criterion: the sum of what it charged, kept in `amounts`."""
        self.amounts[self._criterion] = total(self._charges)
        return self.amounts[self._criterion]

    def start(self, activity: str) -> Linear:
        """The first day of the activity."""
        return Linear({self.network.tasks[activity].start: 1})

    def end(self, activity: str) -> Linear:
        """The day after the last of the activity."""
        return self.network.tasks[activity].end

    def takes_place(self, activity: str) -> Linear:
        """1 if the activity is carried out."""
        return self._leg.get(self.programme.activity[activity].leg, ALWAYS)

    def goes(self, move: str, via: str) -> Linear:
        """1 if the move goes that way."""
        return self._goes.get((move, via), Linear())

    def overtime(self, activity: str) -> Linear:
        """1 if overtime hands carry the activity out."""
        known, demands = self.programme.activity[activity], self.programme.activity[activity].demands
        hands = {crew.id: crew.overtime_size for crew in self.programme.crews}
        if not known.days or not demands or any(hands.get(crew, 0) < n for crew, n in demands.items()):
            return Linear()
        if activity not in self.overtimes:
            self.overtimes[activity] = self.network.new(f"overtime {activity}", 0, 1)
            self.always(Linear({self.overtimes[activity]: 1}) - self.takes_place(activity) <= 0)
        return Linear({self.overtimes[activity]: 1})

    def vehicle(self, leg: str) -> Linear:
        """Which vehicle carries the leg."""
        if leg not in self.vehicles:
            self.vehicles[leg] = self.network.new(f"vehicle {leg}", 0, len(self.programme.leg) - 1)
        return Linear({self.vehicles[leg]: 1})

    def minute(self, leg: str) -> Linear:
        """The minute of its first day from which a vehicle carries the leg."""
        if leg not in self.minutes:
            self.minutes[leg] = self.network.new(f"minute {leg}", 0, MINUTES - 1)
        return Linear({self.minutes[leg]: 1})

    def whole(self, low: int, high: int, name: str) -> Linear:
        """A new whole-number helper."""
        return Linear({self.network.new(name, low, high): 1})

    def lookup(self, table: Sequence[int], index: Linear) -> Linear:
        """table[index]; one variable for each table and index."""
        least, most = self.network.span(index)
        if least < 0 or most >= len(table):
            self.always(Constraint(index, low=0, high=len(table) - 1))
            least, most = max(0, least), min(most, len(table) - 1)
        used = tuple(table[least : most + 1])
        if not used:
            raise ValueError("the index is never within the table")
        steps = {b - a for a, b in pairwise(used)}
        if len(steps) <= 1:  # a straight line needs no table
            slope = steps.pop() if steps else 0
            return index * slope + (used[0] - slope * least)
        key = (used, tuple(index.terms.items()), index.constant - least)
        if key not in self._looked_up:
            target = self.network.new("lookup", min(used), max(used))
            self.network.lookups.append(Lookup(table=used, index=index - least, target=target))
            self._looked_up[key] = Linear({target: 1})
        return self._looked_up[key]

    def always(self, constraint: Constraint, when: Linear = ALWAYS) -> None:
        """What holds whatever becomes of any criterion."""
        if not when.never:
            self._row(constraint, self.literals(when), None, None)

    def require(self, constraint: Constraint, about: About, when: Linear = ALWAYS) -> None:
        """What the open criterion demands of a subject."""
        if not when.never:
            self._row(constraint, self.literals(when), *self._blame(about))

    def at_once(self, blocks: Sequence[Block], at_most: int, about: About) -> None:
        """What the open criterion demands of a subject every day."""
        if at_most < 0:
            self.require(Constraint(Linear(), low=1), about)
            return
        takings = tuple(
            Taking(start=b.start, end=b.end, demand=b.demand, when=self.literals(b.when))
            for b in blocks
            if b.demand > 0 and not b.when.never and self.network.span(b.end - b.start)[1] > 0
        )
        if sum(t.demand for t in takings) > at_most:
            source, broken = self._blame(about)
            self.network.at_once.append(AtOnce(takings=takings, at_most=at_most, source=source, broken=broken))

    def charge(self, amount: Linear | int) -> None:
        """Part of the open criterion's amount."""
        self._charges.append(amount)

    def literals(self, when: Linear) -> Literals:
        """A 0/1 expression that is not the constant 0, as a condition."""
        match tuple(when.terms.items()), when.constant:
            case (), _:
                return ()
            case ((variable, 1),), 0:
                return (variable,)
            case ((variable, -1),), 1:
                return (~variable,)
        key = (tuple(sorted(when.terms.items())), when.constant)
        if key not in self._conditions:
            self._conditions[key] = self.network.new("condition", 0, 1)
            self.network.conditions[self._conditions[key]] = when
            self.always(when.equals(Linear({self._conditions[key]: 1})))
        return (self._conditions[key],)

    def _blame(self, about: About) -> tuple[Source, int | None]:
        source = (self._criterion, about)
        if self._soft and source not in self.broken:
            self.broken[source] = self.network.new(f"broken {self._criterion} {about}", 0, 1)
        return source, self.broken.get(source) if self._soft else None

    def _row(self, constraint: Constraint, when: Literals, source: Source | None, broken: int | None) -> None:
        expression, low, high = constraint.expression, constraint.low, constraint.high
        low = None if low is None else low - expression.constant
        high = None if high is None else high - expression.constant
        row = Row(expression=Linear(expression.terms), low=low, high=high, when=when, source=source, broken=broken)
        least, most = self.network.span(row.expression)
        if (low is not None and least < low) or (high is not None and most > high):
            self.network.rows.append(row)

    def plan(self, values: Sequence[int]) -> Plan:
        """The plan that a solution describes; `values` by variable index."""
        return plan_of(self, values)
