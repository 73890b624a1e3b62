"""Hostile answers of applicant systems: recorded ones, changed by a seed, and JSON that was thought of by hand."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.hostile.inputs import Hostile, Sent
from tests.hostile.pages import whole_json

_RECORDED = Path(__file__).parents[1] / "spiders" / "pages" / "answers"
#: Of each recorded answer, so many.
_EACH = 8

#: By system: where its answers come from, so that its own reader is asked.
CALLS = {
    "ashby": "https://api.ashbyhq.com/posting-api/job-board/x",
    "bamboohr": "https://x.bamboohr.com/careers/86/detail",
    "breezy": "https://x.breezy.hr/json",
    "eightfold": "https://x.eightfold.ai/api/apply/v2/jobs",
    "greenhouse": "https://boards-api.greenhouse.io/v1/boards/x/jobs/1",
    "lever": "https://api.lever.co/v0/postings/x/y",
    "neogov": "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=x",
    "oracle": "https://x.oraclecloud.com/hcmRestApi/resources/latest/x?finder=y;siteNumber=CX",
    "paylocity": "https://recruiting.paylocity.com/recruiting/v2/api/feed/jobs/x",
    "personio": "https://x.jobs.personio.de/xml",
    "pinpoint": "https://x.pinpointhq.com/postings.json",
    "recruitee": "https://x.recruitee.com/api/offers/1",
    "rippling": "https://api.rippling.com/platform/api/ats/v1/board/x/jobs",
    "smartrecruiters": "https://api.smartrecruiters.com/v1/companies/x/postings/1",
    "teamtailor": "https://x.teamtailor.com/jobs.json",
    "workable": "https://apply.workable.com/api/v2/accounts/x/jobs/1",
    "workday": "https://x.wd3.myworkdayjobs.com/wday/cxs/x/y/job/1",
}

#: Put in the place of a value.
_VALUES: tuple[Any, ...] = (
    None, True, -1, 10**40, 1e308, "NaN", "", "\x00\x1b[31m\u202e", "<p>" * 2000, "$1 - $2 per hour " * 500, [], {}, [[[]]],
    "9999-12-31T23:59:59Z", "0000-00-00", "1e999999", {"@type": ["x"]}, "https://[::1", "javascript:alert(1)", ["x"] * 500,
)  # fmt: skip


def _replaced(answer: Any, dice: random.Random) -> str:
    """Some values are others."""
    changed = copy.deepcopy(answer)
    holders = list(_holders(changed))
    for holder in dice.sample(holders, min(len(holders), 3)):
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        holder[dice.choice(keys)] = copy.deepcopy(dice.choice(_VALUES))
    return json.dumps(changed)


def _nested(answer: Any, dice: random.Random) -> str:
    """A value is deep."""
    changed, depth = copy.deepcopy(answer), dice.choice((50, 500, 900))
    holder = dice.choice(list(_holders(changed)) or [{"x": 1}])
    key = next(iter(holder)) if isinstance(holder, dict) else 0
    mark = "e7d1f0c2"
    holder[key] = mark
    return json.dumps(changed).replace(f'"{mark}"', '{"a":[' * depth + "1" + "]}" * depth)


def _doubled(answer: Any, dice: random.Random) -> str:
    """Keys are there twice, with other values."""
    text = json.dumps(answer)
    key = dice.choice(text.split('"')[1::2] or ["x"])
    return text.replace("{", f'{{"{key}": [], ', 3)


def _cut(answer: Any, dice: random.Random) -> str:
    """It stops."""
    text = json.dumps(answer)
    return text[: dice.randrange(len(text))]


def _torn(answer: Any, dice: random.Random) -> str:
    """Pieces are missing, doubled, or nonsense."""
    text = json.dumps(answer)
    for _ in range(5):
        at, length = dice.randrange(len(text)), dice.randrange(40)
        text = (
            text[:at]
            + dice.choice(("", text[at : at + length] * 3, "\x00", "\\ud800", "1e999", "'"))
            + text[at + length :]
        )
    return text


_CHANGES: tuple[Callable[[Any, random.Random], str], ...] = (_replaced, _nested, _doubled, _cut, _torn, _replaced)


def _holders(answer: Any) -> Iterator[Any]:
    pending = [answer]
    while pending:
        value = pending.pop()
        if isinstance(value, dict | list) and value:
            yield value
            pending.extend(value.values() if isinstance(value, dict) else value)


def hostile_answers() -> Iterator[Hostile]:
    """All of them."""
    yield from whole_json()
    for path in sorted(_RECORDED.glob("*/*.json")):
        if path.parent.name not in CALLS:
            continue
        for number in range(_EACH):
            name = f"{path.parent.name}/{path.stem} {number}"
            yield Hostile(kind="answers", name=name, make=_changed(path, number))


def _changed(path: Path, number: int) -> Callable[[float], Sent]:
    def make(_: float) -> Sent:
        dice = random.Random(f"{path.parent.name}/{path.name} {number}")
        text = _CHANGES[number % len(_CHANGES)](json.loads(path.read_text(encoding="utf-8")), dice)
        kind = (("Content-Type", "application/json"),)
        return Sent(body=text.encode("utf-8", "surrogatepass"), headers=kind, path=CALLS[path.parent.name])

    return make
