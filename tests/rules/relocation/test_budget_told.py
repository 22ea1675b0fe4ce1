"""A budget by quarters is told as people write it."""

from localisation.rules.sentence import Sentences
from tests.pictures.plan_town import planned_town
from tests.solving.sample import criterion


def test_quarters_and_money_are_written_out():
    row = criterion("K", "budget_overrun", "info", parameters={"budget": ("2019-Q2=500", "2020-Q1=15000")})  # type: ignore[arg-type]
    stock = planned_town().inventory
    nb, en = (
        Sentences(stock, language).explanation(row).replace("\N{NO-BREAK SPACE}", " ") for language in ("nb", "en")
    )
    assert "for hvert kvartal: 2. kvartal 2019: 500 000 kr, 1. kvartal 2020: 15 000 000 kr." in nb
    assert "Q2 2019: NOK 500,000; Q1 2020: NOK 15,000,000." in en
