"""localisation template: empty workbooks to fill in."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.language import Language
from localisation.cli.options import argument, json_option, lang_option
from localisation.cli.own_help import command
from localisation.cli.system_cause import system_cause
from localisation.texts import Texts


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "template")
    def template(
        folder: Annotated[Path, argument(texts, "DIR", "template.folder")],
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        _template(folder, as_json, texts)


def _template(folder: Path, as_json: bool, texts: Texts) -> None:
    from localisation.exporting.output_folder import FolderUnusable
    from localisation.exporting.template import AlreadyThere, write_template

    try:
        files = [path.as_posix() for path in write_template(folder, language=texts.language)]
    except AlreadyThere as error:
        _refuse(texts("template.fault.there", folder=str(folder), files=list(error.names)), as_json)
    except FolderUnusable as error:
        key = "not_a_folder" if error.cause == "not a folder" else "folder"
        _refuse(texts(f"template.fault.{key}", folder=str(folder), cause=system_cause(error.cause, texts)), as_json)
    if as_json:
        print_json({"status": "ok", "files": files})
        return
    out = answers()
    out.print(texts("cli.template.written"))
    for file in files:
        out.print(f"  {file}", soft_wrap=True)
    out.print(texts("template.next", scenario=files[-1]), soft_wrap=True)


def _refuse(sentence: str, as_json: bool) -> NoReturn:
    if as_json:
        print_json({"status": "usage", "messages": [sentence]})
    messages().print(sentence, soft_wrap=True)
    raise typer.Exit(ExitCode.USAGE)
