"""A page of sections with paragraphs, pictures and tables, in both languages and with no need of the network."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Confidence
from localisation.exporting.input_digests import shown_files
from localisation.exporting.report import page_environment, page_library
from localisation.exporting.report_pictures import Picture
from localisation.pictures.twin import Twin
from localisation.texts import LANGUAGES, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in large type, with its name above and a few words below."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A landmark of the page; `key` is its place among the links."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    picture: Picture | None = None
    tables: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """The whole page in one language."""

    title: str
    lead: str
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]


def write_study(
    path: Path, instance: Instance, study: Callable[[Texts], Study], *, first: str, made: date | None = None
) -> None:
    """Write the page, the language `first` in front; `study` says what it holds in a language."""
    order = sorted(LANGUAGES, key=lambda language: language != first)
    documents = [
        {
            "t": t,
            "language": t.language,
            "place": instance.inventory.place,
            "made": made or date.today(),
            "estimated": any(f.confidence is Confidence.ESTIMATE for f in instance.figures),
            "files": shown_files(instance.files),
            "study": held,
            "title": held.title,
            "headings": [(s.key, s.heading) for s in held.sections],
        }
        for t, held in ((t, study(t)) for t in map(Texts, order))
    ]
    page = page_environment().get_template("study.html").render(documents=documents, library=page_library())
    path.write_text(page, "utf-8")
