"""Options that several commands share."""

from typing import Any

import typer

from localisation.domain.scenario import MOST_WORKERS
from localisation.texts import Texts


def argument(texts: Texts, metavar: str, key: str) -> Any:
    """An argument explained by the text `cli.<key>`."""
    panel = texts("cli.panel.arguments")
    return typer.Argument(metavar=metavar, help=texts(f"cli.{key}"), show_default=False, rich_help_panel=panel)


def option(texts: Texts, name: str, key: str, **more: Any) -> Any:
    """An option explained by the text `cli.<key>`."""
    panel = texts("cli.panel.options")
    return typer.Option(name, help=texts(f"cli.{key}"), show_default=False, rich_help_panel=panel, **more)


def scenario_argument(texts: Texts) -> Any:
    """A scenario: a file, or its short name below ./scenarios."""
    return argument(texts, "SCENARIO", "option.scenario")


def lang_option(texts: Texts) -> Any:
    """The language. It is read before parsing (see `language_of`); here it is only validated and explained."""
    return option(texts, "--lang", "option.lang")


def json_option(texts: Texts) -> Any:
    """The answer as JSON on standard output, and nothing else there."""
    return option(texts, "--json", "option.json")


def area_option(texts: Texts) -> Any:
    """One service area or priority area alone."""
    return option(texts, "--area", "option.area", metavar="ID")


def engine_option(texts: Texts) -> Any:
    """Which solver searches for placements; overrides the scenario's own."""
    return option(texts, "--engine", "option.engine")


def limit_options(texts: Texts) -> tuple[Any, Any, Any]:
    """Seconds, threads and seed; each overrides the scenario's own."""
    return (
        option(texts, "--time-limit", "option.time_limit", metavar="S", min=1),
        option(texts, "--workers", "option.workers", metavar="N", min=1, max=MOST_WORKERS),
        option(texts, "--seed", "option.seed", metavar="N", min=0),
    )
