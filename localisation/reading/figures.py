"""Lists every figure that was read, with its confidence and source."""

from collections.abc import Iterable

from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence
from localisation.reading.records import Record, is_figure


def figures(records: Iterable[Record]) -> tuple[Figure, ...]:
    """The figures of the records. One whose confidence is not told counts as an estimate."""
    found = []
    for record in records:
        for column in record.table.columns:
            value = record.values.get(column.key)
            if value is None or not is_figure(column):
                continue
            confidence = record.text(column.confidence) if column.confidence else ""
            found.append(
                Figure(
                    table=record.table.key,
                    row=record.name,
                    column=column.key,
                    value="; ".join(value) if isinstance(value, tuple) else str(value),
                    confidence=Confidence(confidence or record.text("confidence") or "estimate"),
                    source=record.text("source"),
                    file=record.file,
                    sheet=record.sheet,
                    line=record.row,
                )
            )
    return tuple(found)
