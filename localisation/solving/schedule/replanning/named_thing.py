"""From what someone calls a piece of work or a move to its activities."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Activity, Programme
from localisation.solving.schedule.activity_names import ActivityNames
from localisation.texts import LANGUAGES, Texts

_WORD = re.compile(r"[\w+]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A work, a whole move or one step of a move, with its activities in order and what it may be called.

    `words` are all words any of its names has; `names` those it may be called in full, in small letters. `building` is
    that of works, `unit` that of a whole move.
    """

    key: str
    activities: tuple[str, ...]
    shown: str
    building: str = ""
    unit: str = ""
    words: frozenset[str]
    names: tuple[str, ...]


class UnknownThing(Exception):
    """Nothing is called that; `like` are the names that come closest."""

    def __init__(self, name: str, like: tuple[str, ...]) -> None:
        self.name, self.like = name, like
        super().__init__(name)


class AmbiguousThing(Exception):
    """Several things are called that."""

    def __init__(self, name: str, choices: tuple[str, ...]) -> None:
        self.name, self.choices = name, choices
        super().__init__(name)


class NamedThings:
    """Finds what is meant by a name: building, unit, option or id, with or without a word for what is done.

    Names and words of all languages are understood; `language` is that of the names that are shown.
    """

    def __init__(self, inventory: Inventory, programme: Programme, plan: Plan, language: str = "nb") -> None:
        self._inventory, self._programme = inventory, programme
        self._names = ActivityNames(inventory, programme, language)
        whole = [self._work(a) for a in programme.activities if a.id in plan.steps and not a.leg]
        whole += list(self._moves(plan))
        steps = [self._step(a) for a in programme.activities if a.id in plan.steps and a.leg]
        self._groups = (whole, steps)

    def find(self, name: str) -> tuple[Thing, ...]:
        """What all words of the name fit; whole works and moves before single steps.

        Several things are only found together when they are all the works of one building, or all the moves of one
        unit. Raises `UnknownThing` and `AmbiguousThing`.
        """
        asked = _asked(name)
        for group in self._groups:
            fitting = [t for t in group if asked and asked <= t.words]
            exact = [t for t in fitting if name.strip().casefold() in t.names]
            for found in (exact, fitting):
                if found and (len(found) == 1 or _belong_together(found)):
                    return tuple(found)
            if fitting:
                raise AmbiguousThing(name, tuple(t.shown for t in fitting))
        raise UnknownThing(name, self._like(name))

    def _like(self, name: str) -> tuple[str, ...]:
        """The things whose names, or words, are most like those asked for."""
        asked = _asked(name)

        def likeness(thing: Thing) -> float:
            whole = max(difflib.SequenceMatcher(None, name.casefold(), n).ratio() for n in thing.names)
            close = [w for w in asked if difflib.get_close_matches(w, thing.words, n=1, cutoff=0.75)]
            return max(whole, len(close) / len(asked) if asked else 0.0)

        ranked = sorted(self._groups[0], key=lambda t: (-likeness(t), t.shown))
        return tuple(t.shown for t in ranked[:3] if likeness(t) >= 0.6)

    def _work(self, activity: Activity) -> Thing:
        option = next((r for b in self._inventory.buildings for r in b.refurbishments if r.id == activity.option), None)
        called = [
            activity.id,
            activity.option,
            option.name if option else "",
            option.name_en if option else "",
            *self._building(activity.building),
        ]
        return self._thing(activity.id, (activity.id,), called, activity.kind.value, building=activity.building)

    def _moves(self, plan: Plan) -> Iterator[Thing]:
        for move in self._programme.moves:
            route = plan.route(self._programme, move.id)
            if route is None:
                continue
            activities = tuple(a for leg in route.legs for a in leg.activities)
            called = [move.id, move.unit, self._names.unit(move.unit)]
            called += [*self._building(move.origin), *self._building(move.destination)]
            yield self._thing(move.id, activities, called, "whole_move", unit=move.unit)

    def _step(self, activity: Activity) -> Thing:
        leg = self._programme.leg[activity.leg]
        called = [activity.id, leg.unit, self._names.unit(leg.unit)]
        called += [*self._building(leg.origin), *self._building(leg.destination)]
        return self._thing(activity.id, (activity.id,), called, activity.kind.value)

    def _building(self, building: str) -> tuple[str, ...]:
        return (building, self._names.building(building)) if building else ()

    def _thing(
        self,
        key: str,
        activities: Sequence[str],
        called: Sequence[str],
        kind: str,
        *,
        building: str = "",
        unit: str = "",
    ) -> Thing:
        said = [Texts(language)(f"plan_faults.words.{kind}") for language in LANGUAGES]
        names = tuple(dict.fromkeys(c.casefold() for c in called if c))
        return Thing(
            key=key,
            activities=tuple(activities),
            shown=self._names.thing(key),
            building=building,
            unit=unit,
            words=frozenset().union(*map(_words, names), *map(_words, said)),
            names=names,
        )


def _belong_together(found: Sequence[Thing]) -> bool:
    """Whether they are works of one building, or moves of one unit."""
    whose = {(thing.building, thing.unit) for thing in found}
    return len(whose) == 1 and whose != {("", "")}


def _asked(name: str) -> frozenset[str]:
    """The words of a name, without those that say nothing."""
    fillers = {w for language in LANGUAGES for w in Texts(language)("plan_faults.words.filler").split()}
    return _words(name) - fillers


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
