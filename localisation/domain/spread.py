"""Sharing out a whole number without losing any of it."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def spread(amount: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """A whole amount shared out by weight: whole parts that add up to it (largest remainder, Hamilton's method).

    Equal remainders are served in the order given. Without any weight nothing is shared out: all parts are 0.
    """
    whole = sum(weights)
    if whole == 0:
        return (0,) * len(weights)
    parts = [amount * w // whole for w in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % whole), i))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return tuple(parts)
