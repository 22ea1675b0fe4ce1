"""Columns that look as if they tell who somebody is."""

import re
from collections.abc import Sequence
from enum import StrEnum

from localisation.reading.anonymise.national_id import is_national_id
from localisation.reading.labels import plain


class Personal(StrEnum):
    """What a column seems to hold."""

    NATIONAL_ID = "national_id"
    NAME = "name"
    ADDRESS = "address"
    CONTACT = "contact"


_HEADINGS = {
    Personal.NATIONAL_ID: ("fødselsnummer", "fodselsnummer", "fnr", "personnummer", "dnummer", "ssn", "nationalid"),
    Personal.NAME: ("navn", "fornavn", "etternavn", "mellomnavn", "ansattnavn", "name", "firstname", "surname"),
    Personal.ADDRESS: ("adresse", "gate", "gateadresse", "bostedsadresse", "hjemmeadresse", "address", "street"),
    Personal.CONTACT: ("epost", "email", "mail", "telefon", "mobil", "tlf", "phone", "ansattnummer", "ansattnr"),
}
_NAME = re.compile(r"[A-ZÆØÅÄÖÜÉ][\w'.\-]+(?:,? [A-ZÆØÅÄÖÜÉ][\w'.\-]*){1,4}")
_STREET = re.compile(r"[A-ZÆØÅa-zæøå][^\d,]{2,}\s\d{1,4}\s?[A-Za-z]?(?:\b|$).*")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+47|0047)?[2-9][0-9]{7}")
_MOST = 0.5
"""A column is of a kind when more than this share of its cells is; of national ids one is enough."""


def personal(heading: str, values: Sequence[str]) -> frozenset[Personal]:
    """What a column seems to hold of what it should not, judged by its heading and by every cell with something in it.

    Names must also differ from each other: a unit called "Asfalt Drift" that is repeated is no name.
    """
    found = {kind for kind, words in _HEADINGS.items() if plain(heading) in words}
    filled = [v.strip() for v in values if v.strip()]
    if any(is_national_id(v) for v in filled):
        found.add(Personal.NATIONAL_ID)
    if _mostly(_NAME, filled) and len(set(filled)) > _MOST * len(filled):
        found.add(Personal.NAME)
    if _mostly(_STREET, filled):
        found.add(Personal.ADDRESS)
    if _mostly(_MAIL, filled) or _mostly(_PHONE, [re.sub(r"\s", "", v) for v in filled]):
        found.add(Personal.CONTACT)
    return frozenset(found)


def _mostly(pattern: re.Pattern[str], values: Sequence[str]) -> bool:
    return sum(pattern.fullmatch(v) is not None for v in values) > _MOST * len(values)
