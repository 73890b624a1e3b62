"""What two looks at one page have in common, and what of that is told."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from config.settings import Settings
from monitor import clock
from monitor.changes.blocks import block, blocks, passing
from monitor.changes.units import units_of_text
from monitor.checks import check_watches
from monitor.judging import JudgingRules, judge
from monitor.vocabulary import Kind, Known, Outcome, WatchKind, WatchStatus
from spiders.observation import Observation, Result
from spiders.posting import Reading, Role, SectionKind, Verdict
from storage import changes, learning, watches
from storage.rows import NewWatch

from .postings import NOW, POSTING, edited, later, section

RULES = JudgingRules(confirm_after=timedelta(minutes=15), blind_after_checks=3, blind_after=timedelta(hours=6))
KNOWN = Known(
    kind=WatchKind.POSTING, status=WatchStatus.OPEN, version=3, reader_version=1, posting=POSTING, last_good_at=NOW
)


def units(*sentences):
    return list(units_of_text("\n".join(sentences)))


def test_a_block_is_its_words_and_fits_a_database():
    assert block(("a", "b")) == block(("a", "b")) != block(("ab",))
    assert all(-(2**63) <= it < 2**63 for it in blocks(units(*(f"Sentence {number}" for number in range(200)))))


def test_what_two_looks_share_is_never_passing():
    before, now = units("Weld hulls.", "Old tip."), units("Weld hulls.", "New duty.")
    assert passing(before, now, now) == {}


def test_what_differs_between_two_looks_is_passing_and_so_is_what_stood_in_its_place():
    before = units("Weld hulls.", "Tip: be early.", "Keep the yard safe.", "Old duty.")
    first = units("Weld hulls.", "Tip: smile.", "Keep the yard safe.", "New duty.")
    second = units("Weld hulls.", "Tip: ask.", "Keep the yard safe.", "New duty.")
    assert set(passing(before, first, second).values()) == {"Tip: be early.", "Tip: smile.", "Tip: ask."}


def saw(sections, at=NOW, **given):
    posting = edited(sections=tuple(sections), **given)
    reading = Reading(verdict=Verdict.POSTING, reasons=("as read",), posting=posting)
    url = "https://board.example/1"
    return Observation(
        id=1, url=url, final_url=url, result=Result.READ, fetched_at=at, reading=reading, reader_version=2
    )


def with_line(line, *more):
    return (*POSTING.sections, section(SectionKind.OTHER, line), *more)


def kinds(judgement):
    return [change.kind for change in judgement.changes]


def test_words_that_both_looks_show_are_told():
    page = saw(with_line("The crew sails on Fridays."))
    judgement = judge(KNOWN, page, RULES, NOW, again=page)
    assert kinds(judgement) == [Kind.DESCRIPTION_CHANGED]
    assert judgement.passing == {}


def test_words_that_rotate_are_not_told_and_are_learned():
    known = replace(KNOWN, posting=edited(sections=with_line("Quote of the day: ask twice.")))
    first, second = saw(with_line("Quote of the day: be early.")), saw(with_line("Quote of the day: smile."))
    judgement = judge(known, first, RULES, NOW, again=second)
    assert (judgement.outcome, judgement.changes) == (Outcome.UNCHANGED, ())
    assert len(judgement.passing) == 3
    third = saw(with_line("Quote of the day: smile."))
    assert judge(replace(known, not_own=frozenset(judgement.passing)), third, RULES, NOW).changes == ()


def test_a_fact_beside_rotating_words_is_told_alone():
    first = saw(with_line("Tip: be early."), title="Harbour pilot")
    second = saw(with_line("Tip: smile at them."), title="Harbour pilot")
    assert kinds(judge(KNOWN, first, RULES, NOW, again=second)) == [Kind.TITLE_CHANGED]


def test_an_old_and_a_new_copy_in_turns_teach_nothing_and_are_looked_at_again_soon():
    first, second = saw(with_line("The crew sails on Fridays.")), saw(POSTING.sections)
    judgement = judge(KNOWN, first, RULES, NOW, again=second)
    assert (judgement.changes, judgement.passing, judgement.confirm) == ((), {}, True)


def test_a_second_look_that_sees_nothing_confirms_nothing_and_denies_nothing():
    page = saw(with_line("The crew sails on Fridays."))
    silent = Observation(id=1, url="https://board.example/1", result=Result.FAILED, fetched_at=later(seconds=3))
    assert kinds(judge(KNOWN, page, RULES, NOW, again=silent)) == [Kind.DESCRIPTION_CHANGED]


def test_roles_that_rotate_on_a_board_are_not_told():
    stay = tuple(Role(title=f"Role {number}", url=f"https://hub.example/{number}") for number in range(5))
    known = Known(kind=WatchKind.BOARD, version=1, roles=(*stay, role("ad 1")), last_good_at=NOW)
    judgement = judge(known, hub((*stay, role("ad 2"))), RULES, NOW, again=hub((*stay, role("ad 3"))))
    assert kinds(judgement) == [Kind.POSTING_REMOVED]
    steady = judge(known, hub((*stay, role("new"))), RULES, NOW, again=hub((*stay, role("new"))))
    assert kinds(steady) == [Kind.POSTING_ADDED, Kind.POSTING_REMOVED]


def role(name):
    return Role(title=f"Role {name}", url=f"https://hub.example/{name.replace(' ', '-')}")


def hub(roles):
    reading = Reading(verdict=Verdict.HUB, reasons=("a hub",), roles=tuple(roles))
    url = "https://hub.example/"
    return Observation(
        id=1, url=url, final_url=url, result=Result.READ, fetched_at=NOW, reading=reading, reader_version=2
    )


PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><main>
<h1>{title}</h1><p>Ironside Yards</p><a href="/apply">Apply now</a>
<p>The {title} works in the northern dock with a crew of nine, on ships that are repaired over the winter months.</p>
<h2>What you will do</h2><ul><li>Weld the {title} plates of ships that come in.</li><li>Keep the yard safe.</li></ul>
<h2>Requirements</h2><ul><li>A valid {title} certificate.</li><li>{need}</li></ul>
<h2>Good to know</h2><p>{tip}</p>
<p>The yard lies by the water, ten minutes from the station, and its canteen is open to all who work
there.</p></main></body></html>"""
TITLES = ("Welder", "Plumber", "Electrician", "Carpenter")


@pytest.fixture
def board(site, database):
    """Four postings of one site; `show` puts the pages, `check` looks at all and gives what was told."""
    settings = Settings.model_validate(
        {"fetch": {"allow_private_addresses": True, "per_domain_delay_seconds": 0.0, "retries": 0}}
    )
    ids = []

    class Board:
        benefits = ""

        def show(self, *tips, need="Good eyes.", only=None):
            """With several tips, each fetch shows another one."""
            for title in TITLES:
                mine = need if only in {None, title} else "Good eyes."
                made = (PAGE.format(title=title, tip=tip, need=mine) for tip in tips)
                pages = [it.replace("</main>", f"{self.benefits}</main>") for it in made]
                site.answers(f"/{title}", *(site.make(page) for page in pages))

        def check(self):
            told = []
            with database.reading() as c:
                wanted = watches.listed(c, with_record=True)
            asyncio.run(check_watches(database, settings, wanted, on_result=told.append))
            return [(TITLES[ids.index(it.watch.id)], change.kind, change.field) for it in told for change in it.changes]

    made = Board()
    made.show("Bring a helmet to the interview.")
    for title in TITLES:
        url = site.url(f"/{title}")
        with database.writing() as c:
            new = NewWatch(url=url, host=url.split("/")[2])
            ids.append(watches.add(c, new, now=clock.now(), first_check_at=clock.now())[0])
    assert made.check() == []
    return made


def test_one_requirement_that_changes_on_one_page_is_told(board):
    board.show("Bring a helmet to the interview.", need="A head for heights.", only="Plumber")
    assert board.check() == [("Plumber", "description_changed", "requirements")]


def test_a_banner_that_a_site_puts_on_all_its_pages_is_told_to_nobody(board, database):
    board.show("Our offices are closed on Monday for the carnival.")
    assert board.check() == []
    assert board.check() == []
    with database.reading() as c:
        assert changes.stored(c) == []


def test_a_banner_that_stands_at_the_end_of_the_benefits_is_told_to_nobody_either(board, site):
    board.benefits = "<h2>Benefits</h2><ul><li>A warm coat.</li></ul>"
    board.show("Bring a helmet to the interview.")
    board.check()
    board.benefits += "<p>Our offices are closed on Monday for the carnival.</p>"
    board.show("Bring a helmet to the interview.")
    assert board.check() == []


def test_a_tip_that_is_another_at_each_fetch_is_told_to_nobody_and_learned(board, database):
    board.show("Tip: be early.", "Tip: smile at them.", "Tip: be early.")
    assert board.check() == []
    assert board.check() == []
    with database.reading() as c:
        learned = learning.passing(c, 1, learning_template(c))
    assert set(learned.values()) >= {"Tip: be early.", "Tip: smile at them."}


def learning_template(c):
    return c.exec_driver_sql("SELECT DISTINCT template FROM passing_block").scalar_one()


def test_the_same_new_requirement_on_all_pages_is_told_of_each(board):
    board.show("Bring a helmet to the interview.", need="A head for heights.")
    assert len(board.check()) == len(TITLES)
