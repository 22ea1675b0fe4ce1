"""What a stack plan is drawn with."""

from dataclasses import dataclass, field

from localisation.pictures.layers import Row


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
