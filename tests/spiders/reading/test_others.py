"""Lines of other postings: of them the page's own status is never read."""

from spiders.reading.document import parse_html
from spiders.reading.scope import find_scope
from spiders.reading.title import find_title

MAIN = "<h1>Stave Whisperer</h1><p>You talk to barrels, and write down what they say to you.</p>"


def said(rest):
    doc = parse_html(f"<html><head><title>Stave Whisperer</title></head><body>{MAIN}{rest}</body></html>")
    scope = find_scope(doc, find_title(doc))
    assert len(scope.said) == len(scope.text)
    return scope.said


def card(role):
    return f"<div class=c><a href='/j/{len(role)}'>{role}</a><div>Acme</div><div>Applications closed</div></div>"


def test_cards_of_roles_side_by_side_are_other_postings():
    text = said(f"<div>{card('Tram Driver')}{card('Night Baker')}</div>")
    assert "Applications closed" not in text
    assert "You talk to barrels" in text


def test_an_item_that_is_a_link_is_another_posting():
    assert "closed" not in said("<ul><li><a href='/j/1'>Tram Driver (applications closed)</a></li></ul>")


def test_a_button_that_says_closed_is_the_pages_own():
    assert "Applications closed" in said("<a href='#' class=button>Applications closed</a>")


def test_a_lone_link_to_a_role_makes_its_surroundings_no_card():
    assert "Applications closed" in said(card("Tram Driver"))
