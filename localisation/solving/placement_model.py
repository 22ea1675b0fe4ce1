"""The model of who sits where that rules speak to."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from localisation.domain.assessment import About
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.rules.linear import Constraint, Linear, total
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Costs, Nearest
from localisation.solving.no_good import NoGood

NOTHING = Linear()


class PlacementModel:
    """Placement variables over a neutral `Model`; implements `rules.base.PlacementModel`.

    It begins with variables alone; `physics` states what they are. Between `open(...)` calls everything a rule says
    belongs to one criterion. `soft` demands get a `broken` variable for each subject; hard ones are plain rows.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.model = Model()
        self.broken: dict[tuple[str, About], int] = {}
        self.amounts: dict[str, Linear] = {}
        self._sits: dict[tuple[str, str], int] = {}
        self._staff: dict[tuple[str, str], Linear] = {}
        self._used: dict[str, int] = {}
        self._refurbished: dict[str, int] = {}
        self._none_of: dict[frozenset[int], Linear] = {}
        self._choices: dict[int, Linear] = {}
        self._criterion = ""
        self._soft = False
        self._charges: list[Linear | int] = []
        self._variables()

    def _variables(self) -> None:
        inventory, model = self.instance.inventory, self.model
        for building in inventory.buildings:
            self._used[building.id] = model.new(f"used {building.id}", 0, 1)
            for option in building.refurbishments:
                self._refurbished[option.id] = model.new(f"refurbished {option.id}", 0, 1)
        for unit in inventory.units:
            for building in inventory.buildings:
                sits = model.new(f"sits {unit.id} {building.id}", 0, 1)
                self._sits[unit.id, building.id] = sits
                if unit.sites_max == 1:
                    self._staff[unit.id, building.id] = Linear({sits: unit.staff})
                else:
                    staff = model.new(f"staff {unit.id} {building.id}", 0, unit.staff)
                    self._staff[unit.id, building.id] = Linear({staff: 1})
            model.groups.append(self._decided(unit.id))

    def physics(self, *, summed: bool = False) -> None:
        """State what units and buildings are; of what is ruled out by now there is nothing to state.

        With `summed`, that who sits in a building uses it is the first row of each building instead of one for each
        unit there: as true and far fewer, but weaker for a fraction of a building (`ties` are those for each unit).
        """
        inventory = self.instance.inventory
        if summed:
            for b in inventory.buildings:
                sites = total(self.sits(u.id, b.id) for u in inventory.units)
                self.always(self.used(b.id) * len(inventory.units) - sites >= 0)
        for unit in inventory.units:
            for b in inventory.buildings:
                sits, staff = self.sits(unit.id, b.id), self._staff[unit.id, b.id]
                if unit.sites_max > 1:
                    self.always(staff - sits >= 0)
                    self.always(staff - sits * unit.staff <= 0)
                if not summed:
                    self.always(self.used(b.id) - sits >= 0)
            self.always(total(self.staff(unit.id, b.id) for b in inventory.buildings).equals(unit.staff))
        for b in inventory.buildings:
            sites = total(self.sits(u.id, b.id) for u in inventory.units)
            self.always(sites - self.used(b.id) >= 0)
            for option in b.refurbishments:
                self.always(self.used(b.id) - self.refurbished(option.id) >= 0)

    def ties(self) -> Iterator[tuple[int, int]]:
        """For each site there may be: the variable that it is there, and the one that its building is used."""
        return ((sits, self._used[building]) for (_, building), sits in self._sits.items())

    def _decided(self, unit: str) -> tuple[int, ...]:
        """The variables that say where a unit sits, and with how many."""
        sites = [(unit, b.id) for b in self.instance.inventory.buildings]
        return tuple(dict.fromkeys(v for site in sites for v in (self._sits[site], *self._staff[site].terms)))

    def sharpen(self) -> None:
        """Restate staff <= most * sits with what bounds now allow, for units with several sites."""
        for (unit, building), sits in self._sits.items():
            for staff in self._staff[unit, building].terms:
                most = self.model.variables[staff].high
                if staff != sits and most < self.instance.inventory.unit[unit].staff:
                    self.always(Linear({staff: 1, sits: -most}) <= 0)

    def open(self, criterion: str, *, soft: bool) -> None:
        """Begin a criterion: what follows belongs to it."""
        self._criterion, self._soft, self._charges = criterion, soft, []

    def close(self) -> Linear:
        """End the criterion: the sum of what it charged, kept in `amounts`."""
        self.amounts[self._criterion] = total(self._charges)
        return self.amounts[self._criterion]

    def sits(self, unit: str, building: str) -> Linear:
        """1 if the unit has a site in the building; a constant where bounds already decide it."""
        return self._known(self._sits[unit, building])

    def staff(self, unit: str, building: str) -> Linear:
        """How many of the unit sit in the building."""
        sits = self.model.variables[self._sits[unit, building]]
        return self._staff[unit, building] if sits.high else NOTHING

    def used(self, building: str) -> Linear:
        """1 exactly when any unit sits in the building."""
        return self._known(self._used[building])

    def refurbished(self, option: str) -> Linear:
        """1 if the refurbishment option is carried out."""
        return self._known(self._refurbished[option])

    def none_of(self, choices: Iterable[Linear]) -> Linear:
        """A 0/1 helper, at least 1 when every choice is 0; one variable for each set of choices."""
        members: set[int] = set()
        for choice in choices:
            if choice.constant > 0:
                return Linear()
            members.update(choice.terms)
        key = frozenset(members)
        if not key:
            return Linear(constant=1)
        if key not in self._none_of:
            helper = Linear({self.model.new(f"none of {len(key)}", 0, 1): 1})
            self._none_of[key] = helper
            self.always(total([helper, Linear(dict.fromkeys(sorted(key), 1))]) >= 1)
        return self._none_of[key]

    def nearest(self, choices: Sequence[Sequence[Linear]], costs: Costs, otherwise: Costs) -> Linear:
        """The total of a new block, of the columns that can be chosen; those chosen for certain are in `otherwise`."""
        sure = [k for k, column in enumerate(choices) if any(c.constant > 0 for c in column)]
        if sure:
            otherwise = np.minimum(otherwise, costs[:, sure].min(axis=1))
        members = [tuple(dict.fromkeys(v for c in column for v in c.terms)) for column in choices]
        kept = [k for k, column in enumerate(members) if column and k not in set(sure)]
        block = Nearest(
            total=len(self.model.variables),
            choices=tuple(members[k] for k in kept),
            costs=np.ascontiguousarray(costs[:, kept]),
            otherwise=otherwise,
        )
        self.model.blocks.append(block)
        return Linear({self.model.new("nearest", block.least, block.most): 1})

    def whole(self, low: int, high: int, name: str) -> Linear:
        """A new whole-number helper."""
        return Linear({self.model.new(name, low, high): 1})

    def always(self, constraint: Constraint) -> None:
        """A row that holds whatever becomes of any criterion."""
        self._row(constraint, None, None)

    def require(self, constraint: Constraint, about: About) -> None:
        """What the open criterion demands of a subject."""
        source = (self._criterion, about)
        broken = None
        if self._soft:
            if source not in self.broken:
                self.broken[source] = self.model.new(f"broken {self._criterion} {about}", 0, 1)
            broken = self.broken[source]
        self._row(constraint, source, broken)

    def charge(self, amount: Linear | int) -> None:
        """Part of the open criterion's amount."""
        self._charges.append(amount)

    def rule_out(self, no_good: NoGood) -> None:
        """Leave out the proposals that a no-good forbids: something must differ.

        Where a unit sits otherwise, one of its buildings has fewer than the no-good says, as its staff add up.
        """
        differs: list[Linear] = []
        for unit, sites in no_good.seats.items():
            whole = self.instance.inventory.unit[unit].staff
            for building, staff in sites.items():
                seated = self._staff[unit, building]
                fewer = self.model.new(f"fewer {unit} {building}", 0, 1)
                self.always(seated + Linear({fewer: whole - staff + 1}) <= whole)
                differs.append(Linear({fewer: 1}))
        for option, on in no_good.options.items():
            chosen = Linear({self._refurbished[option]: 1})
            differs.append(1 - chosen if on else chosen)
        self.always(total(differs) >= 1)

    def hint(self, proposal: Proposal) -> dict[int, int]:
        """Values, by variable index, of what a proposal decides; helpers are left to the engine."""
        values = dict.fromkeys([*self._sits.values(), *self._used.values()], 0)
        values |= {v: int(option in proposal.refurbishments) for option, v in self._refurbished.items()}
        values |= dict.fromkeys((v for staff in self._staff.values() for v in staff.terms), 0)
        for placement in proposal.placements:
            site = (placement.unit, placement.building)
            values |= dict.fromkeys(self._staff[site].terms, placement.staff)
            values[self._sits[site]] = values[self._used[placement.building]] = 1
        return values

    def _row(self, constraint: Constraint, source: tuple[str, About] | None, broken: int | None) -> None:
        expression = constraint.expression
        low = None if constraint.low is None else constraint.low - expression.constant
        high = None if constraint.high is None else constraint.high - expression.constant
        if not expression.terms and (low is None or low <= 0) and (high is None or high >= 0):
            return
        self.model.rows.append(Row(Linear(expression.terms), low, high, source, broken))

    def _known(self, index: int) -> Linear:
        variable = self.model.variables[index]
        if variable.low == variable.high:
            return Linear(constant=variable.low) if variable.low else NOTHING
        if index not in self._choices:
            self._choices[index] = Linear({index: 1})
        return self._choices[index]

    def proposal(self, values: list[int]) -> Proposal:
        """The proposal that a solution describes; `values` by variable index."""

        def value(expression: Linear) -> int:
            return expression.constant + sum(f * values[v] for v, f in expression.terms.items())

        placements = [
            Placement(unit=u, building=b, staff=value(self._staff[u, b]))
            for (u, b), sits in self._sits.items()
            if values[sits]
        ]
        chosen = frozenset(option for option, v in self._refurbished.items() if values[v])
        return Proposal(placements=tuple(sorted(placements)), refurbishments=chosen)
