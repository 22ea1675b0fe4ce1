"""localisation whynot: what it would cost to have a unit elsewhere, or which musts forbid it."""

import threading
from typing import TYPE_CHECKING, Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import area_option, argument, json_option, lang_option, limit_options, option
from localisation.cli.own_help import command
from localisation.texts import Texts

if TYPE_CHECKING:
    from localisation.cli.asked_text import AskedText
    from localisation.domain.assessment import Result
    from localisation.domain.instance import Instance
    from localisation.solving.explaining.answer import Answer


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "whynot")
    def whynot(
        source: Annotated[str, argument(texts, "SOURCE", "whynot.source")],
        question: Annotated[str, argument(texts, "QUESTION", "whynot.question")],
        time_limit: Annotated[
            int | None, option(texts, "--time-limit", "whynot.time_limit", metavar="S", min=1)
        ] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed}
        with told(texts, as_json=as_json):
            _whynot(source, question, {k: v for k, v in given.items() if v is not None}, area, as_json, texts)


def _whynot(source: str, question: str, given: dict[str, int], area: str | None, as_json: bool, texts: Texts) -> None:
    from localisation.cli.studied_source import studied_source
    from localisation.cli.whynot_answer import answers_json, say_answer, verdict_of

    studied = studied_source(source, area, texts)
    instance = studied.instance
    asked = _asked(question, instance, as_json, texts)
    with interrupts(lambda: messages().print(texts("cli.whynot.stopping"))) as stop:
        found = _answered(instance, studied.stored, asked, given, stop, as_json, texts)
    if as_json:
        print_json(answers_json(instance, found, texts))
    else:
        for answer in found:
            say_answer(answers(), instance, answer, texts)
    if (verdict := verdict_of(found)) != "answered":
        raise typer.Exit(ExitCode.NO_PROPOSAL if verdict == "no_proposal" else ExitCode.STOPPED)


def _asked(question: str, instance: "Instance", as_json: bool, texts: Texts) -> "AskedText":
    """The question; a name that fits nothing, or several, is told with those that come near, and it leaves with 2."""
    from localisation.cli.asked_text import SIGNS, NoQuestion, asked_text, unclear_sentence
    from localisation.reading.by_name import UnclearName

    try:
        return asked_text(question, instance.inventory)
    except NoQuestion:
        sentence = texts("cli.whynot.no_question")
    except UnclearName as error:
        sentence = unclear_sentence(error, texts)
        if not error.ambiguous and not any(sign in question for sign in SIGNS):
            sentence = f"{sentence} {texts('cli.whynot.no_equals')}"
    if as_json:
        print_json({"status": "usage", "messages": [sentence]})
    messages().print(sentence, soft_wrap=True)
    raise typer.Exit(ExitCode.USAGE)


def _answered(
    instance: "Instance",
    stored: "Result | None",
    asked: "AskedText",
    given: dict[str, int],
    stop: threading.Event,
    as_json: bool,
    texts: Texts,
) -> "list[Answer]":
    """Each part of the question answered within its time; without a proposal, the best one is found first."""
    from localisation.cli.background import in_background
    from localisation.cli.or_refuse import or_refuse
    from localisation.cli.progress import ProgressLine
    from localisation.cli.solve_all import limits_of, solve_watched
    from localisation.exporting.naming import name_in
    from localisation.rules.goal import levels
    from localisation.solving.explaining.answer_asked import answer_asked
    from localisation.solving.explaining.asked import Asked
    from localisation.solving.explaining.shared_limits import SharedLimits

    before = stored or solve_watched(instance, given, stop=stop, texts=texts, as_json=as_json)
    questions = asked.questions(before.proposal)
    shared = SharedLimits(limits_of(instance, given), parts=len(questions), levels=len(levels(instance)))

    def answered(question: Asked) -> "Answer":
        name = name_in(question.criterion(instance), texts.language)
        limits = shared.next()
        with ProgressLine(messages(), texts, name) as line:
            return in_background(
                lambda: answer_asked(
                    instance,
                    before.proposal,
                    question,
                    runs=before.runs,
                    limits=limits,
                    on_progress=line.told,
                    stop=stop,
                    until=shared.until,
                ),
                meanwhile=line.draw,
            )

    with or_refuse(instance, texts, as_json=as_json):
        return [answered(question) for question in questions]
