"""An output folder appears whole or not at all, and never takes what belongs to others."""

from pathlib import Path

import pytest

from localisation.exporting.output_folder import FolderUnusable, output_folder

OURS = ("report.html", "map.png")


def test_a_new_folder_appears_only_at_the_end(tmp_path: Path):
    target = tmp_path / "deep" / "out"
    with output_folder(target, ours=OURS) as folder:
        (folder / "report.html").write_text("ny")
        assert not target.exists()
    assert (target / "report.html").read_text() == "ny"
    assert [p.name for p in target.parent.iterdir()] == ["out"]


def fail_half_way(target: Path, fault: type[BaseException]) -> None:
    with output_folder(target, ours=OURS) as folder:
        (folder / "report.html").write_text("halv")
        raise fault


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_on_any_fault_nothing_is_left_and_the_old_is_as_it_was(tmp_path: Path, fault: type[BaseException]):
    target = tmp_path / "out"
    target.mkdir()
    (target / "report.html").write_text("gammel")
    with pytest.raises(fault):
        fail_half_way(target, fault)
    assert (target / "report.html").read_text() == "gammel"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_our_old_files_go_and_those_of_others_stay(tmp_path: Path):
    target = tmp_path / "out"
    target.mkdir()
    for name in ("report.html", "map.png", "notater.txt"):
        (target / name).write_text("gammel")
    with output_folder(target, ours=OURS) as folder:
        (folder / "report.html").write_text("ny")
    assert {p.name: p.read_text() for p in target.iterdir()} == {"report.html": "ny", "notater.txt": "gammel"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_file_in_the_way_is_told_before_any_work(tmp_path: Path):
    (tmp_path / "out").write_text("en fil")
    with pytest.raises(FolderUnusable), output_folder(tmp_path / "out", ours=OURS):
        pytest.fail("the block must not run")


def test_a_pattern_clears_our_own_folder_and_no_more(tmp_path: Path):
    target = tmp_path / "out"
    (target / "ics").mkdir(parents=True)
    for name in ("ics/a.ics", "ics/b.ics", "ics/notat.txt", "plan.ics"):
        (target / name).write_text("gammel")
    with output_folder(target, ours=("ics/*.ics",)) as folder:
        (folder / "ics").mkdir()
        (folder / "ics/b.ics").write_text("ny")
    found = {p.relative_to(target).as_posix(): p.read_text() for p in target.rglob("*") if p.is_file()}
    assert found == {"ics/b.ics": "ny", "ics/notat.txt": "gammel", "plan.ics": "gammel"}
