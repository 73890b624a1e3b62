"""Looks for what is known to be wrong with what we depend on, and in our own code.

    python bench/audit.py

1. pip-audit, where it and its database can be reached; where not, a word says so.
2. ruff's S rules, which are bandit's, over all code but tests and measurements; S101 is off, as pyproject.toml says.
3. Whether requirements.lock has every dependency of pyproject.toml, in a version that is allowed there.
4. Whether the lock names an index, or leaves out a hash.

Ends with 1 for findings alone.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from uv import find_uv_bin

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^ ;\\]+)", re.MULTILINE)
_PATIENCE = 120
#: Measurements and tests start processes and make up secrets.
_CODE = ("config", "monitor", "spiders", "storage", "systemd", "docs")


def known_faults() -> list[str]:
    """What pip-audit finds in the lock."""
    command = ["pip-audit", "--requirement", str(LOCK), "--no-deps", "--disable-pip", "--format", "json"]
    try:
        # pip-audit itself is fetched: thirty packages that nothing else needs are not worth a place in the lock.
        done = subprocess.run(
            [find_uv_bin(), "tool", "run", "--quiet", *command],
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
        packages = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError):
        print("pip-audit: it, or its database, cannot be reached, so known faults were not looked up")
        return []
    known = [it for it in packages if "vulns" in it]
    print(f"pip-audit: looked up {len(known)} of {len(packages)} packages; its database does not know the others")
    return [
        f"pip-audit: {it['name']} {it['version']}: {fault['id']}, mended by {', '.join(fault['fix_versions']) or '-'}"
        for it in known
        for fault in it["vulns"]
    ]


def dangerous_code() -> list[str]:
    """What ruff's S rules find; an exception carries its reason on its line."""
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--select",
        "S",
        "--ignore",
        "S101",
        "--output-format",
        "concise",
        *_CODE,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        print("ruff S: nothing found")
        return []
    return [f"ruff: {line}" for line in done.stdout.splitlines()]


def stale_lock() -> Iterator[str]:
    """Where the lock is not what pyproject.toml asks for."""
    text = LOCK.read_text(encoding="utf-8")
    pinned: dict[str, set[Version]] = {}
    for found in _PINNED.finditer(text):
        pinned.setdefault(canonicalize_name(found["name"]), set()).add(Version(found["version"]))
    for needed in wanted("posting-monitor[dev]"):
        versions = pinned.get(canonicalize_name(needed.name), set())
        if not versions:
            yield f"lock: {needed} is not in it: run `make lock`"
        elif not any(needed.specifier.contains(it, prereleases=True) for it in versions):
            yield f"lock: {needed} is not allowed to be {', '.join(map(str, versions))}: run `make lock`"
    if re.search(r"^\s*--?(?:index-url|extra-index-url|find-links|i)\b|://", text, re.MULTILINE):
        yield "lock: it names an index or an address"
    entries = re.split(r"\n(?=\S)", text)
    for entry in entries:
        if _PINNED.match(entry) and "--hash=sha256:" not in entry:
            yield f"lock: {entry.split()[0]} has no hash"


def wanted(extra: str) -> Iterator[Requirement]:
    """What an installation with an extra needs by pyproject.toml, on any system."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pending, seen = [Requirement(extra)], set()
    while pending:
        needed = pending.pop()
        if needed.name != project["name"]:
            yield needed
            continue
        lists = [project["dependencies"]] if needed.name not in seen else []
        lists += [project["optional-dependencies"][it] for it in needed.extras]
        seen.add(needed.name)
        pending += [Requirement(it) for each in lists for it in each]


def main() -> int:
    stale = list(stale_lock())
    if not stale:
        print("lock: all that pyproject.toml asks for, with hashes, without an index")
    findings = [*known_faults(), *dangerous_code(), *stale]
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
