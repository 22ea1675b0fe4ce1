"""Finding the scenario a user names."""

from pathlib import Path

from localisation.domain.errors import LocalisationError

FOLDER = Path("scenarios")


class UnknownScenario(LocalisationError):
    """No such scenario; `known` are the short names there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(name)


def scenario_path(name: str) -> Path:
    """The file itself, or `vik/prove` for scenarios/vik/prove.toml. Raises `UnknownScenario`."""
    tried = [Path(name), Path(f"{name}.toml"), FOLDER / f"{name}.toml", FOLDER / name]
    for path in tried:
        if path.is_file():
            return path
    known = sorted(p.relative_to(FOLDER).with_suffix("").as_posix() for p in FOLDER.glob("*/*.toml"))
    raise UnknownScenario(name, tuple(known))
