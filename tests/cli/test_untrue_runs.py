"""What a stored answer may say of levels that gave something up for those after them."""

import pytest

from localisation.cli.untrue_runs import untrue_runs
from localisation.domain.assessment import Assessment
from localisation.domain.vocabulary import Status
from localisation.exporting.proposal_file_schema import RunRow


@pytest.mark.parametrize(("slack", "untrue"), [(10, ()), ((10, 10), ()), ((0, 10), ("value",)), (5, ("value",))])
def test_a_level_gives_up_no_more_than_its_own_slack(slack, untrue):
    # The first level was solved to 100 and ended at 110.
    rows = [
        RunRow(status=Status.FEASIBLE, value=value, bound=None, gap=None, seconds=0.0, engine="", given_up=given_up)
        for value, given_up in ((110, 10), (7, 0))
    ]
    assessment = Assessment(results=(), goal=(110, 7), points=0.0)
    assert untrue_runs(rows, Status.FEASIBLE, assessment, levels=2, slack_percent=slack) == untrue
