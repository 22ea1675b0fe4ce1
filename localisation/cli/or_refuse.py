"""What a long search ends with when there is no proposal: why, and the exit code that says so."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from localisation.cli.console import messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.refusal import refusal_rows, refusal_sentences
from localisation.domain.instance import Instance
from localisation.solving.no_proposal import NoProposal
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.texts import Texts


@contextmanager
def or_refuse(instance: Instance, texts: Texts, *, as_json: bool) -> Iterator[None]:
    """Tell which musts collide and leave with 4, or that it was stopped before anything was found and leave with 5."""
    try:
        yield
    except NoProposal as error:
        if as_json:
            print_json(refusal_rows(instance, error.diagnosis, texts))
        for sentence in refusal_sentences(instance, error.diagnosis, texts):
            messages().print(sentence, soft_wrap=True)
        raise typer.Exit(ExitCode.NO_PROPOSAL) from error
    except StoppedEmpty as error:
        sentence = texts(f"cli.fault.{'interrupted_empty' if error.by_user else 'stopped_empty'}")
        if as_json:
            print_json({"status": "stopped", "messages": [sentence]})
        messages().print(sentence, soft_wrap=True)
        raise typer.Exit(ExitCode.STOPPED) from error
