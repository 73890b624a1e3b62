"""Stories of pages that fail, go, move, flicker and change, each told round by round to a real crawler.

A story is a list of steps: what the site answers in that round, and how the check then ends. All stories of a test
are played side by side, each on an address of its own, and compared as a whole.
"""

import asyncio
import gzip
import json
from collections import defaultdict
from dataclasses import dataclass

import pytest

from config.settings import Settings
from monitor import clock
from monitor.checks import Checker
from monitor.crawling import Crawler
from storage import changes, outbox, versions, watches
from storage.database import Database
from storage.rows import NewWatch

PATH = "/jobs/welder-77"
SECOND = PATH + "?page=2"
DUTIES = ("Weld hull plates by the drawings.", "Keep the yard safe at all times.", "Report faulty seams to the lead.")
ABOUT = "Ironside Yards repairs ferries and trawlers on the north coast and has done so for ninety years."
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}, Ironside</title>{head}</head>
<body class="{look}a"><header><nav><a href="/">Home</a> <a href="/jobs">Jobs</a></nav></header>
<main class="{look}b"><article><h1>{title}</h1><p class="{look}c">Ironside Yards · Tromvik, Norway</p>{control}
<h2>About us</h2><p>{about}</p>
<h2>What you will do</h2><ul>{duties}</ul>
<h2>Requirements</h2><ul><li>A valid certificate for {what}.</li><li>Two years of experience in a shipyard.</li></ul>
<h2>Pay</h2><p>The pay for this role is {pay}.</p>{more}</article></main>
<aside><h3>Similar jobs</h3><ul><li><a href="/jobs/1">Rigger</a> Applications closed</li></ul></aside></body></html>"""
HOME = """<!doctype html><html lang="en"><head><title>Harbour Board</title></head><body><header><nav>
<a href="/jobs">Jobs</a></nav></header><main><h1>Find your next job on the coast</h1><form><input name="q"></form>
<p>Thousands of people found their job with us.</p></main></body></html>"""
LOGIN = """<!doctype html><html lang="en"><head><title>Sign in</title></head><body><main><h1>Sign in to continue</h1>
<form action="/login"><input name="email"><input type="password" name="p"></form></main></body></html>"""
CHALLENGE = """<!doctype html><html lang="en"><head><title>Just a moment...</title></head><body><noscript>
Enable JavaScript and cookies to continue</noscript>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>
</body></html>"""
RESTING = """<!doctype html><html><head><title>Down for maintenance</title></head><body><h1>We'll be back soon!</h1>
<p>We are performing scheduled maintenance. Please check back later.</p></body></html>"""
ROLES = ("Crane Operator", "Rigger", "Deck Officer", "Cook", "Accountant", "Pipe Fitter", "Painter", "Diver", "Rower")


def page(*, pay="$31 - $38 per hour", control=None, duties=DUTIES, title="Marine Welder", **more):
    given = {"head": "", "more": "", "look": "x", "what": "steel plates"} | more
    control = '<a href="/apply/77">Apply now</a>' if control is None else f"<p>{control}</p>"
    bullets = "".join(f"<li>{duty}</li>" for duty in duties)
    return PAGE.format(pay=pay, control=control, duties=bullets, title=title, about=ABOUT, **given)


def listing(numbers, *, more=""):
    entries = "".join(f'<li><a href="/jobs/{n}">{ROLES[n]}</a> <span>Tromvik</span></li>' for n in numbers)
    return f"""<!doctype html><html lang="en"><head><title>Open positions at Ironside Yards</title></head><body>
<main><h1>Open positions at Ironside Yards</h1><p>We hire all year.</p><ul>{entries}</ul>{more}</main></body></html>"""


GOOD = page()
RAISED = page(pay="$33 - $40 per hour")
CLOSED = page(control="Applications closed")


@dataclass(frozen=True)
class Step:
    """One round: what the paths answer from now on, how the check ends, and the kinds that are told."""

    answers: dict
    outcome: str
    kinds: tuple = ()


def step(answer, outcome, *kinds):
    """`answer`: a page or an answer of the story's own path, several in turn, or a dict of paths."""
    return Step(answer if isinstance(answer, dict) else {PATH: answer}, outcome, kinds)


@pytest.fixture
def made(sites):
    """Makes answers."""
    return sites("127.0.0.1").make


@pytest.fixture
def database(sqlite_url):
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def settings():
    fetch = {"allow_private_addresses": True, "per_domain_delay_seconds": 0.0, "retries": 0, "timeout_seconds": 2.0}
    target = {"name": "mail", "url": "json://127.0.0.1:1/"}
    return Settings.model_validate({"fetch": fetch | {"obey_robots": False}, "notify": {"targets": [target]}})


@pytest.fixture
def play(database, settings, sites, made):
    """Plays stories: every round has to end as its step says. Gives the watches' numbers by story.

    `together`: all of them on one site.
    """

    def playing(stories, *, together=False):
        shared = sites("127.0.0.2") if together else None
        places = {name: shared or sites(f"127.0.0.{at}") for at, name in enumerate(stories, 2)}
        own = {name: f"{PATH}{at}" if together else PATH for at, name in enumerate(stories)}
        numbers = {name: added(database, site.url(own[name])) for name, site in places.items()}
        names = {number: name for name, number in numbers.items()}
        ended = defaultdict(list)

        async def rounds():
            async with Crawler(settings.fetch) as crawler:
                checker = Checker(database, settings, crawler)
                for at in range(max(map(len, stories.values()))):
                    now = [name for name, steps in stories.items() if at < len(steps)]
                    for name in now:
                        answers = stories[name][at].answers
                        answer(made, places[name], {own[name] if it == PATH else it: answers[it] for it in answers})
                    wanted = [found(database, numbers[name]) for name in now]
                    async for result in checker.check(wanted, asked=True):
                        kinds = tuple(sorted(change.kind for change in result.changes))
                        ended[names[result.watch.id]].append((result.outcome.value, kinds))

        asyncio.run(rounds())
        expected = {name: [(it.outcome, tuple(sorted(it.kinds))) for it in steps] for name, steps in stories.items()}
        assert dict(ended) == expected
        return numbers

    return playing


def answer(made, site, answers):
    for path, given in answers.items():
        several = given if isinstance(given, list) else [given]
        site.answers(path, *(made(it) if isinstance(it, str | bytes) else it for it in several))


def added(database, url):
    with database.writing() as connection:
        new = NewWatch(url=url, host=url.split("/")[2])
        return watches.add(connection, new, now=clock.now(), first_check_at=clock.now())[0]


def found(database, number):
    with database.reading() as connection:
        return watches.find(connection, number)


def test_a_bad_fetch_makes_no_version_and_hides_no_change(play, made):
    body = GOOD.encode()
    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    bad = {
        "challenge": ("blocked", CHALLENGE),
        "challenge 403": ("blocked", made(CHALLENGE, status=403, headers={"cf-mitigated": "challenge"})),
        "challenge 503": ("blocked", made(CHALLENGE, status=503)),
        "login": ("blocked", LOGIN),
        "login behind a redirect": ("blocked", {PATH: made(status=302, headers={"Location": "/in"}), "/in": LOGIN}),
        "maintenance": ("failed", RESTING),
        "maintenance 503": ("failed", made(RESTING, status=503, headers={"Retry-After": "1"})),
        "server error": ("failed", made("<h1>Internal Server Error</h1>", status=500)),
        "odd retry-after": ("failed", made(status=429, headers={"Retry-After": "9" * 400})),
        "nothing": ("failed", ""),
        "no content": ("failed", made(status=204)),
        "a part": ("failed", made(body[:900], status=206)),
        "reset": ("failed", made(reset=True)),
        "silence": ("failed", made(silent=True)),
        "one byte now and then": ("failed", made(body, drip=0.2)),
        "cut by the connection": ("failed", made(body, cut=900)),
        "cut in its chunks": ("failed", made(body, cut=900, chunked=True)),
        "cut in a sentence": ("failed", made(raw=html + body[: body.index(b"drawings")])),
        "bomb": ("failed", made(gzip.compress(b"0" * 2**24), headers={"Content-Encoding": "gzip"})),
        "broken gzip": ("failed", made(gzip.compress(body)[:200], headers={"Content-Encoding": "gzip"})),
        "no HTTP": ("failed", made(raw=b"\x00\x01\x02\r\n\r\n")),
        "a circle": ("failed", made(status=302, headers={"Location": PATH})),
        "another protocol": ("failed", made(status=302, headers={"Location": "ftp://127.0.0.1/"})),
        "a picture": ("failed", made(b"\x89PNG\r\n\x1a\n" + bytes(900), headers={"Content-Type": "text/html"})),
        "not modified, unasked": ("failed", made(status=304)),
        "an error as JSON": ("failed", made('{"error": 1}', headers={"Content-Type": "application/json"})),
    }
    play(
        {
            name: [step(GOOD, "changed"), step(fault, outcome), step(RAISED, "changed", "pay_changed")]
            for name, (outcome, fault) in bad.items()
        }
    )


def test_the_same_page_in_another_form_is_the_same(play, made):
    body = GOOD.encode()
    bare = GOOD.replace('<meta charset="utf-8">', "")
    forms = {
        "byte order mark": b"\xef\xbb\xbf" + body,
        "UTF-16": made(bare.encode("utf-16"), headers={"Content-Type": "text/html"}),
        "plain text, as it says": made(body, headers={"Content-Type": "text/plain"}),
        "unknown type": made(body, headers={"Content-Type": "application/octet-stream"}),
        "compressed": made(gzip.compress(body), headers={"Content-Encoding": "gzip"}),
        "another ETag and a cookie": made(body, headers={"ETag": '"2"', "Set-Cookie": "sid=1"}),
        "new class names": page(look="yy"),
        "behind a redirect": {PATH: made(status=301, headers={"Location": "/careers/welder"}), "/careers/welder": GOOD},
    }
    play({name: [step(GOOD, "changed"), step(form, "unchanged")] for name, form in forms.items()})


def test_a_page_that_goes_in_any_way_is_removed_by_a_second_look_and_restored_when_back(play, made):
    def moved(target):
        return made(status=302, headers={"Location": target})

    def notice(language, title, text):
        head = f'<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
        return f"{head}<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"

    refresh = '<!doctype html><html><head><meta http-equiv="refresh" content="0; url=/"></head><body></body></html>'
    cook = page(
        title="Ship's Cook", duties=("Cook three meals a day.", "Order stores."), pay="$20 an hour", what="cooks"
    )
    cook = cook.replace(ABOUT, "Fjordline sails with eleven ships.").replace("experience in a shipyard", "allergies")
    gone = {
        "404": made(status=404),
        "410": made(status=410),
        "home": {PATH: moved("/"), "/": HOME},
        "list": {PATH: moved("/jobs"), "/jobs": listing(range(9))},
        "home, by markup": {PATH: refresh, "/": HOME},
        "another posting": {PATH: moved("/jobs/cook-12"), "/jobs/cook-12": cook},
        "English": notice("en", "Job not found", "Sorry, the job you are looking for is no longer available."),
        "German": notice("de", "Stelle nicht gefunden", "Diese Stellenanzeige ist nicht mehr verfügbar."),
        "French": notice("fr", "Offre introuvable", "Cette offre n'est plus disponible."),
        "Spanish": notice("es", "Página no encontrada", "Esta oferta ya no está disponible."),
        "Swedish": notice("sv", "Annonsen hittades inte", "Annonsen finns inte längre."),
    }
    ways = {
        name: [
            step(GOOD, "changed"),
            step(answers, "missing"),
            step(answers, "missing", "removed"),
            step(answers, "missing"),
            step(GOOD, "unchanged", "restored"),
        ]
        for name, answers in gone.items()
    }
    ways["once"] = [step(GOOD, "changed"), step(gone["404"], "missing"), step(GOOD, "unchanged")]
    play(ways)


def test_what_was_edited_meanwhile_is_told_when_the_page_is_back(play, made):
    none = made(status=404)
    play(
        {
            "removed": [
                step(GOOD, "changed"),
                step(none, "missing"),
                step(none, "missing", "removed"),
                step(RAISED, "changed", "restored", "pay_changed"),
            ],
            "missed once": [
                step(GOOD, "changed"),
                step(none, "missing"),
                step(RAISED, "changed", "pay_changed"),
            ],
            "back, but closed": [
                step(GOOD, "changed"),
                step(none, "missing"),
                step(none, "missing", "removed"),
                step(CLOSED, "changed", "restored", "closed"),
            ],
        }
    )


def test_the_status_is_the_posting_s_own_and_every_turn_of_it_is_told(play):
    data = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Marine Welder", "description": "Weld."}
    valid = f'<script type="application/ld+json">{json.dumps(data | {"validThrough": "2099-01-01"})}</script>'
    both = page(control="Applications closed", pay="$33 - $40 per hour")
    play(
        {
            "there and back": [
                step(GOOD, "changed"),
                step(CLOSED, "changed", "closed"),
                step(GOOD, "changed", "reopened"),
                step(GOOD, "unchanged"),
            ],
            "data says valid": [
                step(page(head=valid), "changed"),
                step(page(head=valid, control="No longer accepting applications"), "changed", "closed"),
            ],
            "with the pay": [step(GOOD, "changed"), step(both, "changed", "closed", "pay_changed")],
            "announced": [
                step(page(control="Applications open on December 20, 2099"), "changed"),
                step(GOOD, "changed", "opened"),
            ],
            "a notice in place of the page": [
                step(GOOD, "changed"),
                step("<h1>Marine Welder</h1><p>This position has been filled.</p>", "changed", "closed"),
                step(GOOD, "changed", "reopened"),
            ],
        }
    )


def test_a_field_that_flaps_is_summed_up_and_nothing_is_lost_from_the_history(play, database):
    turns = [step(GOOD, "changed")]
    turns += [step(*turn) for turn in ((CLOSED, "changed", "closed"), (GOOD, "changed", "reopened")) * 3]
    number = play({"flaps": turns})["flaps"]
    with database.reading() as connection:
        told = changes.stored(connection, watch_id=number)
        states = [notice.state for it in told for notice in outbox.of_change(connection, it.id)]
        assert len(versions.of_watch(connection, number)) == 7
    assert [it.kind for it in told] == ["closed", "reopened"] * 3
    assert states.count("waiting") < len(states) == 6


def test_a_validator_hides_no_change(play, made):
    def tagged(body, tag, **more):
        return made(body, headers={"ETag": f'"{tag}"'}, **more)

    play(
        {
            "of a challenge": [
                step(tagged(GOOD, "good"), "changed"),
                step(tagged(CHALLENGE, "wall"), "blocked"),
                step(tagged(RAISED, "new"), "changed", "pay_changed"),
                step(tagged("", "new", status=304), "not_modified"),
            ],
            "a date that never was": [
                step(made(GOOD, headers={"Last-Modified": "yesterday"}), "changed"),
                step(made(RAISED, headers={"Last-Modified": "yesterday"}), "changed", "pay_changed"),
            ],
        }
    )


def test_words_are_told_once_whatever_the_second_look_meets(play, made):
    two = page(duties=(*DUTIES, "Train two apprentices every year."))
    three = page(duties=(*DUTIES, "Train two apprentices every year.", "Inspect seams with dye."))
    swapped = page(duties=(*DUTIES[:2], "Report cracked seams to the day shift.", "Train two apprentices every year."))
    seconds = {"refused": made(CHALLENGE, status=403), "gone": made(status=404), "reset": made(reset=True)}
    stories = {
        name: [
            step(GOOD, "changed"),
            step([made(two), second], "changed", "description_changed"),
            step(two, "unchanged"),
        ]
        for name, second in seconds.items()
    }
    for name, later in (("a further line meanwhile", three), ("another edit meanwhile", swapped)):
        stories[name] = [
            step(GOOD, "changed"),
            step([two, later], "changed", "description_changed"),
            step(later, "changed", "description_changed"),
            step(later, "unchanged"),
        ]
    play(stories)


def test_words_that_rotate_are_never_told_and_an_edit_beside_them_is(play):
    tips = ("Bring your own gloves.", "The soup is famous.", "The crane is old.", "Be early for the ferry.")

    def tip(number, duties=DUTIES):
        return page(duties=duties, more=f"<section><h3>Tip of the day</h3><p>{tips[number % 4]}</p></section>")

    edited = (*DUTIES, "Train two apprentices every year.")
    play(
        {
            "tips": [
                step(tip(0), "changed"),
                step([tip(1), tip(2)], "unchanged"),
                step([tip(3), tip(1)], "unchanged"),
                step([tip(2, edited), tip(0, edited)], "changed", "description_changed"),
                step([tip(1, edited), tip(3, edited)], "unchanged"),
            ],
        }
    )


def test_a_board_that_fails_in_part_loses_no_posting(play, made):
    further = '<a rel="next" href="?page=2">Next page</a>'
    whole, half, none = listing(range(9)), listing(range(5)), listing(())
    first, rest = listing(range(5), more=further), listing(range(5, 9))
    fewer = listing((5, 6, 8))
    play(
        {
            "for a while": [
                step(whole, "changed"),
                step(none, "missing"),
                step(whole, "unchanged"),
                step(half, "missing"),
                step(made(status=502), "failed"),
                step(listing((*range(4), *range(5, 9))), "changed", "posting_removed"),
            ],
            "its second page": [
                step({PATH: first, SECOND: rest}, "changed"),
                step({SECOND: made(status=500)}, "unchanged"),
                step({SECOND: CHALLENGE}, "unchanged"),
                step({SECOND: none}, "missing"),
                step({SECOND: rest}, "unchanged"),
                step({SECOND: fewer}, "changed", "posting_removed"),
            ],
        }
    )


def test_a_new_look_of_a_whole_site_alerts_nobody_and_what_changed_meanwhile_is_told(play):
    end = "<h2>How to apply</h2><p>Write to the yard.</p>"
    banner = "<p>We are moving in spring; interviews are held in the old customs house until then.</p>"
    stories = {}
    for number, word in enumerate(("crane", "sling", "bridge", "galley", "ledger", "pipe")):
        given = {
            "title": ROLES[number],
            "what": f"the {word}",
            "duties": (f"Look after the {word} on every shift.", f"Sign the {word} log.", f"Teach others the {word}."),
        }
        pay = "$50 - $60 per hour" if number == 3 else "$31 - $38 per hour"
        # Wrapped twice, other class names, headings one level down.
        new = (
            page(**given, pay=pay, look="zz")
            .replace("<main", "<div><div><main")
            .replace("</main>", "</main></div></div>")
        )
        new = new.replace("<h2>", "<h3>").replace("</h2>", "</h3>")
        stories[word] = [
            step(page(**given, more=end), "changed"),
            step(new, "changed", "pay_changed") if number == 3 else step(new, "unchanged"),
            step(page(**given, pay=pay, more=end + banner), "unchanged"),
            step(page(**given, pay=pay, more=end), "unchanged"),
        ]
    play(stories, together=True)


def test_an_api_that_fails_says_nothing_of_the_posting_and_one_that_knows_it_no_more_does(play, made):
    def job(pay):
        content = f"<h3>Requirements</h3><ul><li>A valid certificate.</li></ul><p>{ABOUT}</p><p>The pay is {pay}.</p>"
        fields = {"id": 77, "title": "Marine Welder", "location": {"name": "Tromvik"}, "company_name": "Ironside Yards"}
        return told(fields | {"content": content, "absolute_url": "https://boards.example/jobs/77"})

    def told(value, status=200):
        return made(json.dumps(value), status=status, headers={"Content-Type": "application/json"})

    good, none = job("$31 - $38 per hour"), told({"status": 404, "error": "Job not found"}, 404)
    bad = {"error": made(status=500), "empty": made(""), "nothing in it": told({}), "a page": made(RESTING)}
    stories = {
        name: [step(good, "changed"), step(fault, "failed"), step(job("$33 an hour"), "changed", "pay_changed")]
        for name, fault in bad.items()
    }
    stories["gone"] = [
        step(good, "changed"),
        step(none, "missing"),
        step(none, "missing", "removed"),
        step(good, "unchanged", "restored"),
    ]
    play(stories)
