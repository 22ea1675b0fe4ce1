"""The line under a map of travel: what the times rest on, and who is to be credited."""

from collections.abc import Iterable

from localisation.domain.assumed import SKETCHES
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.texts import Texts


def travel_note(instance: Instance, modes: Iterable[Mode], t: Texts) -> tuple[str, ...]:
    """One line on the data of the modes, with the day of the timetable and whether it is estimated; one of credit."""
    parts = []
    for mode in modes:
        data = t(f"travel.data.{instance.rests_on[mode]}") if mode in instance.rests_on else "–"
        if mode is Mode.TRANSIT and instance.timetable_day:
            data = t("travel.basis.of_day", data=data, day=instance.timetable_day)
        sketch = instance.rests_on.get(mode, "").removesuffix("_streets") in SKETCHES
        words = {(True, True): "estimated", (True, False): "times_estimated"}
        key = f"travel.map.{words.get((instance.modes[mode].estimate, sketch), 'known')}"
        parts.append(t(key, mode=t(f"travel.mode.{mode}"), data=data))
    lines = (t("travel.map.note", data="; ".join(parts)) if parts else "", instance.inventory.place.credit)
    return tuple(line for line in lines if line)
