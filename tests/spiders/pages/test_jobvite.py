"""Jobvite's pages: a board, a posting, an address that led to the board because the posting is gone."""

import pytest

from spiders.posting import EmploymentType, Verdict

HOST = "https://jobs.jobvite.com"
BOARD = """<!doctype html><html><head><title>Halyard Careers</title></head><body><table class="jv-job-list">
<tr><td class="jv-job-list-name">
<a href="/halyard/job/oAb12cD3?__jvst=Job%20Board&utm_source=x">Sextant Repairer</a></td>
<td class="jv-job-list-location">Cadiz, Spain</td></tr>
<tr><td class="jv-job-list-name"><a href="/halyard/job/oAb12cD4">Compass Adjuster</a></td>
<td class="jv-job-list-location">2 Locations</td></tr></table></body></html>"""
_NEXT = '<span class="jv-inline-separator"></span>'
META = f"Instruments{_NEXT}Cadiz, Spain{_NEXT} Lisbon, Portugal{_NEXT}Part-Time{_NEXT}Req ID: R1077"
POSTING = f"""<!doctype html><html><head><title>Sextant Repairer - Halyard Careers</title></head><body>
<h2 class="jv-header">Sextant Repairer</h2>
<p class="jv-job-detail-meta">{META}</p>
<div class="jv-job-detail-description"><h3>Description</h3><p>Halyard Instruments mends what finds the way, and it
wants someone with a loupe of their own and more patience than hours in the day.</p>
<h3>Requirements</h3><ul><li>A loupe</li></ul></div>
<a class="jv-button-apply" href="/halyard/job/oAb12cD3/apply">Apply</a></body></html>"""


def test_a_board_lists_its_postings(html_page):
    reading = html_page(f"{HOST}/halyard/jobs", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert [it.title for it in reading.roles] == ["Sextant Repairer", "Compass Adjuster"]
    assert reading.roles[1].url == f"{HOST}/halyard/job/oAb12cD4"
    assert "utm" not in reading.roles[0].url


def test_a_posting_s_head_is_read_from_the_line_under_its_title(html_page):
    posting = html_page(f"{HOST}/halyard/job/oAb12cD3", POSTING).posting
    assert posting.title == "Sextant Repairer"
    assert posting.locations == ("Cadiz, Spain", "Lisbon, Portugal")
    assert posting.employment_type is EmploymentType.PART_TIME
    assert posting.requisition_id == "R1077"
    assert posting.apply_url == f"{HOST}/halyard/job/oAb12cD3/apply"


@pytest.mark.parametrize("query", ["error=404", "invalid=1"])
def test_an_address_that_led_to_the_board_is_gone(html_page, query):
    assert html_page(f"{HOST}/halyard/jobs?{query}", BOARD).verdict is Verdict.GONE


def test_a_board_that_is_only_asked_something_is_a_board(html_page):
    assert html_page(f"{HOST}/halyard/jobs?error=500", BOARD).verdict is Verdict.LISTING
