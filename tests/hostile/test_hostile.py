"""More than a thousand hostile inputs: nothing crashes, all is said in a line, and no watch is told a change by them.

How long each takes, and how much memory, `make hostile` measures on the whole of each; here they are smaller.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.corpus import corpus

ROOT = Path(__file__).parents[2]
#: Of 10 MB, 200 KB.
_SCALE = "0.02"
_FEWEST = 500
#: Seconds that a machine which has much else to do may take for all of them.
_PATIENCE = 1200
#: A page that is hostile may still be a posting, or lists; another one than before is a change, and no failure of ours.
_MAY_CHANGE = {"changed"}


def lines_of(module, folder):
    """What a batch says of each input; it ended by itself and said nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.hostile.{module}", str(folder), _SCALE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE - 20,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def names(kinds, *, but=()):
    return {(it.kind, it.name) for it in corpus() if it.kind in kinds and it.kind not in but}


def test_there_are_many_and_each_has_a_name():
    given = corpus()
    assert len(given) >= _FEWEST
    assert len({(it.kind, it.name) for it in given}) == len(given)


@pytest.mark.timeout(_PATIENCE)
def test_what_a_server_sends_costs_one_check_and_tells_no_change(tmp_path):
    checked = lines_of("checking", tmp_path)
    assert {(it["kind"], it["name"]) for it in checked} == names({"pages", "heads"})
    assert [it for it in checked if "defect" in it["reason"] or "reader failed" in it["reason"]] == []
    assert [it for it in checked if it["outcome"] not in _MAY_CHANGE and not it["same"]] == []
    assert [it for it in checked if it["kind"] == "heads" and it["outcome"] in _MAY_CHANGE] == []
    # Where the hostile page became a version, one that lost nearly all its words is doubted, as it should be.
    untouched = [it for it in checked if it["outcome"] not in _MAY_CHANGE]
    assert [it for it in untouched if it["later"] not in {"unchanged", "changed"}] == []
    assert len(untouched) > len(checked) // 3


@pytest.mark.timeout(_PATIENCE)
def test_what_is_read_or_given_is_refused_in_a_line_and_changes_nothing(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    tried = lines_of("trying", home)
    assert {(it["kind"], it["name"]) for it in tried} == {
        (it.kind, it.name) for it in corpus() if it.kind not in {"pages", "heads"}
    }
    assert [it for it in tried if it["code"] not in {0, 1, 2} or "Traceback" in it["said"]] == []
    assert [it for it in tried if "reader failed" in it["said"]] == []
    assert [it for it in tried if not it["same"] and (it["code"] or it["kind"] != "command lines")] == []
    assert [it for it in tried if it["kind"] in {"lists", "archives"} and not it["code"]] == []
    assert sorted(it.name for it in tmp_path.iterdir()) == ["home"]
