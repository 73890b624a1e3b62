"""The posting's own text: what changed is told once, with its words; what moved or says something again is nothing."""

from dataclasses import replace

import pytest

from monitor.changes import differences
from monitor.vocabulary import Kind, Severity
from spiders.posting import Posting, Section, SectionKind, Status, Workplace

from .postings import NEEDS, POSTING, TASKS, dated, edited, pay, quote, reworded, section, timed


def only(before, after):
    (change,) = differences(before, after)
    assert change.kind is Kind.DESCRIPTION_CHANGED
    return change


def test_a_reworded_bullet_is_one_replacement_with_its_words():
    change = only(POSTING, reworded(POSTING, "3 years", "5 years"))
    assert (change.field, change.severity) == ("requirements", Severity.MEDIUM)
    assert change.before == "At least 3 years of Python or C++."
    assert change.after == "At least 5 years of Python or C++."
    assert change.summary == "Requirements changed: “At least 3 years of Python …” → “At least 5 years of Python …”"


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        ("requirements", Severity.MEDIUM),
        ("responsibilities", Severity.MEDIUM),
        ("benefits", Severity.LOW),
        ("about", Severity.LOW),
        ("other", Severity.LOW),
    ],
)
def test_the_section_gives_the_severity(kind, severity):
    change = only(
        Posting(sections=(section(kind, "- Knows ropes."),)), Posting(sections=(section(kind, "- Knows sails."),))
    )
    assert (change.field, change.severity) == (kind, severity)


def test_an_added_and_a_removed_bullet_have_one_side_only():
    added = section("requirements", *NEEDS.text.splitlines(), "- A sense of rhythm.", heading="Who You Are")
    more = edited(sections=tuple(added if it is NEEDS else it for it in POSTING.sections))
    assert (only(POSTING, more).before, only(POSTING, more).after) == (None, "A sense of rhythm.")
    assert (only(more, POSTING).before, only(more, POSTING).after) == ("A sense of rhythm.", None)
    assert only(more, POSTING).summary == "Requirements changed: removed “A sense of rhythm.”"


def test_each_section_that_changed_is_a_change_of_its_own():
    after = reworded(reworded(POSTING, "3 years", "5 years"), "street noise", "ship horns")
    assert [it.field for it in differences(POSTING, after)] == ["responsibilities", "requirements"]


def test_a_bullet_that_moved_to_another_section_is_nothing():
    lines = NEEDS.text.splitlines()
    moved = (replace(NEEDS, text="\n".join(lines[:-1])), replace(TASKS, text=f"{lines[-1]}\n{TASKS.text}"))
    after = edited(sections=(POSTING.sections[0], *moved, POSTING.sections[3]))
    assert differences(POSTING, after) == ()


@pytest.mark.parametrize(("old", "new"), [("C++", "C"), ("3 years", "3+ years"), ("- Patience", "- No patience")])
def test_a_sign_or_a_small_word_that_carries_meaning_counts(old, new):
    assert only(POSTING, reworded(POSTING, old, new)).field == "requirements"


def test_a_short_bullet_that_goes_is_told_although_its_word_stands_elsewhere():
    with_short = edited(sections=(*POSTING.sections, section("requirements", "- Python")))
    assert only(with_short, POSTING).before == "Python"


def test_bullets_without_full_stops_that_run_together_are_nothing():
    apart = Posting(sections=(section("requirements", "- Reads charts", "- Swims well", "- Likes rain"),))
    joined = Posting(sections=(section("requirements", "Reads charts Swims well Likes rain"),))
    assert differences(apart, joined) == differences(joined, apart) == ()


def test_a_heading_over_the_same_text_that_means_something_else_is_told():
    before = Posting(sections=(section("requirements", "- Swims well", heading="Must have"),))
    after = Posting(sections=(section("requirements", "- Swims well", heading="Bonus points"),))
    assert (only(before, after).before, only(before, after).after) == ("Must have", "Bonus points")


def test_a_text_in_a_script_without_spaces_is_compared_by_character():
    before = Posting(sections=(section("about", "私たちは港で働く技術者を探しています"),))
    after = Posting(sections=(section("about", "私たちは港で働く研究者を探しています"),))
    assert only(before, after).before == "私たちは港で働く技術者を探しています"


# Told once: what another kind tells is not told by the text again


@pytest.mark.parametrize(
    ("old", "new", "fields", "kinds"),
    [
        ("$60 USD", "$65 USD", {"pay": pay(65, text="$65 USD")}, [Kind.PAY_CHANGED]),
        ("$60 USD", "$60–70 USD", {"pay": pay(60, 70, text="$60–70 USD")}, [Kind.PAY_CHANGED]),
        ("The hourly rate for this role is $60 USD.", "", {"pay": None}, [Kind.PAY_CHANGED]),
        ("The hourly rate for this role is $60 USD.", "Pay: $60.00 per hour.", {}, []),
        ("$60 USD", "$65 USD, with 12 days of leave", {"pay": pay(65)}, [Kind.PAY_CHANGED, Kind.DESCRIPTION_CHANGED]),
        ("February 5", "February 7", {"deadline": timed(2026, 2, 7, 12)}, [Kind.DEADLINE_CHANGED]),
        (
            "The last day to apply is February 5, 2026 at 12:00 PM ET.",
            "Applications close on 10 February 2026.",
            {"deadline": dated(2026, 2, 10)},
            [Kind.DEADLINE_CHANGED],
        ),
        ("The last day to apply is February 5, 2026 at 12:00 PM ET.", "", {"deadline": None}, [Kind.DEADLINE_CHANGED]),
        ("Machine Listening", "Machine Listening", {}, []),
    ],
)
def test_words_that_restate_pay_or_deadline_are_told_by_their_kind(old, new, fields, kinds):
    text = POSTING if old == new else reworded(POSTING, old, new)
    assert [it.kind for it in differences(POSTING, edited(text, **fields))] == kinds


def test_a_pay_sentence_that_appears_with_the_pay_is_told_by_the_pay():
    before = edited(reworded(POSTING, "The hourly rate for this role is $60 USD.", ""), pay=None)
    assert [it.kind for it in differences(before, POSTING)] == [Kind.PAY_CHANGED]


def test_a_sentence_that_names_another_field_is_told_by_that_field():
    text = section("location", "You will work out of our London office.")
    paris = section("location", "You will work out of our Paris office.")
    before = edited(sections=(text,), locations=("London",))
    after = edited(sections=(paris,), locations=("Paris",))
    assert [it.kind for it in differences(before, after)] == [Kind.LOCATION_CHANGED]


def test_a_closing_notice_within_the_text_is_told_by_closed():
    notice = section("other", "Applications are closed for this role.")
    after = edited(
        status=Status.CLOSED,
        sections=(*POSTING.sections, notice),
        evidence={"status": quote("Applications are closed")},
    )
    assert [it.kind for it in differences(POSTING, after)] == [Kind.CLOSED]


def test_an_edit_beside_an_unchanged_workplace_is_still_told():
    evidence = {"workplace": quote("come to the office 3 days a week")}
    before = edited(
        workplace=Workplace.HYBRID, sections=(section("location", "Please come to the office 3 days a week."),)
    )
    after = edited(
        workplace=Workplace.HYBRID, sections=(section("location", "Please come to the office 2 days a week."),)
    )
    change = only(replace(before, evidence=evidence), replace(after, evidence=evidence))
    assert change.field == "location"


def test_a_word_of_a_told_field_hides_no_other_sentence():
    after = edited(
        sections=(*POSTING.sections, section("benefits", "- A learning budget.")), title="Machine Learning Intern"
    )
    assert [it.kind for it in differences(POSTING, after)] == [Kind.TITLE_CHANGED, Kind.DESCRIPTION_CHANGED]


def test_commentary_is_not_the_employers_and_matters_little():
    change = only(POSTING, edited(commentary="Audio roles are common in this field. This one comes with a mentor."))
    assert (change.field, change.severity) == ("commentary", Severity.LOW)


def test_commentary_that_a_board_adds_or_drops_is_nothing():
    assert differences(POSTING, edited(commentary=None)) == differences(edited(commentary=None), POSTING) == ()


def test_a_text_written_anew_is_one_change_for_each_section_and_takes_no_endless_time():
    def text(word):
        lines = [f"- {word} number {index} of the long list of {word}s" for index in range(3000)]
        return Posting(sections=(Section(kind=SectionKind.REQUIREMENTS, heading=None, text="\n".join(lines)),))

    change = only(text("oar"), text("sail"))
    assert len(change.before.splitlines()) == 3000
    assert len(change.summary) < 200


def test_a_new_sentence_that_stands_twice_is_shown_once():
    twice = section("about", "Dogs are welcome on deck.", "Dogs are welcome on deck.")
    assert only(POSTING, edited(sections=(*POSTING.sections, twice))).after == "Dogs are welcome on deck."


def test_a_new_sentence_that_says_much_beside_the_pay_is_told_with_it():
    before = edited(reworded(POSTING, "The hourly rate for this role is $60 USD.", ""), pay=None)
    after = reworded(
        POSTING, "$60 USD.", "$60 USD, and every intern gets housing, a rowing course and a return flight."
    )
    assert [it.kind for it in differences(before, after)] == [Kind.PAY_CHANGED, Kind.DESCRIPTION_CHANGED]
