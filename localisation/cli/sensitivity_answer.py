"""What the terminal and a machine are told of how robust a recommendation is."""

from rich.console import Console

from localisation.cli.say_files import say_files
from localisation.cli.twin_table import twin_table
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.robustness_file import robustness_file
from localisation.exporting.robustness.robustness_twins import known_twin, ranges_twin, tried_twin
from localisation.exporting.robustness.robustness_words import among, flip_sentences, range_sentences, summary
from localisation.texts import Texts


def say_robustness(out: Console, run: FinishedRobustness, files: list[str], texts: Texts) -> None:
    """The ranges as table and sentences, the changes, the draws, and what it all comes to."""
    study = run.study
    out.print(twin_table(ranges_twin(study, texts)))
    out.print(among(study, texts), soft_wrap=True)
    for line in range_sentences(study, texts):
        out.print(f"  • {line}", soft_wrap=True)
    if study.tried:
        out.print(twin_table(tried_twin(study, texts)))
    for line in flip_sentences(study, texts):
        out.print(f"  • {line}", soft_wrap=True)
    out.print(twin_table(known_twin(study, texts)))
    for line in summary(study, texts):
        out.print(line, soft_wrap=True)
    say_files(out, files, texts)


def robustness_json(run: FinishedRobustness, files: list[str]) -> dict[str, object]:
    """The study as sensitivity.json has it, with the names of the files."""
    return {"files": files, **robustness_file(run).model_dump(mode="json")}
