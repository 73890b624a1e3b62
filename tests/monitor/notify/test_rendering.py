"""What a message says, and that every sink gets it whole and harmless."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml import html as parser

from monitor.notify.mail import Route, compose_mail
from monitor.notify.rendering import compose, compose_bulletin
from monitor.notify.specimens import specimen
from monitor.vocabulary import Direction, Kind, Severity
from monitor.zones import zone_named

LONDON = zone_named("Europe/London")
NEW_YORK = zone_named("America/New_York")
ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"
EVIL = "Welder</p><script>x</script> @here <!channel> [bank](https://evil.example) *\r\nBcc: v@example.org\x1b[31m"


def record(title="Welder, night shift", organization="Ironside Yards", /, **evidence):
    words = {name: {"source": "text", "text": text, "where": None} for name, text in evidence.items()}
    return {"posting": {"title": title, "organization": organization, "evidence": words}, "roles": None}


@pytest.fixture
def told(change, watch):
    def make(zone=LONDON, given_record=None, **given):
        return compose([(change(**given), watch(record=given_record or record()))], zone, ID)

    return make


def deadline(at, *, date_only=False, zone=None):
    return {"at": at, "date_only": date_only, "zone": zone, "text": "the deadline"}


def test_names_posting_change_evidence_times_and_addresses(told):
    message = told(given_record=record(pay="$60/hr, paid weekly"))
    assert message.title == "Pay raised: Welder, night shift – Ironside Yards"
    assert message.text == (
        "Pay raised: $55 → $60 an hour\n"
        "Welder, night shift – Ironside Yards\n"
        "\n"
        "Before: $55 an hour\n"
        "After: $60 an hour\n"
        "On the page: “$60/hr, paid weekly”\n"
        "Seen: Thu 5 February 2026, 17:00 GMT (it was still as before on Thu 5 February 2026, 11:00 GMT)\n"
        "Posting: https://jobs.example.org/welder\n"
        "History: monitor history 12\n"
    )


def test_times_are_in_the_users_zone_in_summer_too(told):
    summer = datetime(2026, 7, 5, 17, 0, tzinfo=UTC)
    message = told(NEW_YORK, detected_at=summer, since=summer - timedelta(days=1))
    assert "Seen: Sun 5 July 2026, 13:00 EDT (it was still as before on Sat 4 July 2026, 13:00 EDT)" in message.text


def test_a_deadline_is_told_in_the_users_zone_with_the_pages_own_time(told):
    message = told(
        kind="deadline_changed",
        direction="extended",
        before=deadline("2026-02-03T17:00:00Z", zone="America/New_York"),
        after=deadline("2026-02-05T23:59:59Z", date_only=True),
    )
    assert "Before: Tue 3 February 2026, 17:00 GMT (12:00 EST on the page)\n" in message.text
    assert "After: Thu 5 February 2026, end of the day\n" in message.text


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("+01:00", "17:00 GMT (18:00 UTC+01:00 on the page)"),
        ("Europe/London", "17:00 GMT\n"),
        (None, "17:00 GMT\n"),
        ("../../etc/passwd", "17:00 GMT\n"),
        ("Nowhere", "17:00 GMT\n"),
    ],
)
def test_a_zone_of_the_page_is_told_where_it_differs(zone, expected, told):
    message = told(kind="deadline_changed", before=None, after=deadline("2026-02-03T17:00:00Z", zone=zone))
    assert f"After: Tue 3 February 2026, {expected}" in message.text


def test_a_reminder_tells_the_deadline_once_and_no_since(told):
    message = told(
        kind="deadline_soon",
        direction=None,
        before=None,
        after=deadline("2026-02-07T17:00:00Z"),
        summary="Deadline in 2 days: 7 Feb 2026 17:00 UTC",
    )
    assert message.title.startswith("Deadline soon: ")
    assert "\nDeadline: Sat 7 February 2026, 17:00 GMT\nSeen: Thu 5 February 2026, 17:00 GMT\n" in message.text


def test_a_new_posting_on_a_board_is_named_and_linked_by_itself(told):
    role = {"title": "Foundry lead", "url": "https://jobs.example.org/foundry"}
    message = told(
        kind="posting_added",
        direction=None,
        before=None,
        after=role,
        summary="New posting: Foundry lead",
        given_record={"posting": None, "roles": [role]},
    )
    assert message.title == "New posting: Foundry lead"
    assert "Posting: https://jobs.example.org/foundry\nBoard: https://jobs.example.org/welder\n" in message.text


def test_a_posting_without_a_title_is_named_by_its_address(told):
    message = told(given_record={"posting": None, "roles": None})
    assert message.title == "Pay raised: jobs.example.org/welder"


def test_evidence_of_another_version_is_left_out(change, watch):
    later = watch(version=3, record=record(pay="$70/hr"))
    assert "On the page" not in compose([(change(), later)], LONDON, ID).text


def test_changed_words_are_marked(told):
    message = told(
        kind="description_changed",
        direction=None,
        field="requirements",
        before="- 3 years of welding\n- A valid certificate",
        after="- 5 years of welding\n- A valid certificate",
        summary="Requirements changed: “3 years” → “5 years”",
    )
    assert message.title.startswith("Requirements changed: ")
    page = parser.fromstring(message.html)
    assert page.xpath("//del/text()") == ["3"]
    assert page.xpath("//ins/text()") == ["5"]
    assert "**5** years" in message.markdown


def test_changes_of_one_posting_are_gathered_under_its_name(change, watch):
    message = compose([(change(), watch()), (change(kind="closed", severity="critical"), watch())], LONDON, ID)
    assert message.title == "2 changes (1 critical): Welder, night shift – Ironside Yards"
    assert message.severity is Severity.CRITICAL
    assert message.thread is not None


def test_changes_of_several_watches_are_counted(change, watch):
    message = compose([(change(), watch()), (change(watch_id=13), watch(id=13))], LONDON, ID)
    assert message.title == "2 changes on 2 watches"
    assert message.thread is None
    assert len(parser.fromstring(message.html).xpath("//h2")) == 2


def test_a_digest_groups_by_posting_the_gravest_first_with_counts_and_contents(change, watch):
    told = [
        (change(), watch()),
        (change(watch_id=13, kind="closed", severity="critical", summary="Applications closed"), watch(id=13)),
        (change(kind="title_changed", severity="medium", summary="Title changed"), watch()),
    ]
    message = compose(told, LONDON, ID)
    assert message.title == "3 changes (1 critical) on 2 watches"
    lines = message.text.splitlines()
    assert lines[:2] == [
        "1 critical, 1 high, 1 medium",
        "On: Welder, night shift – Ironside Yards (1) · Welder, night shift – Ironside Yards (2)",
    ]
    summaries = ("Applications closed", "Pay raised: $55 → $60 an hour", "Title changed")
    assert [line for line in lines if line in summaries] == list(summaries)
    assert lines.count("Welder, night shift – Ironside Yards") == 2
    page = parser.fromstring(message.html)
    assert [item.text_content() for item in page.xpath("//ol/li")] == [
        "Welder, night shift – Ironside Yards – 1 critical",
        "Welder, night shift – Ironside Yards – 1 high, 1 medium",
    ]


def test_changes_of_one_posting_stay_in_the_order_in_which_they_happened(change, watch):
    told = [(change(kind="reopened", summary="Later"), watch()), (change(kind="closed", severity="critical"), watch())]
    text = compose(told, LONDON, ID).text
    assert text.index("Later") < text.index("Pay raised")


def test_new_postings_of_one_board_stand_under_its_address(change, watch):
    roles = [{"title": name, "url": f"https://jobs.example.org/{name}"} for name in ("foundry", "tower")]
    told = [
        (change(kind="posting_added", before=None, after=role, summary=f"New posting: {role['title']}"), watch())
        for role in roles
    ]
    message = compose(told, LONDON, ID)
    assert message.title == "2 changes on https://jobs.example.org/welder"
    assert "\nhttps://jobs.example.org/welder\n\nNew posting: foundry\n" in message.text
    assert message.text.count("Board: https://jobs.example.org/welder") == 2


def test_messages_link_to_the_web_page_where_there_is_one(change, watch):
    message = compose([(change(), watch())], LONDON, ID, public_url="https://monitor.example.org/here/")
    assert "\nWatch: https://monitor.example.org/here/watches/12\n" in message.text
    assert "https://monitor.example.org/here/watches/12" in parser.fromstring(message.html).xpath("//a/@href")
    assert "Watch: " not in compose([(change(), watch())], LONDON, ID).text


def test_word_about_the_service_itself_is_a_message_in_every_form():
    message = compose_bulletin("Target team is failing", "17 wait.\nHTTP 403: *@here*", ID, severity=Severity.HIGH)
    assert (message.id, message.title, message.severity) == (ID, "Target team is failing", Severity.HIGH)
    assert message.text == "Target team is failing\n17 wait.\nHTTP 403: *@here*\n"
    assert message.markdown == (
        "**Target team is failing**\n17 wait.\nHTTP 403: \\*@\u200bhere\\*\n\nNotice 0123456789ab"
    )
    page = parser.fromstring(message.html)
    assert page.xpath("//h1")[0].text_content() == "Target team is failing"
    assert message.chat_forms.within(60).startswith("Target team is… (17 wait.")


@pytest.mark.parametrize("kind", Kind)
def test_a_mail_is_readable_without_its_styles_loads_nothing_and_says_that_it_does_dark(kind, now):
    page = parser.fromstring(compose([specimen(kind, now)], LONDON, ID).html)
    assert page.xpath("//meta[@name='color-scheme']/@content") == ["light dark"]
    assert "prefers-color-scheme:dark" in page.xpath("string(//style)")
    assert not page.xpath("//img|//link|//script|//*[@src]|//*[@background]")
    assert "url(" not in parser.tostring(page, encoding="unicode")
    for styled in page.xpath("//*[contains(@style, 'color:')]/@style"):
        assert ("color:#" in styled.replace("background:#", "")) == ("background:#" in styled)


def test_two_sources_that_disagree_are_neither_old_nor_new(now):
    page = parser.fromstring(compose([specimen(Kind.SOURCES_DISAGREE, now)], LONDON, ID).html)
    assert [it.text_content() for it in page.xpath("//th")] == ["One source", "Another"]
    assert not page.xpath("//del|//ins")


def test_items_of_a_list_are_marked_one_by_one(now):
    page = parser.fromstring(compose([specimen(Kind.LOCATION_CHANGED, now)], LONDON, ID).html)
    assert page.xpath("//ins/text()") == ["; New York, NY"]
    assert not page.xpath("//del")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("direction", [None, *Direction])
def test_every_kind_and_direction_has_words(kind, direction, told):
    message = told(kind=kind.value, direction=direction and direction.value)
    headline = message.title.removesuffix(": Welder, night shift – Ironside Yards")
    assert headline[0].isupper()
    assert "_" not in headline


def test_hostile_words_stay_words_in_every_form(told):
    message = told(
        given_record=record(EVIL, EVIL, pay=EVIL),
        kind="title_changed",
        direction=None,
        before=EVIL,
        after=f"{EVIL} more",
        summary=f"Title changed: {EVIL}",
    )
    page = parser.fromstring(message.html)
    assert page.xpath("//script") == []
    assert page.xpath("//a/@href") == ["https://jobs.example.org/welder"]
    for told_to_chat in (message.markdown, message.chat_text, message.chat_title):
        assert "@here" not in told_to_chat
        assert "](" not in told_to_chat.replace("\\]", "")
    for form in (message.title, message.text, message.html, message.markdown, message.chat_text):
        assert "\x1b" not in form
        assert "\r" not in form
    assert "\n" not in message.title


def test_no_header_of_a_mail_comes_from_a_page(told, now):
    message = told(given_record=record(EVIL, EVIL), summary=EVIL)
    route = Route(
        host="127.0.0.1",
        port=25,
        mode="insecure",
        user=None,
        password=None,
        verify=True,
        sender=("monitor", "monitor@example.org"),
        to=(("", "you@example.org"),),
        headers={"X-Team": "a\r\nBcc: v@example.org", "Subject": "mine"},
    )
    mail = compose_mail(message, route, now)
    sent = mail.as_bytes().partition(b"\r\n\r\n")[0]
    assert not any(line.lower().startswith(b"bcc:") for line in sent.split(b"\r\n"))
    assert mail.get_all("Subject") == [message.title]
    assert mail["References"] == f"<{message.thread}@posting-monitor>"


def test_a_message_is_short_whatever_the_page_says(told):
    long = "word " * 100_000
    message = told(
        given_record=record(long, long, title=long), kind="title_changed", before=long, after=long[5:], summary=long
    )
    assert len(message.title) <= 200
    assert len(message.text) < 2500
    assert len(message.markdown) < 4000


def test_chats_see_which_notice_it_is(told):
    message = told()
    assert message.markdown.endswith("\n\nNotice 0123456789ab")
    assert message.chat_text.endswith("\n\nNotice 0123456789ab")
