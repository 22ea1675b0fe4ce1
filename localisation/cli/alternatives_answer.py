"""What the terminal and a machine are told of alternatives."""

from rich.console import Console

from localisation.cli.say_files import say_files
from localisation.cli.twin_table import twin_table
from localisation.exporting.alternatives.alternatives_file import alternatives_file
from localisation.exporting.alternatives.alternatives_words import alternatives_sentences, alternatives_twin
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.texts import Texts


def say_alternatives(out: Console, run: FinishedAlternatives, files: list[str], texts: Texts) -> None:
    """The table of alternatives, what is proven, and the files."""
    out.print(twin_table(alternatives_twin(run, texts)))
    for sentence in alternatives_sentences(run, texts):
        out.print(sentence)
    say_files(out, files, texts)


def alternatives_json(run: FinishedAlternatives, files: list[str]) -> dict[str, object]:
    """The alternatives as alternatives.json has them, with the names of the files."""
    contents = alternatives_file(run)
    status = "complete" if contents.complete else "part"
    return {"status": status, "files": files, **contents.model_dump(mode="json")}
