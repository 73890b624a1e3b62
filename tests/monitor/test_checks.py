"""The main job in one process: a real board, a real crawler child, a real database of either kind."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from monitor import clock
from monitor.checks import Checker, check_watches, read_pages
from monitor.crawling import Crawler
from monitor.looking import Look
from monitor.rechecking import unlike
from monitor.reminding import remind
from monitor.rereading import refresh
from spiders.observation import CheckRequest, Observation, Result
from storage import captures, changes, checks, hosts, outbox, snapshots, versions, watches
from storage.rows import CheckRecord, NewWatch

PAGE = """<!doctype html><html lang="en"><head><title>Welder</title></head><body><main>
<h1>Welder, night shift</h1><p>Ironside Yards</p>{control}
<h2>What you will do</h2><ul><li>Weld hull plates.</li><li>Keep the yard safe.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li></ul>
<p>The hourly rate for this position is ${rate} USD.</p></main><p>{noise} visitors</p></body></html>"""
CHALLENGE = """<!doctype html><html><head><title>Just a moment...</title></head>
<body><h1>Checking your browser before you go on</h1><p>Enable JavaScript and cookies to continue</p></body></html>"""


def page(*, rate=20, closed=False, noise=0):
    control = "<p>Applications closed</p>" if closed else '<a href="/apply">Apply now</a>'
    return PAGE.format(rate=rate, control=control, noise=noise)


@pytest.fixture
def settings():
    return Settings.model_validate(
        {
            "fetch": {
                "allow_private_addresses": True,
                "per_domain_delay_seconds": 0.0,
                "retries": 0,
                "timeout_seconds": 5.0,
            },
            "notify": {"targets": [{"name": "mail", "url": "json://127.0.0.1:1/"}]},
        }
    )


@pytest.fixture
def watch(database, site):
    """The number of a watch on the site's one posting."""
    site.answer("/welder", page())
    url = site.url("/welder")
    with database.writing() as connection:
        new = NewWatch(url=url, host=url.split("/")[2])
        return watches.add(connection, new, now=clock.now(), first_check_at=clock.now())[0]


@pytest.fixture
def look(database, settings, watch):
    """Checks the watch once; gives how it ended."""

    def looking(*, asked=True):
        results = []
        asyncio.run(
            check_watches(database, settings, [current(database, watch)], asked=asked, on_result=results.append)
        )
        (result,) = results
        return result

    return looking


def current(database, watch_id):
    with database.reading() as connection:
        return watches.find(connection, watch_id, with_record=True)


def kinds(result):
    return [change.kind for change in result.changes]


def test_the_first_look_is_the_silent_baseline(database, watch, look):
    result = look()
    assert (result.outcome, result.changes, result.title) == ("changed", (), "Welder, night shift")
    found = current(database, watch)
    assert (found.version, found.kind, found.status) == (1, "posting", "open")
    assert found.next_check_at > found.last_checked_at


def test_a_change_is_recorded_with_its_notice_and_version_and_the_snapshot_of_the_page(database, watch, look, site):
    look()
    site.answer("/welder", page(rate=25))
    assert kinds(look()) == ["pay_changed"]
    with database.reading() as connection:
        (told,) = changes.stored(connection)
        (notice,) = outbox.of_change(connection, told.id)
        first, second = versions.of_watch(connection, watch)
    assert (told.direction, told.from_version, told.to_version) == ("raised", 1, 2)
    assert told.since == first.last_seen_at or told.since is not None
    assert (notice.target, notice.state) == ("mail", "waiting")
    assert second.snapshot != first.snapshot


def test_a_reminder_that_waits_is_dropped_as_the_posting_closes(database, settings, watch, look, site):
    near = "<p>Application deadline: 5 February 2099</p>"
    site.answer("/welder", page().replace("</main>", f"{near}</main>"))
    look()
    (soon,) = remind(database, settings, datetime(2099, 2, 4, tzinfo=UTC))
    site.answer("/welder", page(closed=True).replace("</main>", f"{near}</main>"))
    assert kinds(look()) == ["closed"]
    with database.reading() as connection:
        (notice,) = outbox.of_change(connection, soon.id)
    assert (soon.kind, notice.state) == ("deadline_soon", "dropped")


def test_rules_look_at_the_posting_as_it_is_after_the_change(database, settings, watch, site):
    def check(keyword):
        target = settings.notify.targets[0].model_copy(update={"keywords": (keyword,)})
        asking = settings.model_copy(update={"notify": settings.notify.model_copy(update={"targets": (target,)})})
        asyncio.run(check_watches(database, asking, [current(database, watch)]))
        with database.reading() as connection:
            told = changes.stored(connection)
            return {it.kind: bool(outbox.of_change(connection, it.id)) for it in told}

    assert check("painter") == {}
    site.answer("/welder", page(rate=25).replace("Welder,", "Painter,"))
    assert check("painter") == {"title_changed": True, "pay_changed": True}
    site.answer("/welder", page(rate=25, closed=True).replace("Welder,", "Painter,"))
    assert check("welder")["closed"] is False


def test_noise_makes_no_version(database, watch, look, site):
    look()
    site.answer("/welder", page(noise=7))
    assert look().outcome == "unchanged"
    assert current(database, watch).version == 1


def test_a_page_that_is_gone_is_removed_once_a_second_look_confirms_it_and_restored_when_back(
    database, watch, look, site
):
    look()
    site.answer("/welder", "gone", status=404)
    first = look(asked=False)
    assert (first.outcome, kinds(first)) == ("missing", [])
    assert current(database, watch).next_check_at - clock.now() < timedelta(minutes=30)
    assert kinds(look()) == ["removed"]
    assert current(database, watch).status == "removed"
    site.answer("/welder", page())
    assert kinds(look()) == ["restored"]


def test_validators_of_a_challenge_page_never_hide_a_change(database, watch, look, site):
    site.answer("/welder", page(), headers={"ETag": '"good"'})
    look()
    site.answer("/welder", CHALLENGE, headers={"ETag": '"wall"'})
    assert look().outcome == "blocked"
    assert current(database, watch).etag == '"good"'
    site.answer("/welder", page(closed=True), headers={"ETag": '"new"'})
    assert kinds(look()) == ["closed"]
    assert site.asked("/welder")[-1].headers["if-none-match"] == '"good"'


def test_not_modified_counts_as_seen(database, watch, look, site):
    site.answer("/welder", page(), headers={"ETag": '"1"'})
    look()
    site.answer("/welder", "", status=304, headers={"ETag": '"1"'})
    result = look()
    assert result.outcome == "not_modified"
    assert current(database, watch).last_good_at == current(database, watch).last_checked_at


def test_a_host_that_asks_for_time_is_left_alone_for_that_time(database, watch, look, site):
    look()
    site.answer("/welder", "slow down", status=429, headers={"Retry-After": "3600"})
    assert look().outcome == "failed"
    found = current(database, watch)
    with database.reading() as connection:
        host = hosts.one(connection, found.host)
        later = clock.now() + timedelta(minutes=59)
        assert checks.due(connection, now=later, limit=10) == []
    assert host.paused_until > later
    site.answer("/welder", page())
    look()
    with database.reading() as connection:
        assert hosts.one(connection, found.host).paused_until is None


def test_a_crawl_delay_is_remembered(database, watch, look, site):
    site.answer("/robots.txt", "User-agent: *\nCrawl-delay: 1\n", headers={"Content-Type": "text/plain"})
    look()
    assert current(database, watch).crawl_delay == 1


def test_pages_are_read_without_watching_them_in_the_order_asked(settings, site):
    site.answer("/a", page(rate=30))
    requests = [CheckRequest(id=2, url=site.url("/missing")), CheckRequest(id=1, url=site.url("/a"))]
    missing, read = asyncio.run(read_pages(settings, requests))
    assert missing.result is Result.MISSING
    assert read.reading.posting.pay.min == 30


def test_a_page_that_was_not_believed_is_kept_to_be_looked_at(database, watch, look, site):
    look()
    site.answer("/welder", CHALLENGE)
    assert look().outcome == "blocked"
    with database.reading() as connection:
        [kept] = captures.of_watch(connection, watch)
        assert snapshots.load(connection, kept.snapshot) == CHALLENGE.encode()
    assert (kept.outcome, kept.http_status) == ("blocked", 200)


def test_a_host_that_fails_again_and_again_is_left_alone_until_it_answers(database, watch, look, site):
    look()
    site.answer("/welder", "", status=500)
    name = current(database, watch).host
    paused = []
    for _ in range(hosts.BREAKER):
        look()
        with database.reading() as connection:
            paused.append(hosts.one(connection, name).paused_until is not None)
    assert paused == [False] * (hosts.BREAKER - 1) + [True]
    site.answer("/welder", page())
    look()
    with database.reading() as connection:
        assert (hosts.one(connection, name).paused_until, hosts.one(connection, name).failures) == (None, 0)


def roles(numbers, *, offset):
    """A page of a SmartRecruiters board of four postings, two a page."""
    when = "2026-01-05T08:00:00.000Z"
    company = {"identifier": "Ironside", "name": "Ironside Yards"}
    content = [{"id": f"9900{it}", "name": f"Welder {it}", "company": company, "releasedDate": when} for it in numbers]
    return json.dumps({"offset": offset, "limit": 2, "totalFound": 4, "content": content})


def test_a_board_whose_second_page_fails_for_ever_is_told_once_and_recovers(database, settings, site):
    url, kind = site.url("/postings?limit=2"), {"Content-Type": "application/json"}
    site.answer("/postings?limit=2", roles((1, 2), offset=0), headers=kind)
    site.answer("/postings?limit=2&offset=2", roles((3, 4), offset=2), headers=kind)
    with database.writing() as c:
        new = NewWatch(url=url, host=url.split("/")[2])
        number = watches.add(c, new, now=clock.now(), first_check_at=clock.now())[0]
    soon = settings.model_copy(update={"schedule": settings.schedule.model_copy(update={"blind_after": timedelta()})})

    def look():
        told = []
        asyncio.run(check_watches(database, soon, [current(database, number)], on_result=told.append))
        return told[0].outcome, kinds(told[0])

    assert look() == ("changed", [])
    site.answer("/postings?limit=2&offset=2", "sorry", status=500)
    assert [look() for _ in range(4)] == [
        ("unchanged", []), ("unchanged", []), ("unchanged", ["unreachable"]), ("unchanged", [])
    ]  # fmt: skip
    site.answer("/postings?limit=2&offset=2", roles((3, 4), offset=2), headers=kind)
    assert look() == ("unchanged", ["recovered"])
    assert current(database, number).failures == 0


def test_what_was_planned_before_the_clock_was_set_back_is_due_at_the_start_and_meanwhile(
    database, settings, watch, look
):
    look()
    checker = Checker(database, settings, Crawler(settings.fetch))

    def due_with_the_plan_of_a_clock_ahead():
        with database.writing() as connection:
            known = watches.find(connection, watch)
            ahead = clock.now() + timedelta(days=2)
            later = {"checked_at": ahead, "next_check_at": ahead, "last_good_at": ahead}
            checks.record(connection, seen_again(known, **later))
        return [it.id for it in asyncio.run(checker.due(limit=10))]

    assert due_with_the_plan_of_a_clock_ahead() == [watch]
    assert due_with_the_plan_of_a_clock_ahead() == []
    checker._latest = clock.now() + timedelta(days=2)  # it was asked meanwhile, under the clock that was ahead
    assert due_with_the_plan_of_a_clock_ahead() == [watch]


def test_a_page_fetched_before_the_clock_was_set_back_is_dated_by_the_clock_that_is_right(
    database, settings, watch, look
):
    look()
    checker = Checker(database, settings, Crawler(settings.fetch))
    with database.reading() as connection:
        known = watches.find(connection, watch)
    ahead = Observation(
        id=known.id, url=known.url, result=Result.FAILED, fetched_at=clock.now() + timedelta(days=2), reason="reset"
    )
    checker._record(Look(observation=ahead), checker._judging_rules(asked=False))
    with database.reading() as connection:
        assert watches.find(connection, watch).last_checked_at <= clock.now()


LIST = """<!doctype html><html lang="en"><head><title>Open positions at Ironside Yards</title></head><body><main>
<h1>Open positions at Ironside Yards</h1><p>We hire all year.</p><ul>{entries}</ul></main></body></html>"""
TRADES = (
    "Crane Operator",
    "Dock Painter",
    "Payroll Clerk",
    "Pipe Fitter",
    "Yard Manager",
    "Site Nurse",
    "Tug Mechanic",
)


def test_of_two_looks_at_a_list_that_differ_neither_hides_what_comes_later(database, settings, site):
    def listed(*numbers):
        return site.make(
            LIST.format(entries="".join(f'<li><a href="/jobs/41{it:02}">{TRADES[it]}</a></li>' for it in numbers))
        )

    url = site.url("/jobs")
    site.answers("/jobs", listed(*range(5)))
    with database.writing() as c:
        new = NewWatch(url=url, host=url.split("/")[2])
        number = watches.add(c, new, now=clock.now(), first_check_at=clock.now())[0]

    async def play():
        async with Crawler(settings.fetch) as crawler:
            checker = Checker(database, settings, crawler)

            async def look(*answers):
                site.answers("/jobs", *answers)
                (told,) = [it async for it in checker.check([current(database, number)], asked=True)]
                return told.outcome, kinds(told)

            assert await look(listed(0, 1, 2, 3, 4)) == ("changed", [])
            swapped = listed(0, 1, 2, 3, 5)
            assert await look(swapped, listed(0, 1, 2, 3, 4)) == ("unchanged", [])
            assert await look(swapped) == ("changed", ["posting_added", "posting_removed"])
            # One went in both, one came in the first alone.
            assert await look(listed(1, 2, 3, 5, 6), listed(1, 2, 3, 5)) == ("changed", ["posting_removed"])
            assert [it.text async for it in unlike(database, settings, crawler)] == []
            await refresh(database, settings, crawler, [current(database, number)])
            assert await look(listed(1, 2, 3, 5, 6)) == ("changed", ["posting_added"])
            assert [it.text async for it in unlike(database, settings, crawler)] == []

    asyncio.run(play())


def seen_again(known, **given):
    """A check of a watch that found nothing new."""
    same = {name: getattr(known, name) for name in ("status", "kind", "etag", "last_modified", "body_hash")}
    same |= {name: getattr(known, name) for name in ("record_hash", "reader_version")}
    return CheckRecord(
        watch_id=known.id,
        expected_version=known.version,
        expected_revision=known.revision,
        outcome="unchanged",
        reason=None,
        **same,
        **given,
    )
