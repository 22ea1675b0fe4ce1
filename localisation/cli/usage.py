"""What is said when the program is called the wrong way."""

from localisation.cli.usage_detail import given_value, usage_detail
from localisation.texts import Texts


def usage_sentence(error: Exception, texts: Texts) -> str | None:
    """The fault of a call in a sentence with what to do; None for an error that is no fault of the caller.

    The parser names its faults by class, which is all that is used of it.
    """
    if getattr(error, "exit_code", None) is None or not hasattr(error, "format_message"):
        return None
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    if kind == "UsageError" and hasattr(getattr(context, "command", None), "commands"):
        kind = "NoSuchCommand"
    key = f"cli.usage.{kind}"
    parameter = getattr(error, "param", None)
    name = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    if not name and parameter is not None:
        name = parameter.metavar if parameter.param_type_name == "argument" else max(parameter.opts, key=len)
    if kind == "BadParameter" and not name:
        key = "cli.usage.other"
    if kind == "NoArgsIsHelpError":
        return ""
    given = given_value(error)
    if key == "cli.usage.BadParameter" and given is not None:
        key = "cli.usage.BadValue"
    detail = usage_detail(error, texts)
    what = texts(key if texts.has(key) else "cli.usage.other", name=name or "", detail=detail, given=given)
    path = getattr(context, "command_path", "localisation")
    return f"{what}\n{texts('cli.usage.remedy', command=path)}"
