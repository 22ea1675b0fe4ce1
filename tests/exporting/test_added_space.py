"""A unit is said once: "18 arbeidsplasser", but "60 m² publikum"."""

import pytest

from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.added_space import added_space
from localisation.texts import Texts


@pytest.mark.parametrize(
    ("kind", "language", "shown"),
    [
        (SpaceKind.WORKPLACE, "nb", "18 arbeidsplasser"),
        (SpaceKind.WORKPLACE, "en", "18 workplaces"),
        (SpaceKind.INTERVIEW, "nb", "18 samtalerom"),
        (SpaceKind.PUBLIC_FRONT, "nb", "18 m² publikum"),
        (SpaceKind.GARAGE, "nb", "18 plasser garasje"),
    ],
)
def test_the_unit_is_left_out_where_the_name_says_it(kind: SpaceKind, language: str, shown: str):
    t = Texts(language)
    assert added_space(18, kind, t(f"pictures.kind.{kind}"), t) == shown


@pytest.mark.parametrize(
    ("kind", "language", "shown"),
    [
        (SpaceKind.WORKPLACE, "nb", "1 arbeidsplass"),
        (SpaceKind.WORKPLACE, "en", "1 workplace"),
        (SpaceKind.INTERVIEW, "nb", "1 samtalerom"),
        (SpaceKind.GARAGE, "nb", "1 plass garasje"),
        (SpaceKind.GARAGE, "en", "1 bay garage"),
    ],
)
def test_one_is_said_in_the_singular(kind: SpaceKind, language: str, shown: str):
    t = Texts(language)
    assert added_space(1, kind, t(f"pictures.kind.{kind}"), t) == shown
