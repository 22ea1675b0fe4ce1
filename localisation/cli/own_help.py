"""Commands whose help option, too, speaks the reader's language."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from localisation.texts import Texts

Body = TypeVar("Body", bound=Callable[..., Any])


def command(app: typer.Typer, texts: Texts, name: str) -> Callable[[Body], Body]:
    """Make a function a command with the texts `cli.<name>.help` and `cli.<name>.example`."""
    return app.command(
        name,
        cls=own_help(texts)[1],
        help=texts(f"cli.{name}.help"),
        epilog=texts(f"cli.{name}.example"),
        rich_help_panel=texts("cli.panel.commands"),
    )


def own_help(texts: Texts) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """The classes for the program and for its commands."""

    def explained(option: Any) -> Any:
        if option is not None:
            option.help, option.rich_help_panel = texts("cli.option.help"), texts("cli.panel.options")
        return option

    class Program(TyperGroup):
        """The program."""

        def get_help_option(self, ctx: Any) -> Any:
            """The help option, explained in the reader's language."""
            return explained(super().get_help_option(ctx))

    class Command(TyperCommand):
        """One command."""

        def get_help_option(self, ctx: Any) -> Any:
            """The help option, explained in the reader's language."""
            return explained(super().get_help_option(ctx))

    return Program, Command
