"""A quarter of a year as people say it."""

from localisation.texts import Texts


def quarter_name(quarter: str, t: Texts) -> str:
    """Such as "2. kvartal 2019" and "Q2 2019", of "2019-Q2"."""
    year, number = quarter.split("-Q")
    return t("common.quarter", year=year, quarter=number)
