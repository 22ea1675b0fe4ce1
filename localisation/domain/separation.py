"""What it amounts to that two who work together sit apart."""


def strength_minutes(strength: int, seconds: int) -> int:
    """Whole minutes times strength (0-100) of a collaboration so far apart; rounded once, halves up."""
    return (strength * seconds + 30) // 60
