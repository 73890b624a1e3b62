"""Answers and feeds of no known make, read by their shape; what is no posting, and what is no answer."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.pages import any_answer
from spiders.posting import EmploymentType, Page, PayUnit, Status, Verdict, Workplace
from spiders.reader import read

URL = "https://feed.example/jobs"


def answer(value, url=URL):
    return any_answer.read(value, Page(url=url, body=b"", fetched_at=datetime(2026, 1, 15, tzinfo=UTC)))


def test_a_feed_lists_its_entries(recorded):
    reading = recorded("feeds/vacancies.json", URL)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Teacher of Woodwork", "https://schools.example/jobs/118"),
        ("Caretaker", "https://schools.example/jobs/119"),
    ]


def test_an_entry_of_a_feed_is_read_field_by_field(recorded):
    posting = recorded("feeds/vacancies.json", f"{URL}#posting=hs-118").posting
    assert posting.title == "Teacher of Woodwork"
    assert posting.locations == ("Leeds, United Kingdom",)
    assert posting.employment_type is EmploymentType.PART_TIME
    assert (posting.posted_on, posting.starts_on) == (date(2026, 1, 4), "2026-04-13")
    assert posting.requisition_id == "HS-118"
    assert posting.apply_url == "https://schools.example/apply/118"
    assert (posting.pay.min, posting.pay.max) == (Decimal(31_650), Decimal(43_607))
    assert (posting.pay.currency, posting.pay.unit) == ("GBP", PayUnit.YEAR)
    assert posting.status is Status.OPEN
    assert posting.sections[0].text == "We plane, we saw.\nWe sand."
    assert posting.evidence["deadline"].where == "$.data.jobs[0].expiresAt"


def test_a_time_without_an_offset_is_one_at_the_posting_s_place(recorded):
    deadline = recorded("feeds/vacancies.json", f"{URL}#posting=HS-118").posting.deadline
    assert (deadline.at, deadline.zone) == (datetime(2026, 2, 6, 12, 0, tzinfo=UTC), "Europe/London")


def test_an_entry_that_the_feed_has_no_more_is_gone(recorded):
    assert recorded("feeds/vacancies.json", f"{URL}#posting=HS-1").verdict is Verdict.GONE


def test_rss_with_one_item_is_a_list_of_one(recorded):
    reading = recorded("feeds/vacancies.xml", URL)
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Laboratory Technician", "https://trust.example/vacancies/77")
    ]
    posting = recorded("feeds/vacancies.xml", f"{URL}#posting=LT-77").posting
    assert posting.locations == ("Hull",)
    assert posting.employment_type is EmploymentType.TEMPORARY
    assert posting.posted_on == date(2026, 1, 9)
    assert posting.deadline.at == datetime(2026, 2, 9, 9, 0, tzinfo=UTC)
    assert (posting.pay.min, posting.pay.max, posting.pay.currency) == (Decimal(23_100), None, "GBP")
    assert posting.evidence["locations"].where == "$.rss.channel.item.category[0]"


def test_hr_xml_spreads_a_posting_over_several_objects(recorded):
    reading = recorded("feeds/openings.xml", URL)
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert (posting.title, posting.organization) == ("Park Ranger", "Bureau of Quiet Places")
    assert posting.locations == ("Moab, UT United States", "Ely, NV United States")
    assert (posting.posted_on, posting.starts_on) == (date(2026, 1, 2), None)
    assert posting.deadline.at.date() == date(2026, 2, 13)
    assert posting.requisition_id == "PK-26-101"
    assert (posting.pay.min, posting.pay.max) == (Decimal(52_105), Decimal(67_735))
    assert (posting.pay.currency, posting.pay.unit) == ("USD", PayUnit.YEAR)
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert "Greet the herons" in posting.sections[-1].text


def test_what_stands_around_the_titled_object_is_the_posting_s_too(recorded):
    posting = recorded("feeds/detail.json", URL).posting
    assert (posting.title, posting.organization) == ("Kelp Drier", "Kelp Works A/S")
    assert posting.locations == ("Esbjerg, Syddanmark, Denmark",)
    assert posting.deadline.at.date() == date(2026, 2, 12)
    assert posting.apply_url == "https://www.kelpworks.example/"
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.evidence["deadline"].where == "$.JobPositionPosting.ApplicationDetails.ApplicationDeadlineDate"


@pytest.mark.parametrize(
    "value",
    [
        {"name": "jobs-scraper", "title": "jobs-scraper", "version": "0.0", "storages": {"dataset": "x.json"}},
        {"title": "A walk", "description": "On the hill", "startDate": "2026-02-01", "location": "Hill", "price": 4},
        {
            "title": "News",
            "body": "It rained",
            "author": {"name": "Ada"},
            "date": "2026-01-02",
            "link": "https://x.example",
        },
        {"firstName": "Ada", "lastName": "Holm", "jobTitle": "Foreman", "company": "Kelp Works", "location": "Esbjerg"},
        {"jobs": {"running": 4, "queued": 2}, "name": "worker", "status": "active"},
        [1, "two", None],
        {},
    ],
)
def test_what_is_no_posting_is_not_read_as_one(value):
    assert answer(value, "https://api.example/x") is None


@pytest.mark.parametrize(
    ("value", "gone"),
    [
        ({"statusCode": 404, "message": "Not Found"}, True),
        ({"error": "Job not found"}, True),
        ({"statusCode": 500, "message": "Internal error"}, False),
        ({"error": "Too many requests"}, False),
    ],
)
def test_not_found_is_gone_and_an_outage_is_nothing(value, gone):
    reading = answer(value)
    assert (reading is not None and reading.verdict is Verdict.GONE) is gone


def test_a_list_of_none_is_an_empty_board():
    assert answer({"jobs": [], "total": 0}).roles == ()


def test_a_board_s_own_name_is_no_posting():
    board = {
        "name": "Kelp Works",
        "description": "We dry kelp",
        "location": "Esbjerg",
        "jobs": [
            {"title": "Kelp Drier", "url": "/jobs/1", "location": "Esbjerg"},
            {"title": "Boatman", "url": "/jobs/2"},
        ],
    }
    reading = answer(board)
    assert reading.verdict is Verdict.LISTING
    assert [it.url for it in reading.roles] == ["https://feed.example/jobs/1", "https://feed.example/jobs/2"]


def test_similar_postings_beside_one_are_not_it():
    value = {
        "job": {"title": "Kelp Drier", "description": "<p>Dry the kelp.</p>", "salary": "30 000 DKK per month"},
        "similarJobs": [{"title": "Boatman", "salary": "1 DKK"}, {"title": "Netmaker", "salary": "2 DKK"}],
    }
    reading = answer(value)
    assert (reading.verdict, reading.posting.title) == (Verdict.POSTING, "Kelp Drier")


@pytest.mark.parametrize("key", ["recommendedJob", "related_posting", "nextVacancy"])
def test_another_posting_is_not_it_however_much_it_says(key):
    other = {"jobTitle": "Boatman", "location": "Ribe", "salary": "1 DKK", "deadline": "2026-02-01"}
    value = {
        key: {"job": other},
        "job": {"title": "Kelp Drier", "description": "<p>Dry the kelp.</p>", "location": "Esbjerg"},
    }
    assert answer(value).posting.title == "Kelp Drier"


def test_postings_by_number_are_a_list():
    jobs = {str(n): {"title": f"Netmaker {n}", "location": "Hull", "url": f"/jobs/{n}"} for n in range(3)}
    assert len(answer({"jobs": jobs}).roles) == 3


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"deadline": "2026-02-01"}, (2026, 2, 1)),
        ({"closingDate": "2026-02-01T00:00:00Z"}, (2026, 2, 1)),
        ({"application_deadline": 1769904000}, (2026, 2, 1)),
        ({"applyBy": 1769904000000}, (2026, 2, 1)),
        ({"closing_date": "Sun, 01 Feb 2026 23:59:00 GMT"}, (2026, 2, 1)),
        ({"bewerbungsfrist": "01.02.2026"}, (2026, 2, 1)),
        ({"Expiry_date": "01/02/2026 12:00:00"}, (2026, 2, 1)),
        ({"lastDateApplication": "/Date(1769904000000)/"}, (2026, 2, 1)),
        ({"deadline": "1 February 2026 at noon"}, (2026, 2, 1)),
        ({"deadline": "Open until filled"}, None),
        ({"validThrough": "2026-02-01"}, None),
        ({"deadline": "1970-01-01"}, None),
        ({"endDate": "2026-02-01", "startDate": "2025-09-01"}, None),
        ({"endDate": "2026-02-01", "startDate": "2026-03-01"}, (2026, 2, 1)),
    ],
)
def test_a_deadline_is_read_in_any_form_and_by_any_name(given, expected):
    posting = answer({"jobTitle": "Netmaker", "location": "Leeds", **given}).posting
    assert (posting.deadline and posting.deadline.at.timetuple()[:3]) == expected


def test_an_end_that_a_machine_made_is_no_deadline():
    dates = {"date_start": "2026-01-02T20:31:11.07+01:00", "date_expired": "2026-02-01T20:31:11.07+01:00"}
    posting = answer({"jobTitle": "Netmaker", "is_full_time": True, **dates}).posting
    assert posting.deadline is None
    assert posting.evidence["valid_through"].where == "$.date_expired"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"salary": {"min": 40000, "max": 50000, "currency": "EUR", "interval": "yearly"}},
            (40000, 50000, "EUR", "year"),
        ),
        (
            {"salary_min": 20, "salary_max": 25, "salary_currency": "USD", "pay_period": "hourly"},
            (20, 25, "USD", "hour"),
        ),
        (
            {"baseSalary": {"currency": "GBP", "value": {"minValue": 1, "maxValue": 2, "unitText": "DAY"}}},
            (1, 2, "GBP", "day"),
        ),
        ({"compensation": "CHF 90'000 - 110'000 per year"}, (90000, 110000, "CHF", "year")),
        ({"minSalary": "0", "maxSalary": "0"}, None),
        ({"salary": "Competitive"}, None),
        ({"salaryMin": 1, "salaryMax": 2, "currency": "EUR", "showSalary": False}, None),
    ],
)
def test_pay_is_read_in_any_form(given, expected):
    pay = answer({"jobTitle": "Netmaker", "location": "Leeds", **given}).posting.pay
    assert (pay and (int(pay.min), int(pay.max), pay.currency, pay.unit)) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"location": "Leeds"}, ("Leeds",)),
        ({"locations": [{"name": "Leeds"}, {"name": "Hull"}]}, ("Leeds", "Hull")),
        ({"city": "Leeds", "state": "Yorkshire", "country": "GB"}, ("Leeds, Yorkshire, United Kingdom",)),
        (
            {"jobLocation": {"address": {"addressLocality": "Leeds", "addressCountry": {"name": "GB"}}}},
            ("Leeds, United Kingdom",),
        ),
        ({"primaryLocation": "Leeds", "secondaryLocations": [{"name": "Hull"}]}, ("Leeds", "Hull")),
        ({"location": "Multiple Locations"}, ()),
        ({"location": "at_one_office"}, ()),
        ({"location": "Hybrid", "city": "Leeds"}, ("Leeds",)),
    ],
)
def test_places_are_read_in_any_form(given, expected):
    assert answer({"jobTitle": "Netmaker", "salary": "x", "description": "y", **given}).posting.locations == expected


@pytest.mark.parametrize(
    ("given", "workplace", "kind"),
    [
        ({"isRemote": True, "type": "Full-time"}, Workplace.REMOTE, EmploymentType.FULL_TIME),
        ({"remote": False, "type": "JobPosting"}, None, None),
        ({"workplaceType": "HYBRID", "employment_type": "PART_TIME"}, Workplace.HYBRID, EmploymentType.PART_TIME),
        ({"location": "Remote (US)", "isInternship": True}, None, EmploymentType.INTERNSHIP),
        ({"location": "Remote", "contractType": "fixed_term"}, Workplace.REMOTE, EmploymentType.TEMPORARY),
    ],
)
def test_kinds_are_read_from_words_and_flags(given, workplace, kind):
    posting = answer({"jobTitle": "Netmaker", "description": "y", **given}).posting
    assert (posting.workplace, posting.employment_type) == (workplace, kind)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"status": "Closed"}, Status.CLOSED),
        ({"status": "not_yet_open"}, Status.UPCOMING),
        ({"isActive": False}, Status.CLOSED),
        ({"expired": True}, Status.CLOSED),
        ({"status": "published"}, Status.OPEN),
        ({"isActive": True}, Status.OPEN),
    ],
)
def test_closed_is_what_the_object_says_of_itself(given, status):
    assert answer({"jobTitle": "Netmaker", "location": "Leeds", **given}).posting.status is status


def test_a_uuid_is_no_requisition_id():
    value = {"jobTitle": "Netmaker", "location": "Leeds", "reference": "561c8f63-c105-4142-ba14-4c345118e46b"}
    assert answer(value).posting.requisition_id is None


def test_xml_that_is_broken_inside_is_mended_and_one_that_is_cut_is_not(answers_changed):
    broken = answers_changed(
        "feeds/vacancies.xml",
        ('version="1.0" encoding', 'version=\\"1.0\\" encoding'),
        ("<ats:salaryRangeTo/>", "<A></a>"),
    )
    assert broken(URL).roles[0].title == "Laboratory Technician"
    assert answers_changed("feeds/vacancies.xml", ("</rss>", ""))(URL).roles is None


def test_entities_of_a_document_type_are_never_resolved(answers_changed):
    attack = answers_changed(
        "feeds/vacancies.xml",
        ("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss'),
        ("Keep the Bunsen burners lit.", "&x;"),
    )
    assert attack(URL).posting is None
    assert attack(URL).roles is None


def test_depth_and_width_have_bounds():
    deep = {"jobTitle": "Netmaker", "location": "Leeds"}
    for _ in range(300):
        deep = {"x": deep}
    assert answer(deep) is None
    wide = {"jobs": [{"title": f"Netmaker {n}", "url": f"/jobs/{n}", "location": "Leeds"} for n in range(3_000)]}
    assert len(answer(json.loads(json.dumps(wide))).roles) == 3_000


JOB = {"jobTitle": "Net Engineer", "company": "Kelp Farms", "location": "Bergen"}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"details": [{"name": "Tasks", "value": "<ul><li>Mend nets</li></ul>"}]}, "Mend nets"),
        ({"tasks": "<p>Mend nets</p>", "profile": "<p>Dry socks</p>"}, "Dry socks"),
        ({"description1": "<p>Mend nets</p>"}, "Mend nets"),
        ({"contents": "<p>Mend nets</p>"}, "Mend nets"),
    ],
)
def test_a_text_in_parts_is_read_with_their_headings(given, text):
    sections = answer({"job": JOB | given}).posting.sections
    assert text in " ".join(it.text for it in sections)
    assert any(it.heading in {"Tasks", "Profile"} for it in sections) is ("tasks" in given or "details" in given)


@pytest.mark.parametrize("given", ["N/A", "-", "none", "null", "Not specified"])
def test_what_stands_where_nothing_was_filled_in_says_nothing(given):
    posting = answer({"job": JOB | {"company": given, "salary": given, "deadline": given, "jobType": given}}).posting
    assert (posting.organization, posting.pay, posting.deadline, posting.employment_type) == (None,) * 4


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"salary": {"min": "45.000", "max": "52.000", "currency": "EUR", "period": "YEAR"}}, (45_000, 52_000)),
        ({"salary": {"min": "45 000,00", "max": "52\u202f000", "currency": "EUR", "period": "YEAR"}}, (45_000, 52_000)),
        (
            {"salaryMin": "22,50", "salaryMax": "28.75", "salaryCurrency": "EUR", "salaryUnit": "hour"},
            ("22.50", "28.75"),
        ),
        (
            {
                "salary_min_cents": 4_500_000,
                "salary_max_cents": 5_200_000,
                "salary_currency": "EUR",
                "payPeriod": "year",
            },
            (45_000, 52_000),
        ),
    ],
)
def test_amounts_are_read_however_their_digits_are_grouped(given, expected):
    pay = answer({"job": JOB | given}).posting.pay
    assert (pay.min, pay.max) == tuple(map(Decimal, expected))


@pytest.mark.parametrize("given", ["1", 1, True, "true"])
def test_pay_that_the_board_predicts_is_no_pay(given):
    said = {"salary_min": 45_000, "salary_max": 52_000, "salary_is_predicted": given}
    assert answer({"job": JOB | said}).posting.pay is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [("partial", Workplace.HYBRID), ("full", Workplace.REMOTE), ("fulltime", Workplace.REMOTE), ("no", None)],
)
def test_how_much_is_remote_says_the_workplace(given, expected):
    assert answer({"job": JOB | {"remote": given}}).posting.workplace is expected


def test_the_employer_of_a_list_is_that_of_its_entries():
    board = {"company_name": "Kelp Farms", "jobs": [{"id": "a", "jobTitle": "Net Engineer", "city": "Bergen"}]}
    assert answer(board, f"{URL}#posting=a").posting.organization == "Kelp Farms"


@pytest.mark.parametrize("key", ["id", "slug", "uuid", "jobId", "comm_adv_id"])
def test_a_posting_of_a_list_is_asked_for_by_any_number_of_its_own(key):
    entries = [
        JOB | {"jobTitle": title, key: number} for title, number in (("Net Engineer", "x-1"), ("Deckhand", "x-2"))
    ]
    assert answer({"jobs": entries}, f"{URL}#posting=x-2").posting.title == "Deckhand"
    assert answer({"jobs": entries}, f"{URL}#posting=x-3").verdict is Verdict.GONE


def test_an_employer_s_number_is_no_number_of_the_posting():
    assert answer({"jobs": [JOB | {"companyId": "x-1"}]}, f"{URL}#posting=x-1").verdict is Verdict.GONE


def test_a_text_in_several_languages_is_read_in_the_first():
    title = {"localization": [{"locale": "da-DK", "value": "Netbøder"}, {"locale": "en-GB", "value": "Net Mender"}]}
    assert answer({"job": {"title": title, "employer": "Kelp", "deadline": "2026-02-15"}}).posting.title == "Netbøder"


@pytest.mark.parametrize(
    ("value", "url", "verdict"),
    [
        ({"results": [], "total": 0}, "https://feed.example/api/jobs", Verdict.LISTING),
        ({"data": []}, "https://feed.example/api/vacancies", Verdict.LISTING),
        ({"rss": {"channel": {"title": "News"}}}, "https://feed.example/jobs/feed", Verdict.LISTING),
        ({"data": {"jobPosting": None}}, "https://feed.example/graphql", Verdict.GONE),
        ({"data": []}, "https://feed.example/api/users", None),
        ({"data": {"user": None}}, "https://feed.example/graphql", None),
        ({"data": {"jobPosting": None}, "errors": [{"message": "time-out"}]}, "https://feed.example/graphql", None),
    ],
)
def test_an_answer_with_nothing_in_it_says_what_there_would_be(value, url, verdict):
    reading = answer(value, url)
    assert (reading.verdict if reading else None) is verdict


def test_entries_that_link_to_postings_are_postings_whatever_the_address():
    entries = [
        {"title": it, "link": f"https://x.example/jobb/jobID:{it}", "town": "Oslo"} for it in ("Notbøter", "Kokk")
    ]
    assert len(answer({"rss": {"channel": {"item": entries}}}, "https://feed.example/rss").roles) == 2


def test_another_answer_with_a_version_of_its_api_is_not_ashby_s():
    said = {"apiVersion": "2", "jobs": [JOB | {"url": "https://x.example/jobs/1", "id": "1"}]}
    body = json.dumps(said).encode()
    page = Page(url="https://feed.example/api#posting=1", body=body, fetched_at=datetime(2026, 1, 15, tzinfo=UTC))
    assert read(page).posting.title == "Net Engineer"
