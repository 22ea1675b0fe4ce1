"""localisation template: empty workbooks to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from localisation.cli.console import answers, print_json
from localisation.cli.failing import told
from localisation.cli.language import Language
from localisation.cli.options import argument, json_option, lang_option
from localisation.cli.own_help import command
from localisation.texts import Texts


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "template")
    def template(
        folder: Annotated[Path, argument(texts, "DIR", "template.folder")],
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        with told(texts, as_json=as_json):
            _template(folder, as_json, texts)


def _template(folder: Path, as_json: bool, texts: Texts) -> None:
    from localisation.exporting.template import write_template

    files = [path.as_posix() for path in write_template(folder, language=texts.language)]
    if as_json:
        print_json({"status": "ok", "files": files})
        return
    out = answers()
    out.print(texts("cli.template.written"), markup=False)
    for file in files:
        out.print(f"  {file}", markup=False, soft_wrap=True)
