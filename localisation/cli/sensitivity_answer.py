"""What the terminal and a machine are told of how robust a recommendation is."""

from rich.console import Console
from rich.table import Table

from localisation.cli.say_files import say_files
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.robustness_file import robustness_file
from localisation.exporting.robustness.robustness_twins import known_twin, ranges_twin, tried_twin
from localisation.exporting.robustness.robustness_words import among, flip_sentences, range_sentences, summary
from localisation.pictures.twin import Twin
from localisation.texts import Texts


def say_robustness(out: Console, run: FinishedRobustness, files: list[str], texts: Texts) -> None:
    """The ranges as table and sentences, the changes, the draws, and what it all comes to."""
    study = run.study
    _say(out, ranges_twin(study, texts))
    out.print(among(study, texts), markup=False, soft_wrap=True)
    for line in range_sentences(study, texts):
        out.print(f"  • {line}", markup=False, soft_wrap=True)
    if study.tried:
        _say(out, tried_twin(study, texts))
    for line in flip_sentences(study, texts):
        out.print(f"  • {line}", markup=False, soft_wrap=True)
    _say(out, known_twin(study, texts))
    for line in summary(study, texts):
        out.print(line, markup=False, soft_wrap=True)
    say_files(out, files, texts)


def _say(out: Console, twin: Twin) -> None:
    table = Table(title=twin.caption, title_justify="left")
    for i, column in enumerate(twin.columns):
        table.add_column(column, justify="right" if i in twin.numeric else "left")
    for row in twin.rows:
        table.add_row(*row)
    out.print(table)


def robustness_json(run: FinishedRobustness, files: list[str]) -> dict[str, object]:
    """The study as sensitivity.json has it, with the names of the files."""
    return {"files": files, **robustness_file(run).model_dump(mode="json")}
