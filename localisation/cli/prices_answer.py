"""What the terminal and a machine are told of prices."""

from collections.abc import Sequence

from rich.console import Console

from localisation.cli.say_files import say_files
from localisation.cli.twin_table import twin_table
from localisation.exporting.explained.finished_prices import FinishedPrices
from localisation.exporting.explained.price_file import prices_file
from localisation.exporting.explained.price_words import prices_sentences, prices_twin
from localisation.texts import Texts


def say_prices(out: Console, run: FinishedPrices, files: Sequence[str], texts: Texts) -> None:
    """The table, the dearest first, what is proven, and the files."""
    out.print(twin_table(prices_twin(run, texts)))
    for sentence in prices_sentences(run, texts):
        out.print(sentence, soft_wrap=True)
    if files:
        say_files(out, files, texts)


def prices_json(run: FinishedPrices, files: Sequence[str]) -> dict[str, object]:
    """The prices as prices.json has them, with the names of the files."""
    status = "part" if run.found.left_out else "complete"
    return {"status": status, "files": list(files), **prices_file(run).model_dump(mode="json")}
