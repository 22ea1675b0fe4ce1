"""What goes into one hole of a rule's sentence."""

from collections.abc import Sequence

from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.base import Rule
from localisation.texts import Texts

_UNIT = ("unit", "host", "other", "in_units")
_BUILDING = ("building", "buildings", "in_buildings", "today_buildings")
_CENTRE = ("centre", "centres")
_SELECTOR = ("units", "hosts", "others")
_PLACE = ("place", "places")
_KIND = ("kind", "kinds")
_ABSENT = {"end": "no_end", "nearest_min": "unreachable"}


class Hole:
    """Turns ids and values into what a reader sees, by the name of the hole they stand in."""

    def __init__(self, inventory: Inventory, texts: Texts) -> None:
        self._inventory = inventory
        self._texts = texts

    def __call__(self, rule: Rule, key: str, value: object) -> object:
        """The text (or the number or date, for `Texts` to format) for a hole of a rule's sentence."""
        if value is None:
            return self._texts(f"rules.words.{_ABSENT.get(key, 'none')}")
        if (chosen := self._chosen(rule, key, value)) is not None:
            return chosen
        if isinstance(value, (tuple, frozenset, str)):
            ids = [value] if isinstance(value, str) else sorted(value) if isinstance(value, frozenset) else list(value)
            return self._names(rule, key, ids)
        return value

    def where(self, places: Sequence[object]) -> str:
        """Buildings, centres and districts in one list; the whole when all are empty."""
        named = zip(("building", "centre", "district"), places, strict=True)
        names = [self._name(key, str(p)) for key, ids in named if isinstance(ids, tuple) for p in ids]
        return listed(names) or self._texts("rules.words.everywhere")

    def _chosen(self, rule: Rule, key: str, value: object) -> str | None:
        """The text of a value among few, such as "in each local centre"."""
        word = {True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None
        if word is None and value in ("", ()):
            word = "whole" if value == "" else "empty"
        text = f"rules.{rule.name}.values.{key}.{word or value}"
        return self._texts(text) if self._texts.has(text) else None

    def _names(self, rule: Rule, key: str, ids: list[str]) -> str:
        if key == "kinds" and set(ids) == set(SpaceKind):
            return self._texts("rules.kinds.all")
        if not ids:
            return self._texts("rules.words.all_units" if key in _SELECTOR else "rules.words.everywhere")
        if key in _PLACE:
            key = "centre" if getattr(rule, "per", "") == "centre" else "district"
        return listed([self._name(key, i) for i in ids])

    def _name(self, key: str, value: str) -> str:
        if key in _SELECTOR:
            return self._selector(value)
        if key in _KIND:
            return self._texts(f"rules.kinds.{value}")
        if key == "kind_unit":
            return self._texts(f"units.{value}")
        if key == "missing":
            return self._facility(value)
        return self._named(key, value) or value or self._texts("rules.words.whole")

    def _named(self, key: str, value: str) -> str | None:
        inventory = self._inventory
        if key in _UNIT and value in inventory.unit:
            return inventory.unit[value].name
        if key in _BUILDING and value in inventory.building:
            return inventory.building[value].name
        return inventory.centre[value].name if key in _CENTRE and value in inventory.centre else None

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
        return self._name("unit", selector)


def listed(names: Sequence[str]) -> str:
    """Names in a row, with semicolons when a name has commas of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
