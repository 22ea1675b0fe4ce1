"""The closed lists of words a cell may hold, by the name the schema uses."""

from localisation.domain.relocation.logistics import ActivityKind, Repeats
from localisation.domain.vocabulary import BuildingUse, Confidence, LockState, SpaceKind, Strength, Tenure

CHOICES: dict[str, tuple[str, ...]] = {
    "confidence": tuple(Confidence),
    "space_kind": tuple(SpaceKind),
    "tenure": tuple(Tenure),
    "strength": tuple(Strength),
    "building_use": tuple(BuildingUse),
    "lock_state": tuple(LockState),
    "in_project": ("yes", "context"),
    "yes_no": ("yes", "no"),
    "activity_kind": tuple(kind for kind in ActivityKind if kind is not ActivityKind.TASK),
    "days_off_kind": ("stop", "holiday", "school", "election"),
    "repeats": tuple(word for word in Repeats if word is not Repeats.NO),
    "whom": ("all", "none"),
    "weekday": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}
