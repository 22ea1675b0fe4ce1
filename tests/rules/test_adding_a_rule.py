"""The page on adding a rule shows the code there is."""

import re
import tomllib
from pathlib import Path

import pytest

from localisation.domain.criterion import Criterion
from localisation.rules.statement import rule_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/adding-a-rule.md").read_text("utf-8")
BLOCKS = re.findall(r"<!-- (.*?) -->\n```\w+\n(.*?)```", PAGE, flags=re.DOTALL)


def test_every_block_names_its_file() -> None:
    assert len(BLOCKS) == PAGE.count("```") // 2 > 8


@pytest.mark.parametrize(("file", "block"), [b for b in BLOCKS if b[0] != "not in a file"])
def test_the_block_is_in_its_file(file: str, block: str) -> None:
    assert block in (ROOT / file).read_text("utf-8")


def test_the_criterion_shown_is_a_criterion() -> None:
    (block,) = (text for file, text in BLOCKS if file == "not in a file")
    (row,) = tomllib.loads(block)["criterion"]
    assert rule_of(Criterion.model_validate(row)).name == "far_from_hub"
