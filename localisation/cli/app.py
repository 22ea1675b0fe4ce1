"""The program: all commands in one language, and what its faults become."""

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from localisation import __version__
from localisation.cli.alternatives import register as alternatives
from localisation.cli.anonymise import register as anonymise
from localisation.cli.background import abandoned
from localisation.cli.check import register as check
from localisation.cli.compare import register as compare
from localisation.cli.exit_codes import ExitCode
from localisation.cli.frontier import register as frontier
from localisation.cli.language import VARIABLE, Language, language_of, unknown_variable
from localisation.cli.options import option
from localisation.cli.own_help import own_help
from localisation.cli.plan import register as plan
from localisation.cli.prices import register as prices
from localisation.cli.propose import register as propose
from localisation.cli.replan import register as replan
from localisation.cli.sensitivity import register as sensitivity
from localisation.cli.stack import register as stack
from localisation.cli.template import register as template
from localisation.cli.times import register as times
from localisation.cli.usage import usage_sentence
from localisation.cli.verify import register as verify
from localisation.cli.whatif import register as whatif
from localisation.cli.whynot import register as whynot
from localisation.texts import LANGUAGES, Texts

_RUBBISH_AFTER = 100_000
"""Python looks for cycles after so many new objects: loading libraries and tables makes millions and drops few."""
COMMANDS = {
    "check": check,
    "propose": propose,
    "plan": plan,
    "replan": replan,
    "stack": stack,
    "verify": verify,
    "compare": compare,
    "frontier": frontier,
    "alternatives": alternatives,
    "whynot": whynot,
    "whatif": whatif,
    "sensitivity": sensitivity,
    "prices": prices,
    "times": times,
    "template": template,
    "anonymise": anonymise,
}
"""Every command there is, in the order help shows them. A new one is one file and one line here."""


def build_app(language: str) -> typer.Typer:
    """The program with help and messages in one language."""
    texts = Texts(language)
    app = typer.Typer(
        name="localisation",
        cls=own_help(texts)[0],
        help=texts("cli.help"),
        epilog=texts("cli.epilog"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )

    def show_version(wanted: bool) -> None:
        if wanted:
            typer.echo(f"localisation {__version__}")
            raise typer.Exit()

    @app.callback()
    def _start(
        lang: Annotated[Language | None, option(texts, "--lang", "option.lang")] = None,
        version: Annotated[
            bool, option(texts, "--version", "option.version", callback=show_version, is_eager=True)
        ] = False,
    ) -> None:
        pass

    for register in COMMANDS.values():
        register(app, texts)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code. `--lang` or LOCALISATION_LANG chooses the language."""
    gc.set_threshold(_RUBBISH_AFTER)
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given, os.environ)
    texts = Texts(language)
    if (unknown := unknown_variable(given, os.environ)) is not None:
        choices = texts("cli.usage.detail.choices", choices=", ".join(LANGUAGES))
        print(texts("cli.usage.BadValue", given=unknown, name=VARIABLE, detail=choices), file=sys.stderr)
        sys.exit(ExitCode.USAGE)
    command = typer.main.get_command(build_app(language))
    try:
        code = command.main(args=given, prog_name="localisation", standalone_mode=False)
    except typer.Abort:
        code = ExitCode.STOPPED
    except Exception as error:
        sentence = usage_sentence(error, texts)
        if sentence is None:
            traceback.print_exc()
            sentence = texts("cli.fault.program")
            code = ExitCode.PROGRAM_FAULT
        else:
            code = ExitCode.USAGE
        if sentence:
            print(sentence, file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    if abandoned():
        os._exit(code)
    sys.exit(code or ExitCode.OK)
