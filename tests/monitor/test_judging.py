"""Judging: outcomes, versions, disappearances, blindness and boards."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.judging import JudgingRules, judge
from monitor.vocabulary import Kind, Known, Outcome, WatchKind, WatchStatus
from spiders.observation import Observation, Result
from spiders.pages import joined
from spiders.pages.sites import fetch_url
from spiders.posting import Posting, Reading, Role, SectionKind, Status, Verdict

from .postings import NOW, POSTING, edited, later, pay, quote, reworded, section

URL = "https://board.example/jobs/1007-listening-intern"
RULES = JudgingRules(confirm_after=timedelta(minutes=15), blind_after_checks=3, blind_after=timedelta(hours=6))
ASKED = replace(RULES, asked=True)
KNOWN = Known(
    kind=WatchKind.POSTING,
    status=WatchStatus.OPEN,
    version=3,
    reader_version=1,
    posting=POSTING,
    last_good_at=later(hours=-6),
)
ROLES = tuple(Role(title=f"Role {number}", url=f"https://hub.example/{number}") for number in range(8))
BOARD = Known(kind=WatchKind.BOARD, version=1, roles=ROLES, last_good_at=later(hours=-6))
REMOVED = replace(KNOWN, status=WatchStatus.REMOVED, missing_since=later(days=-1))


def saw(result, at=NOW, **values):
    return Observation(id=1, url=URL, result=result, fetched_at=at, **values)


def read(posting=POSTING, verdict=Verdict.POSTING, at=NOW, final_url=URL, roles=None):
    reading = Reading(verdict=verdict, reasons=("as read",), posting=posting, roles=roles)
    return saw(Result.READ, at, reading=reading, final_url=final_url, reader_version=2)


def board(roles, at=NOW, verdict=Verdict.HUB, **values):
    return read(None, verdict, at, roles=tuple(roles), **values)


def look(known, observation, rules=RULES):
    return judge(known, observation, rules, now=observation.fetched_at)


def kinds(judgement):
    return [change.kind for change in judgement.changes]


# Baseline


@pytest.mark.parametrize("title", [None, "Open roles", ROLES[0].title])
def test_a_list_that_was_misread_once_becomes_a_silent_board_at_its_third_look(title):
    known = replace(KNOWN, version=1, posting=Posting(title=title))
    for number in (1, 2):
        judgement = look(known, board(ROLES))
        assert (judgement.outcome, judgement.after.failures) == (Outcome.FAILED, number)
        known = judgement.after
    judgement = look(known, board(ROLES))
    assert (judgement.outcome, judgement.changes) == (Outcome.CHANGED, ())
    assert (judgement.after.kind, judgement.after.version, judgement.after.roles) == (WatchKind.BOARD, 2, ROLES)
    assert (judgement.after.posting, judgement.after.failures) == (None, 0)


@pytest.mark.parametrize("known", [replace(KNOWN, version=1, failures=5), replace(KNOWN, version=2, failures=5)])
def test_a_posting_with_a_list_in_its_place_stays_a_posting(known):
    judgement = look(known, board(ROLES))
    assert (judgement.outcome, judgement.after.kind) == (Outcome.FAILED, WatchKind.POSTING)


@pytest.mark.parametrize(
    ("observation", "kind", "status"),
    [
        (read(), WatchKind.POSTING, WatchStatus.OPEN),
        (read(Posting(), Verdict.CLOSED_NOTICE), WatchKind.POSTING, WatchStatus.CLOSED),
        (read(None, Verdict.CLOSED_NOTICE), WatchKind.POSTING, WatchStatus.CLOSED),
        (board(ROLES), WatchKind.BOARD, WatchStatus.UNKNOWN),
        (board(ROLES, verdict=Verdict.LISTING), WatchKind.BOARD, WatchStatus.UNKNOWN),
        (board(()), WatchKind.BOARD, WatchStatus.UNKNOWN),
    ],
)
def test_the_first_good_reading_is_the_silent_baseline_and_says_what_the_watch_is(observation, kind, status):
    judgement = look(Known(), observation)
    assert (judgement.outcome, judgement.changes, judgement.makes_version) == (Outcome.CHANGED, (), True)
    assert (judgement.after.kind, judgement.after.status, judgement.after.version) == (kind, status, 1)
    assert (judgement.after.reader_version, judgement.after.last_good_at) == (2, NOW)


def test_what_the_user_said_that_a_watch_is_stays():
    as_posting = look(Known(kind=WatchKind.POSTING), board(ROLES))
    as_board = look(Known(kind=WatchKind.BOARD), read())
    assert as_posting.outcome is as_board.outcome is Outcome.FAILED
    assert "--board" in as_posting.reason
    assert look(Known(kind=WatchKind.BOARD), board(ROLES)).after.roles == ROLES


def test_a_page_that_is_not_there_at_first_is_missing_but_was_never_removed():
    first = look(Known(), saw(Result.MISSING, reason="404"))
    second = look(first.after, saw(Result.MISSING, later(hours=1)))
    assert (first.outcome, first.confirm, second.confirm) == (Outcome.MISSING, True, False)
    assert first.changes == second.changes == ()
    assert second.after.version == 0
    assert kinds(look(second.after, read(at=later(hours=2)))) == []


# Same and changed


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        (Result.SAME_RECORD, Outcome.UNCHANGED),
        (Result.SAME_BODY, Outcome.UNCHANGED),
        (Result.NOT_MODIFIED, Outcome.NOT_MODIFIED),
    ],
)
def test_the_same_page_is_unchanged_and_seen(result, outcome):
    judgement = look(replace(KNOWN, failures=2, failing_since=later(hours=-1)), saw(result))
    assert (judgement.outcome, judgement.changes) == (outcome, ())
    assert judgement.after == replace(KNOWN, last_good_at=NOW)


def test_a_304_without_anything_read_before_is_a_failure():
    assert look(Known(), saw(Result.NOT_MODIFIED)).outcome is Outcome.FAILED


def test_a_change_makes_a_version_of_what_was_read():
    after = edited(pay=pay(65))
    judgement = look(KNOWN, read(after))
    assert (judgement.outcome, kinds(judgement)) == (Outcome.CHANGED, [Kind.PAY_CHANGED])
    assert judgement.after == replace(KNOWN, version=4, posting=after, reader_version=2, last_good_at=NOW)
    assert judgement.reason == "pay_changed"


def test_other_words_for_the_same_make_no_version_and_keep_the_baseline():
    judgement = look(KNOWN, read(edited(locations=("NYC",))))
    assert (judgement.outcome, judgement.makes_version) == (Outcome.UNCHANGED, False)
    assert judgement.after.posting is POSTING


def test_there_and_back_is_two_changes():
    there = look(KNOWN, read(edited(pay=pay(65))))
    back = look(there.after, read(POSTING, at=later(hours=6)))
    assert [change.direction.value for change in there.changes + back.changes] == ["raised", "cut"]


def test_a_status_without_a_kind_of_its_own_is_remembered():
    announced = look(replace(KNOWN, status=WatchStatus.UNKNOWN), read(edited(status=Status.UPCOMING)))
    assert (announced.outcome, announced.after.status) == (Outcome.UNCHANGED, WatchStatus.UPCOMING)
    assert kinds(look(announced.after, read())) == [Kind.OPENED]


# Closing

CLOSED_NOTICE = Posting(
    title="Machine Listening Intern", status=Status.CLOSED, evidence={"status": quote("no longer accepting")}
)


@pytest.mark.parametrize(
    "observation",
    [
        read(CLOSED_NOTICE, Verdict.CLOSED_NOTICE),
        read(None, Verdict.CLOSED_NOTICE),
        read(edited(CLOSED_NOTICE, status=Status.UNKNOWN), Verdict.CLOSED_NOTICE),
        read(CLOSED_NOTICE),
    ],
)
def test_a_closed_notice_in_place_of_the_posting_is_closed_and_nothing_else(observation):
    judgement = look(KNOWN, observation)
    assert kinds(judgement) == [Kind.CLOSED]
    assert judgement.after.status is WatchStatus.CLOSED
    assert judgement.after.posting == replace(POSTING, status=Status.CLOSED, evidence=judgement.after.posting.evidence)
    assert look(judgement.after, observation).changes == ()


def test_a_closing_page_that_drops_pay_deadline_and_the_apply_link_is_closed_only():
    closed = edited(status=Status.CLOSED, pay=None, deadline=None, apply_url=None)
    judgement = look(KNOWN, read(closed))
    assert kinds(judgement) == [Kind.CLOSED]
    assert judgement.after.posting.pay == POSTING.pay
    assert kinds(look(judgement.after, read(POSTING))) == [Kind.REOPENED]


def test_a_closing_page_that_also_moves_its_deadline_tells_both():
    judgement = look(KNOWN, read(reworded(edited(status=Status.CLOSED), "3 years", "5 years")))
    assert kinds(judgement) == [Kind.CLOSED, Kind.DESCRIPTION_CHANGED]


# Gone and back

GONE = [
    saw(Result.MISSING, reason="404"),
    read(None, Verdict.GONE),
    board(ROLES, verdict=Verdict.LISTING, final_url="https://board.example/jobs"),
    board((), verdict=Verdict.LISTING, final_url="https://board.example/jobs?error=true"),
    board(ROLES, verdict=Verdict.HUB, final_url="https://board.example/"),
    board(ROLES, verdict=Verdict.LISTING, final_url="https://board.example/search"),
    read(None, Verdict.ERROR, final_url="https://board.example/"),
    read(None, Verdict.SHELL, final_url="https://board.example/jobs/"),
    read(
        Posting(title="Ferry Captain", sections=(section("about", "Steer our largest ship."),)),
        final_url="https://board.example/jobs/2001-ferry-captain",
    ),
]


@pytest.mark.parametrize("observation", GONE)
def test_a_page_that_is_gone_is_told_after_a_second_look(observation):
    first = look(KNOWN, observation)
    assert (first.outcome, first.changes, first.confirm) == (Outcome.MISSING, (), True)
    assert (first.after.missing_since, first.after.status) == (NOW, WatchStatus.OPEN)
    too_soon = look(first.after, replace(observation, fetched_at=later(minutes=14)))
    assert (too_soon.changes, too_soon.confirm) == ((), True)
    second = look(too_soon.after, replace(observation, fetched_at=later(minutes=15)))
    assert (kinds(second), second.confirm, second.makes_version) == ([Kind.REMOVED], False, False)
    assert second.after == replace(KNOWN, status=WatchStatus.REMOVED, missing_since=NOW)
    third = look(second.after, replace(observation, fetched_at=later(hours=6)))
    assert (third.outcome, third.changes, third.confirm) == (Outcome.MISSING, (), False)


def test_a_person_who_asks_again_confirms_at_once_but_never_the_first_look():
    first = look(KNOWN, GONE[0], ASKED)
    assert first.changes == ()
    second = look(first.after, saw(Result.MISSING, later(seconds=1)), ASKED)
    assert kinds(second) == [Kind.REMOVED]
    assert second.changes[0].summary.startswith("Posting removed: ")


def test_a_404_for_one_fetch_is_nothing():
    first = look(KNOWN, GONE[0])
    back = look(first.after, saw(Result.SAME_BODY, later(minutes=15)))
    assert (back.changes, back.after.missing_since) == ((), None)
    again = look(back.after, saw(Result.MISSING, later(hours=6)))
    assert (again.changes, again.confirm) == ((), True)


def test_a_failure_between_does_not_confirm_and_does_not_forget():
    first = look(KNOWN, GONE[0])
    failed = look(first.after, saw(Result.FAILED, later(minutes=20)))
    assert (failed.changes, failed.after.missing_since) == ((), NOW)
    assert kinds(look(failed.after, saw(Result.MISSING, later(minutes=40)))) == [Kind.REMOVED]


def test_a_clock_that_was_ahead_and_is_set_back_delays_no_removal_and_no_blindness():
    ahead = look(KNOWN, saw(Result.MISSING, later(days=2)))
    first = look(ahead.after, saw(Result.MISSING))
    assert (first.changes, first.confirm, first.after.missing_since) == ((), True, NOW)
    assert kinds(look(first.after, saw(Result.MISSING, later(minutes=15)))) == [Kind.REMOVED]
    failed = look(replace(KNOWN, failures=2, failing_since=later(days=2)), saw(Result.FAILED))
    assert (failed.changes, failed.after.failing_since) == ((), NOW)
    assert kinds(look(failed.after, saw(Result.FAILED, later(hours=6)))) == [Kind.UNREACHABLE]


@pytest.mark.parametrize("result", [Result.SAME_RECORD, Result.SAME_BODY, Result.NOT_MODIFIED])
def test_a_removed_page_that_is_back_as_it_was_is_restored(result):
    judgement = look(REMOVED, saw(result))
    assert (kinds(judgement), judgement.makes_version) == ([Kind.RESTORED], False)
    assert (judgement.after.status, judgement.after.missing_since) == (WatchStatus.OPEN, None)


def test_a_removed_page_that_is_back_tells_what_changed_too():
    judgement = look(REMOVED, read(edited(pay=pay(65))))
    assert kinds(judgement) == [Kind.RESTORED, Kind.PAY_CHANGED]
    assert (judgement.makes_version, judgement.after.status) == (True, WatchStatus.OPEN)
    closed = look(REMOVED, read(CLOSED_NOTICE, Verdict.CLOSED_NOTICE))
    assert kinds(closed) == [Kind.RESTORED, Kind.CLOSED]


def test_each_disappearance_is_a_change_of_its_own():
    fields = set()
    known = KNOWN
    for day in (1, 2):
        known = look(known, saw(Result.MISSING, later(days=day))).after
        removed = look(known, saw(Result.MISSING, later(days=day, hours=1)))
        restored = look(removed.after, saw(Result.SAME_BODY, later(days=day, hours=2)))
        known = restored.after
        fields |= {(it.kind, it.field) for it in removed.changes + restored.changes}
    assert len(fields) == 4


# Bad looks

BAD = [
    (saw(Result.FAILED, reason="timed out"), Outcome.FAILED),
    (saw(Result.BLOCKED, reason="403"), Outcome.BLOCKED),
    (saw(Result.DISALLOWED, reason="robots.txt"), Outcome.DISALLOWED),
    (saw(Result.READ), Outcome.FAILED),
    (read(None), Outcome.FAILED),
    (read(None, Verdict.LOGIN), Outcome.BLOCKED),
    (read(None, Verdict.CHALLENGE), Outcome.BLOCKED),
    (read(None, Verdict.MAINTENANCE), Outcome.FAILED),
    (read(None, Verdict.SHELL), Outcome.BLOCKED),
    (replace(read(None, Verdict.SHELL), body=b" \n"), Outcome.FAILED),
    (read(None, Verdict.ERROR), Outcome.FAILED),
    (read(None, Verdict.MAINTENANCE, final_url="https://board.example/"), Outcome.FAILED),
    (board(ROLES), Outcome.FAILED),
    (read(edited(sections=(section("about", "We are down for maintenance."),))), Outcome.FAILED),
    (read(edited(title=None, organization=None, pay=None, locations=(), deadline=None)), Outcome.FAILED),
    (read(Posting(title="Machine Listening Intern")), Outcome.FAILED),
]


@pytest.mark.parametrize(("observation", "outcome"), BAD)
def test_a_bad_look_says_nothing_of_the_content_and_keeps_the_baseline(observation, outcome):
    judgement = look(KNOWN, observation)
    assert (judgement.outcome, judgement.changes, judgement.makes_version) == (outcome, (), False)
    assert judgement.reason
    assert judgement.after == replace(KNOWN, failures=1, failing_since=NOW)
    assert look(judgement.after, read(edited(pay=pay(65)))).after.failures == 0


def test_a_page_that_only_scripts_would_fill_says_what_it_needs():
    shell = replace(read(None, Verdict.SHELL), body=b'<div id="root"></div><script src="/app.js"></script>')
    assert look(KNOWN, shell).reason == look(Known(), shell).reason == "needs a browser"


def test_a_page_that_stops_in_the_middle_is_a_failure_and_a_shortened_sentence_an_edit():
    cut = POSTING.sections[1]
    cut = replace(cut, text=cut.text[: cut.text.index("recordings") + len("recordings")])
    assert look(KNOWN, read(edited(sections=(POSTING.sections[0], cut)))).outcome is Outcome.FAILED
    shortened = edited(sections=(POSTING.sections[0], cut, *POSTING.sections[2:]))
    assert kinds(look(KNOWN, read(shortened))) == [Kind.DESCRIPTION_CHANGED]


def test_a_section_that_is_dropped_at_a_full_stop_is_an_edit():
    assert kinds(look(KNOWN, read(edited(sections=POSTING.sections[:2] + POSTING.sections[3:])))) == [
        Kind.DESCRIPTION_CHANGED
    ]


def test_a_last_sentence_that_got_shorter_is_an_edit():
    assert kinds(look(KNOWN, read(reworded(POSTING, " at 12:00 PM ET.", "")))) == []
    short = reworded(edited(sections=POSTING.sections[:3]), "Patience with microphones.", "Patience")
    assert kinds(look(replace(KNOWN, posting=edited(sections=POSTING.sections[:3])), read(short))) == [
        Kind.DESCRIPTION_CHANGED
    ]


def test_a_posting_that_moved_to_another_address_is_the_same_posting():
    moved = read(edited(pay=pay(65)), final_url="https://board.example/openings/listening-intern")
    assert kinds(look(KNOWN, moved)) == [Kind.PAY_CHANGED]


def blinded(result, reason="no answer"):
    known, told = KNOWN, []
    for hours in (0, 2, 5, 6, 7):
        judgement = look(known, saw(result, later(hours=hours), reason=reason))
        known = judgement.after
        told.append(kinds(judgement))
    return known, told


@pytest.mark.parametrize(
    ("result", "kind"),
    [(Result.FAILED, Kind.UNREACHABLE), (Result.BLOCKED, Kind.BLOCKED), (Result.DISALLOWED, Kind.BLOCKED)],
)
def test_a_watch_that_is_blind_for_long_is_told_once_and_once_that_it_sees_again(result, kind):
    known, told = blinded(result)
    assert told == [[], [], [], [kind], []]
    assert (known.blind, known.failures, known.failing_since) == (kind, 5, NOW)
    again = look(known, saw(Result.NOT_MODIFIED, later(hours=8)))
    assert (kinds(again), again.after.blind, again.after.failures) == ([Kind.RECOVERED], None, 0)
    assert kinds(look(again.after, saw(Result.NOT_MODIFIED, later(hours=9)))) == []


def test_few_failures_over_long_or_many_within_short_are_not_blindness():
    long_apart = look(replace(KNOWN, failures=1, failing_since=later(days=-2)), saw(Result.FAILED))
    in_a_row = look(replace(KNOWN, failures=50, failing_since=later(hours=-1)), saw(Result.FAILED))
    assert long_apart.changes == in_a_row.changes == ()


def test_what_changed_meanwhile_is_told_after_the_recovery():
    known, _ = blinded(Result.FAILED)
    assert kinds(look(known, read(edited(pay=pay(65))))) == [Kind.RECOVERED, Kind.PAY_CHANGED]


def test_a_404_ends_blindness_too_because_the_site_answers():
    known, _ = blinded(Result.FAILED)
    judgement = look(known, saw(Result.MISSING, later(hours=8)))
    assert (kinds(judgement), judgement.outcome) == ([Kind.RECOVERED], Outcome.MISSING)


def test_a_removed_posting_is_not_missed_when_its_site_falls_silent():
    known = replace(REMOVED, failures=9, failing_since=later(days=-1))
    assert look(known, saw(Result.FAILED)).changes == ()


# Boards


def test_roles_that_come_and_go_are_told():
    judgement = look(BOARD, board((*ROLES[1:], Role(title="Purser", url="https://hub.example/99"))))
    assert kinds(judgement) == [Kind.POSTING_ADDED, Kind.POSTING_REMOVED]
    assert (judgement.after.version, judgement.after.status) == (2, WatchStatus.UNKNOWN)


def test_a_part_of_a_board_removes_nothing_and_forgets_nothing():
    part = board((Role(title="Purser", url="https://hub.example/99"),))
    part = replace(part, reading=replace(part.reading, whole=False))
    judgement = look(BOARD, part)
    assert kinds(judgement) == [Kind.POSTING_ADDED]
    assert len(judgement.after.roles) == len(ROLES) + 1
    assert kinds(look(judgement.after, replace(part, fetched_at=later(hours=1)))) == []


def part(roles, at=NOW, why=f"{joined.NOT_READ}HTTP 500"):
    """What is read of a board of which a later page fails."""
    seen = board(roles, at)
    return replace(seen, reading=replace(seen.reading, whole=False, reasons=("2 pages", f"it goes on: {why}")))


def test_a_part_of_a_board_that_cannot_be_read_for_long_is_told_once_and_what_could_be_read_still_counts():
    new = Role(title="Purser", url="https://hub.example/99")
    first = look(BOARD, part(ROLES[:4]))
    second = look(first.after, part((*ROLES[:4], new), later(hours=3)))
    third = look(second.after, part((*ROLES[:4], new), later(hours=7)))
    fourth = look(third.after, part((*ROLES[:4], new), later(hours=8)))
    assert [kinds(it) for it in (first, second, third, fourth)] == [[], [Kind.POSTING_ADDED], [Kind.UNREACHABLE], []]
    assert "HTTP 500" in third.changes[0].summary
    assert (third.outcome, third.after.last_good_at) == (Outcome.UNCHANGED, later(hours=7))
    assert "HTTP 500" in third.reason
    whole = look(fourth.after, board((*ROLES, new), later(hours=9)))
    assert (kinds(whole), whole.after.failures, whole.after.blind) == ([Kind.RECOVERED], 0, None)


@pytest.mark.parametrize("why", ["more than 50 pages are not read", "its next page is on another host"])
def test_a_part_that_is_all_that_is_ever_read_is_no_blindness(why):
    judgement = look(BOARD, part(ROLES[:4], why=why))
    assert (judgement.after.failures, judgement.after.failing_since) == (0, None)


def test_a_board_of_which_a_part_can_be_read_again_has_not_recovered_yet():
    known = replace(BOARD, failures=5, failing_since=later(hours=-9), blind=Kind.UNREACHABLE)
    seen = look(known, part(ROLES[:4]))
    assert (kinds(seen), seen.after.blind, seen.after.failures) == ([], Kind.UNREACHABLE, 6)


def test_a_public_address_that_is_asked_by_its_call_was_not_redirected():
    public = "https://jobs.lever.co/northwind/11111111-2222-3333-4444-555555555555"
    call = fetch_url(public)
    assert call != public
    other = edited(title="Harbour pilot", sections=(section(SectionKind.RESPONSIBILITIES, "- Guide tankers."),))
    answered = replace(read(other, final_url=call), url=public)
    assert look(KNOWN, answered).outcome is not Outcome.MISSING


@pytest.mark.parametrize("left", [(), ROLES[:3]])
def test_a_board_that_loses_most_at_once_is_looked_at_again_first(left):
    first = look(BOARD, board(left))
    assert (first.outcome, first.changes, first.confirm) == (Outcome.MISSING, (), True)
    assert first.after.roles == ROLES
    back = look(first.after, board(ROLES, later(minutes=15)))
    assert (back.outcome, back.changes, back.after.missing_since) == (Outcome.UNCHANGED, (), None)
    second = look(first.after, board(left, later(minutes=15)))
    assert kinds(second) == [Kind.POSTING_REMOVED] * (len(ROLES) - len(left))
    assert second.after.roles == left


def test_a_small_board_that_empties_needs_no_second_look():
    assert kinds(look(replace(BOARD, roles=ROLES[:2]), board(()))) == [Kind.POSTING_REMOVED] * 2


def test_a_board_whose_postings_are_linked_and_read_as_none_is_a_failure():
    linked = "".join(f"<a class=row href='/{number}?utm_source=x'>Diver</a>" for number in range(5)).encode()
    shown = board((), final_url="https://hub.example/jobs")
    seen = look(BOARD, replace(shown, body=linked))
    assert (seen.outcome, seen.changes, seen.after.roles) == (Outcome.FAILED, (), ROLES)
    assert seen.reason == "5 of its 8 postings are linked, and read as none any more"
    few = look(BOARD, replace(shown, body=linked[: len(linked) // 5 * 4]))
    assert few.outcome is Outcome.MISSING


def test_a_board_that_is_gone_is_removed_and_restored():
    first = look(BOARD, saw(Result.MISSING))
    second = look(first.after, saw(Result.MISSING, later(hours=1)))
    assert kinds(second) == [Kind.REMOVED]
    assert second.changes[0].summary.startswith("Board removed")
    assert kinds(look(second.after, board(ROLES, later(hours=2)))) == [Kind.RESTORED]


def test_a_board_where_a_posting_stands_is_a_failure_and_a_redirect_of_it_is_none():
    assert look(BOARD, read()).outcome is Outcome.FAILED
    assert look(BOARD, board(ROLES, final_url="https://board.example/")).outcome is Outcome.UNCHANGED
