"""What localisation verify says of a stored stack plan."""

from pathlib import Path

from localisation.cli.console import answers, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.stack_verification import StackVerification, verify_stack
from localisation.exporting.stored_kind import StoredKind, kind_of
from localisation.texts import Texts


def is_stack(path: Path) -> bool:
    """Whether a file says of itself that it is a stack plan."""
    return kind_of(path) is StoredKind.STACK


def verify_stored_stack(path: Path, scenario: Path | None, as_json: bool, texts: Texts) -> ExitCode:
    """Check a stack plan floor by floor, and say what was found."""
    found = verify_stack(path, scenario=scenario)
    code = ExitCode.OK if found.unchanged and not found.faults else ExitCode.INVALID_DATA
    if as_json:
        print_json(
            {
                "status": code.name.lower(),
                "faults": [{"kind": f.kind, "building": f.building, "about": list(f.about)} for f in found.faults],
                "file_changed": found.file_changed,
                "inputs_changed": list(found.inputs_changed),
            }
        )
        return code
    out = answers()
    for sentence in _sentences(found, texts):
        out.print(f"✗ {sentence}", soft_wrap=True)
    out.print(texts(f"stack.cli.{'valid' if code is ExitCode.OK else 'faults'}"), style="bold")
    return code


def _sentences(found: StackVerification, texts: Texts) -> list[str]:
    names = found.instance.inventory.building
    said = [
        texts(
            f"stack.fault.{f.kind}",
            building=names[f.building].name if f.building in names else f.building,
            about=list(f.about),
        )
        for f in found.faults
    ]
    if found.file_changed:
        said.append(texts("stack.fault.file_changed"))
    if found.inputs_changed:
        said.append(texts("stack.fault.inputs_changed", files=list(found.inputs_changed)))
    return said
