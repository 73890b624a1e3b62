"""HRMDirect's board, whose links are left open."""

from spiders.posting import Verdict

BOARD = """<!DOCTYPE html><html><head><title>Careers at Halyard</title></head><body><table>
<tr class="reqitem ReqRowClick"><td class="departments reqitem">Glass</td>
<td class="posTitle reqitem"><a href="job-opening.php?req=51&amp;req_loc=7&amp;#job">Lens Grinder</td>
<td>01/05/2026</td></tr>
<tr class="reqitem1 ReqRowClick"><td class="departments reqitem1">Glass</td>
<td class="posTitle reqitem1"><a href="job-opening.php?req=52&amp;#job">Prism Cutter</td><td>01/06/2026</td></tr>
</table></body></html>"""


def test_a_row_names_a_role_and_its_address(html_page):
    reading = html_page("https://halyard.hrmdirect.com/employment/job-openings.php?search=true", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Lens Grinder", "https://halyard.hrmdirect.com/employment/job-opening.php?req=51&req_loc=7"),
        ("Prism Cutter", "https://halyard.hrmdirect.com/employment/job-opening.php?req=52"),
    ]
