"""One building of a stack plan: a bar a floor, a block a unit."""

from collections.abc import Mapping

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.floor_room import FloorRoom
from localisation.domain.stacking.stack_plan import BuildingStack, Share
from localisation.domain.vocabulary import SpaceKind, Status
from localisation.pictures.layers import TIPS, Row
from localisation.pictures.palette import SPACE
from localisation.pictures.plan.wrapped import wrapped
from localisation.pictures.stack_plan_marks import Marks
from localisation.pictures.stack_plan_notes import Notes
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
_TITLE_TYPE_PX = 11.0
_TITLE_LINE_PX = 13
_NAME_TYPE_PX = (9.0, 8.0, 7.0)
"""Sizes of a name that are tried, the largest first, before a letter stands for it."""
_MANY = 40
"""More lines than there ever are."""
_WORK = SpaceKind.WORKPLACE


class Panel:
    """Draws one building into a column of the picture."""

    def __init__(
        self, inventory: Inventory, stack: BuildingStack, marks: Marks, tints: Mapping[str, str], t: Texts
    ) -> None:
        self._inventory, self._stack, self._marks, self._tints, self._t = inventory, stack, marks, tints, t
        self._words = StackWords(inventory, t)
        self._notes = Notes()
        self._front_px = _FRONT_PX

    def draw(self, left: float, top: float, width: float, row_px: float) -> float:
        """Title, facts and floors, the highest at the top, then the names that found no room; gives the bottom."""
        stack, say = self._stack, self._marks.say
        y = top - _TITLE_LINE_PX + 21
        name = self._inventory.building[stack.building].name
        for line in wrapped(name, width, _TITLE_TYPE_PX, lines=_MANY, bold=True):
            say("title", left, y - 1, line)
            y += _TITLE_LINE_PX
        loud = bool(stack.lacking) or stack.run.status is not Status.OPTIMAL
        facts = wrapped(self._words.facts(stack), width, _FACTS_TYPE_PX, lines=_MANY, bold=loud)
        for line in facts:
            say("loud" if loud else "facts", left, y, line)
            y += _LINE_PX
        y -= 2
        per = self._scale(width, row_px)
        start = left + _FLOORS_PX
        bottom = y + row_px * len(stack.task.floors)
        self._marks.base.append([(start, y), (start, bottom)])
        for i, floor in enumerate(reversed(stack.task.floors)):
            self._floor(floor, start, y + row_px * i, per, row_px, left + width)
        for line in self._notes.lines(width):
            bottom += _LINE_PX
            say("note", left, bottom - 4, line)
        return bottom

    def _scale(self, width: float, row_px: float) -> float:
        """Pixels a workplace: the widest floor fits, with what stands to the right of its bar."""
        floors = self._stack.task.floors
        fronts = max(sum(map(self._stack.front_only, self._stack.on(f.number))) for f in floors)
        self._front_px = min(_FRONT_PX, _FRONTS_SHARE * width / max(1, fronts))
        room = max([self._most(f) for f in floors] + [1])
        aside = 0.0
        while True:
            per = min(_WIDEST_PLACE_PX, (width - _FLOORS_PX - self._front_px * fronts - aside) / room)
            wanted = max(self._aside(f, per, row_px) for f in floors)
            if wanted <= aside or aside > width / 4:
                return per
            aside = wanted

    def _aside(self, floor: FloorRoom, per: float, row_px: float) -> float:
        """Pixels to the right of a floor's bar for the letters of blocks too narrow to hold one."""
        shares = self._stack.on(floor.number)
        slivers = sum(1 for s in shares if s.spaces.get(_WORK) and self._sliver(per * s.spaces[_WORK] / 100, row_px))
        return 0.0 if not slivers else 12.0 + 9.0 * slivers

    def _sliver(self, wide: float, row_px: float) -> bool:
        return wide < text_width("m", self._size(row_px)) + 1

    def _size(self, row_px: float) -> float:
        return min(_NAME_TYPE_PX[0], (row_px - 2) * 0.62)

    def _most(self, floor: FloorRoom) -> float:
        used = sum(s.spaces.get(_WORK, 0) for s in self._stack.on(floor.number)) / 100
        return max(used, floor.spaces.get(_WORK, 0))

    def _floor(self, floor: FloorRoom, start: float, y: float, per: float, row_px: float, end: float) -> None:
        marks, t = self._marks, self._t
        box = {"y": y + 1, "y2": y + row_px - 1}
        marks.say("floor", start - 13, y + row_px / 2, f"{floor.number}.")
        if floor.public:
            marks.entrances.append({"x": start - 6, "y": y + row_px / 2, "size": 28, "shape": "triangle-right"})
        x, slivers = start, []
        for share in self._stack.on(floor.number):
            places = share.spaces.get(_WORK, 0)
            if places:
                wide = per * places / 100
                self._block(share, floor, {**box, "x": x, "x2": x + wide})
                if self._sliver(wide, row_px):
                    slivers.append(self._notes.letter(self._inventory.unit[share.unit].name))
                else:
                    self._name(share, {**box, "x": x, "x2": x + wide}, row_px)
                x += wide
        room = start + per * floor.spaces.get(_WORK, 0)
        named = self._words.floor(floor)
        letters = f"← {' '.join(slivers)}" if slivers else ""
        aside = text_width(letters, self._size(row_px)) + 2 if slivers else 0.0
        within = aside if aside <= room - x else 0.0
        if room - x > 0.5:
            count = floor.spaces[_WORK] - round((x - start) / per, 2)
            tip = t("stack.spare_tip", floor=named, count=t.number(count, 1), room=floor.spaces[_WORK])
            marks.spare.append({**box, "x": x, "x2": room, "fill": SPACE, TIPS: [("", tip)]})
            text = t("stack.spare", count=int(count + 1e-6))
            if count >= 1 and text_width(text, 8) <= room - x - within - 6:
                marks.say("spare", x + within + 4, y + row_px / 2, text)
        elif x - room > 0.5:
            tip = t("stack.over_tip", floor=named, count=t.number((x - room) / per, 1))
            marks.over.append({**box, "x": room, "x2": x, TIPS: [("", tip)]})
        if letters:
            at = (x if within else max(x, room)) + 2
            marks.say(f"aside {self._size(row_px):.1f}", at, y + row_px / 2, letters)
        self._right(floor, {**box, "x": max(x, room) + 4 + (aside if not within else 0.0)}, row_px, end)

    def _right(self, floor: FloorRoom, box: dict[str, float], row_px: float, end: float) -> None:
        """What stands to the right of a bar: those who only receive the public, or rooms on a floor without places."""
        shares, x = self._stack.on(floor.number), box["x"]
        for share in filter(self._stack.front_only, shares):
            place = {**box, "x": x, "x2": min(end, x + self._front_px - 4)}
            row: Row = {**place, "fill": self._tint(share), TIPS: [("", self._words.tip(share, floor))]}
            self._marks.fronts.append(row)
            self._name(share, place, row_px)
            x += self._front_px - 2
        if x == box["x"] and not self._most(floor) and shares:
            self._marks.say("spare", x, (box["y"] + box["y2"]) / 2, self._words.held(shares))

    def _tint(self, share: Share) -> str:
        return self._tints[self._inventory.unit[share.unit].service_area]

    def _block(self, share: Share, floor: FloorRoom, box: dict[str, float]) -> None:
        row: Row = {**box, "fill": self._tint(share), TIPS: [("", self._words.tip(share, floor))]}
        self._marks.blocks.append(row)
        if self._stack.receives(share):
            edge = min(0.9, (box["x2"] - box["x"]) / 3)
            inset = {"x": box["x"] + edge, "x2": box["x2"] - edge, "y": box["y"] + 0.6, "y2": box["y2"] - 0.6}
            self._marks.public.append({**row, **inset})

    def _name(self, share: Share, box: dict[str, float], row_px: float) -> None:
        """The whole name in the block, or a letter that is explained below the building."""
        name, largest = self._inventory.unit[share.unit].name, self._size(row_px)
        y = (box["y"] + box["y2"]) / 2
        for size in (min(size, largest) for size in _NAME_TYPE_PX):
            if text_width(name, size) <= box["x2"] - box["x"] - 6:
                self._marks.say(f"name {size:.1f}", box["x"] + 3.5, y, name)
                return
        self._marks.say(f"letter {largest:.1f}", (box["x"] + box["x2"]) / 2, y, self._notes.letter(name))
