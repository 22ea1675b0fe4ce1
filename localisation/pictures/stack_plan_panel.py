"""One building of a stack plan: a bar a floor, a block a unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import ascii_lowercase

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.floor_room import FloorRoom
from localisation.domain.stacking.stack_plan import BuildingStack, Share
from localisation.domain.vocabulary import SpaceKind, Status
from localisation.pictures.bar_table import fitted
from localisation.pictures.layers import TIPS, Row
from localisation.pictures.palette import SPACE
from localisation.pictures.plan.wrapped import wrapped
from localisation.pictures.stack_plan_words import StackWords
from localisation.pictures.text_width import text_width
from localisation.texts import Texts

_FLOORS_PX = 30
"""Room for the floor's number and the sign of an entrance."""
_FRONT_PX = 52.0
_FRONTS_SHARE = 0.35
"""How much of the width those who only receive the public on a floor may have at most, all together."""
_WIDEST_PLACE_PX = 24.0
_LINE_PX = 11
_FACTS_TYPE_PX = 8.5
_NOTE_TYPE_PX = 8
_MANY = 40
"""More lines than there ever are."""
_WORK = SpaceKind.WORKPLACE


@dataclass(slots=True)
class Marks:
    """All marks of a picture by kind, so that each kind is one layer."""

    blocks: list[Row] = field(default_factory=list)
    spare: list[Row] = field(default_factory=list)
    fronts: list[Row] = field(default_factory=list)
    over: list[Row] = field(default_factory=list)
    public: list[Row] = field(default_factory=list)
    entrances: list[Row] = field(default_factory=list)
    base: list[list[tuple[float, float]]] = field(default_factory=list)
    words: dict[str, list[Row]] = field(default_factory=dict)

    def say(self, style: str, x: float, y: float, text: str) -> None:
        """Write a text in one of the styles of the picture."""
        self.words.setdefault(style, []).append({"x": x, "y": y, "text": text})


class Panel:
    """Draws one building into a column of the picture."""

    def __init__(
        self, inventory: Inventory, stack: BuildingStack, marks: Marks, tints: Mapping[str, str], t: Texts
    ) -> None:
        self._inventory, self._stack, self._marks, self._tints, self._t = inventory, stack, marks, tints, t
        self._words = StackWords(inventory, t)
        self._notes: dict[str, str] = {}
        self._front_px = _FRONT_PX

    def draw(self, left: float, top: float, width: float, row_px: float) -> float:
        """Title, facts and floors, the highest at the top, then the names that found no room; gives the bottom."""
        stack, say = self._stack, self._marks.say
        name = self._inventory.building[stack.building].name
        say("title", left, top + 7, fitted(name, width, 11, bold=True))
        loud = bool(stack.lacking) or stack.run.status is not Status.OPTIMAL
        facts = wrapped(self._words.facts(stack), width, _FACTS_TYPE_PX, lines=_MANY, bold=loud)
        y = top + 21
        for line in facts:
            say("loud" if loud else "facts", left, y, line)
            y += _LINE_PX
        y -= 2
        fronts = max(sum(map(stack.front_only, stack.on(f.number))) for f in stack.task.floors)
        self._front_px = min(_FRONT_PX, _FRONTS_SHARE * width / max(1, fronts))
        room = max([self._most(f) for f in stack.task.floors] + [1])
        per = min(_WIDEST_PLACE_PX, (width - _FLOORS_PX - self._front_px * fronts) / room)
        start = left + _FLOORS_PX
        bottom = y + row_px * len(stack.task.floors)
        self._marks.base.append([(start, y), (start, bottom)])
        for i, floor in enumerate(reversed(stack.task.floors)):
            self._floor(floor, start, y + row_px * i, per, row_px, left + width)
        for line in _lines([f"{letter} {text}" for letter, text in self._notes.items()], width):
            bottom += _LINE_PX
            say("note", left, bottom - 4, line)
        return bottom

    def _most(self, floor: FloorRoom) -> float:
        used = sum(s.spaces.get(_WORK, 0) for s in self._stack.on(floor.number)) / 100
        return max(used, floor.spaces.get(_WORK, 0))

    def _floor(self, floor: FloorRoom, start: float, y: float, per: float, row_px: float, end: float) -> None:
        marks, t = self._marks, self._t
        box = {"y": y + 1, "y2": y + row_px - 1}
        marks.say("floor", start - 13, y + row_px / 2, f"{floor.number}.")
        if floor.public:
            marks.entrances.append({"x": start - 6, "y": y + row_px / 2, "size": 28, "shape": "triangle-right"})
        x = start
        for share in self._stack.on(floor.number):
            places = share.spaces.get(_WORK, 0)
            if places:
                x = self._block(share, floor, {**box, "x": x, "x2": x + per * places / 100})
        room = start + per * floor.spaces.get(_WORK, 0)
        named = self._words.floor(floor)
        if room - x > 0.5:
            count = floor.spaces[_WORK] - round((x - start) / per, 2)
            tip = t("stack.spare_tip", floor=named, count=t.number(count, 1), room=floor.spaces[_WORK])
            marks.spare.append({**box, "x": x, "x2": room, "fill": SPACE, TIPS: [("", tip)]})
            text = t("stack.spare", count=int(count + 1e-6))
            if count >= 1 and text_width(text, 8) <= room - x - 6:
                marks.say("spare", x + 4, y + row_px / 2, text)
        elif x - room > 0.5:
            tip = t("stack.over_tip", floor=named, count=t.number((x - room) / per, 1))
            marks.over.append({**box, "x": room, "x2": x, TIPS: [("", tip)]})
        x = max(x, room) + 4
        for share in self._stack.on(floor.number):
            if self._stack.front_only(share):
                self._front(share, floor, {**box, "x": x, "x2": min(end, x + self._front_px - 4)})
                x += self._front_px - 2

    def _block(self, share: Share, floor: FloorRoom, box: dict[str, float]) -> float:
        unit = self._inventory.unit[share.unit]
        row: Row = {**box, "fill": self._tints[unit.service_area], TIPS: [("", self._words.tip(share, floor))]}
        self._marks.blocks.append(row)
        if self._stack.receives(share):
            inset = {"x": box["x"] + 0.9, "x2": box["x2"] - 0.9, "y": box["y"] + 0.6, "y2": box["y2"] - 0.6}
            self._marks.public.append({**row, **inset})
        self._name(unit.name, share, box)
        return box["x2"]

    def _front(self, share: Share, floor: FloorRoom, box: dict[str, float]) -> None:
        unit = self._inventory.unit[share.unit]
        tip = self._words.tip(share, floor)
        self._marks.fronts.append({**box, "fill": self._tints[unit.service_area], TIPS: [("", tip)]})
        self._name(unit.name, share, box)

    def _name(self, name: str, share: Share, box: dict[str, float]) -> None:
        """The name in the block, or a letter that is explained below the building."""
        size = min(9.0, (box["y2"] - box["y"]) * 0.62)
        room = box["x2"] - box["x"] - 6
        y = (box["y"] + box["y2"]) / 2
        text = fitted(name, room, size)
        if text == name or len(text) > 9:
            self._marks.say(f"name {size:.1f}", box["x"] + 3.5, y, text)
            return
        letter = next((key for key, said in self._notes.items() if said == name), None)
        letter = letter or (ascii_lowercase * 3)[len(self._notes)] * (1 + len(self._notes) // 26)
        self._notes[letter] = name
        if text_width(letter, size) <= room + 3:
            self._marks.say(f"letter {size:.1f}", (box["x"] + box["x2"]) / 2, y, letter)


def _lines(notes: list[str], width: float) -> list[str]:
    """The notes with dots between, on as many lines as they take; none is broken."""
    found: list[str] = []
    for note in notes:
        longer = f"{found[-1]} · {note}" if found else note
        if found and text_width(longer, _NOTE_TYPE_PX) <= width:
            found[-1] = longer
        else:
            found.append(fitted(note, width, _NOTE_TYPE_PX))
    return found
