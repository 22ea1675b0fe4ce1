"""localisation anonymise: a list of employees becomes counts that tell of nobody."""

from pathlib import Path
from typing import Annotated, Any

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.failing import told
from localisation.cli.findings import as_rows, print_findings
from localisation.cli.language import Language
from localisation.cli.options import argument, json_option, lang_option, option
from localisation.cli.own_help import command
from localisation.texts import Texts

_COUNTS = (
    *("k", "people", "unplaced", "kept", "raised", "hidden"),
    *("without_unit", "without_place", "without_both"),
)


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "anonymise")
    def anonymise(
        file: Annotated[Path, argument(texts, "FILE", "anonymise.file")],
        out: Annotated[Path, option(texts, "--out", "anonymise.out", metavar="FILE.csv")],
        k: Annotated[int, option(texts, "--k", "anonymise.k", metavar="N", min=3)] = 5,
        table: Annotated[Path | None, option(texts, "--map", "anonymise.map", metavar="FILE")] = None,
        by: Annotated[str, option(texts, "--by", "anonymise.by", metavar="COLUMN")] = "",
        previous: Annotated[Path | None, option(texts, "--previous", "anonymise.previous", metavar="FILE")] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        if out.suffix.lower() != ".csv":
            raise typer.BadParameter(texts("cli.anonymise.bad_out", file=str(out)))
        if out.resolve() in (file.resolve(), table.resolve() if table else None):
            raise typer.BadParameter(texts("cli.anonymise.own_input", file=str(out)))
        if by and not table:
            raise typer.BadParameter(texts("cli.anonymise.by_without_map"))
        with told(texts, as_json=as_json):
            _anonymise(file, out, {"k": k, "table": table, "by": by, "previous": previous}, as_json, texts)


def _anonymise(file: Path, out: Path, settings: dict[str, Any], as_json: bool, texts: Texts) -> None:
    from localisation.exporting.origins_file import write_origins
    from localisation.exporting.output_file import output_file
    from localisation.reading.anonymise import anonymise

    found = anonymise(file, **settings)
    with output_file(out) as target:
        write_origins(target, found.rows, k=found.k, source=texts("anonymise.source", k=found.k))
    if as_json:
        counts = {name: getattr(found, name) for name in _COUNTS}
        findings = as_rows(found.remarks, texts)
        print_json({"status": "ok", "file": str(out), "rows": len(found.rows), **counts, "findings": findings})
        return
    print_findings(found.remarks, texts, messages())
    answers().print(texts("anonymise.done", people=found.people, rows=len(found.rows), k=found.k))
    if found.without_unit or found.without_place:
        lost = {"unit": found.without_unit, "place": found.without_place, "both": found.without_both}
        answers().print(texts("anonymise.lost", people=found.people, **lost), soft_wrap=True)
    if found.kept or found.raised or found.hidden:
        answers().print(
            texts("anonymise.untrue", kept=found.kept, raised=found.raised, hidden=found.hidden, k=found.k),
            soft_wrap=True,
        )
    answers().print(texts("anonymise.written", file=str(out)), soft_wrap=True)
