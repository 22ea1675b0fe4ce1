"""Our own table of streets."""

from pathlib import Path

import pytest

from localisation.domain.travel import Mode
from tests.reading.roads.made import codes, edges, read, refusal

NODES = "id;easting_m;northing_m\nA;600000;6640000\nB;601000;6640000\nC;601000;6641000\n"


def table(folder: Path, text: str, nodes: str | None = NODES) -> Path:
    if nodes is not None:
        (folder / "road_nodes.csv").write_text(nodes, "utf-8")
    path = folder / "roads.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_table_with_nodes_beside_it(tmp_path: Path):
    text = "start;end;metres;seconds;oneway;walk\nA;B;1 200;90,5;;yes\nB;C;1000;60;FT;no\n"
    found = read(table(tmp_path, text))
    assert found.kind == "edges"
    assert [i.path for i in found.inputs] == ["roads.csv", "road_nodes.csv"]
    network = found.network
    assert edges(network, Mode.CAR) == [(0, 1, 90), (1, 0, 90), (1, 2, 60)]
    assert network.car_s.max() == 90.5
    assert sorted(network.metres.tolist()) == [1_000, 1_000, 1_200, 1_200] or network.metres.max() == 1_200
    assert edges(network, Mode.WALK) == [(0, 1, 864), (1, 0, 864)]  # 1,200 m at 5 km/h


def test_coordinates_in_the_rows_need_a_coordinate_system(tmp_path: Path):
    text = "start,end,speed_kmh,start_x,start_y,end_x,end_y\n1,2,60,600000,6640000,601000,6640000\n"
    path = table(tmp_path, text, None)
    assert codes(refusal(path)) == ["roads.no_crs"]
    assert edges(read(path, source_epsg=32632).network, Mode.CAR) == [(0, 1, 60), (1, 0, 60)]


def test_nodes_in_degrees_are_moved(tmp_path: Path):
    # Two points on the central meridian of zone 32, 0.01 degrees of latitude (1,114 m) apart.
    path = table(tmp_path, "start;end;speed_kmh\nA;B;36\n", "id;lat;lon\nA;60;9\nB;60.01;9\n")
    network = read(path).network
    assert network.x_m == pytest.approx([500_000, 500_000], abs=0.01)
    assert network.metres == pytest.approx([1_113.7, 1_113.7], abs=1)


def test_the_way_back_may_differ_or_be_closed(tmp_path: Path):
    text = "start;end;metres;minutes;minutes_back\nA;B;1000;1;2\nB;C;1000;1;-1\n"
    assert edges(read(table(tmp_path, text)).network, Mode.CAR) == [(0, 1, 60), (1, 0, 120), (1, 2, 60)]


def test_a_ferry_with_its_wait(tmp_path: Path):
    text = "start;end;metres;seconds;ferry\nA;B;1000;600;ja\nB;C;1000;60;nei\n"
    assert edges(read(table(tmp_path, text)).network, Mode.CAR) == [(0, 1, 600), (1, 0, 1_200), (1, 2, 60), (2, 1, 60)]


@pytest.mark.parametrize(
    ("text", "code", "row", "column"),
    [
        ("start;end;metres;seconds\nA;B;1000;x\n", "not_number", 2, "seconds"),
        ("start;end;metres;seconds\nA;B;1000;60\nA;B;;60\n", "empty_cell", 3, "metres"),
        ("start;end;metres;seconds\nA;B;1000;-5\n", "negative", 2, "seconds"),
        ("start;end;metres;speed_kmh\nA;B;1000;0\n", "too_low", 2, "speed_kmh"),
        ("start;end;metres;seconds\nA;B;1000;0\n", "roads.no_time", 2, ""),
        ("start;end;metres;seconds\nA;X;1000;60\n", "roads.unknown_node", 2, "end"),
        ("start;end;metres;seconds;oneway\nA;B;1000;60;maybe\n", "roads.oneway_unknown", 2, "oneway"),
        ("start;metres;seconds\nA;1000;60\n", "roads.missing_columns", None, ""),
        ("start;end;metres\nA;B;1000\n", "roads.missing_columns", None, ""),
        ("start;end;metres;seconds\n", "roads.no_roads", None, ""),
        ("", "roads.missing_columns", None, ""),
        ("start,end,metres,seconds\nA,B,1000,60,5\n", "roads.csv_broken", None, ""),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, code: str, row: int | None, column: str):
    problem = refusal(table(tmp_path, text))[0]
    assert (problem.code, problem.file, problem.row, problem.column) == (code, "roads.csv", row, column)


def test_a_node_on_another_planet_is_told(tmp_path: Path):
    far = NODES + "D;9e30;6640000\n"
    (problem,) = refusal(table(tmp_path, "start;end;seconds\nA;B;60\nA;D;60\n", far))
    assert (problem.code, problem.holes) == ("roads.too_long", {"count": 1, "rows": ("3",), "km": 500})


def test_a_coordinate_system_that_is_not_there_is_told(tmp_path: Path):
    path = table(tmp_path, "start;end;seconds\nA;B;60\n")
    assert codes(refusal(path, source_epsg=99_999)) == ["roads.unknown_crs"]


def test_a_node_that_stands_twice_is_told(tmp_path: Path):
    (problem,) = refusal(table(tmp_path, "start;end;metres;seconds\nA;B;1000;60\n", NODES + "A;0;0\n"))
    assert (problem.code, problem.file, problem.row) == ("double_row", "road_nodes.csv", 5)
    assert problem.holes == {"id": "A", "first": 2}


def test_without_nodes_they_are_asked_for(tmp_path: Path):
    assert codes(refusal(table(tmp_path, "start;end;metres;seconds\nA;B;1;1\n", None))) == ["roads.no_nodes"]


def test_many_faults_are_told_as_some_and_a_count(tmp_path: Path):
    rows = "".join("A;B;x;60\n" for _ in range(50))
    found = refusal(table(tmp_path, f"start;end;metres;seconds\n{rows}"))
    assert codes(found) == ["not_number"] * 9 + ["more_of_the_same"]


def test_empty_rows_and_letters_of_an_older_encoding_do_no_harm(tmp_path: Path):
    path = table(tmp_path, "", "id;easting_m;northing_m\nÅ;600000;6640000\nB;601000;6640000\n")
    path.write_bytes("start;end;metres;seconds\nÅ;B;1000;60\n;;;\n\nB;Å;1000;60\n".encode("cp1252"))
    assert len(edges(read(path).network, Mode.CAR)) == 4
