"""A road network as it was read."""

from dataclasses import dataclass

from localisation.domain.errors import Problem
from localisation.domain.provenance import InputFile
from localisation.geography.network.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadsRead:
    """A network, the kind of data it rests on, what was repaired or should be known, and the files it was read from."""

    network: Network
    kind: str
    notes: tuple[Problem, ...]
    inputs: tuple[InputFile, ...]
    key: str
    """Changes with everything that bears on the network: the bytes that were read, and how they were read."""
