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
