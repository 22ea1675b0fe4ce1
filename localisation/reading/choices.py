"""The closed lists of words a cell may hold, by the name the schema uses."""

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
}
