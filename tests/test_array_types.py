"""An alias of an array type is defined once: what arrays hold in `array_types`, what they mean where that is known."""

import re
from collections import Counter
from pathlib import Path

import localisation

ALIAS = re.compile(r"^([A-Z]\w*) = NDArray\[", re.MULTILINE)


def test_no_alias_of_an_array_is_defined_twice() -> None:
    files = Path(localisation.__file__).parent.rglob("*.py")
    defined = Counter(name for file in files for name in ALIAS.findall(file.read_text("utf-8")))
    assert {"Floats", "Whole", "Whole32", "Flags"} <= set(defined)
    assert [name for name, times in defined.items() if times > 1] == []
