"""What the terminal and a machine are told of a frontier."""

from rich.console import Console

from localisation.cli.say_files import say_files
from localisation.cli.twin_table import twin_table
from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.frontier_file import frontier_file
from localisation.exporting.frontier.frontier_words import frontier_sentences, reference_sentences
from localisation.pictures.frontier.frontier_chart import frontier_twin
from localisation.solving.frontier.frontier import Frontier
from localisation.texts import Texts


def say_frontier(out: Console, frontier: Frontier, files: list[str], texts: Texts) -> None:
    """The table of points, what is proven, and the files."""
    out.print(twin_table(frontier_twin(frontier, texts)))
    for sentence in [*frontier_sentences(frontier, texts), *reference_sentences(frontier, texts)]:
        out.print(sentence)
    say_files(out, files, texts)


def frontier_json(run: FinishedFrontier, files: list[str]) -> dict[str, object]:
    """The frontier as frontier.json has it, with the names of the files."""
    status = "complete" if run.frontier.complete else "part"
    return {"status": status, "files": files, **frontier_file(run).model_dump(mode="json")}
