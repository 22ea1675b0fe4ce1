"""What goes into one hole of a rule's sentence."""

from collections.abc import Sequence

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.quarters import quarter_amounts
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.base import Rule
from localisation.rules.parameters import Refers, place_of, refers
from localisation.texts import Texts
from localisation.texts.currency import currency
from localisation.texts.quarter_name import quarter_name

_NAMED = {
    **dict.fromkeys(("unit", "host", "other", "in_units", "units"), Refers.UNITS),
    **dict.fromkeys(("building", "in_buildings", "today_buildings"), Refers.BUILDINGS),
    "centre": Refers.CENTRES,
    "district": Refers.DISTRICTS,
    "place": Refers.PLACES,
    "crew": Refers.CREWS,
}
"""What subjects of a breach and its own holes refer to, by name; a parameter tells it by its type."""
_KIND = ("kind", "kinds")
_ALL: dict[Refers | None, str] = {Refers.UNITS: "all_units", Refers.CREWS: "all_crews"}
_ABSENT = {"end": "no_end", "nearest_min": "unreachable"}


class Hole:
    """Turns ids and values into what a reader sees, by the name of the hole they stand in."""

    def __init__(self, inventory: Inventory, texts: Texts) -> None:
        self._inventory = inventory
        self._texts = texts

    def __call__(self, rule: Rule, key: str, value: object) -> object:
        """The text (or the number or date, for `Texts` to format) for a hole of a rule's sentence."""
        if value is None:
            own = f"rules.{rule.name}.values.{key}.none"
            return self._texts(own if self._texts.has(own) else f"rules.words.{_ABSENT.get(key, 'none')}")
        if (chosen := self._chosen(rule, key, value)) is not None:
            return chosen
        if isinstance(value, (tuple, frozenset, str)):
            ids = [value] if isinstance(value, str) else sorted(value) if isinstance(value, frozenset) else list(value)
            return self._names(rule, key, ids)
        return value

    def where(self, rule: Rule) -> str:
        """The buildings, centres and districts of a rule's parameters in one list; the whole when there are none."""
        named = [(refers(rule, key), getattr(rule, key)) for key in type(rule).model_fields]
        places = (Refers.BUILDINGS, Refers.CENTRES, Refers.DISTRICTS)
        names = [self._name(kind, "", i) for kind, ids in named if kind in places for i in ids]
        return listed(names) or self._texts("rules.words.everywhere")

    def _chosen(self, rule: Rule, key: str, value: object) -> str | None:
        """The text of a value among few, such as "in each local centre"."""
        word = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None
        if word is None and value in ("", ()):
            word = "whole" if value == "" else "empty"
        for text in (f"rules.{rule.name}.values.{key}.{word or value}", f"rules.values.{key}.{word or value}"):
            if self._texts.has(text):
                return self._texts(text)
        return None

    def _names(self, rule: Rule, key: str, ids: list[str]) -> str:
        if key == "kinds" and set(ids) == set(SpaceKind):
            return self._texts("rules.kinds.all")
        kind = refers(rule, key) or _NAMED.get(key)
        if kind is Refers.QUARTERS:
            return listed([self._amount(*amount) for amount in quarter_amounts(ids).items()])
        if not ids:
            return self._texts(f"rules.words.{_ALL.get(kind, 'everywhere')}")
        return listed([self._name(place_of(rule) if kind is Refers.PLACES else kind, key, i) for i in ids])

    def _name(self, kind: Refers | None, key: str, value: str) -> str:
        if kind is Refers.UNITS:
            return self._selector(value)
        if key in _KIND:
            return self._texts(f"rules.kinds.{value}")
        if key == "kind_unit":
            return self._texts(f"units.{value}")
        if key == "missing":
            return self._facility(value)
        if kind is Refers.CREWS or key == "stop":
            return self._logistics(key, value)
        return self._place(kind, value) or value or self._texts("rules.words.whole")

    def _amount(self, quarter: str, thousands: int) -> str:
        """Such as "2. kvartal 2019: 500 000 kr"."""
        sign = currency(self._inventory.place.currency, self._texts)
        name = quarter_name(quarter, self._texts)
        return self._texts("common.quarter_amount", quarter=name, amount=1000 * thousands, currency=sign)

    def _place(self, kind: Refers | None, value: str) -> str:
        inventory = self._inventory
        if kind is Refers.BUILDINGS and value in inventory.building:
            return inventory.building[value].name
        return inventory.centre[value].name if kind is Refers.CENTRES and value in inventory.centre else ""

    def _logistics(self, key: str, value: str) -> str:
        """The name of a crew or of days off; the id where nobody has heard of it."""
        logistics = self._inventory.logistics
        rows = (logistics.days_off if key == "stop" else logistics.crews) if logistics else ()
        found = next((row for row in rows if row.id == value), None)
        english = found.name_en if found and self._texts.language == "en" else ""
        return english or (found.name if found else value)

    def _facility(self, facility: str) -> str:
        shown = self._inventory.shown(facility, self._texts.language)
        word = f"rules.words.{facility}"
        return self._texts(word) if shown == facility and self._texts.has(word) else shown

    def _selector(self, selector: str) -> str:
        key, _, value = selector.partition(":")
        if key in ("service", "area", "priority"):
            return self._texts(f"rules.words.{key}", name=self._inventory.shown(value, self._texts.language))
        if key == "administrative":
            return self._texts("rules.words.administrative")
        unit = self._inventory.unit.get(selector)
        return unit.name if unit else selector or self._texts("rules.words.whole")


def listed(names: Sequence[str]) -> str:
    """Names in a row, with semicolons when a name has commas of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
