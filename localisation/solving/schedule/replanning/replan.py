"""What has become of a plan on its way, from what someone says of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from localisation.domain.errors import InvalidData, Problem
from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.logistics import Logistics
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Leg, Programme
from localisation.solving.schedule.activity_names import ActivityNames
from localisation.solving.schedule.replanning.delays import delay_of
from localisation.solving.schedule.replanning.done_early import NotThatEarly, done_early
from localisation.solving.schedule.replanning.named_thing import AmbiguousThing, NamedThings, Thing, UnknownThing
from localisation.solving.schedule.replanning.on_every_way import on_every_way
from localisation.solving.schedule.replanning.under_way import Broken, Delayed, under_way
from localisation.solving.schedule.worked_days import worked_days


def changes_of(
    instance: Instance,
    programme: Programme,
    plan: Plan,
    *,
    as_of: date,
    done: Sequence[str] = (),
    delays: Sequence[str] = (),
    language: str = "nb",
) -> Changes:
    """What a new plan must reckon with on the day `as_of`, given the adopted programme and plan.

    `done`: names of works, moves or steps that are finished before their day. `delays`: names with "+6w", "+10d" or
    "+1m". What the adopted plan says is finished or under way by then is kept as it was; what is under way and late
    ends later, what was to follow it has not begun. Works and single steps that are late take longer; a whole move
    that is late takes longer in the step it is in, or begins later. Until a move has begun that holds whatever way it
    goes, so that no delay is dodged by another way. Where a building has several works and no more is said, the one
    under way is meant, or else the next; where a unit moves from several places, all its moves. A delay that was over
    before that day, and two delays of the same, are refused. Raises `InvalidData` with everything that is wrong.
    """
    said = _Said(instance, programme, plan, as_of, language)
    finished = [thing for name in done for thing in said.things(name)]
    late = [found for text in delays for found in said.delayed(text)]
    said.raise_errors()
    return said.changes(finished, late)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Late:
    """An activity that takes more days, or (`begins`) begins so many later."""

    activity: str
    days: int
    begins: bool


class _Said:
    """Understands names and collects what is wrong with them."""

    def __init__(self, instance: Instance, programme: Programme, plan: Plan, as_of: date, language: str) -> None:
        self._instance, self._programme, self._plan, self._as_of = instance, programme, plan, as_of
        self._names = ActivityNames(instance.inventory, programme, language)
        self._things = NamedThings(instance.inventory, programme, plan, language)
        self._problems: list[Problem] = []
        days = programme.calendar.days
        if not days or not days[0] <= as_of <= days[-1]:
            settings = instance.scenario.plan
            self._fault("as_of_outside", day=as_of, start=settings.start, until=settings.until)
        self._today = programme.calendar.index(as_of)

    def things(self, name: str) -> tuple[Thing, ...]:
        """What is meant by a name; nothing, with a problem noted, when that is not clear."""
        try:
            found = self._things.find(name)
        except AmbiguousThing as error:
            self._fault("activity_ambiguous", name=name, candidates="; ".join(error.choices))
            return ()
        except UnknownThing as error:
            code = "activity_unknown_like" if error.like else "activity_unknown"
            self._fault(code, name=name, like="; ".join(error.like))
            return ()
        if len(found) == 1 or found[0].unit:
            return found
        return self._current(name, found)

    def _current(self, name: str, works: Sequence[Thing]) -> tuple[Thing, ...]:
        """Of several works, the one under way; else the next to begin; else the last that ended."""
        steps = [(self._plan.steps[t.key], t) for t in works]
        going = [t for step, t in steps if step.start < self._today < step.end]
        if len(going) > 1:
            self._fault("activity_ambiguous", name=name, candidates="; ".join(t.shown for t in going))
            return ()
        waiting = sorted((step.start, t.key, t) for step, t in steps if step.start >= self._today)
        if going or waiting:
            return (going[0] if going else waiting[0][2],)
        return (max(steps, key=lambda pair: (pair[0].end, pair[1].key))[1],)

    def delayed(self, text: str) -> tuple[_Late, ...]:
        """The activities a delay is about; nothing, with a problem noted, when it cannot be understood."""
        delay = delay_of(text, (self._instance.inventory.logistics or Logistics()).days_a_week)
        if delay is None:
            example = next((b.name for b in self._instance.inventory.buildings), "")
            self._fault("delay_form", text=text, example=example)
            return ()
        things = self.things(delay.name)
        open_things = [t for t in things if any(self._plan.steps[a].end > self._today for a in t.activities)]
        return tuple(self._late(thing, delay.days) for thing in open_things or things)

    def _late(self, thing: Thing, days: int) -> _Late:
        """In the step it is in, a move takes longer; before that it begins later; after, its last step took longer."""
        if len(thing.activities) == 1:
            return _Late(activity=thing.activities[0], days=days, begins=False)
        steps = [(a, self._plan.steps[a]) for a in thing.activities]
        going = [a for a, step in steps if step.start < self._today < step.end]
        waiting = [a for a, step in steps if step.start >= self._today]
        if going or not waiting:
            activity = going[0] if going else max(steps, key=lambda s: s[1].end)[0]
            return _Late(activity=activity, days=days, begins=False)
        return _Late(activity=waiting[0], days=days, begins=True)

    def raise_errors(self) -> None:
        """Raise `InvalidData` if anything is wrong so far."""
        if self._problems:
            raise InvalidData(self._problems)

    def changes(self, finished: Sequence[Thing], late: Sequence[_Late]) -> Changes:
        """Everything put together."""
        early = self._early(finished)
        self._check_delays(late, early)
        self.raise_errors()
        delayed = Delayed(longer={x.activity: x.days for x in late if not x.begins})
        steps, days = {**self._plan.steps, **early}, dict(self._lengths(early))
        try:
            kept = under_way(self._programme, self._plan, self._today, frozenset(early), delayed)
        except Broken as error:
            known = self._programme.activity[error.activity]
            crews = ", ".join(self._names.crew(c) for c in known.demands)
            self._fault("delay_over_days_off", activity=self._names(error.activity), days=error.days, crew=crews)
            kept = {}
        self.raise_errors()
        held = frozenset(kept) | frozenset(early)
        begun = {leg.move_id for leg in map(self._leg, held) if leg is not None}
        calendar = self._programme.calendar
        earliest: dict[str, date] = {}
        for x in late:
            leg = self._leg(x.activity)
            free = leg is not None and leg.move_id not in begun
            alike = on_every_way(self._programme, x.activity) if free else (x.activity,)
            if x.begins:
                index = min(self._plan.steps[x.activity].start + x.days, len(calendar) - 1)
                earliest |= dict.fromkeys(alike, calendar.days[index])
            else:
                longer = {a: self._programme.activity[a].days + x.days for a in alike}
                days |= {a: max(n, days.get(a, n) if free else n) for a, n in longer.items()}
        return Changes(
            as_of=self._as_of,
            days=days,
            earliest=earliest,
            kept=held,
            adopted=replace(self._plan, steps={**steps, **kept}),
        )

    def _check_delays(self, late: Sequence[_Late], early: Mapping[str, Step]) -> None:
        """Note delays of what is said to be done, of the same thing twice, and those that were over by today."""
        told: dict[tuple[str, bool], int] = {}
        for x in late:
            key = (x.activity, x.begins)
            if x.activity in early:
                self._fault("done_and_late", activity=self._names(x.activity))
            elif key in told:
                self._fault("delayed_twice", activity=self._names(x.activity), first=told[key], second=x.days)
            elif self._plan.steps[x.activity].end <= self._today and not x.begins:
                self._check_past(x)
            told.setdefault(key, x.days)

    def _check_past(self, late: _Late) -> None:
        """Note a delay of what is finished by the plan, and would be by today with the delay too."""
        known, old = self._programme.activity[late.activity], self._plan.steps[late.activity]
        end = worked_days(self._programme.calendar, known).earliest(old.start, known.days + late.days)[1]
        if end <= self._today:
            days = self._programme.calendar.days
            holes = {"planned": days[old.end - 1], "late": days[end - 1], "day": self._as_of}
            self._fault("delay_over", activity=self._names(late.activity), **holes)

    def _leg(self, activity: str) -> Leg | None:
        return self._programme.leg.get(self._programme.activity[activity].leg)

    def _early(self, finished: Sequence[Thing]) -> Mapping[str, Step]:
        try:
            return done_early(self._programme, self._plan, self._today, [a for t in finished for a in t.activities])
        except NotThatEarly as error:
            known, calendar = self._programme.activity[error.activity], self._programme.calendar
            self._fault(
                "done_too_early",
                activity=self._names(error.activity),
                days=known.days,
                day=self._as_of,
                start=calendar.days[0],
            )
            self.raise_errors()
            raise

    def _lengths(self, early: Mapping[str, Step]) -> Iterator[tuple[str, int]]:
        """Durations of what took fewer days than planned."""
        for activity, step in early.items():
            known = self._programme.activity[activity]
            worked = step.end - step.start
            if known.pausing:
                off = self._programme.calendar.off_of(known.demands)
                worked -= sum(day in off for day in range(step.start, step.end))
            if worked != known.days:
                yield activity, worked

    def _fault(self, code: str, **holes: object) -> None:
        self._problems.append(Problem(code=f"plan_faults.{code}", holes=holes))
