from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from monitor.calendars import Event, calendar

NOW = datetime(2026, 2, 5, 17, 0, tzinfo=UTC)


def event(**given):
    values = {
        "uid": "deadline-12@test",
        "at": datetime(2026, 3, 1, 17, 59, tzinfo=timezone(timedelta(hours=1))),
        "summary": "Deadline: Welder",
        "description": "apply",
        "url": "https://jobs.example.org/welder",
        "sequence": 2,
    }
    return Event(**{**values, **given})


def lines(*events):
    return calendar(events, NOW).decode().split("\r\n")


def unfolded(*events):
    return calendar(events, NOW).decode().replace("\r\n ", "").split("\r\n")


def test_a_moment_is_in_utc_and_makes_nobody_busy():
    written = lines(event())
    assert written[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert written[-2:] == ["END:VCALENDAR", ""]
    assert {"DTSTART:20260301T165900Z", "DTSTAMP:20260205T170000Z", "SEQUENCE:2", "TRANSP:TRANSPARENT"} <= {*written}
    assert "URL:https://jobs.example.org/welder" in written
    assert not [line for line in written if line.startswith("DTEND")]


def test_a_day_is_a_whole_day():
    written = lines(event(at=date(2026, 2, 28)))
    assert "DTSTART;VALUE=DATE:20260228" in written
    assert "DTEND;VALUE=DATE:20260301" in written


def test_texts_are_escaped():
    written = unfolded(event(summary="a,b;c\\d\ne\r\nf\rEND:VEVENT\x00\x1b", url=None))
    assert "SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\\nEND:VEVENT" in written
    assert written.count("END:VEVENT") == 1
    assert not [line for line in written if line.startswith("URL")]


def test_an_url_brings_no_line_of_its_own():
    assert "URL:https://a.example/ATTENDEE:x" in unfolded(event(url="https://a.example/\r\nATTENDEE:x\u2028"))


@given(st.text(max_size=300))
def test_any_text_makes_lines_of_75_octets_that_say_the_same_unfolded(text):
    written = calendar([event(summary=text, description=text, uid=text or "x")], NOW)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    whole = written.decode().replace("\r\n ", "")
    names = [line.partition(":")[0].partition(";")[0] for line in whole.split("\r\n") if line]
    assert names == [
        "BEGIN",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "BEGIN",
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "DTSTART",
        "SUMMARY",
        "DESCRIPTION",
        "URL",
        "TRANSP",
        "END",
        "END",
    ]
