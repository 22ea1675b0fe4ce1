"""The proposals that a recommendation is held against from the start."""

import threading
from collections.abc import Mapping
from pathlib import Path

from localisation.cli.solve_all import solve_others
from localisation.cli.studied_source import StudiedSource
from localisation.comparing.comparable import require_comparable
from localisation.domain.assessment import Result
from localisation.domain.proposal import Proposal
from localisation.reading.scenario import read_scenario
from localisation.solving.robustness.known import Known, distinct
from localisation.solving.verify import assess
from localisation.texts import Texts


def known_proposals(
    studied: StudiedSource, best: Result, given: Mapping[str, int | str], *, stop: threading.Event, texts: Texts
) -> list[Known]:
    """The recommendation, those that stand beside it, and today's situation, each once.

    A stored proposal brings its alternatives with it; for a scenario those it is compared with are solved.
    """
    instance = studied.instance
    named: list[tuple[str, str, Proposal]] = [
        (Texts("nb")("sensitivity.recommendation"), Texts("en")("sensitivity.recommendation"), best.proposal)
    ]
    if studied.stored is not None:
        named += studied.rivals
    else:
        own = studied.scenario.resolve()
        paths = {Path(other).resolve(): Path(other) for other in instance.scenario.compare_with}
        rivals = [read_scenario(path, area=studied.area) for key, path in paths.items() if key != own]
        require_comparable([instance, *rivals])
        solved = solve_others(rivals, given, stop=stop, texts=texts)
        named += [(i.scenario.name, i.scenario.name_en, result.proposal) for i, result in solved]
    today = (Texts("nb")("report.today_name"), Texts("en")("report.today_name"), instance.inventory.today)
    known = [
        Known(name=nb, name_en=en, proposal=proposal, assessment=assess(instance, proposal))
        for nb, en, proposal in (*named, today)
    ]
    return [one for one in distinct(known) if not one.assessment.structural]
