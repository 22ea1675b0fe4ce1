"""A wish as people type it: "UNIT = BUILDING", "CRITERION=30", or a criterion alone."""

from collections.abc import Sequence

import typer

from localisation.cli.asked_text import SIGNS, NoQuestion, asked_text, unclear_sentence
from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.reading.by_name import UnclearName, by_name
from localisation.solving.explaining.asked import Asked
from localisation.solving.robustness.wish import Wish
from localisation.texts import Texts

_HEAVIEST = 1000


def wished(
    instance: Instance,
    *,
    lock: Sequence[str],
    forbid: Sequence[str],
    weight: Sequence[str],
    drop: Sequence[str],
    texts: Texts,
) -> Wish:
    """The wish of four kinds of options; raises `typer.BadParameter` with the names that come near."""
    asked = [_site(instance, text, True, texts) for text in lock]
    asked += [_site(instance, text, False, texts) for text in forbid]
    weights: dict[str, int] = {}
    for criterion, amount in (_weight(instance, text, texts) for text in weight):
        if weights.setdefault(criterion, amount) != amount:
            names = {c.id: name_in(c, texts.language) for c in instance.criteria}
            sentence = texts("whatif.fault.weight_twice", name=names[criterion], id=criterion)
            raise typer.BadParameter(sentence, param_hint="--weight")
    dropped = frozenset(_criterion(instance, text, "--drop", texts) for text in drop)
    return Wish(asked=tuple(dict.fromkeys(asked)), weights=weights, dropped=dropped)


def _site(instance: Instance, text: str, there: bool, texts: Texts) -> Asked:
    hint = "--lock" if there else "--forbid"
    if not any(sign in text for sign in SIGNS):
        raise typer.BadParameter(texts("whatif.fault.no_equals", text=text), param_hint=hint)
    try:
        found = asked_text(text, instance.inventory)
    except NoQuestion as error:
        raise typer.BadParameter(texts("whatif.fault.site", text=text), param_hint=hint) from error
    except UnclearName as error:
        raise typer.BadParameter(unclear_sentence(error, texts), param_hint=hint) from error
    if found.building is None or not found.there:
        raise typer.BadParameter(texts("whatif.fault.site", text=text), param_hint=hint)
    return Asked(unit=found.unit, building=found.building, there=there)


def _weight(instance: Instance, text: str, texts: Texts) -> tuple[str, int]:
    name, _, amount = (part.strip() for part in text.rpartition("="))
    if not name or not amount.isdecimal() or int(amount) > _HEAVIEST:
        raise typer.BadParameter(texts("whatif.fault.weight", text=text, most=_HEAVIEST), param_hint="--weight")
    return _criterion(instance, name, "--weight", texts), int(amount)


def _criterion(instance: Instance, text: str, hint: str, texts: Texts) -> str:
    names = {c.id: name_in(c, texts.language) for c in instance.criteria}
    try:
        return by_name(text, names, "criteria")
    except UnclearName as error:
        raise typer.BadParameter(unclear_sentence(error, texts), param_hint=hint) from error
