"""HTML to blocks: what is one line to a reader, and where it stood."""

import pytest

from spiders.pages.plain import parse_text
from spiders.reading import document
from spiders.reading.decoding import decode, is_binary
from spiders.reading.document import BOLD_LEVEL, parse_html
from spiders.reading.scope import find_scope
from spiders.reading.sections import find_parts
from spiders.reading.title import find_title


def texts(html):
    return [block.text for block in parse_html(html).blocks]


def test_inline_elements_do_not_split_a_block_and_breaks_do():
    assert texts("<p>One <b>line</b> of <a href='/x'>text</a><br>another</p>") == ["One line of text", "another"]


def test_white_space_entities_and_zero_width_characters_are_folded():
    assert texts("<p>a\n  b&nbsp;c&#8203;d &amp; e\u202f0</p>") == ["a b cd & e 0"]


def test_scripts_styles_hidden_elements_and_menus_are_left_out():
    page = (
        "<nav>menu</nav><script>x</script><style>y</style><p hidden>no</p>"
        "<p style='display: none'>no</p><p>yes</p><footer>f</footer>"
    )
    assert texts(page) == ["yes"]


def test_bullets_in_any_make_are_items_without_their_mark():
    blocks = parse_html("<ul><li>one</li></ul><p>• two<br>- three<br>* four</p>").blocks
    assert [(it.text, it.item) for it in blocks] == [("one", True), ("two", True), ("three", True), ("four", True)]


def test_a_line_wholly_in_bold_is_a_heading_of_the_lowest_rank():
    assert [it.level for it in parse_html("<p><b>Tasks</b></p><p><b>Care</b>: we do</p><h2>Big</h2>").blocks] == [
        BOLD_LEVEL,
        0,
        2,
    ]


def test_pieces_of_a_line_are_kept_apart():
    assert parse_html("<h3><a>Acme</a><span>London</span></h3>").blocks[0].pieces == ("Acme", "London")


def test_furniture_is_known_by_element_role_and_word():
    page = (
        "<h1>T</h1><aside>a</aside><div role='dialog'>b</div>"
        "<div class='cookie-banner'>c</div><div class='css-1'>d</div>"
    )
    assert [it.furniture for it in parse_html(page).blocks] == [None, "aside", "dialog", "cookie", None]


def test_the_letters_of_a_name_that_a_program_made_are_no_word():
    names = ["role css-p04nav", "css-ads7k", "css-26gads", "css-4cookie9x", "nav2", "topNav"]
    page = "".join(f"<p class='{name}'>Welder</p>" for name in names)
    assert [it.furniture for it in parse_html(page).blocks] == [None, None, None, None, "nav", "nav"]


def test_furniture_around_most_of_the_prose_is_none():
    page = "<h1>T</h1><form><p>" + "A long text about a posting, in a form. " * 5 + "</p></form>"
    assert {it.furniture for it in parse_html(page).blocks} == {None}


@pytest.mark.parametrize("depth", [50, 2_000])
def test_deep_nesting_is_read(depth):
    assert texts("<div>" * depth + "deep" + "</div>" * depth)[:1] in ([], ["deep"])


def test_related_jobs_end_where_their_element_ends():
    page = """<main><h1>Night Baker</h1>
    <p>We bake for half of the city while the other half sleeps, and like both halves.</p></main>
    <div><h3>More jobs</h3><p>Day Baker, £90 an hour</p></div>
    <p>We close the door at midnight, and open it again before the milk comes.</p>"""
    doc = parse_html(page)
    text = find_scope(doc, find_title(doc)).text
    assert "Day Baker" not in text
    assert "close the door" in text


def test_facts_in_a_sidebar_are_read_and_its_rest_is_not():
    page = """<h1>Night Baker</h1><p>We bake for half of the city while the other half sleeps, and like both halves.</p>
    <aside><h3>Job ID</h3><p>4711</p><h3>Weather</h3><p>Rain</p></aside>"""
    doc = parse_html(page)
    text = find_scope(doc, find_title(doc)).text
    assert "Job ID\n4711" in text
    assert "Rain" not in text


def test_a_heading_glued_to_its_first_bullet_is_taken_apart():
    doc = parse_text("What You'll Do- Bake bread.\n- Sell it.\n\\n\nWe close at noon.")
    sections = [it.section for it in find_parts(doc.blocks)]
    assert [(it.heading, it.text) for it in sections] == [
        ("What You'll Do", "- Bake bread.\n- Sell it."),
        (None, "We close at noon."),
    ]


@pytest.mark.parametrize(
    ("body", "headers", "text"),
    [
        ("Bäcker".encode(), {}, "Bäcker"),
        ("Bäcker".encode("latin-1"), {"content-type": "text/html; charset=iso-8859-1"}, "Bäcker"),
        ("<meta charset=windows-1250>Vývojář".encode("cp1250"), {}, "<meta charset=windows-1250>Vývojář"),
        ("Bäcker".encode("utf-16"), {}, "Bäcker"),
        (b"B\xe4cker \x96", {"content-type": "text/html; charset=nonsense"}, "Bäcker –"),
    ],
)
def test_bytes_are_decoded_as_declared(body, headers, text):
    assert decode(body, headers) == text


def test_pictures_and_archives_are_no_text():
    assert is_binary(b"%PDF-1.7")
    assert is_binary(b"abc\x00def")
    assert not is_binary("Bäcker".encode("utf-16"))


def test_of_a_page_with_more_text_than_any_posting_only_the_beginning_is_read():
    doc = parse_html(f"<h1>Bell Founder</h1>{'<p>We cast bells.</p>' * 20_000}")
    assert 150_000 < len(find_scope(doc, find_title(doc)).text) <= 200_000


def test_no_more_links_are_kept_than_a_page_of_postings_has(monkeypatch):
    monkeypatch.setattr(document, "MOST_ANCHORS", 2)
    anchors = parse_html("<p><a href='/1'>Baker</a> <a href='/2'>Cook</a> <a href='/3'>Driver</a></p>").anchors
    assert [it.text for it in anchors] == ["Baker", "Cook"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<dd><del>29 March</del> <ins>12 April</ins></dd>", "12 April"),
        ("<p>Closing: <s>29 March</s> 12 April</p>", "Closing: 12 April"),
        ("<td><strike>30 mars</strike> 15 avril</td>", "15 avril"),
        ("<p><span style='text-decoration:line-through'>5 May</span> 9 May</p>", "9 May"),
        ("<h1><s>Baker</s></h1>", "Baker"),
    ],
)
def test_struck_words_are_left_out_where_others_stand_beside_them(html, text):
    assert texts(html) == [text]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div><span>Salary</span><span>$60</span></div>", "Salary $60"),
        ("<div><b><span>Closing date</span></b><span>12 April</span></div>", "Closing date 12 April"),
        ("<p><span>Requ</span><span>irements</span></p>", "Requirements"),
        ("<p><span>B</span><span>akery</span></p>", "Bakery"),
    ],
)
def test_inline_elements_that_touch_are_apart_unless_they_share_a_word(html, text):
    assert texts(html) == [text]


def test_a_label_before_words_is_text_and_one_of_a_field_is_none():
    blocks = parse_html("<ul><li><label>Closes:</label> 5 March</li></ul><div><label for='n'>Name</label><input></div>")
    assert [(it.text, it.furniture) for it in blocks.blocks] == [
        ("Closes:", None),
        ("5 March", None),
        ("Name", "control"),
    ]


def furniture(page):
    return [(it.text, it.furniture) for it in parse_html(page).blocks]


def test_a_dialog_that_is_not_open_is_not_seen_unless_the_title_is_in_it():
    assert texts("<p>yes</p><dialog><p>Send to a friend</p></dialog>") == ["yes"]
    assert texts("<dialog open><p>yes</p></dialog>") == ["yes"]
    assert texts("<dialog><h1>Baker</h1><p>yes</p></dialog>") == ["Baker", "yes"]


def test_what_describes_the_words_right_before_it_is_a_tooltip():
    page = "<div aria-describedby='x1'>Answers soon</div><div id='x1'>As far as we know.</div>"
    assert furniture(page) == [("Answers soon", None), ("As far as we know.", "tooltip")]


@pytest.mark.parametrize(
    "page",
    [
        "<button aria-describedby='x1'>Apply</button><p id='x1'>We close on 4 May.</p>",
        "<h1 id='x1'>Baker</h1><div aria-describedby='x1'>Apply</div>",
        "<div aria-describedby='x1'>Apply</div><div id='x2'>We close on 4 May.</div>",
        f"<div aria-describedby='x1'>Tasks</div><div id='x1'>{'We bake bread at night. ' * 20}</div>",
    ],
)
def test_what_describes_controls_stands_elsewhere_or_is_long_is_no_tooltip(page):
    assert "tooltip" not in {name for _, name in furniture(page)}


@pytest.mark.parametrize("name", ["data-popper-placement", "x-placement", "data-placement", "data-acme-placement"])
def test_what_floats_over_the_page_is_furniture(name):
    assert furniture(f"<p>yes</p><div id='m1' {name}='top'>Print</div>") == [("yes", None), ("Print", "tooltip")]


@pytest.mark.parametrize(
    "attributes",
    [
        "data-placement='top' data-toggle='tooltip'",
        "id='m1' data-placement='top' title='About'",
        "id='m1' data-track-placement='top'",
        "id='m1' data-ad-placement='top'",
    ],
)
def test_what_opens_it_or_is_counted_is_none(attributes):
    assert furniture(f"<div {attributes}>Four days a week</div>") == [("Four days a week", None)]


def test_a_trail_marked_up_as_one_is_furniture():
    page = "<div itemtype='https://schema.org/BreadcrumbList'><span>Home</span><span> Jobs</span></div><p>yes</p>"
    assert [name for _, name in furniture(page)] == ["breadcrumb", None]
