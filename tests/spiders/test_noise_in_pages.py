"""Pages fetched twice: what sites write otherwise each time changes nothing that is read."""

from datetime import UTC, datetime

import pytest

from spiders.pages.listing import linked_roles
from spiders.posting import Page, Status, Verdict
from spiders.reader import read
from spiders.reading.document import parse_html
from spiders.reading.noise import is_noise_line

TEXT = "You fire the kiln at hours that no baker keeps, and you write down what came of it for the next shift. " * 3


def reading(html):
    return read(Page(url="https://kelp.example/jobs", body=html.encode(), fetched_at=datetime(2031, 3, 1, tzinfo=UTC)))


@pytest.mark.parametrize("space", [" ", "\n", "\r\n\t\t"])
def test_how_the_lines_of_a_link_are_broken_does_not_count(space):
    html = f"<body><p>Or see <a href='/x'>{space}other{space}postings{space}</a> of ours</p></body>"
    assert [it.linked for it in parse_html(html).blocks] == [len("otherpostings")]


@pytest.mark.parametrize("token", ["", "?gclid=28c98c607623", "?utm_medium=mail&amp;fbclid=f04571bd7b84"])
def test_the_digits_of_a_tracking_token_make_no_link_a_posting_s(token):
    links = "".join(
        f'<p><a href="/wir/{it[:4]}/{token}">{it}</a></p>' for it in ("Night Baker", "Sommerfest", "Garten", "Haus")
    )
    assert linked_roles(parse_html(f"<body>{links}</body>"), "https://kelp.example/") == ()


@pytest.mark.parametrize("notice", ["", "<p>No longer accepting applications</p>"])
def test_a_notice_under_the_title_moves_no_organization(notice):
    html = (
        f"<body><main><h1>Kiln Operator</h1>{notice}<div>KELP™</div><div>Leeds, England</div><p>{TEXT}</p>"
        f"<h2>Requirements</h2><ul><li>You can lift a bag of clay.</li></ul></main></body>"
    )
    found = reading(html)
    assert found.verdict is Verdict.POSTING
    assert (found.posting.organization, found.posting.locations) == ("KELP™", ("Leeds, England",))
    assert (found.posting.status is Status.CLOSED) == bool(notice)


@pytest.mark.parametrize(
    "line",
    ["Viewed 87 times today", "1.204-mal angesehen", "Vu 3 fois", "Zobrazeno 1 204krát", "Dnes zobrazilo 87 lidí"],
)
def test_counts_of_visitors_are_noise_in_every_language(line):
    assert is_noise_line(line)


@pytest.mark.parametrize("line", ["Apply by 5 March", "Seen 3 films a week", "Visto B1 required", "Vu les délais"])
def test_what_only_begins_like_a_count_or_a_control_is_none(line):
    assert not is_noise_line(line)


@pytest.mark.parametrize("line", ["Apply by post", "Apply by e-mail"])
def test_a_control_that_names_a_way_to_apply_is_noise(line):
    assert is_noise_line(line)
