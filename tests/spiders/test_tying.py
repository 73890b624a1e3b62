"""A process that is tied to the one that started it; that it ends with it: tests/monitor/test_orphans.py."""

import os
import subprocess
import sys
from pathlib import Path

import spiders

PLACE = Path(spiders.__file__).parents[1]
SAYS = """
import os
from spiders.tying import tie
print(tie({parent}), os.getsid(0) == os.getpid() == os.getpgid(0))
"""


def said(parent, **given):
    command = [sys.executable, "-c", SAYS.format(parent=parent)]
    return subprocess.run(command, capture_output=True, check=True, text=True, **given).stdout.split()


def test_a_process_in_a_group_of_its_own_leaves_for_a_session_of_its_own():
    assert said(os.getpid(), process_group=0) == ["True", "True"]


def test_one_that_leads_a_session_already_keeps_it():
    assert said(os.getpid(), start_new_session=True) == ["True", "True"]


def test_one_whose_parent_is_not_the_one_that_was_named_is_told():
    assert said(os.getpid() + 1, process_group=0)[0] == "False"


def test_nothing_heavy_comes_before_it():
    asked = (
        "import sys, spiders.crawl; print(*({'asyncio', 'scrapy', 'logging', 'spiders.serving'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", asked], capture_output=True, check=True, text=True, cwd=PLACE)
    assert done.stdout.split() == []
