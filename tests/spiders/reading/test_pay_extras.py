"""What comes on top of the pay is noted apart from it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.posting import PayExtraKind
from spiders.reading.pay import find_pay
from spiders.reading.pay_extras import find_extras


def cases():
    lines = (Path(__file__).parent / "phrases" / "pay_extras.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("  =>  ")) for line in lines if not line.startswith("#")]


def extras_of(text):
    pay = find_pay(text)
    return find_extras(text, [(pay.start, pay.end)] if pay else [])


@pytest.mark.parametrize(("phrase", "expected"), cases())
def test_a_phrase_is_read_as_a_person_reads_it(phrase, expected):
    found = extras_of(phrase.replace("\\n", "\n"))
    assert "; ".join(f"{it.value.kind}:{it.value.text}" for it in found) == ("" if expected == "-" else expected)


def test_an_amount_of_the_pay_belongs_to_no_extra():
    text = "We pay $120,000 bonus"
    (found,) = find_extras(text)
    assert (found.value.kind, found.value.text) == (PayExtraKind.BONUS, "$120,000 bonus")
    assert find_extras(text, [(7, 15)]) == ()


def test_a_kind_that_is_named_with_an_amount_is_not_named_again_without():
    found = extras_of("Annual bonus\nA bonus of up to 12% of base salary")
    assert [it.value.text for it in found] == ["bonus of up to 12% of base salary"]


def test_what_is_said_twice_is_noted_once():
    assert len(extras_of("10% annual bonus.\nThere is a 10% annual bonus.")) == 1


def test_a_page_of_bonuses_gives_a_few():
    assert len(extras_of("\n".join(f"{share}% bonus" for share in range(1, 60)))) == 12


@pytest.mark.parametrize("hedge", ["may include a", "No", "This role is not eligible for an", "Es gibt keinen"])
def test_what_is_only_possible_or_ruled_out_is_no_extra(hedge):
    assert extras_of(f"{hedge} annual bonus") == ()


pieces = st.sampled_from(
    [
        *(
            "10% ",
            "$5,000 ",
            "bonus",
            "annual ",
            "equity",
            "0.5% – 1.0%",
            "overtime ",
            "time and a half",
            "13. ",
            "Gehalt",
        ),
        *(
            " of ",
            "up to ",
            "(",
            ")",
            "\n",
            "• ",
            "+ ",
            "may ",
            "OTE ",
            "commission",
            "İ",
            "\u200d",
            "Salary: ",
            "$90k ",
        ),
    ]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=25).map("".join))
def test_reading_extras_never_raises_and_every_quote_stands_where_it_says(text):
    for found in extras_of(text):
        assert found.text == text[found.start : found.end]
        assert found.value.text
