"""The machine, the program installed in it as an administrator would, and the service as each test begins with it."""

import os
import sys
from pathlib import Path

import pytest

from monitor.demo.mailbox import Mailbox

sys.path.insert(0, str(Path(__file__).parent))

import booted_image as image
from booted_machine import Machine
from booted_service import Service


@pytest.fixture(scope="session")
def machine():
    """Booted, with the wheel of this checkout installed and its service put in place."""
    if os.geteuid() != 0:
        pytest.exit("booting a machine is root's", returncode=1)
    image.need_programs()
    (wheel,) = (image.ROOT / "dist").glob("*.whl")
    with image.own(image.ready(wheel)) as root:
        image.install_wheel(root, wheel)
        with Machine(root) as booted:
            booted.run("monitor", "service", "install", "--system")
            yield booted


@pytest.fixture(scope="session")
def mailbox():
    with Mailbox() as it:
        yield it


@pytest.fixture
def service(machine, mailbox, site):
    """Not started, with an empty database and a board of one posting to be watched."""
    it = Service(machine, mailbox, site)
    it.reset()
    yield it
    it.stop()
