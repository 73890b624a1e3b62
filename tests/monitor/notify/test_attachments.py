"""The page as seen and the deadline for a calendar: what is made of them, and how they travel."""

import asyncio
import base64
from datetime import timedelta
from http import HTTPStatus
from types import SimpleNamespace

import pytest
from sqlalchemy import update

from monitor.notify import attachments as made
from monitor.notify.attachments import Attachment, Attachments, attachments_of
from monitor.notify.delivery import deliver
from monitor.notify.rendering import compose
from monitor.notify.sender import drain
from monitor.zones import zone_named
from storage import checks, snapshots, watches
from storage.rows import CheckRecord, NewVersion, NewWatch
from storage.tables import version

LONDON = zone_named("Europe/London")
MESSAGE_ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"
PAGE = b"<!doctype html><html><body><script>steal()</script><h1>Welder</h1></body></html>"
FILE = Attachment(name="posting-12-v2.html", media_type="text/html", content=b"<p>page")
EVENT = Attachment(name="deadline-12.ics", media_type="text/calendar", content=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
DEADLINE = {"at": "2026-03-01T17:00:00Z", "date_only": False, "zone": "America/New_York", "text": "March 1, noon ET"}

#: Python 3.13 has the newer name (RFC 9110).
TOO_LARGE = HTTPStatus(413).phrase


@pytest.fixture
def kept(database, now):
    """Keeps a watch with one version of a page; gives its number."""

    def keeping(body, headers=None, path="welder"):
        new = NewWatch(url=f"https://jobs.example.org/{path}", host="jobs.example.org", kind="posting")
        version = NewVersion(record={"posting": {}}, body=body, reader_version=1, headers=headers or {})
        with database.writing() as c:
            watch_id = watches.add(c, new, now=now, first_check_at=now)[0]
            record = CheckRecord(
                watch_id=watch_id,
                expected_version=0,
                checked_at=now,
                outcome="changed",
                reason=None,
                status="open",
                kind="posting",
                next_check_at=now + timedelta(hours=6),
                version=version,
                last_good_at=now,
                etag=None,
                last_modified=None,
                body_hash=None,
                record_hash=None,
                reader_version=1,
            )
            checks.record(c, record)
        return watch_id

    return keeping


@pytest.fixture
def attached(database, target, watch, change):
    """What goes along with changes of watches (number, version, kind)."""

    def attaching(*told, attach=("page",), record=None):
        group = [
            SimpleNamespace(
                watch=watch(id=number, **({"record": record} if record else {})),
                change=change(watch_id=number, to_version=version, kind=kind),
            )
            for number, version, kind in told
        ]
        with database.reading() as c:
            return attachments_of(c, target(attach=attach), group)

    return attaching


def with_deadline(**given):
    return {"posting": {"title": "Welder; night, shift", "organization": "Ironside", "deadline": DEADLINE | given}}


class TestPage:
    def test_goes_as_it_was_seen_and_can_run_and_load_nothing(self, kept, attached):
        [page] = attached((kept(PAGE), 1, "pay_changed")).files
        assert (page.name, page.media_type) == ("posting-1-v1.html", "text/html")
        assert page.content.endswith(PAGE)
        head = page.content.removesuffix(PAGE).decode()
        assert "default-src 'none'" in head
        assert "script-src" not in head

    def test_goes_once_for_several_changes_of_a_version(self, kept, attached):
        number = kept(PAGE)
        assert len(attached((number, 1, "pay_changed"), (number, 1, "title_changed")).files) == 1

    def test_is_utf_8_whatever_it_was(self, kept, attached):
        number = kept("<p>Größe".encode("cp1252"), {"content-type": "text/html; charset=latin-1"})
        [page] = attached((number, 1, "x")).files
        assert page.content.decode().endswith("<p>Größe")
        assert b'<meta charset="utf-8">' in page.content

    def test_is_plain_text_where_it_is_data(self, kept, attached):
        [page] = attached((kept(b'{"title": "<script>"}', {"content-type": "application/json"}), 1, "x")).files
        assert (page.name, page.media_type, page.content) == (
            "posting-1-v1.txt",
            "text/plain",
            b'{"title": "<script>"}',
        )

    def test_is_left_out_with_a_word_where_it_is_too_large(self, kept, attached, monkeypatch):
        monkeypatch.setattr(made, "LARGEST", 700)
        small, large = kept(PAGE), kept(PAGE + b"x" * 700, path="other")
        found = attached((large, 1, "pay_changed"), (small, 1, "pay_changed"))
        assert [it.name for it in found.files] == [f"posting-{small}-v1.html"]
        [word] = found.left_out
        assert f"the page of watch {large}, version 1" in word

    def test_is_left_out_with_a_word_where_it_is_gone(self, kept, attached):
        found = attached((kept(PAGE), 7, "pay_changed"))
        assert (found.files, len(found.left_out)) == ((), 1)

    def test_is_nothing_where_none_was_kept_or_asked_for(self, kept, attached):
        assert attached((kept(None), 1, "pay_changed")) == made.NONE
        assert attached((kept(PAGE, path="b"), 1, "pay_changed"), attach=()) == made.NONE


class TestCalendar:
    def calendar(self, attached, kind="deadline_changed", **deadline):
        found = attached((12, 2, kind), attach=("calendar",), record=with_deadline(**deadline))
        return "".join(it.content.decode().replace("\r\n ", "") for it in found.files)

    def test_has_the_deadline_under_a_lasting_name(self, attached):
        text = self.calendar(attached)
        assert "DTSTART:20260301T170000Z\r\n" in text
        assert "SUMMARY:Deadline: Welder\\; night\\, shift – Ironside\r\n" in text
        assert "UID:deadline-12-20260127170000000000@posting-monitor\r\n" in text

    def test_keeps_its_name_when_the_deadline_moves(self, attached):
        moved = self.calendar(attached, at="2026-03-09T17:00:00Z")
        assert "UID:deadline-12-20260127170000000000@posting-monitor\r\n" in moved

    def test_has_a_day_by_the_pages_own_calendar(self, attached):
        text = self.calendar(attached, at="2026-03-02T04:59:59Z", date_only=True)
        assert "DTSTART;VALUE=DATE:20260301\r\n" in text

    @pytest.mark.parametrize("kind", ["closed", "removed", "deadline_passed", "description_changed"])
    def test_goes_only_along_with_what_is_about_applying(self, kind, attached):
        assert self.calendar(attached, kind=kind) == ""

    def test_has_no_deadline_that_is_over(self, attached):
        assert self.calendar(attached, at="2026-02-05T16:59:59Z") == ""


@pytest.fixture
def sent(target, watch, change, now):
    def sending(url, attachments, seconds=5.0):
        message = compose([(change(), watch())], LONDON, MESSAGE_ID)
        return asyncio.run(deliver(target(url=url), message, seconds=seconds, now=now, attachments=attachments))

    return sending


class TestTravel:
    def test_in_mail_beside_the_message_and_never_in_it(self, post, sent):
        server = post()
        url = f"mailto://127.0.0.1:{server.port}?from=a@example.org&to=b@example.org"
        assert sent(url, Attachments(files=(FILE, EVENT))).ok
        [mail] = server.mails
        assert mail.get_content_type() == "multipart/mixed"
        assert [part.get_content_type() for part in mail.iter_parts()] == [
            "multipart/alternative",
            "text/html",
            "text/calendar",
        ]
        files = list(mail.iter_attachments())
        assert [it.get_content_disposition() for it in files] == ["attachment"] * 2
        assert [it.get_filename() for it in files] == ["posting-12-v2.html", "deadline-12.ics"]
        assert [it.get_payload(decode=True) for it in files] == [FILE.content, EVENT.content]
        assert "Pay raised" in mail.get_body(("html",)).get_content()

    def test_with_a_line_about_what_was_left_out(self, post, hook, sent):
        server, chat = post(), hook()
        left_out = Attachments(left_out=("Not attached: the <page> of watch 12",))
        sent(f"mailto://127.0.0.1:{server.port}?from=a@example.org&to=b@example.org", left_out)
        [mail] = server.mails
        assert "Not attached: the <page> of watch 12" in mail.get_body(("plain",)).get_content()
        assert "Not attached: the &lt;page&gt; of watch 12" in mail.get_body(("html",)).get_content()
        sent(f"json://127.0.0.1:{chat.port}/", left_out)
        assert "Not attached" in chat.taken[0].json["message"]

    def test_in_one_request_to_a_webhook(self, hook, sent):
        server = hook()
        assert sent(f"json://127.0.0.1:{server.port}/", Attachments(files=(FILE,))).ok
        [taken] = server.taken
        [file] = taken.json["attachments"]
        assert (file["filename"], file["mimetype"]) == ("posting-12-v2.html", "text/html")
        assert base64.b64decode(file["base64"]) == FILE.content
        assert taken.json["message"]

    def test_never_keep_the_words_from_a_webhook_that_refuses_them(self, hook, sent):
        server = hook()
        server.answers.append((413, {}, "too large", 0))
        result = sent(f"json://127.0.0.1:{server.port}/", Attachments(files=(FILE,)))
        assert (result.ok, result.answer) == (
            True,
            f"accepted without the files: HTTP 413 {TOO_LARGE}: too large",
        )
        assert [len(it.json["attachments"]) for it in server.taken] == [1, 0]
        assert len({it.headers["Idempotency-Key"] for it in server.taken}) == 1

    @pytest.mark.parametrize("refusal", ["552 5.3.4 too large", "554 5.7.1 no files of this kind"])
    def test_never_keep_the_words_from_a_mail_server_that_refuses_them(self, refusal, post, sent):
        server = post(before_answer=lambda: refusal if len(server.mails) == 1 else "250 kept")
        result = sent(
            f"mailto://127.0.0.1:{server.port}?from=a@example.org&to=b@example.org", Attachments(files=(FILE,))
        )
        assert (result.ok, result.answer) == (True, f"accepted without the files: {refusal}")
        assert [it.is_multipart() and len(list(it.iter_attachments())) for it in server.mails] == [1, 0]

    def test_are_not_blamed_for_a_server_that_is_broken(self, post, hook, sent):
        server, mails = hook(), post(before_answer=lambda: "451 4.3.0 come back")
        server.usual = (500, {}, "oh no", 0)
        assert not sent(f"json://127.0.0.1:{server.port}/", Attachments(files=(FILE,))).ok
        url = f"mailto://127.0.0.1:{mails.port}?from=a@example.org&to=b@example.org"
        assert not sent(url, Attachments(files=(FILE,))).ok
        assert (len(server.taken), len(mails.mails)) == (1, 1)

    def test_not_at_all_to_a_service_that_takes_none(self, hook, sent):
        server = hook()
        assert sent(f"mmost://127.0.0.1:{server.port}/s3cr3t-t0ken", Attachments(files=(FILE,), left_out=("x",))).ok
        [taken] = server.taken
        assert "attachments" not in taken.json
        assert not taken.json["text"].endswith("x")

    def test_after_the_words_where_they_go_by_themselves(self, hook, sent):
        server = hook()
        assert sent(f"ntfy://127.0.0.1:{server.port}/topic", Attachments(files=(FILE, EVENT))).ok
        words, *files = server.taken
        assert "Pay raised" in words.json["message"]
        assert [it.body for it in files] == [FILE.content, EVENT.content]

    def test_refused_without_the_words_being_sent_again(self, hook, sent):
        server = hook()
        server.answers.extend([(200, {}, "{}", 0), (413, {}, "too large", 0)])
        result = sent(f"ntfy://127.0.0.1:{server.port}/topic", Attachments(files=(FILE,)))
        assert (result.ok, result.answer) == (
            True,
            f"accepted without the files: HTTP 413 {TOO_LARGE}: too large",
        )

    def test_unanswered_without_the_words_being_sent_again(self, hook, sent):
        server = hook()
        server.answers.extend([(200, {}, "{}", 0), None])
        result = sent(f"ntfy://127.0.0.1:{server.port}/topic", Attachments(files=(FILE,)), seconds=1.5)
        assert (result.ok, result.unknown) == (True, False)
        assert "files" in result.answer


def test_the_page_goes_along_with_a_notice_to_a_target_that_asks_for_it(database, settings, target, tell, hook, now):
    server = hook()
    given = settings(
        target(name="team", url=f"json://127.0.0.1:{server.port}/", attach=("page", "calendar")),
        target(name="me", url=f"json://127.0.0.1:{server.port}/"),
    )
    tell(1, "team", "me")
    with database.writing() as c:
        body = snapshots.keep(c, PAGE, like=None)
        c.execute(update(version).values(snapshot=body))
    asyncio.run(drain(database, given, now=lambda: now))
    names = sorted([file["filename"] for file in it.json["attachments"]] for it in server.taken)
    assert names == [[], ["posting-1-v1.html"]]
