"""Faults become sentences and exit codes, the same way in every command."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from localisation.cli.console import messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.findings import as_rows, print_findings
from localisation.cli.reading_line import ReadingLine
from localisation.cli.scenario_path import UnknownScenario
from localisation.cli.system_cause import system_cause
from localisation.comparing.comparable import NotComparable
from localisation.domain.errors import Disagreement, InvalidData
from localisation.exporting.naming import name_in
from localisation.exporting.output_file import FileUnusable
from localisation.exporting.output_folder import FolderUnusable
from localisation.exporting.stored_file import StoredFileUnusable
from localisation.reading.reading_progress import listening
from localisation.texts import Texts


@contextmanager
def told(texts: Texts, *, as_json: bool) -> Iterator[None]:
    """Tell how far a long reading has come, and any fault a user can repair; leave with its exit code."""
    try:
        with ReadingLine(messages(), texts) as line, listening(line.told):
            yield
    except InvalidData as error:
        if as_json:
            print_json({"status": "invalid_data", "findings": as_rows(error.problems, texts)})
        else:
            print_findings(error.problems, texts, messages())
        raise typer.Exit(ExitCode.INVALID_DATA) from error
    except UnknownScenario as error:
        key = "unknown_scenario_known" if error.known else "unknown_scenario"
        _tell([texts(f"cli.fault.{key}", name=error.name, known=list(error.known))], "usage", as_json)
        raise typer.Exit(ExitCode.USAGE) from error
    except StoredFileUnusable as error:
        _tell(
            [
                texts(f"cli.proposal_file.{f.kind}", place=system_cause(f.place, texts) or "-", file=str(error.path))
                for f in error.faults
            ],
            "usage" if error.unread else "invalid_data",
            as_json,
        )
        raise typer.Exit(ExitCode.USAGE if error.unread else ExitCode.INVALID_DATA) from error
    except FolderUnusable as error:
        key = "not_a_folder" if error.cause == "not a folder" else "folder"
        _tell(
            [texts(f"cli.fault.{key}", folder=str(error.folder), cause=system_cause(error.cause, texts))],
            "usage",
            as_json,
        )
        raise typer.Exit(ExitCode.USAGE) from error
    except FileUnusable as error:
        _tell([texts("cli.fault.file", file=str(error.file), cause=system_cause(error.cause, texts))], "usage", as_json)
        raise typer.Exit(ExitCode.USAGE) from error
    except OSError as error:
        sentence = texts(
            "cli.fault.system", file=error.filename or "-", cause=system_cause(error.strerror or str(error), texts)
        )
        _tell([sentence], "usage", as_json)
        raise typer.Exit(ExitCode.USAGE) from error
    except NotComparable as error:
        first, second = (name_in(s, texts.language) for s in (error.first, error.second))
        sentence = texts(f"cli.compare.fault.{error.cause}", first=first, second=second, id=error.first.id)
        _tell([sentence], "usage", as_json)
        raise typer.Exit(ExitCode.USAGE) from error
    except Disagreement as error:
        _tell([texts("cli.fault.disagreement", detail=str(error))], "engine_fault", as_json)
        raise typer.Exit(ExitCode.ENGINE_FAULT) from error
    except KeyboardInterrupt as error:
        _tell([texts("cli.fault.aborted")], "stopped", as_json)
        raise typer.Exit(ExitCode.STOPPED) from error


def _tell(sentences: list[str], status: str, as_json: bool) -> None:
    if as_json:
        print_json({"status": status, "messages": sentences})
    for sentence in sentences:
        messages().print(sentence, soft_wrap=True)
