"""What a criterion is called beside its id, for a reader who sees only what differs."""

from collections.abc import Callable, Iterable

from localisation.domain.criterion import Criterion
from localisation.exporting.naming import name_in


def criterion_named(
    criteria: Iterable[Criterion], language: str, *, otherwise: Callable[[str], str] = str
) -> Callable[[str], str]:
    """Gives the name of a criterion with its id in parentheses; of any other key what `otherwise` gives."""
    known = {c.id: f"{name_in(c, language)} ({c.id})" for c in criteria}
    return lambda key: known[key] if key in known else otherwise(key)
