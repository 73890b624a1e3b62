"""Short lines: ages, counters, labels, kinds of employment and workplace, headings, requisition numbers."""

from datetime import date

import pytest

from spiders.posting import EmploymentType, SectionKind, Workplace
from spiders.reading import employment, headings, noise, posted, requisition, roles, start, workplace
from spiders.reading.document import Block
from spiders.reading.labels import find_labels
from spiders.reading.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "1 month ago",
        "Posted 3 days ago",
        "Reposted 1 week ago",
        "vor 2 Tagen",
        "30+ days ago",
        "il y a 3 jours",
        "just now",
        "před 5 dny",
        "25 applicants",
        "Be among the first 25 applicants",
        "1,024 views",
        "Apply now",
        "Jetzt bewerben",
        "Share",
        "Save job",
        "×",
        "We use cookies to improve this site.",
        "Subscribe to Grid Letters for the latest jobs, direct to your inbox.",
    ],
)
def test_lines_that_are_never_of_the_posting(text):
    assert noise.is_noise_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "London",
        "Apply machine learning to real problems",
        "3 years of experience",
        "You will share what you learn",
        "10 weeks of training for 25 people",
    ],
)
def test_lines_that_may_be(text):
    assert not noise.is_noise_line(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-12", date(2026, 1, 12)),
        ("12.01.2026", date(2026, 1, 12)),
        ("05/09/2018", date(2018, 9, 5)),
        ("12 January 2026", date(2026, 1, 12)),
        ("January 12th, 2026", date(2026, 1, 12)),
        ("12 de enero de 2026", date(2026, 1, 12)),
        ("Thu Jul 01 00:00:00 UTC 2021", date(2021, 7, 1)),
        ("2020-10-20 20:28:32 UTC", date(2020, 10, 20)),
        ("31/02/2026", None),
        ("3 days ago", None),
        ("Jan 20", None),
    ],
)
def test_dates_of_posting(text, expected):
    assert posted.read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("FULL_TIME", EmploymentType.FULL_TIME),
        ("Teilzeit", EmploymentType.PART_TIME),
        ("Internship, full-time", EmploymentType.INTERNSHIP),
        ("Fixed term contract", EmploymentType.TEMPORARY),
        ("Práce na plný úvazek", EmploymentType.FULL_TIME),
        ("Heltid", EmploymentType.FULL_TIME),
        ("Engineering", None),
    ],
)
def test_kinds_of_employment(text, kind):
    assert employment.from_words(text) is kind


def test_a_word_within_a_sentence_is_no_line_of_employment():
    assert employment.is_only_employment("Permanent, Part-time")
    assert not employment.is_only_employment("Full time manager wanted")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You will come to the office at least 3 days a week.", None),
        ("We ask that you come into the office 3 days a week.", Workplace.HYBRID),
        ("supporting a hybrid model that values autonomy", Workplace.HYBRID),
        ("This role is fully remote.", Workplace.REMOTE),
        ("This position is on-site in Leeds.", Workplace.ONSITE),
        ("You manage hybrid clouds and remote servers.", None),
        ("Die Stelle ist vor Ort.", Workplace.ONSITE),
        ("Le poste est à distance.", Workplace.REMOTE),
        ("Le poste est ouvert à distance de Lyon.", None),
        ("El puesto es presencial.", Workplace.ONSITE),
        ("La posizione è ibrida.", Workplace.HYBRID),
        ("De functie is op locatie.", Workplace.ONSITE),
        ("Tjänsten är på distans.", Workplace.REMOTE),
        ("Rollen är på plats.", Workplace.ONSITE),
        ("Stillingen er hybrid.", Workplace.HYBRID),
        ("Työ on etätyötä.", Workplace.REMOTE),
        ("Praca jest zdalna.", Workplace.REMOTE),
        ("Pozice je hybridní.", Workplace.HYBRID),
        ("A vaga é presencial.", Workplace.ONSITE),
    ],
)
def test_workplaces_that_sentences_say(text, kind):
    found = workplace.in_prose(text, text.lower())
    assert (found and found[0]) is kind or (kind is None and found is not None and found[0] is Workplace.HYBRID)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("starts on June 15, 2026", "2026-06-15"),
        ("start in mid- June 2026", "2026-06"),
        ("Start date: 1 September 2026", "2026-09-01"),
        ("start soon", None),
    ],
)
def test_starts(text, expected):
    found = start.find_start(text, text.lower())
    assert (found and found.value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Job ID: R-12263", "R-12263"),
        ("Req. #4711", "4711"),
        ("Vacancy reference: AB/12-3", "AB/12-3"),
        ("the job of 10 people", None),
    ],
)
def test_requisition_numbers(text, expected):
    found = requisition.in_prose(text, text.lower())
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What You’ll Do", SectionKind.RESPONSIBILITIES),
        ("Ihr Profil", SectionKind.REQUIREMENTS),
        ("Nabízíme", SectionKind.BENEFITS),
        ("Where You'll Be", SectionKind.LOCATION),
        ("About Northwind", SectionKind.ABOUT),
        ("Salary range", SectionKind.PAY),
        ("Seven swans a-swimming", SectionKind.OTHER),
        ("You'll be a great addition if you have", SectionKind.REQUIREMENTS),
    ],
)
def test_what_headings_announce(heading, kind):
    assert headings.about_what(heading) is kind


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("Related Jobs", "postings"),
        ("People also viewed", "postings"),
        ("Ähnliche Stellen", "postings"),
        ("Das könnte dir auch gefallen", "postings"),
        ("Vous aimerez aussi", "postings"),
        ("Te puede interesar", "postings"),
        ("Potrebbe interessarti anche", "postings"),
        ("Vanliga sökningar", "postings"),
        ("Populære søgninger", "postings"),
        ("Może Cię też zainteresować", "postings"),
        ("Browse by city", "postings"),
        ("Nos conseils", "articles"),
        ("Industry Insights", "articles"),
        ("Subscribe to our newsletter", "subscription"),
        ("Our team", None),
        ("Requirements", None),
        ("Podcast Producer", None),
    ],
)
def test_headings_over_what_is_not_the_postings(heading, what):
    assert headings.not_of_the_posting(heading) == what


@pytest.mark.parametrize(
    "text",
    [
        "ML Engineer",
        "Praktikant (m/w/d)",
        "Vývojář",
        "Headteacher",
        "Night Baker",
        "Junior Logistikplanerare",
        "Elingenjör",
        "Bruchsteinmaurerin und Betreuerin",
        "Tilkoblingsmontør",
    ],
)
def test_lines_that_name_a_role(text):
    assert roles.reads_as_role(text)


@pytest.mark.parametrize(
    "text", ["Division of Student Life", "We look for an engineer.", "Sales & Marketing", "London"]
)
def test_lines_that_name_none(text):
    assert not roles.reads_as_role(text)


def test_labels_beside_over_and_in_several_bullets():
    blocks = [
        Block(text="Location: Leeds", tag="p"),
        Block(text="Job ID", tag="dt"),
        Block(text="4711", tag="dd"),
        Block(text="Employer", tag="h3", level=3),
        Block(text="Brown Crust Ltd", tag="p"),
        Block(text="Job type", tag="h3", level=3),
        Block(text="Permanent", tag="li", item=True),
        Block(text="Part-time", tag="li", item=True),
        Block(text="We bake: location matters to us, and so does time.", tag="p"),
    ]
    assert [(it.field, it.value) for it in find_labels(blocks)] == [
        ("location", "Leeds"),
        ("requisition_id", "4711"),
        ("organization", "Brown Crust Ltd"),
        ("employment_type", "Permanent; Part-time"),
    ]


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("We are looking for a baker who will work with us in the night and for the day", "da", "en"),
        ("Wir suchen einen Bäcker, der mit uns die Nacht und den Tag bäckt, für die Stadt und das Land", "en", "de"),
        ("Baker", "cs-CZ", "cs"),
        ("Baker", None, None),
    ],
)
def test_language_of_a_text(text, declared, expected):
    assert language_of(text, declared) == expected
