"""monitor.service in a machine, as its administrator uses it."""

import json
import time

import pytest
from booted_machine import PATIENCE, wait_until

UNIT = "monitor.service"
STATE = "/var/lib/posting-monitor"
CONFIG = "/etc/monitor/monitor.toml"
SECRET = "mailto://127.0.0.1:{port}?from=monitor@b.example&to=you@d.example"

#: What the tests change of the unit: secrets, as an administrator would; and no rest after many starts.
DROP_IN = """
[Unit]
StartLimitIntervalSec=0
[Service]
LoadCredential=mail:/etc/monitor/mail.url
RestartSec=200ms
"""
SETTINGS = """
[fetch]
allow_private_addresses = true
per_domain_delay_seconds = 0
obey_robots = false

[schedule]
default_interval = "{interval}"
min_interval = "1s"

[[notify.targets]]
name = "mail"
url_credential = "mail"
"""
OPEN = """<!doctype html><html lang="en"><body><main><h1>{title}</h1><p>Ironside Yards</p>
<a href="/apply">Apply now</a><h2>What you will do</h2><ul><li>Weld hull plates.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li></ul></main></body></html>"""
ENDED = "<p>This position is closed. We no longer accept applications.</p>"
CLOSED = OPEN.replace('<a href="/apply">Apply now</a>', ENDED)

#: Makes a database of the SQL that it is given.
MAKE = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.stdin.read())"


class Service:
    """The unit, its files, and what it does."""

    def __init__(self, machine, mailbox, site):
        self.machine = machine
        self.site = site
        self._mailbox = mailbox

    def reset(self):
        """As after installation: stopped, no database, our configuration, no mail."""
        self.stop()
        self.machine.run("rm", "-rf", STATE, "/var/lib/private/posting-monitor")
        self.machine.write("/etc/monitor/mail.url", SECRET.format(port=self._mailbox.port), 0o600)
        self.configure()
        self.drop_in()
        self.mails_before = len(self._mailbox.mails)

    def configure(self, interval="1s", more=""):
        self.machine.write(CONFIG, SETTINGS.format(interval=interval) + more)

    def drop_in(self, *lines):
        self.machine.write("/etc/systemd/system/monitor.service.d/test.conf", "\n".join((DROP_IN, *lines, "")))
        self.machine.run("systemctl", "daemon-reload")

    def start(self):
        self._does("start")

    def reload(self):
        self._does("reload")

    def _does(self, verb):
        if self.machine.run("systemctl", verb, UNIT, check=False).returncode:
            pytest.fail(self.machine.says("journalctl", "--no-pager", "--lines=40", f"--unit={UNIT}"))

    def stop(self):
        self.machine.run("systemctl", "stop", UNIT)
        self.machine.run("systemctl", "reset-failed", check=False)

    def replace_database(self, sql):
        """Puts a database that somebody else made where the service's is; it is stopped."""
        self.start()
        self.stop()
        self.machine.run("sh", "-c", f"rm {STATE}/monitor.sqlite3*")
        self.machine.run("/opt/posting-monitor/bin/python", "-c", MAKE, f"{STATE}/monitor.sqlite3", stdin=sql)
        self.machine.run("chown", f"--reference={STATE}/", f"{STATE}/monitor.sqlite3")

    def show(self, name):
        """A property of the unit."""
        return self.machine.says("systemctl", "show", f"--property={name}", "--value", UNIT)

    @property
    def pid(self):
        return int(self.show("MainPID"))

    def children(self):
        return self.machine.says("pgrep", "--parent", self.pid).split()

    def monitor(self, *arguments):
        """What a command of the program prints, run as root on the service's database."""
        database = f"--database=sqlite:///{STATE}/monitor.sqlite3"
        return self.machine.says("monitor", f"--config={CONFIG}", database, *arguments)

    def list(self):
        return json.loads(self.monitor("list", "--json"))

    def watch(self, path="/welder", title="Welder, night shift"):
        """Has the service watch a page of the board, and waits until it was read."""
        self.watch_once(path, title)
        self.checked(path)

    def watch_once(self, path="/welder", title="Welder, night shift"):
        """The same, where the next check is a long way off."""
        self.site.answer(path, OPEN.format(title=title))
        self.monitor("add", self.site.url(path))
        wait_until(lambda: any(it["title"] == title for it in self.list()), "the page was not read")

    def checked(self, path="/welder", times=2):
        """Waits for the next checks of a page to be recorded."""
        asked = len(self.site.asked(path))
        wait_until(lambda: len(self.site.asked(path)) >= asked + times, "the page was not looked at", PATIENCE)

    def close(self, path="/welder", title="Welder, night shift"):
        """The posting is closed."""
        self.site.answer(path, CLOSED.format(title=title))

    def mails(self):
        """The subjects of the mails since the test began."""
        return [str(it["Subject"]) for it in self._mailbox.mails[self.mails_before :]]

    def changes(self):
        """The kinds of all changes."""
        return [it["kind"] for it in json.loads(self.monitor("changes", "--json"))]

    def told(self, word):
        """Waits for a mail."""
        return wait_until(lambda: [it for it in self.mails() if word in it], f"no mail says {word}: {self.mails()}")

    def journal(self, *arguments):
        """What the journal holds of this start of the unit, a message each."""
        self.machine.run("journalctl", "--sync")
        this = f"_SYSTEMD_INVOCATION_ID={self.show('InvocationID')}"
        lines = self.machine.says("journalctl", "--output=json", "--no-pager", this, *arguments)
        return [json.loads(line) for line in lines.splitlines()]

    def restarted(self, since):
        """Waits until another process serves than `since`."""
        wait_until(lambda: self.pid not in {0, since} and self.show("SubState") == "running", "it was not restarted")
        return time.monotonic()
