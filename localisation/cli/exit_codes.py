"""How the program ends, for those who call it from a script."""

from enum import IntEnum


class ExitCode(IntEnum):
    """0 ok, 2 wrong use, 3 invalid data, 4 the musts cannot all hold, 5 stopped empty, 70 a fault in the program."""

    OK = 0
    ENGINE_FAULT = 1
    """The engine contradicts itself; nothing was written."""
    USAGE = 2
    INVALID_DATA = 3
    NO_PROPOSAL = 4
    STOPPED = 5
    PROGRAM_FAULT = 70
    """An error nobody foresaw: nothing is said of the data or the engine. 70 is what sysexits.h has for this."""
