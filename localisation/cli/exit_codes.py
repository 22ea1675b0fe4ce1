"""How the program ends, for those who call it from a script."""

from enum import IntEnum


class ExitCode(IntEnum):
    """0 ok, 2 wrong use, 3 invalid data, 4 the musts cannot all hold, 5 stopped without a proposal."""

    OK = 0
    ENGINE_FAULT = 1
    """The engine contradicts itself; nothing was written."""
    USAGE = 2
    INVALID_DATA = 3
    NO_PROPOSAL = 4
    STOPPED = 5
