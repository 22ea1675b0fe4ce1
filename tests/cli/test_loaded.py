"""What a command loads: libraries that take long to load wait until something needs them."""

import subprocess
import sys

from tests.cli.program import Program
from tests.reading import tiny

SLOW = ("geopandas", "matplotlib", "openpyxl", "osmium", "pyogrio", "scipy.optimize", "xlsxwriter")


def test_a_question_about_a_place_of_tables_loads_nothing_that_reads_maps_or_draws(program: Program):
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    program.write(rows)
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    code = (
        "import sys\nfrom localisation.cli import main\n"
        "try:\n    main(['whatif', 'ut/proposal.json', '--weight', 'K2=3', '--time-limit', '20'])\n"
        f"except SystemExit as ended:\n    print(ended.code, [m for m in {SLOW} if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=program.folder, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "0 []", done.stdout + done.stderr
